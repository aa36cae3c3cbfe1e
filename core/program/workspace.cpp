#include "program/workspace.hpp"

#include <new>

namespace datagen {

namespace {
void provide(std::vector<std::unique_ptr<Buffer>>& buffers, std::size_t count, std::uint64_t bytes) {
  while (buffers.size() < count) buffers.push_back(std::make_unique<Buffer>());
  for (std::size_t i = 0; i < count; ++i) buffers[i]->reserve(bytes);
}
}  // namespace

void Workspace::prepare(std::size_t views, std::size_t columns, std::size_t shared_ordinals, std::uint32_t rows) {
  n = rows;
  std::uint64_t bytes = std::uint64_t{rows} * 8;
  provide(views_, views, bytes);
  provide(shared_, shared_ordinals, bytes);
  ordinals_.reserve(bytes);
  while (columns_.size() < columns) columns_.push_back(std::make_unique<ColumnData>());
}

Workspace& Workspace::nested(std::size_t index) {
  while (nested_.size() <= index) nested_.push_back(std::make_unique<Workspace>());
  return *nested_[index];
}

void* Workspace::scratch(std::uint64_t bytes) noexcept {
  try {
    // Each request of a call has a buffer of its own, so earlier ones stay where they are.
    if (scratch_used_ == scratch_.size()) scratch_.push_back(std::make_unique<Buffer>());
    Buffer& buffer = *scratch_[scratch_used_];
    buffer.reserve(bytes == 0 ? 1 : bytes);
    ++scratch_used_;
    return buffer.data();
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

void* Workspace::scratch_callback(const datagen_call* call, std::uint64_t bytes) noexcept {
  return static_cast<Workspace*>(call->context)->scratch(bytes);
}

}  // namespace datagen
