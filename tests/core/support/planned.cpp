#include "tests/core/support/planned.hpp"

#include <numeric>
#include <utility>

#include "datagen/core/rows.hpp"
#include "tests/core/support/numbers_plugin.hpp"

namespace datagen::test {

Planned::Planned(const std::string& text, RunOptions options) : options_(std::move(options)) {
  registry_.add(numbers_plugin(), "numbers.so");
  Diagnostics diagnostics;
  description_ = parse_description(parse_document(text, "test.yaml", DocumentFormat::yaml), diagnostics);
  faults_ = diagnostics.faults();
  if (!faults_.empty()) return;
  try {
    plan_ = std::make_unique<Plan>(description_, registry_, options_, environment_, warnings_);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::description) throw;
    faults_ = error.faults();
  }
}

std::string Planned::fault_text() const {
  std::string text;
  for (const Fault& fault : faults_) text += fault.text() + "\n";
  return text;
}

std::vector<Column> Planned::rows(std::size_t t, const std::vector<std::uint64_t>& rows) const {
  RowReader reader(*plan_, t);
  reader.read(rows);
  std::vector<Column> result(reader.columns().size(), Column(rows.size()));
  for (std::size_t c = 0; c < result.size(); ++c)
    for (std::uint32_t i = 0; i < rows.size(); ++i)
      if (!reader.is_null(c, i)) reader.append_text(c, i, result[c][i].emplace());
  return result;
}

std::vector<Column> Planned::all(std::size_t t, std::uint32_t batch_size) const {
  const TablePlan& plan = table(t);
  std::vector<Column> result(description_.tables[t].columns.size());
  for (std::uint64_t first = 0; first < plan.rows; first += batch_size) {
    std::vector<std::uint64_t> batch(std::min<std::uint64_t>(batch_size, plan.rows - first));
    std::iota(batch.begin(), batch.end(), first);
    const std::vector<Column> made = rows(t, batch);
    for (std::size_t c = 0; c < made.size(); ++c) {
      Column& column = result[plan.output_columns[c]];
      column.insert(column.end(), made[c].begin(), made[c].end());
    }
  }
  return result;
}

std::map<std::string, Column> Planned::by_name() const {
  std::map<std::string, Column> result;
  for (std::size_t t = 0; t < description_.tables.size(); ++t) {
    std::vector<Column> columns = all(t);
    for (std::size_t c = 0; c < columns.size(); ++c)
      result[column_subject(description_.tables[t], c)] = std::move(columns[c]);
  }
  return result;
}

}  // namespace datagen::test
