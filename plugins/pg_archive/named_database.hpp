// A database in which every object has a schema and a name: entries of an archive are selected and dropped by them.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "datagen/plugin.hpp"
#include "default_names.hpp"

namespace datagen::pg_archive {

// Where objects without a schema go.
inline constexpr const char* kDefaultSchema = "public";

// A copy of the database's structs: schemas that are not given are kDefaultSchema, and keys and indexes without a name
// have the one that the server would give (a check keeps none: it is part of its table).  What the copy points at
// otherwise is the original's.
class NamedDatabase {
 public:
  explicit NamedDatabase(const datagen_database& database);
  NamedDatabase(const NamedDatabase&) = delete;
  NamedDatabase& operator=(const NamedDatabase&) = delete;

  [[nodiscard]] const datagen_database& get() const { return database_; }

 private:
  const char* text(std::string value) { return texts_.emplace_back(std::move(value)).c_str(); }
  template <class Struct>
  const Struct* const* list(const std::deque<Struct>& structs, std::size_t first);
  void copy_table(const datagen_table_definition& table);
  void take_names();
  void name_constraints(std::uint32_t kind, const char* label);
  void name_indexes();

  datagen_database database_;
  DefaultNames names_;
  std::deque<std::string> texts_;
  std::deque<datagen_type> types_;
  std::deque<datagen_sequence> sequences_;
  std::deque<datagen_table_definition> tables_;
  std::deque<datagen_constraint> constraints_;
  std::deque<datagen_index> indexes_;
  std::deque<std::vector<const void*>> lists_;
};

}  // namespace datagen::pg_archive
