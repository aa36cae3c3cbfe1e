// Tables that are there already.
#pragma once

#include "connection.hpp"

namespace datagen::sqlite {

enum class ExistingRows { fail, append, remove };

// Throws sdk::PluginError DATAGEN_IO with every difference that would keep rows out, or change them.
void check_columns(Connection& connection, const datagen_database& database);

// Throws sdk::PluginError DATAGEN_IO if there are rows and they are neither to stay nor to go.
void settle_existing_rows(Connection& connection, const datagen_database& database, ExistingRows existing);

}  // namespace datagen::sqlite
