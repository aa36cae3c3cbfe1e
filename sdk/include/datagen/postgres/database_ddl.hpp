// What a dump starts with: session settings, the database itself, extensions and schemas.
#pragma once

#include <string>
#include <string_view>

#include "datagen/plugin.hpp"
#include "datagen/postgres/identifier.hpp"
#include "datagen/postgres/literal.hpp"

namespace datagen::postgres {

/// The settings that pg_dump makes, except search_path: unqualified names go where the user's session puts them.  Beside
/// them those that values of a type without a column format of its own (timetz, ranges of times, intervals) depend on.
inline std::string settings() {
  return "SET statement_timeout = 0;\n"
         "SET lock_timeout = 0;\n"
         "SET idle_in_transaction_session_timeout = 0;\n"
         "SET client_encoding = 'UTF8';\n"
         "SET standard_conforming_strings = on;\n"
         "SET check_function_bodies = false;\n"
         "SET xmloption = content;\n"
         "SET TimeZone = 'UTC';\n"
         "SET IntervalStyle = 'postgres';\n"
         "SET client_min_messages = warning;\n"
         "SET row_security = off;\n\n";
}

/// psql's \connect.  A name of other than plain characters goes into a connection string, as pg_dump does it.  Throws
/// sdk::PluginError DATAGEN_UNSUPPORTED for a name with a line break, which no meta-command can hold.
inline std::string connect_command(std::string_view database) {
  if (database.find_first_of("\r\n") != std::string_view::npos) {
    throw sdk::PluginError(DATAGEN_UNSUPPORTED,
                           "the database's name holds a line break, so psql cannot connect to it; rename it", "name");
  }
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  };
  bool plain = !database.empty();
  for (const char c : database) plain = plain && is_plain(c);
  if (plain) return "\\connect " + std::string(database) + "\n\n";
  std::string parameter = "dbname='";
  for (const char c : database) {
    if (c == '\'' || c == '\\') parameter += '\\';
    parameter += c;
  }
  parameter += '\'';
  return "\\connect -reuse-previous=on " + quote_always(parameter) + "\n\n";
}

/// CREATE DATABASE.  Throws sdk::PluginError DATAGEN_UNSUPPORTED if the description names
/// none.
inline std::string create_database(const datagen_database& database) {
  if (database.name == nullptr || *database.name == '\0') {
    throw sdk::PluginError(DATAGEN_UNSUPPORTED, "the description gives the database no name: set database.name",
                           "name");
  }
  std::string sql = "CREATE DATABASE " + identifier(database.name) + " WITH TEMPLATE = template0";
  if (database.encoding != nullptr) sql += " ENCODING = " + literal(database.encoding);
  if (database.locale != nullptr) sql += " LOCALE = " + literal(database.locale);
  return sql + ";\n\n";
}

inline std::string create_extension(std::string_view name) {
  return "CREATE EXTENSION IF NOT EXISTS " + identifier(name) + ";\n\n";
}

inline std::string create_extensions(const datagen_database& database) {
  std::string sql;
  for (std::uint32_t i = 0; i < database.n_extensions; ++i) sql += create_extension(database.extensions[i]);
  return sql;
}

inline std::string create_schema(std::string_view name) {
  return "CREATE SCHEMA IF NOT EXISTS " + identifier(name) + ";\n\n";
}

inline std::string create_schemas(const datagen_database& database) {
  std::string sql;
  for (std::uint32_t i = 0; i < database.n_schemas; ++i) sql += create_schema(database.schemas[i]);
  return sql;
}

}  // namespace datagen::postgres
