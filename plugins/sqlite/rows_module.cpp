#include "rows_module.hpp"

#include <new>

namespace datagen::sqlite {
namespace {

struct Table {
  sqlite3_vtab base{};
  const BatchValues* values = nullptr;
};
struct Cursor {
  sqlite3_vtab_cursor base{};
  std::size_t row = 0;
};

Cursor& self(sqlite3_vtab_cursor* cursor) { return *reinterpret_cast<Cursor*>(cursor); }
const BatchValues& values_of(sqlite3_vtab_cursor* cursor) { return *reinterpret_cast<Table*>(cursor->pVtab)->values; }

int connect(sqlite3* database, void* values, int, const char* const*, sqlite3_vtab** out, char**) {
  try {
    const auto* const batch = static_cast<const BatchValues*>(values);
    std::string columns;
    for (std::size_t i = 0; i < batch->columns(); ++i) columns += (i == 0 ? "c" : ", c") + std::to_string(i);
    const int result = sqlite3_declare_vtab(database, ("CREATE TABLE r(" + columns + ")").c_str());
    if (result == SQLITE_OK) *out = &(new Table{{}, batch})->base;
    return result;
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  }
}
int disconnect(sqlite3_vtab* table) {
  delete reinterpret_cast<Table*>(table);
  return SQLITE_OK;
}
int best_index(sqlite3_vtab*, sqlite3_index_info*) { return SQLITE_OK; }
int open(sqlite3_vtab*, sqlite3_vtab_cursor** out) {
  Cursor* const cursor = new (std::nothrow) Cursor;
  if (cursor == nullptr) return SQLITE_NOMEM;
  *out = &cursor->base;
  return SQLITE_OK;
}
int close(sqlite3_vtab_cursor* cursor) {
  delete &self(cursor);
  return SQLITE_OK;
}
int filter(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**) {
  self(cursor).row = 0;
  return SQLITE_OK;
}
int next(sqlite3_vtab_cursor* cursor) {
  ++self(cursor).row;
  return SQLITE_OK;
}
int is_end(sqlite3_vtab_cursor* cursor) { return self(cursor).row >= values_of(cursor).rows() ? 1 : 0; }
int column(sqlite3_vtab_cursor* cursor, sqlite3_context* to, int number) {
  values_of(cursor).give(to, self(cursor).row, static_cast<std::size_t>(number));
  return SQLITE_OK;
}
int row_number(sqlite3_vtab_cursor* cursor, sqlite3_int64* out) {
  *out = static_cast<sqlite3_int64>(self(cursor).row);
  return SQLITE_OK;
}

// Without xCreate: the module is a table by itself.
constexpr sqlite3_module make_module() {
  sqlite3_module module{};
  module.xConnect = connect;
  module.xBestIndex = best_index;
  module.xDisconnect = disconnect;
  module.xOpen = open;
  module.xClose = close;
  module.xFilter = filter;
  module.xNext = next;
  module.xEof = is_end;
  module.xColumn = column;
  module.xRowid = row_number;
  return module;
}
constexpr sqlite3_module kModule = make_module();

}  // namespace

void add_rows_module(Connection& connection, const std::string& name, const BatchValues& values) {
  if (sqlite3_create_module(connection.get(), name.c_str(), &kModule, const_cast<BatchValues*>(&values)) != SQLITE_OK)
    connection.fail("cannot hand over rows");
}

}  // namespace datagen::sqlite
