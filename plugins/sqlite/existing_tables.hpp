// Tables that are there already.
#pragma once

#include "connection.hpp"

namespace datagen::sqlite {

enum class ExistingRows { fail, append, remove };

// Throws sdk::PluginError DATAGEN_IO with every difference that would keep rows out, or change them.
void check_columns(Connection& connection, const datagen_database& database);

// Throws sdk::PluginError DATAGEN_IO if there are rows and they are neither to stay nor to go.
void settle_existing_rows(Connection& connection, const datagen_database& database, ExistingRows existing);

// Throws sdk::PluginError DATAGEN_IO if a row of any table refers to one that is not there.  Looked at when all rows
// are in: those of a shard may refer to those of the next.
void check_foreign_keys(Connection& connection);

}  // namespace datagen::sqlite
