#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "datagen/plugin.h"
#include "report.hpp"

namespace datagen::host {
namespace {

#if defined(__clang__)
constexpr const char* kCompiler = "Clang " __clang_version__;
#else
constexpr const char* kCompiler = "GCC " __VERSION__;
#endif

}  // namespace

int run_version(const Arguments& arguments) {
  const std::string abi = fmt::format("{}.{}", DATAGEN_ABI_MAJOR, DATAGEN_ABI_MINOR);
  if (arguments.has("json")) {
    const nlohmann::ordered_json document{{"version", DATAGEN_VERSION},
                                          {"plugin_abi", abi},
                                          {"compiler", kCompiler},
                                          {"dependencies", DATAGEN_DEPENDENCIES}};
    print_report(document.dump(2) + "\n");
  } else if (arguments.has("short")) {
    print_report(DATAGEN_VERSION "\n");
  } else {
    print_report(fmt::format("datagen {}\nplugin ABI {}\ncompiler {}\nwith {}\n", DATAGEN_VERSION, abi, kCompiler,
                             DATAGEN_DEPENDENCIES));
  }
  return 0;
}

}  // namespace datagen::host
