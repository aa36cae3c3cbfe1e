// What a text format decides for RowEncoder (row_encoder.hpp), in one of two forms.
//
// As constants:
//   kNull, kTrue, kFalse   words
//   kSeparator             after each value but a row's last
//   kQuote                 0, or the character around text, times, UUIDs, bytes, and numbers that are words
//   kBytesPrefix           before hexadecimal bytes, after the quote
//   Rule                   the escape rule of text (escape.hpp)
//
// Or, where a writer's options decide, as an object with what ConstantDialect below has, any of it a function that is
// not static.  Such a dialect may have in addition
//   const std::string& lead(size_t column)      before each of the column's values: a key
//   bool omits_nulls()                          with lead: a null is left out, with its lead
//   using Conversion = ...                      columns whose text is written in a form of their own:
//   std::unique_ptr<const Conversion> conversion(const datagen_table_info&, size_t column)     null: no such column
// and a Conversion, whose functions any number of threads call,
//   uint64_t bound(uint64_t bytes, uint64_t values)    bytes that so many values of so much text together may need
//   size_t scratch(size_t longest)                     memory for writing values of at most this size
//   char* write(char* out, const char* text, size_t size, char* scratch)       nullptr for text that it cannot write
//   std::string refusal()                              what is wrong then: "is no JSON"
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "datagen/plugin.h"
#include "datagen/text/calendar.hpp"
#include "datagen/text/column_kind.hpp"
#include "datagen/text/escape.hpp"
#include "datagen/text/hexadecimal.hpp"

namespace datagen::text {

inline char* put(char* out, std::string_view word) {
  std::memcpy(out, word.data(), word.size());
  return out + word.size();
}

/// A dialect that was given as constants.
template <class Words>
struct ConstantDialect {
  static constexpr std::size_t kMaxGrowth = Words::Rule::kMaxGrowth;  // bytes that one byte of text may become
  static constexpr std::size_t kSeparatorSize = Words::kSeparator.size();
  static constexpr std::size_t kMaxFrame = 2 + Words::kBytesPrefix.size();  // bytes around a value, besides these

  static constexpr std::string_view null() { return Words::kNull; }
  static constexpr std::string_view true_word() { return Words::kTrue; }
  static constexpr std::string_view false_word() { return Words::kFalse; }
  static constexpr std::string_view separator() { return Words::kSeparator; }
  /// Around times, UUIDs and numbers that are words; 0: none.
  static constexpr char quote() { return Words::kQuote; }
  /// Around other numbers of this column of a table.
  static constexpr char number_quote(const datagen_table_info&, std::size_t, ColumnKind) { return 0; }
  /// Between date and time.
  static constexpr char time_mark() { return ' '; }

  /// A text with all that surrounds it; nullptr where it cannot be written.  [text, readable_end) may be read.  At most
  /// kMaxFrame + size * kMaxGrowth bytes.
  static char* text(char* out, const char* text, std::size_t size, const char* readable_end) {
    out = escape(typename Words::Rule{}, put_quote(out), text, size, readable_end);
    return out == nullptr ? nullptr : put_quote(out);
  }
  /// Bytes with all that surrounds them.  At most kMaxFrame + 2 * size bytes.
  static char* bytes(char* out, const std::uint8_t* bytes, std::size_t size) {
    return put_quote(write_hex(put(put_quote(out), Words::kBytesPrefix), bytes, size));
  }
  /// Without quotes.  At most kMaxTimestampSize bytes.
  static char* timestamp(char* out, std::int64_t microseconds, bool utc) {
    return write_timestamp(out, microseconds, utc);
  }

 private:
  static char* put_quote(char* out) {
    if constexpr (Words::kQuote != 0) *out++ = Words::kQuote;
    return out;
  }
};

namespace detail {

template <class Dialect>
struct DialectObject {
  using Type = ConstantDialect<Dialect>;
};
template <class Dialect>
requires requires(const Dialect& dialect) { dialect.null(); }
struct DialectObject<Dialect> {
  using Type = Dialect;
};

}  // namespace detail

/// The second form of either.
template <class Dialect>
using DialectObject = typename detail::DialectObject<Dialect>::Type;

}  // namespace datagen::text
