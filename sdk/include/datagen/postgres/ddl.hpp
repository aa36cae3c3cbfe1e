// The parts of a dump around the rows, in pg_dump's order: what a load is fastest with, and what loads cycles.
#pragma once

#include <string>

#include "datagen/plugin.hpp"
#include "datagen/postgres/constraint_ddl.hpp"
#include "datagen/postgres/database_ddl.hpp"
#include "datagen/postgres/load_profile.hpp"
#include "datagen/postgres/sequence_ddl.hpp"
#include "datagen/postgres/table_ddl.hpp"
#include "datagen/postgres/type_ddl.hpp"

namespace datagen::postgres {

/// What comes before the rows, as database.contents asks: settings always; with DATAGEN_CONTENT_CREATE_DATABASE the
/// database and the connection to it; with DATAGEN_CONTENT_DEFINITIONS extensions, schemas, types, sequences and tables
/// (without constraints).  Throws sdk::PluginError DATAGEN_UNSUPPORTED for what SQL cannot express.  Thread-safe.
inline std::string pre_data(const datagen_database& database, LoadProfile profile = LoadProfile::safe) {
  std::string sql = settings() + profile_settings(profile);
  if ((database.contents & DATAGEN_CONTENT_CREATE_DATABASE) != 0) {
    sql += create_database(database);
    // A new connection starts with the server's settings.
    sql += connect_command(database.name) + settings() + profile_settings(profile);
  }
  sql += begin_script(profile, database);
  if ((database.contents & DATAGEN_CONTENT_DEFINITIONS) != 0) {
    sql += create_extensions(database) + create_schemas(database) + create_types(database) +
           create_sequences(database) + create_tables(database);
  }
  return sql;
}

/// What comes after the rows: with DATAGEN_CONTENT_DEFINITIONS primary keys, unique constraints, checks, indexes, and
/// foreign keys when all that they refer to is there, then comments; with DATAGEN_CONTENT_DATA the positions of
/// sequences, and ANALYZE last.  Throws and threads as pre_data().
inline std::string post_data(const datagen_database& database, LoadProfile profile = LoadProfile::safe) {
  const bool definitions = (database.contents & DATAGEN_CONTENT_DEFINITIONS) != 0;
  const bool data = (database.contents & DATAGEN_CONTENT_DATA) != 0;
  std::string sql;
  if (definitions) {
    sql += add_constraints(database, DATAGEN_PRIMARY_KEY) + add_constraints(database, DATAGEN_UNIQUE) +
           add_constraints(database, DATAGEN_CHECK) + create_indexes(database) +
           add_constraints(database, DATAGEN_FOREIGN_KEY);
  }
  if (data) sql += set_positions(database);
  if (definitions) sql += comments(database);
  if (data) sql += analyze_tables(database);
  return sql + end_script(profile);
}

}  // namespace datagen::postgres
