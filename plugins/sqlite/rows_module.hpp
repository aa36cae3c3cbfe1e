// A batch's rows as a table that SQL reads: INSERT INTO t SELECT * FROM it fills t in one statement, which is faster by
// half than binding and running one INSERT for each row.
#pragma once

#include <string>

#include "batch_values.hpp"
#include "connection.hpp"

namespace datagen::sqlite {

// Makes the table "name" known to the connection, in no schema.  values must outlive the connection's statements.
void add_rows_module(Connection& connection, const std::string& name, const BatchValues& values);

}  // namespace datagen::sqlite
