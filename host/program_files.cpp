#include "program_files.hpp"

#include <system_error>

#include "datagen/core/error.hpp"

namespace datagen::host {

namespace fs = std::filesystem;

fs::path program_directory() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path{} : program.parent_path();
}

fs::path data_path(const fs::path& name) {
  const fs::path path = (program_directory() / "../share/datagen" / name).lexically_normal();
  std::error_code error;
  if (fs::exists(path, error)) return path;
  throw Error(ErrorCode::usage, Fault{"a part of datagen is missing", Location{}, path.string(),
                                      "install datagen again, or run it from where it was installed"});
}

}  // namespace datagen::host
