#include "libpq.hpp"

#include <dlfcn.h>

#include <string>

#include "datagen/plugin.hpp"

namespace datagen::postgres_sink {
namespace {

constexpr const char* kLibrary = "libpq.so.5";

template <class Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (function == nullptr)
    throw sdk::PluginError(DATAGEN_IO, std::string(kLibrary) + " has no " + name + "; install a newer libpq5");
}

Libpq load() {
  void* const library = ::dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr)
    throw sdk::PluginError(
        DATAGEN_IO, std::string("PostgreSQL's client library cannot be loaded (") + ::dlerror() + "); install libpq5");
  Libpq functions;
#define DATAGEN_FIND(name) find(library, #name, functions.name);
  DATAGEN_LIBPQ_FUNCTIONS(DATAGEN_FIND)
#undef DATAGEN_FIND
  return functions;
}

}  // namespace

const Libpq& libpq() {
  static const Libpq functions = load();
  return functions;
}

}  // namespace datagen::postgres_sink
