// What the planner decides for each column, foreign key and table.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "datagen/core/description.hpp"
#include "plan/check_narrowing.hpp"
#include "program/child_rows.hpp"
#include "program/draw.hpp"
#include "program/expression_step.hpp"
#include "program/groups.hpp"
#include "program/nulls.hpp"
#include "program/program.hpp"
#include "program/rollup_step.hpp"
#include "program/rules_step.hpp"
#include "program/structured_step.hpp"
#include "program/template_step.hpp"
#include "program/value_set.hpp"

namespace datagen {

// How rows get ordinals: by a draw of their own, or as a digit of a number that several columns share.
struct DrawPlan {
  DrawPointer draw;
  struct Digit {
    std::size_t shared = 0;  // index into TablePlan::shared_ordinals
    std::uint64_t divisor = 1, count = 0;
  };
  std::optional<Digit> digit;
  bool never_repeats = false;  // a draw that gives no two rows the same ordinal
  ChildRowsPointer children;   // of a foreign key: the draw read backwards, where that is possible

  [[nodiscard]] bool settled() const { return draw != nullptr || digit.has_value(); }
};

// What a column says about the rows that refer to its row.
struct RollupPlan {
  Location location;
  std::size_t table = 0, foreign_key = 0;  // of the referring rows
  ChildRowsPointer children;               // nullptr until settled, or when there are none
  RollupFunction function = RollupFunction::count;
  bool has_value = false;                       // the first of columns is what is summed up; else rows are counted
  std::vector<std::size_t> columns;             // of the referring rows: the value, and what where reads
  std::shared_ptr<const ExpressionTree> where;  // or null
  SqlValue empty;                               // what stands where there is no value, perhaps null
  bool may_be_empty = false;                    // some rows may get a null for it
};

// Where a column's values, or a part of them, come from.
struct Source {
  enum class Kind { none, values, reference, lookup, text, rules, structured, expression, rollup } kind = Kind::none;
  std::string format;       // Arrow format of what it makes
  bool dictionary = false;  // text by dictionary

  // values: a generator object, and the ordinals of it that may be used.
  std::shared_ptr<const ValueSet> set;
  datagen_key key{};
  DrawPlan draw;  // of ordinals counted from first, or of indices into allowed
  // Columns of the same table; from first_part_input on, parts of this source.  Also of templates and rules.
  static constexpr std::size_t first_part_input = std::size_t{1} << 32;
  std::vector<std::size_t> inputs;
  std::uint64_t first = 0;  // usable ordinals are [first, first + count); count 0: all 2^64
  std::uint64_t count = 0;
  std::shared_ptr<const std::vector<std::uint64_t>> allowed;  // or these, count of them

  // reference, lookup
  std::size_t foreign_key = 0;            // of the table
  std::vector<std::size_t> further_keys;  // lookup: then these foreign keys, each of the table referred to before
  std::size_t referenced_column = 0;      // of the table referred to last
  bool null_with_key = false;             // null where the foreign key is

  bool always_null = false;  // of a rule's branch

  // text: a template; parts are its placeholders' generators.  rules: parts are the branches.
  std::shared_ptr<const TextTemplate> text;
  std::shared_ptr<const RuleList> rules;
  std::shared_ptr<const ExpressionTree> expression;
  std::optional<RollupPlan> rollup;
  std::uint32_t max_characters = 0;  // of the column of an expression or rollup, as in datagen_target
  std::int32_t precision = -1;
  bool not_null = false;
  StructuredShape shape;  // structured: parts are the elements or fields
  std::vector<Source> parts;
};

struct ColumnPlan {
  enum class State { untouched, in_progress, done, failed } state = State::untouched;
  Source source;
  std::vector<NullRule> nulls;
  std::string chosen_by;  // why this source, for people: "named", "by name", "by type", ...
  std::uint64_t distinct_needed = 0;
  std::size_t rule_branches = 0;  // made so far: numbers their random streams
  bool explicit_source = false;   // the user said how
  bool never_null = false;        // a check asks for it
};

// Foreign keys that share columns: the rows that they refer to must agree there.  Rows of the table are put into
// groups, each of which stands for one value of the shared columns; so are the rows of the referenced tables, with the
// same numbers; and a row refers to rows of its own group only.
struct AnchorPlan {
  std::vector<std::size_t> columns;             // the shared ones
  std::optional<std::size_t> referenced_table;  // a group is a row of this table; or, without one,
                                                // an ordinal of the columns' own values
  std::vector<std::size_t> referenced_columns;
  GroupsPointer groups;
  std::vector<std::vector<std::size_t>> distinct_keys;  // foreign keys whose rows together never repeat in a group
};

struct ReferencePlan {
  DrawPlan draw;  // rows of this table -> rows of the referenced table
  NullRule nulls;
  bool implied = false;   // holds because of another foreign key: draws nothing
  bool anchored = false;  // refers to rows of the own group, see AnchorPlan
};

// What makes a unique set hold.
struct UniqueHold {
  std::uint64_t have = 0;  // combinations; 0: more than 2^62, or not counted
  std::string how;         // for people
};

struct TablePlan {
  std::uint64_t rows = 0;
  bool written = true;  // rows go to the output
  std::vector<ColumnPlan> columns;
  std::vector<ReferencePlan> references;
  std::optional<AnchorPlan> anchor;
  std::map<std::size_t, GroupsPointer> grouped_keys;    // foreign keys whose draw must be readable both ways
  std::vector<std::optional<std::size_t>> driving_key;  // per column: the foreign key that gives its values
  struct SharedOrdinals {
    datagen_key key{};
    std::uint64_t product = 0;
  };
  TableChecks checks;
  std::vector<UniqueHold> unique_holds;  // of Table::unique_sets
  std::vector<SharedOrdinals> shared_ordinals;  // one for each unique set that is spread over several columns
  std::vector<std::size_t> output_columns;      // those in the data, in order
  Program program;
};

}  // namespace datagen
