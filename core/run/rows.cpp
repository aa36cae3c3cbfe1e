#include "datagen/core/rows.hpp"

#include <cmath>

#include "datagen/text/decimal.hpp"
#include "plan/planner.hpp"
#include "program/render.hpp"

namespace datagen {

struct RowReader::Impl {
  const TablePlan& plan;
  std::vector<std::size_t> columns;
  Program own;  // where not all columns are read
  const Program& program;
  Workspace workspace{};

  Impl(const TablePlan& table) : plan(table), columns(table.output_columns), program(table.program) {}
  Impl(const Plan::Impl& all, std::size_t table, const std::vector<std::size_t>& wanted)
      : plan(all.tables[table]), columns(wanted), own(compile_program(all, table, wanted)), program(own) {}

  [[nodiscard]] const Source& source(std::size_t position) const { return plan.columns[columns[position]].source; }
  [[nodiscard]] const ColumnData& column(std::size_t position) { return workspace.column(program.outputs[position]); }
};

RowReader::RowReader(const Plan& plan, std::size_t table) : impl_(new Impl(plan.impl().tables[table])) {}
RowReader::RowReader(const Plan& plan, std::size_t table, const std::vector<std::size_t>& columns)
    : impl_(new Impl(plan.impl(), table, columns)) {}
RowReader::~RowReader() = default;

const std::vector<std::size_t>& RowReader::columns() const { return impl_->columns; }

std::string_view RowReader::format(std::size_t position) const {
  const Source& source = impl_->source(position);
  return source.dictionary ? std::string_view("u") : std::string_view(source.format);
}

void RowReader::read(std::uint64_t first, std::uint32_t n) { run_program(impl_->program, impl_->workspace, first, n); }

void RowReader::read(std::span<const std::uint64_t> rows) { run_program(impl_->program, impl_->workspace, rows); }

bool RowReader::is_null(std::size_t position, std::uint32_t i) const { return impl_->column(position).is_null(i); }

void RowReader::append_text(std::size_t position, std::uint32_t i, std::string& out) const {
  const ColumnData& column = impl_->column(position);
  const std::string_view format = impl_->source(position).format;
  if (column.array().dictionary != nullptr || format == "u")
    out += column.text(i);
  else
    out += rendered(column, format, i);
}

std::optional<double> RowReader::number(std::size_t position, std::uint32_t i) const {
  const ColumnData& column = impl_->column(position);
  const std::string_view format = this->format(position);
  switch (format[0]) {
    case 's':
      return column.values<std::int16_t>()[i];
    case 'i':
      return column.values<std::int32_t>()[i];
    case 'l':
      return static_cast<double>(column.values<std::int64_t>()[i]);
    case 'f':
      return column.values<float>()[i];
    case 'g':
      return column.values<double>()[i];
    case 'd':
      return static_cast<double>(column.values<text::Int128>()[i]) / std::pow(10, decimal_scale(format));
    default:
      break;
  }
  if (format == "tdD") return column.values<std::int32_t>()[i];
  if (format[0] == 't') return static_cast<double>(column.values<std::int64_t>()[i]);
  return std::nullopt;
}

struct ReferencedRows::Impl {
  Program program;  // without a step: not known
  Workspace workspace;
};

ReferencedRows::ReferencedRows(const Plan& plan, std::size_t table, std::size_t foreign_key) : impl_(new Impl) {
  if (plan.impl().tables[table].references[foreign_key].draw.settled())
    impl_->program = compile_reference(plan.impl(), table, foreign_key);
}
ReferencedRows::~ReferencedRows() = default;

bool ReferencedRows::known() const { return !impl_->program.steps.empty(); }

std::span<const std::uint64_t> ReferencedRows::read(std::uint64_t first, std::uint32_t n) {
  run_program(impl_->program, impl_->workspace, first, n);
  return {impl_->workspace.rows(referenced_view), n};
}

}  // namespace datagen
