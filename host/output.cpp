#include "output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <vector>

#include "signals.hpp"

namespace datagen::host {
namespace {

constexpr std::size_t kWriteSize = std::size_t{1} << 20;

[[noreturn]] void interrupted() {
  throw Error(ErrorCode::interrupted, "interrupted", "output is incomplete; files were left as they were");
}

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

[[noreturn]] void fail(const std::string& name, const char* action, int error) {
  throw Error(ErrorCode::output,
              Fault{std::string(action) + ": " + std::strerror(error), Location{}, name, remedy(error)});
}

// Gathers small pieces, writes large ones straight from where they are.
class Descriptor : public OutputFile {
 public:
  Descriptor(int number, std::string name) : number_(number), name_(std::move(name)) { pending_.reserve(kWriteSize); }
  ~Descriptor() override { close(); }

  void write(std::span<const std::uint8_t> bytes) override {
    if (pending_.size() + bytes.size() < kWriteSize) {
      pending_.insert(pending_.end(), bytes.begin(), bytes.end());
      return;
    }
    write_all(bytes);
  }

  void commit() override { write_all({}); }

 protected:
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] const std::string& name() const { return name_; }

  // Returns close()'s error number, or 0.
  int close() {
    const int result = number_ > STDERR_FILENO && ::close(number_) != 0 ? errno : 0;
    number_ = -1;
    return result;
  }

 private:
  void write_all(std::span<const std::uint8_t> bytes) {
    std::array<iovec, 2> parts{iovec{pending_.data(), pending_.size()},
                               iovec{const_cast<std::uint8_t*>(bytes.data()), bytes.size()}};
    while (parts[0].iov_len + parts[1].iov_len > 0) {
      ssize_t count = 0;
      {
        const Interruptible interruptible;
        if (cancelled()) interrupted();
        count = ::writev(number_, parts.data(), static_cast<int>(parts.size()));
      }
      if (count < 0) {
        if (errno == EINTR) continue;
        fail(name_, "cannot write", errno);
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

  int number_;
  std::string name_;
  std::vector<std::uint8_t> pending_;
};

// Written beside its final name and renamed.
class RegularFile : public Descriptor {
 public:
  RegularFile(int number, std::string name, std::filesystem::path temporary, std::filesystem::path target)
      : Descriptor(number, std::move(name)), temporary_(std::move(temporary)), target_(std::move(target)) {
    remove_when_killed(temporary_.string());
  }

  ~RegularFile() override {
    remove_when_killed("");
    if (!committed_) ::unlink(temporary_.c_str());
  }

  void commit() override {
    Descriptor::commit();
    if (::fsync(number()) != 0) fail(name(), "cannot write", errno);
    if (const int error = close(); error != 0) fail(name(), "cannot write", error);
    if (cancelled()) interrupted();
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail(name(), "cannot put the file in place", errno);
    committed_ = true;
    // So that the new name lasts too; some file systems cannot, which is no failure.
    const int directory = ::open(target_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory >= 0) {
      static_cast<void>(::fsync(directory));
      ::close(directory);
    }
  }

 private:
  std::filesystem::path temporary_;
  std::filesystem::path target_;
  bool committed_ = false;
};

std::unique_ptr<OutputFile> open_special(const std::string& name) {
  int number = -1;
  do {
    const Interruptible interruptible;  // opening a FIFO waits for its reader
    if (cancelled()) interrupted();
    number = ::open(name.c_str(), O_WRONLY | O_CLOEXEC);
  } while (number < 0 && errno == EINTR);
  if (number < 0) fail(name, "cannot open", errno);
  return std::make_unique<Descriptor>(number, name);
}

std::unique_ptr<OutputFile> open_regular(const std::string& name, const struct stat* existing) {
  std::error_code error;
  // A link stays a link: what it points at is replaced.
  std::filesystem::path target = std::filesystem::weakly_canonical(name, error);
  if (error) target = std::filesystem::absolute(name);
  const std::filesystem::path temporary =
      target.parent_path() / ("." + target.filename().string() + "." + std::to_string(::getpid()) + ".tmp");
  if (existing != nullptr && ::access(target.c_str(), W_OK) != 0) fail(name, "cannot replace the file", errno);
  ::unlink(temporary.c_str());  // of a killed process that had our number
  const int number = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (number < 0) fail(name, "cannot create the file", errno);
  auto file = std::make_unique<RegularFile>(number, name, temporary, target);
  if (existing != nullptr) static_cast<void>(::fchmod(number, existing->st_mode & 0777));
  return file;
}

}  // namespace

std::unique_ptr<OutputFile> open_output(const std::string& name) {
  if (name == "-" || name == "/dev/stdout") return std::make_unique<Descriptor>(STDOUT_FILENO, "standard output");
  struct stat status {};
  if (::stat(name.c_str(), &status) != 0) {
    if (errno != ENOENT) fail(name, "cannot create the file", errno);
    return open_regular(name, nullptr);
  }
  if (S_ISDIR(status.st_mode)) {
    throw Error(ErrorCode::output,
                Fault{"is a directory", Location{}, name, "name a file in it, such as " + name + "/data.sql"});
  }
  return S_ISREG(status.st_mode) ? open_regular(name, &status) : open_special(name);
}

}  // namespace datagen::host
