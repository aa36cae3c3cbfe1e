#include "new_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace datagen::host {
namespace {

std::filesystem::path target_of(const std::string& name) {
  std::error_code error;
  std::filesystem::path target = std::filesystem::weakly_canonical(name, error);
  return error ? std::filesystem::absolute(name) : target;
}

std::filesystem::path temporary_of(const std::filesystem::path& target) {
  return target.parent_path() / ("." + target.filename().string() + "." + std::to_string(::getpid()) + ".tmp");
}

int create(const std::string& name, const std::filesystem::path& target, const std::filesystem::path& temporary) {
  struct stat existing {};
  const bool exists = ::stat(target.c_str(), &existing) == 0;
  if (exists && ::access(target.c_str(), W_OK) != 0) fail_output(name, "cannot replace the file", errno);
  const Creating creating;
  if (cancelled()) output_interrupted();
  ::unlink(temporary.c_str());  // of a killed process that had our number
  const int number = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (number < 0) fail_output(name, "cannot create the file", errno);
  if (exists) static_cast<void>(::fchmod(number, existing.st_mode & 0777));
  return number;
}

}  // namespace

NewFile::NewFile(const std::string& name) : NewFile(name, target_of(name)) {}

NewFile::NewFile(const std::string& name, const std::filesystem::path& target)
    : NewFile(name, target, std::make_unique<Doomed>(temporary_of(target).string())) {}

NewFile::NewFile(const std::string& name, const std::filesystem::path& target, std::unique_ptr<Doomed> doomed)
    : Descriptor(create(name, target, temporary_of(target)), name),
      target_(target),
      temporary_(temporary_of(target)),
      doomed_(std::move(doomed)),
      replaces_(::access(target.c_str(), F_OK) == 0) {}

NewFile::~NewFile() {
  if (!placed_) ::unlink(temporary_.c_str());
  if (placed_ && !kept_ && !replaces_) ::unlink(target_.c_str());
}

void NewFile::finish() {
  Descriptor::commit();
  if (::fsync(number()) != 0) fail_output(name(), "cannot write", errno);
  if (const int error = close(); error != 0) fail_output(name(), "cannot write", error);
}

void NewFile::place() {
  if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail_output(name(), "cannot put the file in place", errno);
  placed_ = true;
}

void NewFile::commit() {
  finish();
  if (cancelled()) output_interrupted();
  place();
  keep();
  make_names_last(target_.parent_path());
}

void make_names_last(const std::filesystem::path& directory) {
  const int number = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (number < 0) return;
  static_cast<void>(::fsync(number));
  ::close(number);
}

}  // namespace datagen::host
