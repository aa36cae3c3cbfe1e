// Files that come with a plugin, in C++: resource.h says where they lie.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "datagen/error.hpp"
#include "datagen/services/resource.h"

namespace datagen::sdk {

/// The bytes of a resource, which live as long as the host.  Throws PluginError: DATAGEN_UNSUPPORTED from a host that
/// has no resources, else the host's own.  Any thread.
inline std::string_view resource(const datagen_host* host, const char* name) {
  const datagen_resources* const service =
      host == nullptr || host->get_service == nullptr
          ? nullptr
          : static_cast<const datagen_resources*>(host->get_service(host, DATAGEN_RESOURCE_SERVICE));
  if (service == nullptr) {
    throw PluginError(DATAGEN_UNSUPPORTED, std::string("this datagen cannot open the plugin's file ") + name);
  }
  datagen_error error{};
  error.struct_size = sizeof error;
  datagen_str bytes{};
  const datagen_status status = service->open(service, name, &bytes, &error);
  if (status != DATAGEN_OK) throw PluginError(status, error.message);
  return {bytes.data, static_cast<std::size_t>(bytes.size)};
}

/// The lines of a word list, without their ends; empty lines and those that begin with '#' are left out.  They point
/// into the resource.
inline std::vector<std::string_view> resource_lines(const datagen_host* host, const char* name) {
  std::vector<std::string_view> lines;
  std::string_view rest = resource(host, name);
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty() && line.front() != '#') lines.push_back(line);
  }
  return lines;
}

}  // namespace datagen::sdk
