#include "entry.hpp"

#include <map>
#include <string_view>
#include <utility>

#include "datagen/postgres/ddl.hpp"

namespace datagen::pg_archive {
namespace {

using Name = std::pair<std::string, std::string>;  // schema, name

// The sdk's statements end with an empty line; pg_dump's with their own.
std::string one_line_end(std::string sql) {
  while (sql.ends_with("\n\n")) sql.pop_back();
  return sql;
}

// A check has none, nor has a kind of a later ABI, which add_constraint() refuses.
bool has_entry(std::uint32_t kind) {
  return kind == DATAGEN_PRIMARY_KEY || kind == DATAGEN_UNIQUE || kind == DATAGEN_FOREIGN_KEY;
}

// Columns in order, without those that the server computes: what batches carry.
std::string copy_statement(const datagen_table_definition& table) {
  std::string columns;
  for (std::uint32_t i = 0; i < table.n_columns; ++i) {
    if (table.columns[i]->generated_expression != nullptr) continue;
    columns += (columns.empty() ? "" : ", ") + postgres::identifier(table.columns[i]->name);
  }
  return "COPY " + postgres::qualified(table.schema, table.name) + (columns.empty() ? "" : " (" + columns + ")") +
         " FROM stdin;\n";
}

class Entries {
 public:
  explicit Entries(const datagen_database& database) : database_(database) {}

  std::vector<Entry> all() {
    settings();
    if ((database_.contents & DATAGEN_CONTENT_DEFINITIONS) != 0) {
      create_database();
      extensions();
      schemas();
      types();
      sequences();
      for (std::uint32_t i = 0; i < database_.n_tables; ++i) table(i);
    } else if ((database_.contents & DATAGEN_CONTENT_CREATE_DATABASE) != 0) {
      create_database();
    }
    if ((database_.contents & DATAGEN_CONTENT_DATA) != 0) {
      for (std::uint32_t i = 0; i < database_.n_tables; ++i) rows(i);
      positions();
    }
    if ((database_.contents & DATAGEN_CONTENT_DEFINITIONS) != 0) {
      constraints(DATAGEN_PRIMARY_KEY);
      constraints(DATAGEN_UNIQUE);
      indexes();
      constraints(DATAGEN_FOREIGN_KEY);
    }
    return std::move(entries_);
  }

 private:
  Entry& add(std::string description, std::string tag) {
    Entry& entry = entries_.emplace_back();
    entry.id = static_cast<std::int32_t>(entries_.size());
    entry.description = std::move(description);
    entry.tag = std::move(tag);
    return entry;
  }

  Entry& add_object(std::string description, std::string tag, std::string definition, std::string drop) {
    Entry& entry = add(std::move(description), std::move(tag));
    entry.definition = one_line_end(std::move(definition));
    entry.drop = std::move(drop);
    entry.owner = "";
    return entry;
  }

  Entry& add_in(const char* schema, std::string description, std::string tag, std::string definition,
                std::string drop) {
    Entry& entry = add_object(std::move(description), std::move(tag), std::move(definition), std::move(drop));
    entry.schema = schema;
    if (const auto found = schemas_.find(schema); found != schemas_.end()) entry.dependencies.push_back(found->second);
    return entry;
  }

  void setting(const char* name, std::string sql) {
    Entry& entry = add(name, name);
    entry.definition = std::move(sql);
    entry.part = Part::settings;
  }

  // What pg_restore sets in each session.  It takes the last as it is: so it also carries what values depend on that
  // are written in PostgreSQL's input syntax (postgres::settings()).  Objects are named with their schema; types and
  // functions of expressions may not be.
  void settings() {
    setting("ENCODING", "SET client_encoding = 'UTF8';\n");
    setting("STDSTRINGS", "SET standard_conforming_strings = 'on';\n");
    setting("SEARCHPATH",
            "SELECT pg_catalog.set_config('search_path', 'public', false);\n"
            "SET TimeZone = 'UTC';\n"
            "SET IntervalStyle = 'postgres';\n");
  }

  void create_database() {
    const bool wanted = (database_.contents & DATAGEN_CONTENT_CREATE_DATABASE) != 0;
    if (!wanted && (database_.name == nullptr || *database_.name == '\0')) return;
    const std::string sql = postgres::create_database(database_);
    add_object("DATABASE", database_.name, sql, "DROP DATABASE " + postgres::identifier(database_.name) + ";\n");
  }

