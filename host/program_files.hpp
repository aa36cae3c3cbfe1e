// What belongs to the program, found relative to its executable: so a build tree, an installation and an archive that
// was unpacked anywhere all work alike.
#pragma once

#include <filesystem>

namespace datagen::host {

// The directory of the executable, without links; empty where the system does not tell.
[[nodiscard]] std::filesystem::path program_directory();

// A file or directory below share/datagen.  Throws Error(usage), naming it, if it is not there.
[[nodiscard]] std::filesystem::path data_path(const std::filesystem::path& name);

}  // namespace datagen::host
