#include "registry/check.hpp"

#include <cctype>
#include <initializer_list>
#include <utility>

namespace datagen {

const std::string PluginFaults::rebuild = "the plugin has to be corrected: ask its vendor for a newer build";

void PluginFaults::add(const std::string& what, const std::string& message, const std::string& hint) {
  faults_.push_back(Fault{what.empty() ? message : what + " " + message, {}, origin_, hint});
}

void PluginFaults::throw_if_any() const {
  if (!faults_.empty()) throw Error(ErrorCode::plugin, faults_);
}

bool check_array(const void* array, std::uint32_t count, std::uint32_t most, const std::string& what, const char* name,
                 PluginFaults& faults) {
  if (count > most) {
    faults.add(what, "declares " + std::to_string(count) + " " + name + ", more than the " + std::to_string(most) +
                         " that a plugin may have");
    return false;
  }
  if (array == nullptr && count != 0) {
    faults.add(what, "declares " + std::to_string(count) + " " + name + " in a NULL array");
    return false;
  }
  return true;
}

std::string id_problem(const char* id) {
  if (id == nullptr) return "has no id";
  const std::string_view text(id, ::strnlen(id, 257));
  const std::string shape = ", but must look like \"org.example.weather\"";
  if (text.empty() || text.size() > 256) return "has an id of 0 or more than 256 bytes";
  bool dotted = false;
  char before = '.';
  for (const char c : text) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
    if (!plain && (c != '.' || before == '.')) return "has the id '" + std::string(text) + "'" + shape;
    dotted = dotted || c == '.';
    before = c;
  }
  if (!dotted || before == '.') return "has the id '" + std::string(text) + "'" + shape;
  return "";
}

namespace {

template <class Table>
void check_common(const Table& table, const std::string& what, PluginFaults& faults) {
  if (table.required != 0) {
    faults.add(what, "requires features that this datagen does not know (bits " + std::to_string(table.required) + ")",
               "use a newer datagen, or an older build of the plugin");
  }
  if (table.algorithm_version == 0) faults.add(what, "has algorithm_version 0, but versions begin at 1");
  if (table.summary == nullptr) faults.add(what, "has no summary");
}

void check_functions(std::initializer_list<std::pair<const char*, bool>> functions, const std::string& what,
                     PluginFaults& faults) {
  for (const auto& [name, present] : functions) {
    if (!present) faults.add(what, std::string("lacks the function ") + name);
  }
}

}  // namespace

void check_generator_class(const datagen_generator_class& table, const std::string& what, PluginFaults& faults) {
  check_common(table, what, faults);
  check_functions({{"create", table.create != nullptr},
                   {"destroy", table.destroy != nullptr},
                   {"describe", table.describe != nullptr},
                   {"values (or dictionary)", table.values != nullptr || table.dictionary != nullptr}},
                  what, faults);
  if (table.families == 0) faults.add(what, "serves no family of types");
}

void check_writer_class(const datagen_writer_class& table, const std::string& what, PluginFaults& faults) {
  check_common(table, what, faults);
  check_functions({{"create", table.create != nullptr},
                   {"destroy", table.destroy != nullptr},
                   {"open_table", table.open_table != nullptr},
                   {"close_table", table.close_table != nullptr}},
                  what, faults);
  const bool encodes = table.encode != nullptr;
  const bool writes = table.sink_write != nullptr;
  const bool appends = table.sink_append != nullptr;
  if (encodes == writes) {
    faults.add(what, encodes ? "has both encode and sink_write, but a writer has one role"
                             : "has neither encode nor sink_write");
  }
  if (appends && !encodes) faults.add(what, "has sink_append without encode");
  if ((table.flags & ~std::uint32_t{DATAGEN_WRITER_TABLE_FILES}) != 0) {
    faults.add(what, "has flags that this datagen does not know");
  }
  if ((table.flags & DATAGEN_WRITER_TABLE_FILES) != 0 &&
      (!encodes || appends || table.pre_data != nullptr || table.post_data != nullptr)) {
    faults.add(what, "writes a file for each table, but is no encoder without pre_data and post_data");
  }
  if (writes || appends) {
    check_functions({{"sink_open", table.sink_open != nullptr},
                     {"sink_commit", table.sink_commit != nullptr},
                     {"sink_close", table.sink_close != nullptr}},
                    what, faults);
  }
}

}  // namespace datagen
