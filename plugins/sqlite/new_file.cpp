#include "new_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "datagen/error.hpp"

namespace datagen::sqlite {
namespace {

[[noreturn]] void fail(const std::string& name, const std::string& what, int error, const char* remedy = "") {
  throw sdk::PluginError(DATAGEN_IO, name + ": " + what + ": " + std::strerror(error) + remedy);
}

const char* remedy(int error) {
  switch (error) {
    case EACCES:
    case EPERM:
    case EROFS:
      return "; choose a directory that you may write to with --output";
    case ENOENT:
    case ENOTDIR:
      return "; create the directory first, or correct the path";
    case ENOSPC:
    case EDQUOT:
      return "; free some space, or write elsewhere with --output";
    default:
      return "; write elsewhere with --output";
  }
}

std::filesystem::path target_of(const std::string& name) {
  std::error_code error;
  std::filesystem::path target = std::filesystem::weakly_canonical(name, error);
  return error ? std::filesystem::absolute(name) : target;
}

std::filesystem::path temporary_of(const std::filesystem::path& target) {
  std::string name = ".";
  name += target.filename().string();
  name.append(".").append(std::to_string(::getpid())).append(".tmp");
  return target.parent_path() / name;
}

// What a program left that has the old file open, or ended without closing it: SQLite would take it for the new one's.
void check_companions(const std::string& name, const std::filesystem::path& target) {
  for (const char* suffix : {"-journal", "-wal"}) {
    struct stat status {};
    const std::string companion = target.string() + suffix;
    if (::stat(companion.c_str(), &status) == 0 && status.st_size > 0)
      throw sdk::PluginError(DATAGEN_IO, name + ": cannot replace the database: " + companion +
                                             " is there, so a program has it open or did not close it; end that "
                                             "program, or open and close the database with sqlite3");
  }
}

void sync(const std::string& name, const std::filesystem::path& path, int flags) {
  const int number = ::open(path.c_str(), flags | O_CLOEXEC);
  if (number < 0) fail(name, "cannot open the database", errno);
  const int error = ::fsync(number) == 0 ? 0 : errno;
  ::close(number);
  if (error != 0) fail(name, "cannot write the database", error, remedy(error));
}

}  // namespace

void check_output_name(const std::string& name) {
  struct stat status {};
  const bool exists = ::stat(name.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode))
    throw sdk::PluginError(DATAGEN_IO, name + ": is a directory; name a file in it, such as " + name + "/data.db");
  if (name == "-" || (exists && !S_ISREG(status.st_mode)))
    throw sdk::PluginError(DATAGEN_IO,
                           (name == "-" ? "standard output" : name) +
                               " can be no database: SQLite writes pages in no order, which needs a regular "
                               "file; name one with --output, such as data.db");
}

NewFile::NewFile(const std::string& name) : name_(name), target_(target_of(name)), temporary_(temporary_of(target_)) {
  struct stat existing {};
  const bool exists = ::stat(target_.c_str(), &existing) == 0;
  if (exists && ::access(target_.c_str(), W_OK) != 0) fail(name, "cannot replace the file", errno, remedy(errno));
  check_companions(name, target_);
  ::unlink(temporary_.c_str());  // of a killed process that had our number
  const int number = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (number < 0) fail(name, "cannot create the file", errno, remedy(errno));
  made_ = true;
  if (exists) static_cast<void>(::fchmod(number, existing.st_mode & 0777));
  ::close(number);
}

NewFile::~NewFile() {
  if (made_) ::unlink(temporary_.c_str());
}

void NewFile::place() {
  sync(name_, temporary_, O_RDONLY);
  check_companions(name_, target_);
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail(name_, "cannot put the file in place", errno);
  made_ = false;
  // So that the name lasts too.  Some file systems cannot, which is no failure.
  const int directory = ::open(target_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) return;
  static_cast<void>(::fsync(directory));
  ::close(directory);
}

}  // namespace datagen::sqlite
