// What a description promises and what a server holds, in the same shape.  Reads the document itself, not the program's
// understanding of it, so that a constraint which the program drops is missed here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/postgres/program.hpp"
#include "tests/support/postgres.hpp"

namespace datagen::test {

// "sales.orders" or "orders" -> name of an object or count of a kind of object -> number.
using Facts = std::map<std::string, std::map<std::string, std::uint64_t>>;

[[nodiscard]] Json read_description(const std::filesystem::path& file);

[[nodiscard]] Facts promised(const Json& description, std::uint64_t default_row_count);
[[nodiscard]] Facts held(const Database& database);

// By table: "name type" of its columns in order, types as the server prints them; promised_types() has the server read
// the types that the description writes, and leaves nothing behind.
using ColumnTypes = std::map<std::string, std::vector<std::string>>;
[[nodiscard]] ColumnTypes promised_types(const Json& description, const Database& database);
[[nodiscard]] ColumnTypes held_types(const Database& database);

// A hash of each table's rows, whatever their order.
[[nodiscard]] std::map<std::string, std::string> contents(const Database& database);

}  // namespace datagen::test
