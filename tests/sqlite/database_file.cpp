#include "tests/sqlite/database_file.hpp"

#include <charconv>
#include <stdexcept>

namespace datagen::test {
namespace {

Value value_of(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
      return std::nullopt;
    case SQLITE_INTEGER:
      return std::to_string(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT: {
      char digits[64];
      const std::to_chars_result end =
          std::to_chars(digits, digits + sizeof digits, sqlite3_column_double(statement, column));
      return std::string(digits, end.ptr);
    }
    case SQLITE_BLOB: {
      const auto* const bytes = static_cast<const unsigned char*>(sqlite3_column_blob(statement, column));
      std::string text = "\\x";
      for (int i = 0; i < sqlite3_column_bytes(statement, column); ++i) {
        text += "0123456789abcdef"[bytes[i] >> 4];
        text += "0123456789abcdef"[bytes[i] & 15];
      }
      return text;
    }
    default:
      return std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement, column)),
                         static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
  }
}

std::vector<std::string> first_column(const std::vector<std::vector<Value>>& rows) {
  std::vector<std::string> values;
  for (const std::vector<Value>& row : rows) values.push_back(*row[0]);
  return values;
}

std::string columns_query(const std::string& table, const std::string& condition) {
  std::string name;
  for (const char c : table) name += c == '\'' ? std::string("''") : std::string(1, c);
  return "SELECT name FROM pragma_table_xinfo('" + name + "') WHERE " + condition;
}

}  // namespace

DatabaseFile::DatabaseFile(const std::filesystem::path& path) {
  sqlite3* handle = nullptr;
  const int result = sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE, nullptr);
  handle_.reset(handle);
  if (result != SQLITE_OK) throw std::runtime_error(path.string() + ": " + sqlite3_errmsg(handle));
  if (const std::string error = run("PRAGMA foreign_keys = ON"); !error.empty()) throw std::runtime_error(error);
}

std::vector<std::vector<Value>> DatabaseFile::query(const std::string& sql) const {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle_.get(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
    throw std::runtime_error(sql + ": " + sqlite3_errmsg(handle_.get()));
  const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> owner(statement, sqlite3_finalize);
  std::vector<std::vector<Value>> rows;
  int result = sqlite3_step(statement);
  for (; result == SQLITE_ROW; result = sqlite3_step(statement)) {
    std::vector<Value>& row = rows.emplace_back();
    for (int i = 0; i < sqlite3_column_count(statement); ++i) row.push_back(value_of(statement, i));
  }
  if (result != SQLITE_DONE) throw std::runtime_error(sql + ": " + sqlite3_errmsg(handle_.get()));
  return rows;
}

std::string DatabaseFile::value(const std::string& sql) const { return query(sql).at(0).at(0).value(); }

std::string DatabaseFile::run(const std::string& sql) const {
  return sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK
             ? ""
             : sqlite3_errmsg(handle_.get());
}

std::vector<std::string> DatabaseFile::tables() const {
  return first_column(
      query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY "
            "rowid"));
}

std::vector<std::string> DatabaseFile::columns(const std::string& table) const {
  return first_column(query(columns_query(table, "hidden = 0")));
}
std::vector<std::string> DatabaseFile::generated_columns(const std::string& table) const {
  return first_column(query(columns_query(table, "hidden > 1")));
}

std::string DatabaseFile::damage() const {
  std::string found;
  for (const std::vector<Value>& row : query("PRAGMA integrity_check"))
    if (row[0] != "ok") found += row[0].value_or("") + '\n';
  for (const std::vector<Value>& row : query("PRAGMA foreign_key_check"))
    found += "foreign key of " + row[0].value_or("") + '\n';
  return found;
}

std::string quoted_name(const std::string& name) {
  std::string result = "\"";
  for (const char c : name) {
    if (c == '"') result += c;
    result += c;
  }
  return result + '"';
}

std::string quoted_names(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + quoted_name(name);
  return list;
}

}  // namespace datagen::test
