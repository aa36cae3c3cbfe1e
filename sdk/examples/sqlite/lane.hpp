// One lane into one table.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "connection.hpp"
#include "datagen/plugin.hpp"
#include "datagen/text/column_kind.hpp"

namespace example {

// What the lanes of a table share; immutable.
struct TableLayout {
  std::string path;     // of the database file
  std::string name;     // quoted
  std::string columns;  // quoted, separated; those that are written
  std::vector<datagen::text::ColumnFormat> formats;
};

// SQLite has one writer at a time.  So each lane collects its rows in a private temporary database, on its own thread,
// and only its commit writes into the file: all its rows in one transaction.  A lane that is not committed leaves
// nothing behind.
class Lane {
 public:
  explicit Lane(const TableLayout& layout);

  void write(const datagen_call& call, const datagen_batch& batch);
  void commit();

 private:
  const TableLayout& layout_;
  Connection connection_;
  std::unique_ptr<Statement> insert_;
};

}  // namespace example
