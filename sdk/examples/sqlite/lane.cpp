#include "lane.hpp"

#include <array>
#include <cstring>

#include "datagen/input.hpp"
#include "ddl.hpp"

namespace example {
namespace {

namespace sdk = datagen::sdk;
namespace text = datagen::text;
using text::ColumnKind;

template <class T>
T at(const ArrowArray& array, std::size_t row) {
  T value;
  std::memcpy(&value, static_cast<const char*>(array.buffers[1]) + row * sizeof(T), sizeof(T));
  return value;
}

// Times, UUIDs and decimals as PostgreSQL prints them.
std::string printed(const text::ColumnFormat& format, const ArrowArray& array, std::size_t row) {
  // The functions of datagen/text may overwrite 64 bytes after what they print.
  std::string buffer(text::max_value_size(format) + sdk::kBufferSlack, '\0');
  char* end = buffer.data();
  switch (format.kind) {
    case ColumnKind::kDecimal:
      end = text::write_decimal(end, at<text::Int128>(array, row), format.scale);
      break;
    case ColumnKind::kDate:
      end = text::write_date(end, at<std::int32_t>(array, row));
      break;
    case ColumnKind::kTime:
      end = text::write_time(end, at<std::int64_t>(array, row));
      break;
    case ColumnKind::kUuid:
      end = text::write_uuid(end, static_cast<const std::uint8_t*>(array.buffers[1]) + 16 * row);
      break;
    default:
      end = text::write_timestamp(end, at<std::int64_t>(array, row), format.kind == ColumnKind::kTimestampUtc);
  }
  buffer.resize(static_cast<std::size_t>(end - buffer.data()));
  return buffer;
}

int bind(sqlite3_stmt* statement, int index, const text::ColumnFormat& format, const ArrowArray& array,
         std::size_t row) {
  if (!sdk::is_valid(array, row)) return sqlite3_bind_null(statement, index);
  switch (format.kind) {
    case ColumnKind::kBoolean:
      return sqlite3_bind_int(statement, index,
                              static_cast<const std::uint8_t*>(array.buffers[1])[row >> 3] >> (row & 7) & 1);
    case ColumnKind::kInt16:
      return sqlite3_bind_int(statement, index, at<std::int16_t>(array, row));
    case ColumnKind::kInt32:
      return sqlite3_bind_int(statement, index, at<std::int32_t>(array, row));
    case ColumnKind::kInt64:
      return sqlite3_bind_int64(statement, index, at<std::int64_t>(array, row));
    case ColumnKind::kFloat:
      return sqlite3_bind_double(statement, index, static_cast<double>(at<float>(array, row)));
    case ColumnKind::kDouble:
      return sqlite3_bind_double(statement, index, at<double>(array, row));
    case ColumnKind::kText:
    case ColumnKind::kDictionary: {
      const std::string_view value = sdk::TextInput(array).at(row).value_or("");
      return sqlite3_bind_text64(statement, index, value.data() == nullptr ? "" : value.data(), value.size(),
                                 SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    case ColumnKind::kBytes: {
      const std::int32_t* const offsets = static_cast<const std::int32_t*>(array.buffers[1]);
      const std::size_t size = static_cast<std::size_t>(offsets[row + 1] - offsets[row]);
      if (size == 0) return sqlite3_bind_zeroblob(statement, index, 0);
      return sqlite3_bind_blob64(statement, index, static_cast<const char*>(array.buffers[2]) + offsets[row], size,
                                 SQLITE_TRANSIENT);
    }
    default: {
      const std::string value = printed(format, array, row);
      return sqlite3_bind_text64(statement, index, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
  }
}

std::string literal(const std::string& value) {
  std::string result = "'";
  for (const char c : value) {
    if (c == '\'') result += '\'';
    result += c;
  }
  return result + "'";
}

}  // namespace

Lane::Lane(const TableLayout& layout) : layout_(layout), connection_("") {
  std::string places;
  for (std::size_t i = 0; i < layout.formats.size(); ++i) places += i == 0 ? "?" : ", ?";
  // A table without affinities keeps every value as it is bound.
  connection_.run(
      "PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; CREATE TABLE rows (" + layout.columns + "); BEGIN",
      "cannot make a temporary table");
  insert_ = std::make_unique<Statement>(connection_, "INSERT INTO rows VALUES (" + places + ")");
}

void Lane::write(const datagen_call&, const datagen_batch& batch) {
  const std::size_t n = static_cast<std::size_t>(batch.array->length);
  for (std::size_t row = 0; row < n; ++row) {
    for (std::size_t i = 0; i < layout_.formats.size(); ++i) {
      const int index = static_cast<int>(i) + 1;
      insert_->check(bind(insert_->get(), index, layout_.formats[i], *batch.array->children[i], row));
    }
    insert_->run();
  }
}

void Lane::commit() {
  connection_.run("COMMIT; ATTACH " + literal(layout_.path) + " AS destination", "cannot open " + layout_.path);
  connection_.run("BEGIN IMMEDIATE; INSERT INTO destination." + layout_.name + " (" + layout_.columns +
                      ") SELECT * FROM main.rows; COMMIT",
                  "cannot fill " + layout_.name);
  // More rows may follow, up to another commit.
  connection_.run("DETACH destination; DELETE FROM rows; BEGIN", "cannot close " + layout_.path);
}

}  // namespace example
