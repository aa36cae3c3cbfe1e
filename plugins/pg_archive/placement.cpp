#include "placement.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "file.hpp"

namespace datagen::pg_archive {
namespace {

// A trailing slash is none.
std::filesystem::path target_of(const std::string& name) {
  std::error_code error;
  std::filesystem::path target = std::filesystem::weakly_canonical(name, error);
  if (error) target = std::filesystem::absolute(name);
  return target.has_filename() ? target : target.parent_path();
}

}  // namespace

Placement::Placement(const std::string& name) : name_(name), target_(target_of(name)) {
  temporary_ = target_.parent_path() / ("." + target_.filename().string() + "." + std::to_string(::getpid()) + ".tmp");
  std::error_code ignored;
  std::filesystem::remove_all(temporary_, ignored);  // of a killed process that had our number
}

Placement::~Placement() {
  std::error_code ignored;
  if (!placed_) std::filesystem::remove_all(temporary_, ignored);
}

void Placement::place() {
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0) fail("put in place", name_, errno);
  placed_ = true;
  make_names_last(target_.parent_path());
}

void make_names_last(const std::filesystem::path& directory) {
  const int number = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (number < 0) return;
  static_cast<void>(::fsync(number));
  ::close(number);
}

}  // namespace datagen::pg_archive
