// The columns that DATAGEN_COLUMN options of a sample bind.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "check/columns.hpp"
#include "check/samples.hpp"

namespace datagen::host::check {

class Inputs {
 public:
  // A value depends on its row and the input's number alone; every fifth is null.
  Inputs(InputKind kind, std::size_t count, std::span<const std::uint64_t> rows, std::uint8_t under_null);
  Inputs(const Inputs&) = delete;
  Inputs& operator=(const Inputs&) = delete;

  [[nodiscard]] const std::vector<const ArrowArray*>& arrays() const { return arrays_; }

 private:
  std::deque<ColumnData> columns_;
  ColumnData dictionary_;
  LentArrays lent_;
  std::vector<const ArrowArray*> arrays_;
};

// Their schemas; valid for ever.
[[nodiscard]] const ArrowSchema& input_schema(InputKind kind);

}  // namespace datagen::host::check
