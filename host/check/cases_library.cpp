// What holds for the library as a file, and for its entry.
#include <dlfcn.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <sstream>
#include <thread>

#include "check/case.hpp"
#include "check/measure.hpp"
#include "exported_symbols.hpp"

namespace datagen::host::check {
namespace {

// Symbols that the instrumentation of a sanitizer brings along.
bool of_sanitizer(std::string_view symbol) {
  for (const std::string_view prefix : {"__asan", "__odr_asan", "__ubsan", "__tsan", "__sanitizer", "__lsan"}) {
    if (symbol.starts_with(prefix)) return true;
  }
  return false;
}

void one_entry_symbol(Checker& checker) {
  checker.count();
  bool found = false;
  for (const std::string& symbol : exported_symbols(checker.file())) {
    if (symbol == DATAGEN_ENTRY_SYMBOL) {
      found = true;
    } else if (!of_sanitizer(symbol)) {
      checker.fail("it exports " + symbol + ": hide it (-fvisibility=hidden, or a version script)");
    }
  }
  if (!found) checker.fail("it does not export " DATAGEN_ENTRY_SYMBOL);
}

class Memory {
 public:
  explicit Memory(const char* name) : descriptor_(::memfd_create(name, 0)) {}
  ~Memory() { ::close(descriptor_); }
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  [[nodiscard]] int descriptor() const { return descriptor_; }
  [[nodiscard]] std::string text() const {
    std::string result(static_cast<std::size_t>(::lseek(descriptor_, 0, SEEK_END)), '\0');
    const ssize_t n = ::pread(descriptor_, result.data(), result.size(), 0);
    result.resize(n < 0 ? 0 : static_cast<std::size_t>(n));
    return result;
  }

