// Memory of one thread for running programs: reused from batch to batch, so that nothing is allocated once warm.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "datagen/plugin.h"
#include "program/column_data.hpp"

namespace datagen {

// A program numbers what it needs: views (row numbers of one table each), columns, and shared ordinals.
class Workspace {
 public:
  void prepare(std::size_t views, std::size_t columns, std::size_t shared_ordinals, std::uint32_t n);

  std::uint32_t n = 0;  // rows in this batch

  [[nodiscard]] std::uint64_t* rows(std::size_t view) { return views_[view]->as<std::uint64_t>(); }
  [[nodiscard]] ColumnData& column(std::size_t index) { return *columns_[index]; }
  [[nodiscard]] std::uint64_t* shared_ordinals(std::size_t index) { return shared_[index]->as<std::uint64_t>(); }
  [[nodiscard]] std::uint64_t* ordinals() { return ordinals_.as<std::uint64_t>(); }

  // Memory for a program that a step runs; another for each index.
  [[nodiscard]] Workspace& nested(std::size_t index);

  // For one plugin call; earlier memory is taken back.
  void reset_scratch() { scratch_used_ = 0; }
  [[nodiscard]] void* scratch(std::uint64_t bytes) noexcept;
  static void* DATAGEN_CALL scratch_callback(const datagen_call* call, std::uint64_t bytes) noexcept;

 private:
  std::vector<std::unique_ptr<Buffer>> views_, shared_, scratch_;
  std::vector<std::unique_ptr<ColumnData>> columns_;
  std::vector<std::unique_ptr<Workspace>> nested_;
  Buffer ordinals_;
  std::size_t scratch_used_ = 0;
};

}  // namespace datagen
