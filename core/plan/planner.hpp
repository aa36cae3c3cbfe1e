// The planner's state, and its parts in the order in which they work.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/keys.hpp"
#include "datagen/core/run.hpp"
#include "plan/detection.hpp"
#include "plan/plugin_hosts.hpp"
#include "plan/table_plan.hpp"

namespace datagen {

struct Distribution;

struct Plan::Impl {
  const Description& description;
  const Registry& registry;
  const RunOptions& options;
  const Environment& environment;
  PluginHosts hosts;
  std::vector<TablePlan> tables;  // of every table of the description
};

class Planner {
 public:
  Planner(Plan::Impl& plan, Diagnostics& diagnostics) : plan_(plan), diagnostics_(diagnostics) {}
  void run();

 private:
  friend class SourcePlanner;
  // row_counts.cpp: how many rows each table has, which tables are written.
  void count_rows();
  // references.cpp: which foreign key gives which column; keys that hold because of others; null rules.
  void assign_foreign_keys(std::size_t table);
  void settle_references(std::size_t table);
  // anchors.cpp: foreign keys that share columns.
  bool anchor_key(std::size_t table, std::size_t foreign_key);
  void settle_anchors();
  GroupsPointer groups_of(std::size_t table);
  GroupsPointer groups_of_key(std::size_t table, std::size_t foreign_key);
  bool hold_by_groups(std::size_t table, const UniqueSet& set);
  // reference_distributions.cpp: how children spread over parents, where the description says so.
  void settle_reference_distributions(std::size_t table);
  void settle_reference_distribution(std::size_t table, std::size_t foreign_key, const Distribution& distribution);
  const Node* written_distribution(std::size_t table, std::size_t foreign_key);
  // unique_sets.cpp: draws that make unique sets hold.
  void settle_unique_sets(std::size_t table);
  // check_orders.cpp: the table's checks; columns whose order a check demands; a look at what is not ensured.
  void collect_all_checks();
  void settle_orders(std::size_t table);
  void verify_checks(std::size_t table);
  // draws.cpp: the draws of everything else.
  void settle_draws(std::size_t table);
  void settle_source(std::size_t table, const std::string& purpose, Source& source);
  // rollups.cpp: whether the rows that a rollup sums up can be found.
  void settle_rollups(std::size_t table);
  void check_rollup_range(std::size_t table, std::size_t column, const ChildRows& children);
  // nullability.cpp
  void check_nulls(std::size_t table);
  // planner.cpp
  void require_distinct(std::size_t table, const UniqueSet& set);
  void resolve_columns();
  void check_key_ranges(std::size_t table);

  Plan::Impl& plan_;
  Diagnostics& diagnostics_;
};

// Decides on the source of columns, creating generator objects.  Recursive: a column's inputs come before it.
class SourcePlanner {
 public:
  SourcePlanner(Plan::Impl& plan, Diagnostics& diagnostics) : plan_(plan), diagnostics_(diagnostics) {}

  // False when the column cannot be made; the fault has been reported.
  bool resolve(std::size_t table, std::size_t column);

