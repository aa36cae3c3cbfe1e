// A database file that appears under its name only when whole: made beside it, and renamed.
#pragma once

#include <filesystem>
#include <string>

namespace datagen::sqlite {

// Throws sdk::PluginError with the reason if the name stands for no regular file: SQLite reads and writes pages
// anywhere in the file, so it can be no pipe, and not standard output.
void check_output_name(const std::string& name);

// Destroyed without place(): leaves no trace, and what stood under the name stays as it was.  The temporary file is
// NAME with a dot before and ".PID.tmp" after it, in the same directory.
class NewFile {
 public:
  // An empty file.  Through a link, which stays one.  Throws sdk::PluginError DATAGEN_IO if it cannot be made, or one
  // of its name not be replaced.
  explicit NewFile(const std::string& name);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  // Where the database is to be written.
  [[nodiscard]] std::string path() const { return temporary_.string(); }
  // Whole, on the disk, and under its name.
  void place();

 private:
  std::string name_;
  std::filesystem::path target_, temporary_;
  bool made_ = false;
};

}  // namespace datagen::sqlite
