// The plugin classes at hand, as tables of functions.  core never loads a library: the host does, and registers.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/plugin.h"

namespace datagen {

// One class, copied into a struct of this version's size (fields that the plugin does not know are 0).
struct GeneratorClass {
  datagen_generator_class table{};
  std::vector<datagen_option> options;
  std::vector<datagen_hint> hints;
  std::string id;          // "datagen.email"
  std::string short_name;  // "email"
  std::string origin;      // plugin file, for messages
};

struct WriterClass {
  datagen_writer_class table{};
  std::vector<datagen_option> options;
  std::string id, short_name, origin;

  // A writer has one of three roles (plugin.h).  A sink and a container put rows into a destination of their own; an
  // encoder's bytes go where the program puts them.
  [[nodiscard]] bool has_own_destination() const { return table.sink_open != nullptr; }
  [[nodiscard]] bool is_container() const { return table.sink_append != nullptr; }
};

// Set up by one thread, then read by many.
class Registry {
 public:
  // Validates and copies every class of the plugin.  Throws Error(plugin), naming origin, the reason and the remedy: a
  // struct too small for ABI 1.0, a required bit that is unknown, a missing function, a malformed or repeated id, a
  // malformed option table, a plugin that wants a newer host.
  void add(const datagen_plugin& plugin, const std::string& origin);

  [[nodiscard]] const std::vector<std::unique_ptr<GeneratorClass>>& generators() const { return generators_; }
  [[nodiscard]] const std::vector<std::unique_ptr<WriterClass>>& writers() const { return writers_; }

  // By id or by short name; nullptr if there is none.  A short name that several classes have means ours
  // ("datagen.NAME") if there is one; otherwise throws Error(description) naming the ids.
  [[nodiscard]] const GeneratorClass* find_generator(std::string_view name) const;
  [[nodiscard]] const WriterClass* find_writer(std::string_view name) const;

 private:
  std::vector<std::unique_ptr<GeneratorClass>> generators_;
  std::vector<std::unique_ptr<WriterClass>> writers_;
};

}  // namespace datagen