  void extensions() {
    for (std::uint32_t i = 0; i < database_.n_extensions; ++i) {
      const char* const name = database_.extensions[i];
      add_object("EXTENSION", name, postgres::create_extension(name),
                 "DROP EXTENSION " + postgres::identifier(name) + ";\n");
    }
  }

  void schemas() {
    for (std::uint32_t i = 0; i < database_.n_schemas; ++i) {
      const char* const name = database_.schemas[i];
      schemas_[name] =
          add_object("SCHEMA", name, postgres::create_schema(name), "DROP SCHEMA " + postgres::identifier(name) + ";\n")
              .id;
    }
  }

  // The entries of the declared types that a written type may mean.
  void depend_on_types(Entry& entry, std::string_view written) const {
    for (const auto& [type, id] : types_)
      if (id != entry.id && postgres::refers_to(written, *type)) entry.dependencies.push_back(id);
  }

  void types() {
    for (const datagen_type* type : postgres::types_in_order(database_)) {
      const std::string kind = type->kind == DATAGEN_TYPE_DOMAIN ? "DOMAIN" : "TYPE";
      Entry& entry = add_in(type->schema, kind, type->name, postgres::create_type(*type),
                            "DROP " + kind + ' ' + postgres::qualified(type->schema, type->name) + ";\n");
      if (type->kind == DATAGEN_TYPE_DOMAIN) depend_on_types(entry, type->base_type);
      for (std::uint32_t i = 0; type->kind == DATAGEN_TYPE_COMPOSITE && i < type->n_fields; ++i)
        depend_on_types(entry, type->field_types[i]);
      types_.emplace_back(type, entry.id);
    }
  }

  void sequences() {
    for (std::uint32_t i = 0; i < database_.n_sequences; ++i) {
      const datagen_sequence& sequence = *database_.sequences[i];
      sequences_.push_back(add_in(sequence.schema, "SEQUENCE", sequence.name, postgres::create_sequence(sequence),
                                  "DROP SEQUENCE " + postgres::qualified(sequence.schema, sequence.name) + ";\n")
                               .id);
    }
  }

  // As in pg_dump's archives, checks are part of the table: so it has them when it is selected alone.
  void table(std::uint32_t number) {
    const datagen_table_definition& one = *database_.tables[number];
    std::string sql = postgres::create_table(one);
    for (std::uint32_t i = 0; i < one.n_constraints; ++i)
      if (!has_entry(one.constraints[i]->kind)) sql += postgres::add_constraint(one, *one.constraints[i]);
    Entry& entry =
        add_in(one.schema, "TABLE", one.name, sql, "DROP TABLE " + postgres::qualified(one.schema, one.name) + ";\n");
    for (std::uint32_t i = 0; i < one.n_columns; ++i) depend_on_types(entry, one.columns[i]->type);
    const std::int32_t id = entry.id;
    tables_[{one.schema, one.name}] = id;
    comment(one, id, "TABLE " + postgres::identifier(one.name), postgres::table_comment(one));
    for (std::uint32_t i = 0; i < one.n_columns; ++i) {
      comment(one, id, "COLUMN " + postgres::identifier(one.name) + '.' + postgres::identifier(one.columns[i]->name),
              postgres::column_comment(one, *one.columns[i]));
    }
  }

  void comment(const datagen_table_definition& table, std::int32_t of, std::string tag, std::string sql) {
    if (sql.empty()) return;
    Entry& entry = add("COMMENT", std::move(tag));
    entry.section = EntrySection::none;
    entry.schema = table.schema;
    entry.definition = one_line_end(std::move(sql));
    entry.owner = "";
    entry.dependencies = {of};
  }

  Entry& add_data(const char* description, const char* schema, const char* tag) {
    Entry& entry = add(description, tag);
    entry.section = EntrySection::data;
    entry.part = Part::data;
    entry.schema = schema;
    entry.owner = "";
    return entry;
  }

  void rows(std::uint32_t number) {
    const datagen_table_definition& one = *database_.tables[number];
    Entry& entry = add_data("TABLE DATA", one.schema, one.name);
    entry.table = number;
    entry.copy = copy_statement(one);
    if (const auto made = tables_.find({one.schema, one.name}); made != tables_.end())
      entry.dependencies.push_back(made->second);
    rows_.push_back(entry.id);
  }

