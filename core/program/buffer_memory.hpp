// Where Buffers get their memory: the allocator's, unless a checker of plugins puts its own in place (guard pages,
// allocations that fail).
#pragma once

#include <cstdint>

namespace datagen {

// Called by any thread.
class BufferMemory {
 public:
  virtual ~BufferMemory() = default;
  // At least minimum bytes, better wanted, and Buffer::slack more, aligned to Buffer::alignment; nullptr when there is
  // none.  capacity becomes what there is, a multiple of Buffer::alignment, without the slack.
  [[nodiscard]] virtual std::uint8_t* allocate(std::uint64_t minimum, std::uint64_t wanted,
                                               std::uint64_t& capacity) noexcept = 0;
  virtual void release(std::uint8_t* memory) noexcept = 0;  // nullptr is ignored
};

// For all Buffers of the process.  To be called before the first is made; memory must outlive the last.
void set_buffer_memory(BufferMemory& memory);

}  // namespace datagen
