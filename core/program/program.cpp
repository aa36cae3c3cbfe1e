#include "program/program.hpp"

#include <algorithm>
#include <numeric>

namespace datagen {

namespace {
void run_steps(const Program& program, Workspace& workspace) {
  for (const auto& step : program.steps) step->run(workspace);
}
}  // namespace

void run_program(const Program& program, Workspace& workspace, std::uint64_t first, std::uint32_t n) {
  workspace.prepare(program.views, program.columns, program.shared_ordinals, n);
  std::iota(workspace.rows(0), workspace.rows(0) + n, first);
  run_steps(program, workspace);
}

void run_program(const Program& program, Workspace& workspace, std::span<const std::uint64_t> rows) {
  workspace.prepare(program.views, program.columns, program.shared_ordinals, static_cast<std::uint32_t>(rows.size()));
  std::copy(rows.begin(), rows.end(), workspace.rows(0));
  run_steps(program, workspace);
}

}  // namespace datagen