  // The sequences that a table's columns own go with the table's name, so that they are selected with it.  A position
  // may have to be looked up in the rows.
  void positions() {
    for (std::uint32_t i = 0; i < database_.n_tables; ++i) {
      const datagen_table_definition& one = *database_.tables[i];
      std::string sql = postgres::set_table_positions(one);
      if (sql.empty()) continue;
      Entry& entry = add_data("SEQUENCE SET", one.schema, one.name);
      entry.definition = std::move(sql);
      if (const auto made = tables_.find({one.schema, one.name}); made != tables_.end())
        entry.dependencies.push_back(made->second);
      entry.dependencies.push_back(rows_[i]);
    }
    for (std::uint32_t i = 0; i < database_.n_sequences; ++i) {
      const datagen_sequence& sequence = *database_.sequences[i];
      std::string sql = postgres::set_sequence_position(sequence);
      if (sql.empty()) continue;
      Entry& entry = add_data("SEQUENCE SET", sequence.schema, sequence.name);
      entry.definition = std::move(sql);
      if (!sequences_.empty()) entry.dependencies.push_back(sequences_[i]);
    }
  }

  // pg_restore itself replaces dependencies on a table by those on its rows.
  Entry& add_after_rows(const datagen_table_definition& table, const char* description, std::string tag,
                        std::string sql, std::string drop) {
    Entry& entry = add_object(description, std::move(tag), std::move(sql), std::move(drop));
    entry.section = EntrySection::post_data;
    entry.part = Part::post_data;
    entry.schema = table.schema;
    entry.dependencies.push_back(tables_.at({table.schema, table.name}));
    return entry;
  }

  void constraints(std::uint32_t kind) {
    for (std::uint32_t i = 0; i < database_.n_tables; ++i) {
      const datagen_table_definition& one = *database_.tables[i];
      for (std::uint32_t j = 0; j < one.n_constraints; ++j)
        if (one.constraints[j]->kind == kind) constraint(one, *one.constraints[j]);
    }
  }

  void constraint(const datagen_table_definition& table, const datagen_constraint& one) {
    const bool foreign = one.kind == DATAGEN_FOREIGN_KEY;
    Entry& entry = add_after_rows(table, foreign ? "FK CONSTRAINT" : "CONSTRAINT",
                                  std::string(table.name) + ' ' + one.name, postgres::add_constraint(table, one),
                                  "ALTER TABLE ONLY " + postgres::qualified(table.schema, table.name) +
                                      " DROP CONSTRAINT " + postgres::identifier(one.name) + ";\n");
    if (!foreign) {
      keys_[{table.schema, table.name}].push_back(entry.id);
      return;
    }
    const Name referenced{one.referenced_schema, one.referenced_table};
    const auto made = tables_.find(referenced);
    if (made == tables_.end()) return;
    if (made->second != entry.dependencies.front()) entry.dependencies.push_back(made->second);
    for (const std::int32_t key : keys_[referenced]) entry.dependencies.push_back(key);
  }

  void indexes() {
    for (std::uint32_t i = 0; i < database_.n_tables; ++i) {
      const datagen_table_definition& table = *database_.tables[i];
      for (std::uint32_t j = 0; j < table.n_indexes; ++j) {
        const datagen_index& one = *table.indexes[j];
        const std::int32_t id = add_after_rows(table, "INDEX", one.name, postgres::create_index(table, one),
                                               "DROP INDEX " + postgres::qualified(table.schema, one.name) + ";\n")
                                    .id;
        if ((one.flags & DATAGEN_INDEX_UNIQUE) != 0) keys_[{table.schema, table.name}].push_back(id);
      }
    }
  }

  const datagen_database& database_;
  std::vector<Entry> entries_;
  std::map<std::string, std::int32_t, std::less<>> schemas_;
  std::vector<std::pair<const datagen_type*, std::int32_t>> types_;
  std::vector<std::int32_t> sequences_, rows_;  // by number
  std::map<Name, std::int32_t> tables_;
  std::map<Name, std::vector<std::int32_t>> keys_;  // what foreign keys may rest on
};

}  // namespace

std::vector<Entry> entries_of(const datagen_database& database) { return Entries(database).all(); }

}  // namespace datagen::pg_archive