 private:
  struct Request;  // what a generator object is wanted for
  // source_planner.cpp
  bool choose(std::size_t table, std::size_t column);
  bool choose_own(std::size_t table, std::size_t column);
  bool choose_reference(std::size_t table, std::size_t column, std::size_t foreign_key);
  bool choose_detected(std::size_t table, std::size_t column);
  bool choose_named(std::size_t table, std::size_t column);
  // expressions.cpp
  bool choose_expression(std::size_t table, std::size_t column);
  // The tree of an expression over columns of the table other than own, which it puts into inputs; nullptr after a
  // report.
  std::shared_ptr<const ExpressionTree> expression_over(std::size_t table, std::optional<std::size_t> own,
                                                        const Node& text, const std::string& where,
                                                        std::vector<std::size_t>& inputs);
  void take_target(const Column& column, Source& source) const;  // what a computed value must fit
  // lookups.cpp
  bool choose_lookup(std::size_t table, std::size_t column);
  // via: one or several foreign-key columns, each of the table that the one before refers to: "order_id.customer_id".
  bool lookup_source(std::size_t table, const std::string& via, const std::string& shown, const Location& location,
                     const std::string& where, Source& source);
  // rollups.cpp
  bool choose_rollup(std::size_t table, std::size_t column);
  bool rollup_children(std::size_t table, const Node& config, const std::string& where, RollupPlan& rollup);
  bool rollup_value(const Column& column, const Node& config, const std::string& where, RollupPlan& rollup);
  // templates.cpp
  bool choose_template(std::size_t table, std::size_t column, const Node& text, const Node* variables);
  // structured.cpp: values of any type; of arrays and composites by parts.  name: what detection goes by.
  bool typed_source(Request request, const SqlType& type, const std::string& name, Source& source);
  bool array_source(Request request, const SqlType& type, const std::string& name, const Node* config, Source& source);
  // rules.cpp
  bool choose_rules(std::size_t table, std::size_t column);
  bool branch_source(std::size_t table, std::size_t column, const Node& node, Source& source);
  // distributions.cpp
  bool choose_distribution(std::size_t table, std::size_t column);
  bool choose_range(std::size_t table, std::size_t column, const std::string& generator, const Node& config,
                    const Location& location);
  bool apply_distribution(std::size_t table, std::size_t column, const Distribution& distribution);
  bool weigh_values(const std::string& where, const Distribution& distribution, datagen_key stream, Source& source);
  // check_narrowing.cpp: checks on single columns.
  bool narrow(const Request& request, Source& source, Diagnostics& faults);
  // From the values that checks list, or by a pattern for their texts; nothing where they say no such thing.
  std::optional<bool> listed_source(Request request, Source& source);
  bool matching_source(Request request, Source& source);
  // Of the domains behind the type of an element or field; nullptr for none.
  const std::vector<ColumnCondition>* part_conditions(const Request& request, const SqlType& type);
  [[nodiscard]] const std::vector<ColumnCondition>* conditions_of(const Request& request) const;
  std::optional<bool> choose_listed(std::size_t table, std::size_t column);
  bool choose_matching(std::size_t table, std::size_t column);
  void hold_orders(const Request& request, const Source& source);
  // source_planner.cpp: reports options that a generator of the core's own does not have.
  bool only_options(const Node& config, const Place& options, const std::string& generator, const std::string& where);
  // value_sources.cpp
  // Faults of the request itself go to faults (so that an attempt can be given up), those of its inputs to
  // diagnostics_.
  bool create_values(const Request& request, Source& source, Diagnostics& faults);

  [[nodiscard]] const Table& table_of(std::size_t table) const { return plan_.description.tables[table]; }
  [[nodiscard]] std::string subject(std::size_t table, std::size_t column) const;
  [[nodiscard]] SqlType storage(const Column& column) const;

  Plan::Impl& plan_;
  Diagnostics& diagnostics_;
  std::vector<std::pair<std::size_t, std::size_t>> stack_;
};

struct SourcePlanner::Request {
  std::size_t table = 0, column = 0;
  const GeneratorClass* generator_class = nullptr;
  const Node* config = nullptr;  // the user's options, or nullptr
  std::string hint_options;      // JSON, or ""
  std::string prefix;            // for default input names
  Location location;             // where the generator was named
  std::optional<SqlType> type;   // for a part: its type, where it is not the column's
  bool strict_checks = false;    // a set some of whose values violate a check is refused
  bool without_inputs = false;   // no column is bound that the user did not name
  std::string part;              // distinguishes several generators of one column; "" for the column's own
  const std::vector<ColumnCondition>* conditions = nullptr;  // for a part: the checks of its type, a domain
};

// The table whose column a lookup (or a reference) shows.
[[nodiscard]] std::size_t looked_up_table(const Plan::Impl& plan, std::size_t table, const Source& source);

// program_compiler.cpp: the steps that make the given columns of a table.
[[nodiscard]] Program compile_program(const Plan::Impl& plan, std::size_t table,
                                      const std::vector<std::size_t>& columns);
// The steps that find the rows a foreign key refers to, as the rows of view referenced_view.  Its draw is settled.
[[nodiscard]] Program compile_reference(const Plan::Impl& plan, std::size_t table, std::size_t foreign_key);
inline constexpr std::size_t referenced_view = 1;

// The declared sequence that the column's default draws from by nextval('name'), or nullptr.
[[nodiscard]] const Sequence* default_sequence(const Description& description, const Column& column);

// "shop.orders.total"
[[nodiscard]] std::string column_subject(const Table& table, std::size_t column);

}  // namespace datagen
