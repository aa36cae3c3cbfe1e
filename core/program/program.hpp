// A program makes a batch of one table's columns: steps over numbered views and columns of a workspace.
//
// View 0 is the table's own rows.  Any other view holds, for each of these rows, a row of a referenced table; the
// columns that are needed of that row are computed by the same steps that would make them in their own table.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "program/workspace.hpp"

namespace datagen {

class Step {
 public:
  virtual ~Step() = default;
  virtual void run(Workspace& workspace) const = 0;  // throws Error
};

struct Program {
  std::size_t views = 1;
  std::size_t columns = 0;
  std::size_t shared_ordinals = 0;
  std::size_t nested = 0;  // programs that steps run, each in a workspace of its own
  std::vector<std::unique_ptr<Step>> steps;
  std::vector<std::size_t> outputs;  // workspace column of each requested column
};

// Rows [first, first + n).
void run_program(const Program& program, Workspace& workspace, std::uint64_t first, std::uint32_t n);
// Any rows, in any order.
void run_program(const Program& program, Workspace& workspace, std::span<const std::uint64_t> rows);

}  // namespace datagen
