#include "descriptor.hpp"

#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "signals.hpp"

namespace datagen::host {
namespace {

// What is gathered at most, and the piece that is not worth copying for that.
constexpr std::size_t kWriteSize = std::size_t{1} << 18;
constexpr std::size_t kLargePiece = std::size_t{1} << 15;

std::string remedy(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "free some space, or write elsewhere with --output";
    case EACCES:
    case EPERM:
    case EROFS:
      return "choose a directory that you may write to with --output";
    case ENOENT:
    case ENOTDIR:
      return "create the directory first, or correct the path";
    case EPIPE:
      return "whoever read the output stopped before its end";
    case EFBIG:
      return "the file system or a limit (ulimit -f) allows no larger file";
    default:
      return "write elsewhere with --output";
  }
}

}  // namespace

void output_interrupted() {
  throw Error(ErrorCode::interrupted, "interrupted", "output is incomplete; files were left as they were");
}

void fail_output(const std::string& name, const char* action, int error) {
  throw Error(ErrorCode::output,
              Fault{std::string(action) + ": " + std::strerror(error), Location{}, name, remedy(error)});
}

Descriptor::Descriptor(int number, std::string name) : number_(number), name_(std::move(name)) {
  pending_.reserve(kWriteSize);
}

void Descriptor::write(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < kLargePiece && pending_.size() + bytes.size() < kWriteSize) {
    pending_.insert(pending_.end(), bytes.begin(), bytes.end());
    return;
  }
  write_all(bytes);
}

int Descriptor::close() {
  const int result = number_ > STDERR_FILENO && ::close(number_) != 0 ? errno : 0;
  number_ = -1;
  pending_ = {};
  return result;
}

void Descriptor::write_all(std::span<const std::uint8_t> bytes) {
  std::array<iovec, 2> parts{iovec{pending_.data(), pending_.size()},
                             iovec{const_cast<std::uint8_t*>(bytes.data()), bytes.size()}};
  while (parts[0].iov_len + parts[1].iov_len > 0) {
    ssize_t count = 0;
    {
      const Interruptible interruptible;
      if (cancelled()) output_interrupted();
      count = ::writev(number_, parts.data(), static_cast<int>(parts.size()));
    }
    if (count < 0) {
      if (errno == EINTR) continue;
      fail_output(name_, "cannot write", errno);
    }
    auto left = static_cast<std::size_t>(count);
    for (iovec& part : parts) {
      const std::size_t taken = std::min(left, part.iov_len);
      part.iov_base = static_cast<std::uint8_t*>(part.iov_base) + taken;
      part.iov_len -= taken;
      left -= taken;
    }
  }
  pending_.clear();
}

}  // namespace datagen::host
