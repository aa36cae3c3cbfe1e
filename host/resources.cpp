#include "resources.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>
#include <system_error>

#include "datagen/services/resource.hpp"

namespace datagen::host {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostBytes = std::uintmax_t{1} << 30;

bool stays_below(std::string_view name) {
  while (true) {
    const std::size_t slash = name.find('/');
    const std::string_view part = name.substr(0, slash);
    if (part.empty() || part == "." || part == "..") return false;
    if (slash == std::string_view::npos) return true;
    name.remove_prefix(slash + 1);
  }
}

[[noreturn]] void fail(const fs::path& file, const std::string& reason) {
  throw sdk::PluginError(DATAGEN_IO, "the plugin's file " + file.string() + " cannot be read: " + reason);
}

std::string read_whole(const fs::path& file) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (error) fail(file, error.message());
  if (!fs::is_regular_file(status)) fail(file, "it is no file");
  const std::uintmax_t size = fs::file_size(file, error);
  if (error) fail(file, error.message());
  if (size > kMostBytes) fail(file, "it has more than 1073741824 bytes");
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) fail(file, std::strerror(errno));
  std::string bytes(size, '\0');
  stream.read(bytes.data(), static_cast<std::streamsize>(size));
  if (!stream) fail(file, "it became shorter while it was read");
  return bytes;
}

// What one plugin's directory holds, each file read when it is first asked for.
class Resources {
 public:
  explicit Resources(fs::path directory) : directory_(std::move(directory)) {
    service_.struct_size = sizeof service_;
    service_.context = this;
    service_.open = &open;
  }
  Resources(const Resources&) = delete;
  Resources& operator=(const Resources&) = delete;

  [[nodiscard]] const datagen_resources* service() const { return &service_; }

 private:
  static datagen_status DATAGEN_CALL open(const datagen_resources* service, const char* name, datagen_str* bytes,
                                          datagen_error* error) noexcept {
    return sdk::guard(error, [&] {
      const std::string& content = static_cast<Resources*>(service->context)->content(name == nullptr ? "" : name);
      *bytes = {content.data(), content.size()};
    });
  }

  const std::string& content(const std::string& name) {
    if (!stays_below(name)) {
      throw sdk::PluginError(DATAGEN_INVALID_ARGUMENT,
                             "'" + name + "' is no name of a resource: it is a path below the plugin's directory");
    }
    const std::lock_guard lock(mutex_);
    const auto known = contents_.find(name);
    if (known != contents_.end()) return known->second;
    return contents_.emplace(name, read_whole(directory_ / name)).first->second;
  }

  fs::path directory_;
  datagen_resources service_{};
  std::mutex mutex_;
  std::map<std::string, std::string> contents_;  // elements keep their addresses
};

}  // namespace

const void* plugin_service(const fs::path& plugin_file, const std::string& id) {
  if (id != DATAGEN_RESOURCE_SERVICE) return nullptr;
  // Never destroyed, as plugins are never unloaded.
  static auto* const all = new std::map<fs::path, std::unique_ptr<Resources>>;
  static auto* const mutex = new std::mutex;
  const std::lock_guard lock(*mutex);
  std::unique_ptr<Resources>& resources = (*all)[plugin_file];
  if (!resources) resources = std::make_unique<Resources>(plugin_file.parent_path());
  return resources->service();
}

}  // namespace datagen::host
