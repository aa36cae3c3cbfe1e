// Other ways in which people write a description, turned into the one that docs/description.md calls its own: one place
// for all of them, so that what reads a description knows one form only.  A form is taken in when a reader could mean
// one thing by it; docs/description.md, "Other spellings", lists them.
//
// Every function copies a node and keeps all places.  Contradictions (two spellings of one key) are reported.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/document.hpp"
#include "datagen/core/error.hpp"
#include "datagen/core/keys.hpp"

namespace datagen {

[[nodiscard]] Node respelled_document(const Node& document, Diagnostics& diagnostics);
[[nodiscard]] Node respelled_types(const Node& types, Diagnostics& diagnostics);
[[nodiscard]] Node respelled_table(const Node& table, const std::string& subject, Diagnostics& diagnostics);
// Also of a table's map of columns: the columns of a list name themselves.
[[nodiscard]] Node respelled_column(const Node& column, const std::string& subject, Diagnostics& diagnostics);
// The distribution of a column or foreign key.
[[nodiscard]] Node respelled_distribution(const Node& distribution, const std::string& subject,
                                          Diagnostics& diagnostics);
// Options of a generator whose own options are declared: a name that it declares is never another spelling.
[[nodiscard]] Node respelled_options(const Node& options, const std::vector<std::string>& declared,
                                     const std::string& subject, Diagnostics& diagnostics);

// Whether the options of this generator, which has no such option, may hold the column's distribution.
[[nodiscard]] bool takes_distribution(std::string_view generator);

// ---- for the functions above -------------------------------------------------------------------------------------

struct Spelling {
  std::string_view other, own;
};

// Names of options that are read where a generator has the own one and not the other.
[[nodiscard]] std::span<const Spelling> option_spellings();

// Renames the map's keys to those of the place that they mean.  A key beside another that means the same is a fault.
void rename_keys(Node& map, const Place& place, const std::string& subject, Diagnostics& diagnostics);
void rename_keys(Node& map, std::span<const Spelling> spellings, const std::string& subject, Diagnostics& diagnostics);
inline void rename_keys(Node& map, std::initializer_list<Spelling> spellings, const std::string& subject,
                        Diagnostics& diagnostics) {
  rename_keys(map, std::span<const Spelling>(spellings.begin(), spellings.size()), subject, diagnostics);
}
[[nodiscard]] Node* find_member(Node& map, std::string_view key);
// Takes the member out of the map.
[[nodiscard]] std::optional<Node::Member> taken(Node& map, std::string_view key);
void add_member(Node& map, std::string key, const Location& location, Node value);
[[nodiscard]] Node string_node(std::string text, const Location& location);
[[nodiscard]] Node boolean_node(bool value, const Location& location);
[[nodiscard]] Node number_node(double value, const Location& location);
[[nodiscard]] Node map_node(const Location& location);
[[nodiscard]] Node list_node(const Location& location);
// "12", "0.5", "12%" (as 12), or the number itself.
[[nodiscard]] std::optional<double> written_number(const Node& node);
[[nodiscard]] std::string lower_case(std::string text);

}  // namespace datagen
