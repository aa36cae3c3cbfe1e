// The rows of one table on their way through one connection.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "binary_rows.hpp"
#include "connection.hpp"
#include "datagen/postgres/copy_dialect.hpp"
#include "datagen/text/row_encoder.hpp"

namespace datagen::postgres_sink {

// How a table's rows are copied.  Immutable: any number of lanes.
struct CopyPlan {
  std::string table;      // as SQL names it
  std::string statement;  // COPY ... FROM STDIN
  std::optional<BinaryRows> binary;
  std::optional<text::RowEncoder<postgres::CopyDialect>> text;  // where there is no binary
};

class Lane {
 public:
  // In a transaction of its own, on a connection of the pool.
  Lane(const CopyPlan& plan, ConnectionPool& pool);
  // In the transaction that is open on the connection.
  Lane(const CopyPlan& plan, Connection& connection);
  ~Lane();
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  void write(const datagen_call& call, const datagen_batch& batch);
  // Ends the COPY; a transaction of its own is committed.  More rows may follow.
  void commit();

 private:
  void begin();

  const CopyPlan& plan_;
  ConnectionPool* pool_ = nullptr;
  std::unique_ptr<Connection> own_;
  Connection* connection_ = nullptr;
  bool copying_ = false;
  std::string bytes_;
};

}  // namespace datagen::postgres_sink
