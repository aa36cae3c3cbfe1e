#include "check/pages.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace datagen::host::check {

namespace {

std::size_t page_size() {
  static const auto size = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  return size;
}

}  // namespace

Pages::Pages(std::size_t size, std::size_t alignment, unsigned char fill) : fill_(fill) {
  const std::size_t page = page_size();
  const std::size_t usable = (size + alignment + page - 1) / page * page;
  mapped_ = usable + 2 * page;
  void* const memory = ::mmap(nullptr, mapped_, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();
  mapping_ = static_cast<std::uint8_t*>(memory);
  if (::mprotect(mapping_ + page, usable, PROT_READ | PROT_WRITE) != 0) {
    ::munmap(mapping_, mapped_);
    throw std::bad_alloc();
  }
  std::memset(mapping_ + page, fill, usable);
  data_ = mapping_ + page + (usable - size) / alignment * alignment;
}

Pages::~Pages() {
  if (mapping_ != nullptr) ::munmap(mapping_, mapped_);
}

Pages::Pages(Pages&& other) noexcept { *this = std::move(other); }

Pages& Pages::operator=(Pages&& other) noexcept {
  std::swap(mapping_, other.mapping_);
  std::swap(mapped_, other.mapped_);
  std::swap(data_, other.data_);
  std::swap(fill_, other.fill_);
  return *this;
}

void Pages::make_read_only() {
  const std::size_t page = page_size();
  ::mprotect(mapping_ + page, mapped_ - 2 * page, PROT_READ);
}

bool Pages::whole_before() const {
  return std::all_of(mapping_ + page_size(), data_, [this](std::uint8_t byte) { return byte == fill_; });
}

}  // namespace datagen::host::check
