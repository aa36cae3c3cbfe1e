#include "plan/plugin_hosts.hpp"

namespace datagen {

void DATAGEN_CALL PluginHosts::log(const datagen_host* host, std::int32_t level, const char* message) noexcept {
  const Environment& environment = *static_cast<const Entry*>(host->context)->environment;
  if (!environment.log || message == nullptr) return;
  try {
    environment.log(level, message);
  } catch (...) {  // a log that fails is no reason to fail the call that logged
  }
}

std::int32_t DATAGEN_CALL PluginHosts::is_cancelled(const datagen_host* host) noexcept {
  const Environment& environment = *static_cast<const Entry*>(host->context)->environment;
  return environment.cancelled != nullptr && environment.cancelled->load(std::memory_order_relaxed) ? 1 : 0;
}

const void* DATAGEN_CALL PluginHosts::get_service(const datagen_host* host, const char* id) noexcept {
  const Entry& entry = *static_cast<const Entry*>(host->context);
  if (!entry.environment->service || id == nullptr) return nullptr;
  try {
    return entry.environment->service(entry.origin, id);
  } catch (...) {  // a service that cannot be given is one that this host does not have
    return nullptr;
  }
}

void PluginHosts::add(const std::string& origin, const Environment& environment) {
  const auto [place, is_new] = hosts_.try_emplace(origin);
  if (!is_new) return;
  Entry& entry = place->second;
  entry.environment = &environment;
  entry.origin = origin;
  entry.host.struct_size = sizeof entry.host;
  entry.host.abi_version = DATAGEN_ABI_VERSION;
  entry.host.context = &entry;
  entry.host.name = "datagen";
  entry.host.version = DATAGEN_VERSION;
  entry.host.log = &log;
  entry.host.is_cancelled = &is_cancelled;
  entry.host.get_service = &get_service;
}

PluginHosts::PluginHosts(const Registry& registry, const Environment& environment) {
  for (const auto& generator : registry.generators()) add(generator->origin, environment);
  for (const auto& writer : registry.writers()) add(writer->origin, environment);
}

}  // namespace datagen
