// The host's side of datagen_buffer: 64-byte aligned memory with 64 bytes of slack that keeps its capacity.
#pragma once

#include <cstdint>

#include "datagen/plugin.h"

namespace datagen {

// Its address is its identity (plugins call back through it), so it neither copies nor moves.
class Buffer {
 public:
  static constexpr std::uint64_t alignment = 64;
  static constexpr std::uint64_t slack = 64;

  Buffer();
  ~Buffer();
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;

  void reserve(std::uint64_t capacity);  // throws std::bad_alloc
  void resize(std::uint64_t size) {      // contents beyond the old size are unspecified
    reserve(size);
    abi_.size = size;
  }
  void clear() { abi_.size = 0; }

  [[nodiscard]] std::uint8_t* data() { return abi_.data; }
  [[nodiscard]] const std::uint8_t* data() const { return abi_.data; }
  [[nodiscard]] std::uint64_t size() const { return abi_.size; }
  [[nodiscard]] std::uint64_t capacity() const { return capacity_; }  // what was allocated, whatever a plugin wrote
  template <typename T>
  [[nodiscard]] T* as() {
    return reinterpret_cast<T*>(abi_.data);
  }
  template <typename T>
  [[nodiscard]] const T* as() const {
    return reinterpret_cast<const T*>(abi_.data);
  }
  [[nodiscard]] datagen_buffer* abi() { return &abi_; }

  // False when a plugin has left the struct in a state that cannot be true.
  [[nodiscard]] bool intact() const {
    return abi_.data == memory_ && abi_.capacity == capacity_ && abi_.size <= capacity_;
  }

 private:
  [[nodiscard]] bool grow(std::uint64_t capacity) noexcept;
  static datagen_status DATAGEN_CALL reserve_callback(datagen_buffer*, std::uint64_t) noexcept;

  datagen_buffer abi_{};
  std::uint8_t* memory_ = nullptr;
  std::uint64_t capacity_ = 0;
};

}  // namespace datagen
