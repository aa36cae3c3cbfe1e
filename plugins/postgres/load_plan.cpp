#include "load_plan.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

#include "datagen/postgres/ddl.hpp"

namespace datagen::postgres_sink {
namespace {

struct Statement {
  std::string sql, doing;
};
using Statements = std::vector<Statement>;

std::string name_of(const datagen_table_definition& table) { return postgres::qualified(table.schema, table.name); }

bool has_definitions(const datagen_database& database) {
  return (database.contents & DATAGEN_CONTENT_DEFINITIONS) != 0;
}
bool has_data(const datagen_database& database) { return (database.contents & DATAGEN_CONTENT_DATA) != 0; }

std::string doing_of(const datagen_table_definition& table, const datagen_constraint& constraint) {
  const char* const kind = constraint.kind == DATAGEN_PRIMARY_KEY ? "the primary key"
                           : constraint.kind == DATAGEN_UNIQUE    ? "a unique constraint"
                           : constraint.kind == DATAGEN_CHECK     ? "a check"
                                                                  : "a foreign key";
  const std::string name = constraint.name == nullptr ? "" : " " + postgres::identifier(constraint.name);
  return std::string("cannot add ") + kind + name + " to " + name_of(table);
}

// Keys, then checks, then indexes of one table.
Statements keys_of(const datagen_table_definition& table) {
  Statements statements;
  for (const std::uint32_t kind : {DATAGEN_PRIMARY_KEY, DATAGEN_UNIQUE, DATAGEN_CHECK})
    for (std::uint32_t i = 0; i < table.n_constraints; ++i)
      if (table.constraints[i]->kind == kind)
        statements.push_back(
            {postgres::add_constraint(table, *table.constraints[i]), doing_of(table, *table.constraints[i])});
  for (std::uint32_t i = 0; i < table.n_indexes; ++i)
    statements.push_back(
        {postgres::create_index(table, *table.indexes[i]), "cannot create an index of " + name_of(table)});
  return statements;
}

Statements foreign_keys_of(const datagen_table_definition& table) {
  Statements statements;
  for (std::uint32_t i = 0; i < table.n_constraints; ++i)
    if (table.constraints[i]->kind == DATAGEN_FOREIGN_KEY)
      statements.push_back(
          {postgres::add_constraint(table, *table.constraints[i]), doing_of(table, *table.constraints[i])});
  return statements;
}

// Declared: holds for new rows, and is yet to be validated.
Statement declared(Statement foreign_key) {
  const std::size_t end = foreign_key.sql.rfind(';');
  foreign_key.sql.insert(end, " NOT VALID");
  return foreign_key;
}

Statements validations_of(Connection& connection, const datagen_table_definition& table) {
  const std::string name = name_of(table);
  Statements statements;
  for (const Row& row : connection.rows("SELECT pg_catalog.quote_ident(conname) FROM pg_catalog.pg_constraint WHERE "
                                        "conrelid = pg_catalog.to_regclass(" +
                                            postgres::literal(name) + ") AND contype = 'f' AND NOT convalidated",
                                        "cannot look up the foreign keys of " + name))
    statements.push_back({"ALTER TABLE ONLY " + name + " VALIDATE CONSTRAINT " + *row[0],
                          "cannot validate foreign key " + *row[0] + " of " + name});
  return statements;
}

void run_all(Connection& connection, const Statements& statements) {
  for (const Statement& statement : statements) connection.run(statement.sql, statement.doing);
}

// Each list in order, several lists at once; the first failure is thrown when all have ended.
void run_lists(ConnectionPool& pool, std::uint32_t connections, const std::vector<Statements>& lists) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto work = [&] {
    try {
      std::unique_ptr<Connection> connection = pool.take();
      for (std::size_t i = next++; i < lists.size(); i = next++) run_all(*connection, lists[i]);
      pool.give_back(std::move(connection));
    } catch (...) {
      next = lists.size();
      const std::lock_guard lock(mutex);
      if (failure == nullptr) failure = std::current_exception();
    }
  };
  std::vector<std::jthread> threads;
  const std::size_t wanted = std::min<std::size_t>(connections, lists.size());
  for (std::size_t i = 1; i < wanted; ++i) threads.emplace_back(work);
  work();
  threads.clear();
  if (failure != nullptr) std::rethrow_exception(failure);
}

// The largest tables first, so that none is left to the end alone.
std::vector<const datagen_table_definition*> by_size(const datagen_database& database) {
  std::vector<const datagen_table_definition*> tables(database.tables, database.tables + database.n_tables);
  std::stable_sort(tables.begin(), tables.end(),
                   [](const auto* a, const auto* b) { return a->row_count > b->row_count; });
  return tables;
}

std::vector<Statements> lists_of(const datagen_database& database,
                                 const std::function<Statements(const datagen_table_definition&)>& of) {
  std::vector<Statements> lists;
  for (const datagen_table_definition* table : by_size(database)) lists.push_back(of(*table));
  return lists;
}

}  // namespace

void finish_in_order(Connection& connection, const datagen_database& database) {
  if (has_definitions(database)) {
    for (const Statements& list : lists_of(database, keys_of)) run_all(connection, list);
    for (const Statements& list : lists_of(database, foreign_keys_of)) run_all(connection, list);
    connection.run(postgres::comments(database), "cannot add the comments");
  }
  if (!has_data(database)) return;
  connection.run(postgres::set_positions(database), "cannot set the positions of sequences");
  connection.run(postgres::analyze_tables(database), "cannot analyze the tables");
}

void finish_in_parallel(ConnectionPool& pool, std::uint32_t connections, const datagen_database& database) {
  std::unique_ptr<Connection> connection = pool.take();
  if (has_definitions(database)) {
    run_lists(pool, connections, lists_of(database, keys_of));
    for (const Statements& list : lists_of(database, foreign_keys_of))
      for (const Statement& statement : list) connection->run(declared(statement).sql, statement.doing);
    run_lists(pool, connections,
              lists_of(database, [&](const auto& table) { return validations_of(*connection, table); }));
    connection->run(postgres::comments(database), "cannot add the comments");
  }
  if (has_data(database)) {
    connection->run(postgres::set_positions(database), "cannot set the positions of sequences");
    run_lists(pool, connections, lists_of(database, [](const auto& table) {
                return Statements{{"ANALYZE " + name_of(table), "cannot analyze " + name_of(table)}};
              }));
  }
  pool.give_back(std::move(connection));
}

}  // namespace datagen::postgres_sink
