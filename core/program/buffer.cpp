#include "program/buffer.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

namespace datagen {

namespace {
constexpr std::uint64_t largest = std::uint64_t{1} << 40;
}

Buffer::Buffer() {
  abi_.reserve = &reserve_callback;
  abi_.owner = this;
}

Buffer::~Buffer() { std::free(memory_); }

void Buffer::reserve(std::uint64_t capacity) {
  if (capacity > capacity_ && !grow(capacity)) throw std::bad_alloc();
}

bool Buffer::grow(std::uint64_t capacity) noexcept {
  if (capacity > largest) return false;
  // Growth by half again, so that a text column settles after a few batches.
  std::uint64_t wanted = std::max({capacity, capacity_ + capacity_ / 2, std::uint64_t{64}});
  wanted = (wanted + alignment - 1) / alignment * alignment;
  auto* memory = static_cast<std::uint8_t*>(std::aligned_alloc(alignment, wanted + slack));
  if (memory == nullptr) return false;
  if (memory_ != nullptr) std::memcpy(memory, memory_, std::min(abi_.size, capacity_));
  std::free(memory_);
  memory_ = memory;
  capacity_ = wanted;
  abi_.data = memory;
  abi_.capacity = wanted;
  return true;
}

datagen_status Buffer::reserve_callback(datagen_buffer* buffer, std::uint64_t capacity) noexcept {
  auto* self = static_cast<Buffer*>(buffer->owner);
  if (capacity <= self->capacity_) return DATAGEN_OK;
  return self->grow(capacity) ? DATAGEN_OK : DATAGEN_OUT_OF_MEMORY;
}

}  // namespace datagen
