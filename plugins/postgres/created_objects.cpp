#include "created_objects.hpp"

#include "datagen/postgres/ddl.hpp"

namespace datagen::postgres_sink {
namespace {

using postgres::identifier;
using postgres::qualified;

}  // namespace

void CreatedObjects::create(Connection& connection, const datagen_database& database) {
  if (database.n_extensions > 0) connection.run(postgres::create_extensions(database), "cannot create the extensions");
  for (std::uint32_t i = 0; i < database.n_schemas; ++i) {
    const std::string name = identifier(database.schemas[i]);
    const auto there = connection.rows("SELECT pg_catalog.to_regnamespace(" + postgres::literal(name) + ") IS NOT NULL",
                                       "cannot look for schema " + name);
    if (*there[0][0] == "t") continue;
    connection.run("CREATE SCHEMA " + name, "cannot create schema " + name);
    drops_.push_back("DROP SCHEMA " + name);
  }
  for (const datagen_type* each : postgres::types_in_order(database)) {
    const datagen_type& type = *each;
    const std::string name = qualified(type.schema, type.name);
    connection.run(postgres::create_type(type), "cannot create type " + name);
    drops_.push_back((type.kind == DATAGEN_TYPE_DOMAIN ? "DROP DOMAIN " : "DROP TYPE ") + name);
  }
  for (std::uint32_t i = 0; i < database.n_sequences; ++i) {
    const datagen_sequence& sequence = *database.sequences[i];
    const std::string name = qualified(sequence.schema, sequence.name);
    connection.run(postgres::create_sequence(sequence), "cannot create sequence " + name);
    drops_.push_back("DROP SEQUENCE " + name);
  }
  std::string tables;
  for (std::uint32_t i = 0; i < database.n_tables; ++i) {
    const datagen_table_definition& table = *database.tables[i];
    const std::string name = qualified(table.schema, table.name);
    connection.run(postgres::create_table(table), "cannot create table " + name);
    tables += (tables.empty() ? "" : ", ") + name;
  }
  // All at once: they may refer to each other by then.
  if (!tables.empty()) drops_.push_back("DROP TABLE " + tables);
}

bool CreatedObjects::drop(Connection& connection) noexcept {
  std::string statements;
  for (std::size_t i = drops_.size(); i-- > 0;) statements += drops_[i] + ";\n";
  connection.try_run("ROLLBACK");
  return connection.try_run(statements);
}

}  // namespace datagen::postgres_sink
