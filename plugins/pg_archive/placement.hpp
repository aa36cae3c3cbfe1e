// A file or directory on its way to its name: written beside it, and renamed.
#pragma once

#include <filesystem>
#include <string>

namespace datagen::pg_archive {

// Destroyed before place(): what is at path() is removed, and what stood under the name stays as it was.
class Placement {
 public:
  // Through a link, which stays one.
  explicit Placement(const std::string& name);
  ~Placement();
  Placement(const Placement&) = delete;
  Placement& operator=(const Placement&) = delete;

  // NAME with a dot before and ".PID.tmp" after it, in the same directory; nothing is there yet.
  [[nodiscard]] const std::filesystem::path& path() const { return temporary_; }
  [[nodiscard]] const std::filesystem::path& target() const { return target_; }
  // What is at path() gets its name.  Throws sdk::PluginError DATAGEN_IO.
  void place();

 private:
  std::string name_;
  std::filesystem::path target_, temporary_;
  bool placed_ = false;
};

// So that new names in the directory last.  Some file systems cannot, which is no failure.
void make_names_last(const std::filesystem::path& directory);

}  // namespace datagen::pg_archive
