// The maps of a description: which keys each has, what these may be, and what else is read as them.
// docs/description.md tells people the same.
#pragma once

#include "datagen/core/keys.hpp"

namespace datagen::places {

[[nodiscard]] const Place& description();
[[nodiscard]] const Place& database();
[[nodiscard]] const Place& custom_type();
[[nodiscard]] const Place& type_definition();
[[nodiscard]] const Place& type_field();
[[nodiscard]] const Place& sequence();

[[nodiscard]] const Place& table();
[[nodiscard]] const Place& primary_key();
[[nodiscard]] const Place& unique_constraint();
[[nodiscard]] const Place& check_constraint();
[[nodiscard]] const Place& index();
[[nodiscard]] const Place& foreign_key();  // of a table
[[nodiscard]] const Place& reference();    // of a column

[[nodiscard]] const Place& column();
[[nodiscard]] const Place& named_generator();  // generator: {type: NAME, ...}
[[nodiscard]] const Place& text_pattern();     // pattern: {template: ...}
[[nodiscard]] const Place& rule();
[[nodiscard]] const Place& comparison();  // in a rule's condition
[[nodiscard]] const Place& branch();      // a rule's outcome

[[nodiscard]] const Place& column_distribution();
[[nodiscard]] const Place& reference_distribution();  // how children spread over parents
[[nodiscard]] const Place& bucket();
[[nodiscard]] const Place& per_parent();

// Options of the generators that are the core's own.
[[nodiscard]] const Place& array_options();
[[nodiscard]] const Place& expression_options();
[[nodiscard]] const Place& lookup_options();
[[nodiscard]] const Place& rollup_options();
[[nodiscard]] const Place& template_options();

// Of templates, which are no descriptions yet.
[[nodiscard]] const Place& template_head();
[[nodiscard]] const Place& template_parameter();

// Forms that several of them share.
[[nodiscard]] std::vector<Form> column_list();   // a column, or a list of columns
[[nodiscard]] std::vector<Form> lenient_flag();  // also "yes", "no", 0, 1
// A distribution: the map, or its type's name alone.
[[nodiscard]] std::vector<Form> distribution_forms(const Place& (*place)());

}  // namespace datagen::places
