#include "datagen/core/run.hpp"
#include "plan/planner.hpp"

namespace datagen {

Plan::Plan(const Description& description, const Registry& registry, const RunOptions& options,
           const Environment& environment, std::vector<Fault>& warnings)
    : impl_(new Impl{description, registry, options, environment, PluginHosts(registry, environment), {}}) {
  Diagnostics diagnostics;
  Planner planner(*impl_, diagnostics);
  planner.run();
  if (options.strict)
    for (const Fault& warning : diagnostics.warnings())
      if (warning.endangers) diagnostics.fault(warning.location, warning.subject, warning.message, warning.hint);
  diagnostics.throw_if_any(ErrorCode::description);
  warnings.insert(warnings.end(), diagnostics.warnings().begin(), diagnostics.warnings().end());
}

Plan::~Plan() = default;

bool Plan::is_written(std::size_t table) const { return impl_->tables[table].written; }

std::string Plan::how(std::size_t table, std::size_t column) const {
  const ColumnPlan& plan = impl_->tables[table].columns[column];
  if (plan.source.kind != Source::Kind::values) return plan.chosen_by;
  std::string name = "generator " + plan.source.set->generator_class().short_name;
  return plan.chosen_by == "named" ? name : name + ", by " + plan.chosen_by;
}

std::uint64_t Plan::row_count(std::size_t table) const { return impl_->tables[table].rows; }

}  // namespace datagen
