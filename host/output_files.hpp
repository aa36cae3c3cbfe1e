// An output of several files: parts of at most a size, or a file for each table.  None of them may be there yet, so
// that what a directory holds is one output; they appear under their names when all are whole.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "output.hpp"

namespace datagen::host {

// "dump.sql.gz" is written as dump.0001.sql.gz, dump.0002.sql.gz, ...  Throws Error(output) when a part is there.
[[nodiscard]] std::unique_ptr<OutputFile> open_parts(const std::string& name);

struct DirectoryTable {
  std::string name;
  bool written;
};

// In the order of their names: 000-pre-data.sql, 001-users.sql, 002-orders.sql, 003-post-data.sql; or, where rows_only,
// users.csv, orders.csv.  Split ones are 001-users.0001.sql, 001-users.0002.sql, ...  The directory is made unless it
// is there; it must be empty.  tables: by index into the description.  extension: ".sql.gz". Throws Error(output), also
// where two tables would have one name.
[[nodiscard]] std::unique_ptr<OutputFile> open_directory(const std::string& directory,
                                                         std::vector<DirectoryTable> tables, bool rows_only,
                                                         const std::string& extension);

}  // namespace datagen::host
