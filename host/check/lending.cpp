#include "check/lending.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <map>
#include <mutex>
#include <new>
#include <string_view>
#include <utility>

#include "program/buffer.hpp"
#include "program/buffer_memory.hpp"

namespace datagen::host::check {
namespace {

// Behind what roomy memory promises.
constexpr std::size_t kRoom = 16384;
constexpr std::size_t kStructRoom = 256;
constexpr std::size_t kExtension = 128;
constexpr std::uint64_t kExactCapacity = 4096;

std::atomic<bool> short_of_memory{false};
std::atomic<bool> shortage_felt{false};
std::atomic<std::uint64_t> successes_left{0};

bool memory_is_short() noexcept {
  if (!short_of_memory) return false;
  if (successes_left > 0) {
    --successes_left;
    return false;
  }
  shortage_felt = true;
  return true;
}

[[noreturn]] void give_up(std::string_view message) {
  static_cast<void>(!::write(STDERR_FILENO, message.data(), message.size()));
  std::abort();
}

class LentMemory final : public BufferMemory {
 public:
  std::uint8_t* allocate(std::uint64_t minimum, std::uint64_t wanted, std::uint64_t& capacity) noexcept override {
    if (memory_is_short()) return nullptr;
    try {
      const bool guarded = lending().buffers == Buffers::guarded;
      // What was asked for and no more; but plugins may rely on growth being rare.
      capacity = std::max<std::uint64_t>(guarded && minimum <= kExactCapacity ? minimum : wanted, 1);
      capacity = (capacity + Buffer::alignment - 1) / Buffer::alignment * Buffer::alignment;
      if (!guarded) {
        auto* const memory =
            static_cast<std::uint8_t*>(std::aligned_alloc(Buffer::alignment, capacity + Buffer::slack + kRoom));
        if (memory != nullptr) std::memset(memory, lending().fill, capacity + Buffer::slack + kRoom);
        return memory;
      }
      Pages pages(capacity + Buffer::slack, Buffer::alignment, lending().fill);
      std::uint8_t* const memory = pages.data();
      const std::lock_guard lock(mutex_);
      guarded_.emplace(memory, std::move(pages));
      return memory;
    } catch (const std::bad_alloc&) {
      return nullptr;
    }
  }

  void release(std::uint8_t* memory) noexcept override {
    if (memory == nullptr) return;
    {
      const std::lock_guard lock(mutex_);
      const auto found = guarded_.find(memory);
      if (found != guarded_.end()) {
        if (!found->second.whole_before()) give_up("something was written before the first byte of a buffer\n");
        guarded_.erase(found);
        return;
      }
    }
    std::free(memory);
  }

 private:
  std::mutex mutex_;
  std::map<std::uint8_t*, Pages> guarded_;
};

}  // namespace

Lending& lending() {
  static Lending lending;
  return lending;
}

void install_lending() {
  static auto* const memory = new LentMemory;  // buffers of static storage duration outlive it otherwise
  set_buffer_memory(*memory);
}

Shortage::Shortage(std::uint64_t successes) {
  shortage_felt = false;
  successes_left = successes;
  short_of_memory = true;
}

Shortage::~Shortage() { short_of_memory = false; }

bool Shortage::was_felt() const { return shortage_felt; }

void* Lender::place(std::size_t size, std::size_t alignment) {
  extra_ = 0;
  if (lending().structs == Structs::cut) return pages_.emplace_back(size, alignment, lending().fill).data();
  const bool extended = lending().structs == Structs::extended;
  if (extended) extra_ = kExtension;
  const std::size_t whole = size + kStructRoom;
  auto& block = blocks_.emplace_back(new std::max_align_t[whole / sizeof(std::max_align_t) + 1]);
  std::memset(block.get(), extended ? 0x5a : 0, whole);
  return block.get();
}

void* DATAGEN_CALL Lender::scratch(const datagen_call* call, std::uint64_t bytes) noexcept {
  return static_cast<Lender*>(call->context)->scratch(bytes);
}

void* Lender::scratch(std::uint64_t bytes) noexcept {
  if (memory_is_short()) return nullptr;
  try {
    if (lending().buffers == Buffers::guarded) return pages_.emplace_back(bytes, 64, lending().fill).data();
    const std::size_t whole = bytes + 64 + kRoom;
    auto& block = blocks_.emplace_back(new std::max_align_t[whole / sizeof(std::max_align_t) + 1]);
    std::memset(block.get(), lending().fill, whole);
    const auto address = reinterpret_cast<std::uintptr_t>(block.get());
    return reinterpret_cast<void*>((address + 63) / 64 * 64);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}

}  // namespace datagen::host::check
