// Tables that are there already: whether the rows fit them, and what becomes of the rows that they hold.
#pragma once

#include <string>

#include "connection.hpp"

namespace datagen::postgres_sink {

enum class ExistingRows { fail, append, truncate };

// Compares every table of the database with the server's catalog: it exists, has the written columns with their types,
// and no other column that needs a value.  Throws PluginError DATAGEN_IO naming all that differs.
void check_columns(Connection& connection, const datagen_database& database);

// Throws PluginError DATAGEN_IO if a table holds rows and they are to be none; or empties the tables.
void settle_existing_rows(Connection& connection, const datagen_database& database, ExistingRows existing);

}  // namespace datagen::postgres_sink
