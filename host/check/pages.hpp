// Memory between pages that nothing may touch.
#pragma once

#include <cstddef>
#include <cstdint>

namespace datagen::host::check {

// `size` bytes that end where an inaccessible page begins, less what `alignment` (a power of two) leaves over, which is
// less than `alignment`.  An inaccessible page lies before them, too.  Filled with `fill`.
class Pages {
 public:
  Pages() = default;
  Pages(std::size_t size, std::size_t alignment, unsigned char fill);  // throws std::bad_alloc
  ~Pages();
  Pages(Pages&& other) noexcept;
  Pages& operator=(Pages&& other) noexcept;

  [[nodiscard]] std::uint8_t* data() const { return data_; }
  void make_read_only();
  // Whether the bytes between the first accessible one and data() are as they were made.
  [[nodiscard]] bool whole_before() const;

 private:
  std::uint8_t* mapping_ = nullptr;
  std::size_t mapped_ = 0;
  std::uint8_t* data_ = nullptr;
  unsigned char fill_ = 0;
};

}  // namespace datagen::host::check
