// A regular file that appears under its name only when whole: written beside it, and renamed.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "descriptor.hpp"
#include "signals.hpp"

namespace datagen::host {

// Destroyed before keep(): leaves no trace, and what stood under the name stays as it was, unless place() has replaced
// it.  The temporary file is NAME with a dot before and ".PID.tmp" after it, in the same directory.
class NewFile : public Descriptor {
 public:
  // Through a link, which stays one.  Throws Error(output) if the file cannot be made, or one of its name not replaced.
  explicit NewFile(const std::string& name);
  ~NewFile() override;

  // The file is whole: on the disk, with no descriptor open.
  void finish();
  // Under its name, once finished.
  void place();
  void keep() { kept_ = true; }
  // All of it.
  void commit() override;

 private:
  NewFile(const std::string& name, const std::filesystem::path& target);
  NewFile(const std::string& name, const std::filesystem::path& target, std::unique_ptr<Doomed> doomed);

  std::filesystem::path target_, temporary_;
  std::unique_ptr<Doomed> doomed_;  // before the file is made
  bool placed_ = false, replaces_ = false, kept_ = false;
};

// So that new names in the directory last too.  Some file systems cannot, which is no failure.
void make_names_last(const std::filesystem::path& directory);

}  // namespace datagen::host
