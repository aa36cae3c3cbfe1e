#include "file.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>

namespace datagen::pg_archive {
namespace {

constexpr std::size_t kGathered = std::size_t{1} << 18;
constexpr int kPatience = 100;  // milliseconds of waiting for a reader, after which the host is asked

const char* remedy(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "free some space, or write elsewhere";
    case EACCES:
    case EPERM:
    case EROFS:
      return "choose a directory that you may write to";
    case ENOENT:
    case ENOTDIR:
      return "create the directory first, or correct the path";
    case EPIPE:
      return "whoever read the archive stopped before its end";
    case EFBIG:
      return "the file system or a limit (ulimit -f) allows no larger file";
    default:
      return "write elsewhere";
  }
}

void throw_if_cancelled(const datagen_host* host) {
  if (host->is_cancelled(host) != 0) throw sdk::PluginError(DATAGEN_CANCELLED, "interrupted");
}

}  // namespace

void fail(const char* action, const std::string& name, int error) {
  throw sdk::PluginError(
      DATAGEN_IO, std::string("cannot ") + action + ' ' + name + ": " + std::strerror(error) + "; " + remedy(error));
}

File::File(const datagen_host* host, int number, std::string name, bool is_new)
    : host_(host), number_(number), name_(std::move(name)), new_(is_new) {}

File::~File() {
  if (number_ > STDERR_FILENO) ::close(number_);
}

std::unique_ptr<File> File::make(const datagen_host* host, const std::string& path, const std::string& name) {
  const int number = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (number < 0) fail("create", name, errno);
  return std::unique_ptr<File>(new File(host, number, name, true));
}

std::unique_ptr<File> File::standard_output(const datagen_host* host) {
  if (::isatty(STDOUT_FILENO) == 1) {
    throw sdk::PluginError(DATAGEN_IO,
                           "an archive is no text for a terminal; name a file for it, or let standard output be a file "
                           "or a pipe",
                           "output");
  }
  return std::unique_ptr<File>(new File(host, STDOUT_FILENO, "standard output", false));
}

std::unique_ptr<File> File::open(const datagen_host* host, const std::string& path) {
  int number = -1;
  // Without O_NONBLOCK, opening a pipe would wait for its reader, and see no interruption.
  while ((number = ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK)) < 0) {
    if (errno != ENXIO && errno != EINTR) fail("open", path, errno);
    throw_if_cancelled(host);
    ::poll(nullptr, 0, kPatience);
  }
  ::fcntl(number, F_SETFL, ::fcntl(number, F_GETFL) & ~O_NONBLOCK);
  return std::unique_ptr<File>(new File(host, number, path, false));
}

void File::write(std::string_view bytes) {
  if (pending_.size() + bytes.size() > kGathered) flush();
  if (bytes.size() > kGathered)
    write_all(bytes);
  else
    pending_ += bytes;
}

void File::flush() {
  write_all(pending_);
  pending_.clear();
}

// A pipe is written in pieces that cannot block once it says that there is room, so that an interruption is seen.
void File::write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    throw_if_cancelled(host_);
    std::size_t n = bytes.size();
    if (!new_) {
      pollfd poller{number_, POLLOUT, 0};
      if (::poll(&poller, 1, kPatience) <= 0) continue;
      n = std::min<std::size_t>(n, PIPE_BUF);
    }
    const ssize_t count = ::write(number_, bytes.data(), n);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("write", name_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
    written_ += static_cast<std::uint64_t>(count);
  }
}

void File::replace(std::uint64_t position, std::string_view bytes) {
  flush();
  while (!bytes.empty()) {
    const ssize_t count = ::pwrite(number_, bytes.data(), bytes.size(), static_cast<off_t>(position));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("write", name_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
    position += static_cast<std::uint64_t>(count);
  }
}

void File::finish() {
  flush();
  if (new_ && ::fsync(number_) != 0) fail("write", name_, errno);
  const int number = number_;
  number_ = -1;
  if (number > STDERR_FILENO && ::close(number) != 0) fail("write", name_, errno);
}

}  // namespace datagen::pg_archive
