// The memory that a host lends to a plugin: buffers, structs and scratch.  How it lies is the checker's choice, and the
// whole process's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

#include "check/pages.hpp"
#include "datagen/plugin.h"

namespace datagen::host::check {

enum class Buffers {
  roomy,  // an overrun of some kilobytes does no harm: so that each case finds its own fault only
  guarded
};
enum class Structs {
  roomy,    // zeros behind
  cut,      // as in ABI 1.0, an inaccessible page behind
  extended  // fields behind that ABI 1.0 does not know, none of them 0
};

struct Lending {
  Buffers buffers = Buffers::roomy;
  Structs structs = Structs::roomy;
  bool read_only_inputs = false;  // what plugins may only read lies in pages that cannot be written
  std::uint8_t fill = 0xa5;       // what new buffers and scratch memory hold
};
[[nodiscard]] Lending& lending();

// Makes buffers of core follow lending().  Once a process, before the first buffer.
void install_lending();

// Growing a buffer and asking for scratch memory succeed `successes` times more, then fail until the end of this
// object's life.  Not while several threads call the plugin.
class Shortage {
 public:
  explicit Shortage(std::uint64_t successes);
  ~Shortage();
  Shortage(const Shortage&) = delete;
  Shortage& operator=(const Shortage&) = delete;
  [[nodiscard]] bool was_felt() const;
};

// Growable structs on loan, each with struct_size set.  They live as long as this object.
class Lender {
 public:
  template <class Struct>
  Struct* lend(const Struct& value) {
    auto* const copy = static_cast<Struct*>(place(sizeof(Struct), alignof(Struct)));
    std::memcpy(copy, &value, sizeof(Struct));
    copy->struct_size = static_cast<std::uint32_t>(sizeof(Struct) + extra_);
    return copy;
  }
  // datagen_call.scratch of a call whose context is a Lender: nullptr in a shortage.
  static void* DATAGEN_CALL scratch(const datagen_call* call, std::uint64_t bytes) noexcept;

 private:
  void* place(std::size_t size, std::size_t alignment);
  void* scratch(std::uint64_t bytes) noexcept;

  std::size_t extra_ = 0;
  std::vector<Pages> pages_;
  std::vector<std::unique_ptr<std::max_align_t[]>> blocks_;
};

}  // namespace datagen::host::check
