// One table's rows on their way into the database.
#pragma once

#include <optional>
#include <string>

#include "batch_values.hpp"
#include "connection.hpp"

namespace datagen::sqlite {

// SQLite has one writer, so a table has one lane.  What is written lasts when the run is whole: all or nothing.
class Lane {
 public:
  // table: raw; empty: a table that SQLite cannot have.  abandoned: set when the lane ends with rows that were not
  // committed; must outlive the lane.
  Lane(Connection& connection, const datagen_table_info& info, const std::string& table, bool& abandoned);
  ~Lane();
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  void write(const datagen_call& call, const datagen_batch& batch);
  void commit() { written_ = false; }

 private:
  BatchValues values_;
  std::optional<Statement> insert_;
  bool& abandoned_;
  bool written_ = false;
};

}  // namespace datagen::sqlite
