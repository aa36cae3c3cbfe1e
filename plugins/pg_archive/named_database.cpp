#include "named_database.hpp"

namespace datagen::pg_archive {
namespace {

const char* schema_of(const char* schema) { return schema == nullptr ? kDefaultSchema : schema; }

}  // namespace

template <class Struct>
const Struct* const* NamedDatabase::list(const std::deque<Struct>& structs, std::size_t first) {
  std::vector<const void*>& pointers = lists_.emplace_back();
  for (std::size_t i = first; i < structs.size(); ++i) pointers.push_back(&structs[i]);
  return reinterpret_cast<const Struct* const*>(pointers.data());
}

NamedDatabase::NamedDatabase(const datagen_database& database) : database_(database) {
  for (std::uint32_t i = 0; i < database.n_types; ++i) {
    types_.push_back(*database.types[i]);
    types_.back().schema = schema_of(types_.back().schema);
  }
  for (std::uint32_t i = 0; i < database.n_sequences; ++i) {
    sequences_.push_back(*database.sequences[i]);
    sequences_.back().schema = schema_of(sequences_.back().schema);
  }
  for (std::uint32_t i = 0; i < database.n_tables; ++i) copy_table(*database.tables[i]);
  database_.types = list(types_, 0);
  database_.sequences = list(sequences_, 0);
  database_.tables = list(tables_, 0);
  take_names();
  // In the order in which a dump makes them, so that the server would choose the same.
  name_constraints(DATAGEN_PRIMARY_KEY, "pkey");
  name_constraints(DATAGEN_UNIQUE, "key");
  name_indexes();
  name_constraints(DATAGEN_FOREIGN_KEY, "fkey");
}

void NamedDatabase::copy_table(const datagen_table_definition& original) {
  datagen_table_definition& table = tables_.emplace_back(original);
  table.schema = schema_of(table.schema);
  const std::size_t first_constraint = constraints_.size();
  for (std::uint32_t i = 0; i < table.n_constraints; ++i) {
    datagen_constraint& constraint = constraints_.emplace_back(*original.constraints[i]);
    if (constraint.kind == DATAGEN_FOREIGN_KEY) constraint.referenced_schema = schema_of(constraint.referenced_schema);
  }
  table.constraints = list(constraints_, first_constraint);
  const std::size_t first_index = indexes_.size();
  for (std::uint32_t i = 0; i < table.n_indexes; ++i) indexes_.push_back(*original.indexes[i]);
  table.indexes = list(indexes_, first_index);
}

void NamedDatabase::take_names() {
  for (const datagen_sequence& sequence : sequences_) names_.take(sequence.schema, sequence.name);
  for (const datagen_table_definition& table : tables_) {
    names_.take(table.schema, table.name);
    for (std::uint32_t i = 0; i < table.n_constraints; ++i)
      if (table.constraints[i]->name != nullptr) names_.take(table.schema, table.constraints[i]->name);
    for (std::uint32_t i = 0; i < table.n_indexes; ++i)
      if (table.indexes[i]->name != nullptr) names_.take(table.schema, table.indexes[i]->name);
  }
}

void NamedDatabase::name_constraints(std::uint32_t kind, const char* label) {
  std::size_t next = 0;
  for (const datagen_table_definition& table : tables_) {
    for (std::uint32_t i = 0; i < table.n_constraints; ++i) {
      datagen_constraint& constraint = constraints_[next++];
      if (constraint.kind != kind || constraint.name != nullptr) continue;
      std::string columns;
      if (kind != DATAGEN_PRIMARY_KEY)
        columns = joined_columns({constraint.columns, constraint.columns + constraint.n_columns});
      constraint.name = text(names_.choose(table.schema, table.name, columns, label));
    }
  }
}

void NamedDatabase::name_indexes() {
  std::size_t next = 0;
  for (const datagen_table_definition& table : tables_) {
    for (std::uint32_t i = 0; i < table.n_indexes; ++i) {
      datagen_index& index = indexes_[next++];
      if (index.name == nullptr)
        index.name = text(names_.choose(table.schema, table.name, index_addition(index), "idx"));
    }
  }
}

}  // namespace datagen::pg_archive
