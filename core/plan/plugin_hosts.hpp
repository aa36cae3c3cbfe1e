// The host as each plugin sees it: one struct per plugin file, so that services know who asks.
#pragma once

#include <map>
#include <string>

#include "datagen/core/run.hpp"

namespace datagen {

// Made for every plugin of a registry, which together with the environment must outlive it.  Then immutable: any number
// of threads.
class PluginHosts {
 public:
  PluginHosts(const Registry& registry, const Environment& environment);
  PluginHosts(const PluginHosts&) = delete;
  PluginHosts& operator=(const PluginHosts&) = delete;

  // origin: of a class of the registry.
  [[nodiscard]] const datagen_host& of(const std::string& origin) const { return hosts_.at(origin).host; }

 private:
  struct Entry {
    const Environment* environment = nullptr;
    std::string origin;
    datagen_host host{};
  };
  static void DATAGEN_CALL log(const datagen_host* host, std::int32_t level, const char* message) noexcept;
  static std::int32_t DATAGEN_CALL is_cancelled(const datagen_host* host) noexcept;
  static const void* DATAGEN_CALL get_service(const datagen_host* host, const char* id) noexcept;
  void add(const std::string& origin, const Environment& environment);

  std::map<std::string, Entry> hosts_;  // entries keep their addresses
};

}  // namespace datagen
