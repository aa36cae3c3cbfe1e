#include "datagen/core/run.hpp"
#include "plan/planner.hpp"

namespace datagen {

namespace {

void DATAGEN_CALL log_message(const datagen_host* host, std::int32_t level, const char* message) noexcept {
  const auto& environment = *static_cast<const Environment*>(host->context);
  if (!environment.log || message == nullptr) return;
  try {
    environment.log(level, message);
  } catch (...) {  // a log that fails is no reason to fail the call that logged
  }
}

std::int32_t DATAGEN_CALL is_cancelled(const datagen_host* host) noexcept {
  const auto& environment = *static_cast<const Environment*>(host->context);
  return environment.cancelled != nullptr && environment.cancelled->load(std::memory_order_relaxed) ? 1 : 0;
}

const void* DATAGEN_CALL get_service(const datagen_host*, const char*) noexcept { return nullptr; }

}  // namespace

Plan::Plan(const Description& description, const Registry& registry, const RunOptions& options,
           const Environment& environment, std::vector<Fault>& warnings)
    : impl_(new Impl{description, registry, options, environment, {}, {}}) {
  datagen_host& host = impl_->host;
  host.struct_size = sizeof host;
  host.abi_version = DATAGEN_ABI_VERSION;
  host.context = const_cast<Environment*>(&environment);
  host.name = "datagen";
  host.version = DATAGEN_VERSION;
  host.log = &log_message;
  host.is_cancelled = &is_cancelled;
  host.get_service = &get_service;
  Diagnostics diagnostics;
  Planner planner(*impl_, diagnostics);
  planner.run();
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