 private:
  int descriptor_;
};

// What the dynamic linker says about the library on its own, without running any of it: as `ldd -r` does.
std::string linker_report(const std::filesystem::path& file) {
  Dl_info linker{};
  const auto base = ::getauxval(AT_BASE);
  if (base == 0 || ::dladdr(reinterpret_cast<void*>(base), &linker) == 0) return "";
  const Memory report("report");
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, report.descriptor(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, report.descriptor(), STDERR_FILENO);
  std::vector<std::string> environment{"LD_TRACE_LOADED_OBJECTS=1", "LD_WARN=yes", "LD_BIND_NOW=yes"};
  if (const char* const path = ::getenv("LD_LIBRARY_PATH"))
    environment.push_back(std::string("LD_LIBRARY_PATH=") + path);
  std::vector<char*> words;
  for (std::string& variable : environment) words.push_back(variable.data());
  words.push_back(nullptr);
  std::string program = linker.dli_fname;
  std::string argument = file.string();
  std::array<char*, 3> arguments{program.data(), argument.data(), nullptr};
  pid_t child = 0;
  const int failure = ::posix_spawn(&child, linker.dli_fname, &actions, nullptr, arguments.data(), words.data());
  ::posix_spawn_file_actions_destroy(&actions);
  if (failure != 0) return "";
  int status = 0;
  ::waitpid(child, &status, 0);
  return report.text();
}

void loads_alone(Checker& checker) {
  checker.count();
  std::istringstream lines(linker_report(checker.file()));
  for (std::string line; std::getline(lines, line);) {
    constexpr std::string_view kUndefined = "undefined symbol: ";
    const std::size_t at = line.find(kUndefined);
    if (at != std::string::npos) {
      const std::string symbol = line.substr(
          at + kUndefined.size(), line.find_first_of(" \t", at + kUndefined.size()) - at - kUndefined.size());
      if (!of_sanitizer(symbol)) {
        checker.fail("neither the library nor what it is linked with has " + symbol + ": link with -Wl,-z,defs");
      }
    } else if (line.find("=> not found") != std::string::npos) {
      checker.fail("it needs a library that is not there: " + line.substr(line.find_first_not_of(" \t")));
    }
  }
  checker.plugin();
}

void quiet_when_loaded(Checker& checker) {
  checker.count();
  const Memory output("output");
  ::dup2(output.descriptor(), STDOUT_FILENO);
  const datagen_plugin& plugin = checker.plugin();
  if (plugin.struct_size >= offsetof(datagen_plugin, get_extension) + sizeof(void*) &&
      plugin.get_extension != nullptr) {
    plugin.get_extension("org.example.unknown/1");
  }
  std::fflush(nullptr);
  const std::string text = output.text();
  if (!text.empty()) checker.fail("it wrote to standard output, which is for data: '" + text.substr(0, 80) + "'");
}

using Entry = decltype(&datagen_plugin_v1);

Entry entry_of(Checker& checker) {
  checker.plugin();
  void* const library = ::dlopen(checker.file().c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NOLOAD);
  return library == nullptr ? nullptr : reinterpret_cast<Entry>(::dlsym(library, DATAGEN_ENTRY_SYMBOL));
}

// The bytes of the descriptor and of the classes behind it.
std::string snapshot(const datagen_plugin& plugin) {
  std::string bytes(reinterpret_cast<const char*>(&plugin), plugin.struct_size);
  for (std::uint32_t i = 0; i < plugin.n_generators; ++i) {
    bytes.append(reinterpret_cast<const char*>(plugin.generators[i]), plugin.generators[i]->struct_size);
  }
  for (std::uint32_t i = 0; i < plugin.n_writers; ++i) {
    bytes.append(reinterpret_cast<const char*>(plugin.writers[i]), plugin.writers[i]->struct_size);
  }
  return bytes;
}

void entry_is_repeatable(Checker& checker) {
  checker.count();
  checker.registry();  // the descriptor can be read
  const Entry entry = entry_of(checker);
  const datagen_plugin* const first = &checker.plugin();
  const std::string before = snapshot(*first);
  std::atomic<bool> same{true};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 1000; ++i) same = same && entry() == first;
    });
  }
  for (std::thread& thread : threads) thread.join();
  if (!same) checker.fail("it does not return the same descriptor each time");
  if (snapshot(*first) != before) checker.fail("what it returned has changed");
  const std::size_t allocated = allocated_bytes();
  for (int i = 0; i < 1000; ++i) entry();
  if (allocated_bytes() > allocated) checker.fail("it allocates memory each time");
}

void starts_nothing(Checker& checker) {
  checker.count();
  const std::size_t before = thread_count();
  checker.plugin();
  if (thread_count() != before) checker.fail("threads run that did not before it was loaded");
}

void unknown_extension_is_null(Checker& checker) {
  checker.registry();
  checker.count();
  if (checker.plugin().get_extension == nullptr) return;
  for (const char* id : {"org.example.unknown/1", "", "datagen.unknown/99"}) {
    if (checker.plugin().get_extension(id) != nullptr) {
      checker.fail(std::string("get_extension(\"") + id + "\") returned something");
    }
  }
}

}  // namespace

std::vector<Case> library_cases() {
  return {
      {"one-entry-symbol", "The library exports datagen_plugin_v1 and nothing else.", Needs::file, one_entry_symbol,
       ""},
      {kLoads, "The library loads with RTLD_NOW and RTLD_LOCAL, and nothing in it is left undefined.", Needs::file,
       loads_alone, "", true},
      {"quiet-when-loaded", "Loading and entering the library writes nothing to standard output.", Needs::library,
       quiet_when_loaded, "", true},
      {"starts-nothing", "Loading and entering the library starts no thread.", Needs::library, starts_nothing, "",
       true},
      {"entry-is-repeatable",
       "datagen_plugin_v1 returns the same unchanged descriptor each time, on any thread, and allocates nothing.",
       Needs::declarations, entry_is_repeatable, ""},
      {"unknown-extension-is-null", "get_extension returns NULL for an id that it does not know.", Needs::declarations,
       unknown_extension_is_null, ""},
  };
}

}  // namespace datagen::host::check
