#include "program/buffer.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

#include "program/buffer_memory.hpp"

namespace datagen {

namespace {

constexpr std::uint64_t largest = std::uint64_t{1} << 40;

class AllocatorMemory final : public BufferMemory {
 public:
  std::uint8_t* allocate(std::uint64_t, std::uint64_t wanted, std::uint64_t& capacity) noexcept override {
    capacity = (wanted + Buffer::alignment - 1) / Buffer::alignment * Buffer::alignment;
    return static_cast<std::uint8_t*>(std::aligned_alloc(Buffer::alignment, capacity + Buffer::slack));
  }
  void release(std::uint8_t* memory) noexcept override { std::free(memory); }
};

// Never destroyed: it outlives buffers of static storage duration.
BufferMemory*& memory_source() {
  static BufferMemory* source = new AllocatorMemory;
  return source;
}

}  // namespace

void set_buffer_memory(BufferMemory& memory) { memory_source() = &memory; }

Buffer::Buffer() {
  abi_.reserve = &reserve_callback;
  abi_.owner = this;
}

Buffer::~Buffer() { memory_source()->release(memory_); }

void Buffer::reserve(std::uint64_t capacity) {
  if (capacity > capacity_ && !grow(capacity)) throw std::bad_alloc();
}

bool Buffer::grow(std::uint64_t capacity) noexcept {
  if (capacity > largest) return false;
  // Growth by half again, so that a text column settles after a few batches.
  const std::uint64_t wanted = std::max({capacity, capacity_ + capacity_ / 2, std::uint64_t{64}});
  std::uint64_t given = 0;
  std::uint8_t* const memory = memory_source()->allocate(capacity, wanted, given);
  if (memory == nullptr) return false;
  if (memory_ != nullptr) std::memcpy(memory, memory_, std::min(abi_.size, capacity_));
  memory_source()->release(memory_);
  memory_ = memory;
  capacity_ = given;
  abi_.data = memory;
  abi_.capacity = given;
  return true;
}

datagen_status Buffer::reserve_callback(datagen_buffer* buffer, std::uint64_t capacity) noexcept {
  auto* self = static_cast<Buffer*>(buffer->owner);
  if (capacity <= self->capacity_) return DATAGEN_OK;
  return self->grow(capacity) ? DATAGEN_OK : DATAGEN_OUT_OF_MEMORY;
}

}  // namespace datagen
