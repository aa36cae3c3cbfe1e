// The table of contents of an archive: what there is, in which order, and how it is made, dropped and filled.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "datagen/plugin.hpp"

namespace datagen::pg_archive {

// As pg_dump numbers them (teSection).
enum class EntrySection : std::int32_t { none = 1, pre_data = 2, data = 3, post_data = 4 };

// Which part of the database an entry belongs to, whatever its section: comments go where their table goes.
enum class Part : std::uint8_t { settings, pre_data, data, post_data };

struct Entry {
  std::int32_t id = 0;      // from 1, in order; what others depend on, and what data blocks are found by
  std::string description;  // "TABLE", "FK CONSTRAINT"
  std::string tag;
  EntrySection section = EntrySection::pre_data;
  Part part = Part::pre_data;
  std::optional<std::string> schema;      // absent: of no schema
  std::optional<std::string> definition;  // SQL
  std::optional<std::string> drop;        // SQL
  std::optional<std::string> copy;        // COPY ... FROM stdin, of data
  std::optional<std::string> owner;       // "": of whoever restores
  std::vector<std::int32_t> dependencies;
  std::optional<std::uint32_t> table;  // index into the database's tables, of the data of one
};

// Everything that the database's contents ask for; ids do not depend on which sections a run writes.  Throws
// sdk::PluginError DATAGEN_UNSUPPORTED for what SQL cannot express.
[[nodiscard]] std::vector<Entry> entries_of(const datagen_database& database);

}  // namespace datagen::pg_archive
