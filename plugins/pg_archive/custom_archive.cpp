#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>

#include "archive.hpp"
#include "file.hpp"
#include "placement.hpp"

namespace datagen::pg_archive {
namespace {

constexpr std::size_t kMostChunk = std::size_t{1} << 20;  // pg_restore keeps one in memory

class CustomArchive final : public Archive {
 public:
  CustomArchive(std::unique_ptr<Placement> placement, std::unique_ptr<File> file, const Head& head)
      : placement_(std::move(placement)), file_(std::move(file)), head_(head) {}

  void begin_data(const Entry& entry, const Selection& expected) override {
    if (reserved_.empty()) {
      reserved_ = contents(Format::custom, head_, expected, {});
      file_->write(reserved_);
    }
    offsets_[entry.id] = file_->size();
    std::string header;
    put_block_header(header, entry.id);
    file_->write(header);
  }

  void data(std::string_view bytes) override {
    while (!bytes.empty()) {
      const std::string_view chunk = bytes.substr(0, kMostChunk);
      std::string size;
      put_integer(size, static_cast<std::int32_t>(chunk.size()));
      file_->write(size);
      file_->write(chunk);
      bytes.remove_prefix(chunk.size());
    }
  }

  void end_data() override {
    std::string end;
    put_integer(end, 0);
    file_->write(end);
  }

  void finish(const Selection& entries) override {
    if (reserved_.empty()) {
      file_->write(contents(Format::custom, head_, entries, {}));
    } else if (file_->is_new()) {
      file_->replace(0, filled(contents(Format::custom, head_, entries, offsets_)));
    } else if (contents(Format::custom, head_, entries, {}) != reserved_) {
      throw sdk::PluginError(DATAGEN_IO,
                             "the archive's contents went out before it was known that sections are left out; name a "
                             "file for an archive of some sections",
                             "output");
    }
    file_->finish();
    if (placement_ != nullptr) placement_->place();
  }

 private:
  // Fewer entries than were expected leave room before the data: a block of no entry, which readers pass over.
  [[nodiscard]] std::string filled(std::string bytes) const {
    if (bytes.size() == reserved_.size()) return bytes;
    put_block_header(bytes, kNoEntry);
    const std::size_t size = reserved_.size() - bytes.size() - 2 * kIntegerBytes;
    put_integer(bytes, static_cast<std::int32_t>(size));
    bytes.append(size, '\0');
    put_integer(bytes, 0);
    return bytes;
  }

  static constexpr std::int32_t kNoEntry = 0;
  static constexpr std::size_t kIntegerBytes = 5;

  std::unique_ptr<Placement> placement_;  // goes last
  std::unique_ptr<File> file_;
  Head head_;
  std::string reserved_;  // what the file begins with until it is whole
  Offsets offsets_;
};

}  // namespace

std::unique_ptr<Archive> open_custom(const datagen_host* host, const std::string& name, const Head& head) {
  if (name.empty() || name == "-" || name == "/dev/stdout")
    return std::make_unique<CustomArchive>(nullptr, File::standard_output(host), head);
  struct stat status {};
  const bool exists = ::stat(name.c_str(), &status) == 0;
  if (!exists && errno != ENOENT) fail("create", name, errno);
  if (exists && S_ISDIR(status.st_mode)) {
    throw sdk::PluginError(DATAGEN_IO,
                           name + " is a directory; name a file in it, such as " + name +
                               "/data.dump, or make an archive of the directory format with output_dir",
                           "output");
  }
  if (exists && !S_ISREG(status.st_mode)) return std::make_unique<CustomArchive>(nullptr, File::open(host, name), head);
  if (exists && ::access(name.c_str(), W_OK) != 0) fail("replace", name, errno);
  auto placement = std::make_unique<Placement>(name);
  auto file = File::make(host, placement->path(), name);
  if (exists) static_cast<void>(::fchmod(file->number(), status.st_mode & 0777));
  return std::make_unique<CustomArchive>(std::move(placement), std::move(file), head);
}

}  // namespace datagen::pg_archive
