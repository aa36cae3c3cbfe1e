// The objects of a description on the server: created, and taken away again when a run fails.
#pragma once

#include <string>
#include <vector>

#include "connection.hpp"

namespace datagen::postgres_sink {

// Extensions, schemas, types, sequences and tables without constraints.
class CreatedObjects {
 public:
  // In the transaction that is open.  Throws PluginError.
  void create(Connection& connection, const datagen_database& database);
  // Drops what create() made, in one transaction; extensions stay.  Whether it succeeded.
  bool drop(Connection& connection) noexcept;

  [[nodiscard]] bool any() const { return !drops_.empty(); }

 private:
  std::vector<std::string> drops_;  // statements, in the order of creation
};

}  // namespace datagen::postgres_sink
