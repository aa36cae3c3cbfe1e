// A table's definition, as SQLite takes it.
#pragma once

#include <string>

#include "datagen/plugin.h"

namespace example {

std::string quoted(const std::string& name);
// SQLite has no schemas: shop.orders becomes "shop.orders".
std::string table_name(const char* schema, const char* name);
// CREATE TABLE with keys and NOT NULL.  Checks, defaults and generated columns are PostgreSQL's expressions, and left
// out.
std::string create_table(const datagen_table_definition& table);

}  // namespace example
