// What is done once the rows are in: keys, checks, indexes, foreign keys, positions of sequences, statistics.
#pragma once

#include "connection.hpp"

namespace datagen::postgres_sink {

// One after the other, in the transaction that is open.
void finish_in_order(Connection& connection, const datagen_database& database);

// With so many connections, each statement a transaction of its own: keys and indexes of several tables at once;
// foreign keys first declared, then validated, those of several tables at once.
void finish_in_parallel(ConnectionPool& pool, std::uint32_t connections, const datagen_database& database);

}  // namespace datagen::postgres_sink
