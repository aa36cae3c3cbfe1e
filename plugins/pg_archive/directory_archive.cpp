#include <sys/stat.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "archive.hpp"
#include "file.hpp"
#include "placement.hpp"

namespace datagen::pg_archive {
namespace {

namespace fs = std::filesystem;

class DirectoryArchive final : public Archive {
 public:
  DirectoryArchive(const datagen_host* host, const std::string& name, const Head& head)
      : host_(host), name_(name), head_(head), placement_(name) {
    if (::mkdir(placement_.path().c_str(), 0777) != 0) fail("create", name, errno);
  }

  void begin_data(const Entry& entry, const Selection&) override {
    file_ = make(data_file_name(entry.id) + (head_.compression == 0 ? "" : ".gz"));
  }
  void data(std::string_view bytes) override { file_->write(bytes); }
  void end_data() override {
    file_->finish();
    file_.reset();
  }

  void finish(const Selection& entries) override {
    const std::unique_ptr<File> file = make("toc.dat");
    file->write(contents(Format::directory, head_, entries, {}));
    file->finish();
    make_names_last(placement_.path());
    placement_.place();
  }

 private:
  [[nodiscard]] std::unique_ptr<File> make(const std::string& file) const {
    return File::make(host_, placement_.path() / file, (fs::path(name_) / file).string());
  }

  const datagen_host* host_;
  std::string name_;
  Head head_;
  Placement placement_;
  std::unique_ptr<File> file_;
};

}  // namespace

std::unique_ptr<Archive> open_directory(const datagen_host* host, const std::string& name, const Head& head) {
  std::error_code error;
  const fs::file_status status = fs::status(name, error);
  if (fs::exists(status)) {
    const std::string remedy = "; name a new or an empty directory";
    if (!fs::is_directory(status))
      throw sdk::PluginError(DATAGEN_IO, name + " is not a directory" + remedy, "output_dir");
    const fs::directory_iterator entries(name, error);
    if (error) fail("read", name, error.value());
    if (entries != fs::directory_iterator()) {
      throw sdk::PluginError(
          DATAGEN_IO, name + " is not empty: it holds " + entries->path().filename().string() + remedy, "output_dir");
    }
  }
  return std::make_unique<DirectoryArchive>(host, name, head);
}

}  // namespace datagen::pg_archive
