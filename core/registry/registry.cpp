#include "datagen/core/registry.hpp"

#include <algorithm>
#include <iterator>

#include "datagen/core/error.hpp"
#include "registry/check.hpp"

namespace datagen {
namespace {

constexpr std::uint32_t kMostClasses = 65536;
constexpr std::uint32_t kHostAbi = std::uint32_t{DATAGEN_ABI_MAJOR} << 16 | std::uint32_t{DATAGEN_ABI_MINOR};

std::string version_text(std::uint32_t abi) { return std::to_string(abi >> 16) + "." + std::to_string(abi & 0xffff); }

std::string last_part(const std::string& id) { return id.substr(id.rfind('.') + 1); }

void check_plugin(const datagen_plugin& plugin, PluginFaults& faults) {
  if (!check_struct(&plugin, AbiOneSizes::plugin, "the plugin descriptor", faults)) return;
  if (plugin.abi_version >> 16 != DATAGEN_ABI_MAJOR) {
    faults.add("", "the plugin was compiled for ABI " + version_text(plugin.abi_version) +
                       ", but exports the symbol of ABI 1");
  }
  if (plugin.minimum_host_abi > kHostAbi) {
    faults.add("",
               "the plugin needs a datagen with ABI " + version_text(plugin.minimum_host_abi) + ", but this one has " +
                   version_text(kHostAbi),
               "use a newer datagen, or an older build of the plugin");
    return;
  }
  const std::string problem = id_problem(plugin.id);
  if (!problem.empty()) faults.add("the plugin", problem);
  for (const auto& [name, text] : {std::pair{"name", plugin.name}, std::pair{"version", plugin.version},
                                   std::pair{"vendor", plugin.vendor}, std::pair{"license", plugin.license}}) {
    if (text == nullptr) faults.add("the plugin", std::string("has no ") + name);
  }
}

template <class Class>
void check_repeated(const std::string& id, const std::vector<std::unique_ptr<Class>>& known,
                    const std::vector<std::unique_ptr<Class>>& added, const std::string& origin,
                    const std::string& what, PluginFaults& faults) {
  for (const auto* list : {&known, &added}) {
    for (const auto& other : *list) {
      if (other->id != id) continue;
      if (other->origin == origin) {
        faults.add(what, "is declared twice");
      } else {
        faults.add(what, "is also in " + other->origin, "keep only one of the two files where plugins are searched");
      }
      return;
    }
  }
}

// What is common to both roles: the struct, its id, its options.  Nothing if the class cannot be used.
template <class Class, class Table>
std::unique_ptr<Class> read_class(const Table* theirs, std::uint32_t least, const char* role, std::uint32_t index,
                                  const std::string& origin, std::string& what, PluginFaults& faults) {
  what = std::string(role) + " " + std::to_string(index);
  if (!check_struct(theirs, least, what, faults)) return nullptr;
  auto result = std::make_unique<Class>();
  result->table = copy_known(theirs);
  const std::string problem = id_problem(result->table.id);
  if (!problem.empty()) {
    faults.add(what, problem);
    return nullptr;
  }
  result->id = result->table.id;
  result->short_name = last_part(result->id);
  result->origin = origin;
  what = std::string(role) + " '" + result->id + "'";
  result->options = check_options(result->table.options, result->table.n_options, what, faults);
  return result;
}

template <class Class>
const Class* find(const std::vector<std::unique_ptr<Class>>& classes, std::string_view name, const char* role) {
  std::vector<const Class*> matches;
  for (const auto& one : classes) {
    if (one->id == name) return one.get();
    if (one->short_name == name) matches.push_back(one.get());
  }
  if (matches.empty()) return nullptr;
  if (matches.size() == 1) return matches.front();
  std::string ids;
  for (const Class* match : matches) {
    if (match->id == "datagen." + std::string(name)) return match;
    ids += (ids.empty() ? "" : ", ") + match->id;
  }
  throw Error(ErrorCode::description, std::string(role) + " '" + std::string(name) + "' could be any of " + ids,
              "write the whole id");
}

}  // namespace

void Registry::add(const datagen_plugin& plugin, const std::string& origin) {
  PluginFaults faults(origin);
  check_plugin(plugin, faults);
  faults.throw_if_any();
  if (!check_array(plugin.generators, plugin.n_generators, kMostClasses, "the plugin", "generators", faults) ||
      !check_array(plugin.writers, plugin.n_writers, kMostClasses, "the plugin", "writers", faults)) {
    faults.throw_if_any();
  }

  std::vector<std::unique_ptr<GeneratorClass>> generators;
  std::vector<std::unique_ptr<WriterClass>> writers;
  std::string what;
  for (std::uint32_t i = 0; i < plugin.n_generators; ++i) {
    auto one =
        read_class<GeneratorClass>(plugin.generators[i], AbiOneSizes::generator, "generator", i, origin, what, faults);
    if (!one) continue;
    check_generator_class(one->table, what, faults);
    one->hints = check_hints(one->table.hints, one->table.n_hints, one->options, what, faults);
    check_repeated(one->id, generators_, generators, origin, what, faults);
    generators.push_back(std::move(one));
  }
  for (std::uint32_t i = 0; i < plugin.n_writers; ++i) {
    auto one = read_class<WriterClass>(plugin.writers[i], AbiOneSizes::writer, "writer", i, origin, what, faults);
    if (!one) continue;
    check_writer_class(one->table, what, faults);
    check_repeated(one->id, writers_, writers, origin, what, faults);
    writers.push_back(std::move(one));
  }
  faults.throw_if_any();
  std::move(generators.begin(), generators.end(), std::back_inserter(generators_));
  std::move(writers.begin(), writers.end(), std::back_inserter(writers_));
}

const GeneratorClass* Registry::find_generator(std::string_view name) const {
  return find(generators_, name, "generator");
}

const WriterClass* Registry::find_writer(std::string_view name) const { return find(writers_, name, "writer"); }

}  // namespace datagen
