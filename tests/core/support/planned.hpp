// Plans made in memory, and what their tables hold.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "datagen/core/run.hpp"
#include "plan/planner.hpp"

namespace datagen::test {

using Cell = std::optional<std::string>;  // as PostgreSQL prints it; nothing: null
using Column = std::vector<Cell>;

// A YAML text, parsed and planned over numbers_plugin().
class Planned {
 public:
  // Throws Error when text is no YAML; what is refused of the description, or by the plan, is kept in faults().
  explicit Planned(const std::string& text, RunOptions options = {});
  Planned(const Planned&) = delete;
  Planned& operator=(const Planned&) = delete;

  [[nodiscard]] const std::vector<Fault>& faults() const { return faults_; }
  [[nodiscard]] std::string fault_text() const;
  [[nodiscard]] const Description& description() const { return description_; }
  [[nodiscard]] const Plan& plan() const { return *plan_; }
  [[nodiscard]] const TablePlan& table(std::size_t t) const { return plan_->impl().tables[t]; }

  // The columns of these rows of the table, in the program's order of output columns.
  [[nodiscard]] std::vector<Column> rows(std::size_t t, const std::vector<std::uint64_t>& rows) const;
  // All rows, made in batches of batch_size; an empty column where the server computes it.
  [[nodiscard]] std::vector<Column> all(std::size_t t, std::uint32_t batch_size = 1000) const;
  // All columns of all tables by "table.column".
  [[nodiscard]] std::map<std::string, Column> by_name() const;

 private:
  Registry registry_;
  RunOptions options_;
  Environment environment_;
  Description description_;
  std::vector<Fault> faults_, warnings_;
  std::unique_ptr<Plan> plan_;
};

}  // namespace datagen::test
