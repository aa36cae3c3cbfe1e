// Values as a run's settings want them, for text::RowEncoder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "datagen/text/base64.hpp"
#include "datagen/text/dialect.hpp"
#include "settings.hpp"

namespace datagen::csv {

/// Up to three chosen bytes, and those that are special in any case.  write() puts one before them.
class ByteRule {
 public:
  static constexpr std::size_t kMaxGrowth = 2;

  ByteRule(char first, char second, char third, bool ends_of_lines)
      : bytes_{first, second, third}, ends_of_lines_(ends_of_lines), before_(second) {
#if DATAGEN_TEXT_BLOCKS
    for (std::size_t i = 0; i < 3; ++i) std::memset(&blocks_[i], bytes_[i], sizeof blocks_[i]);
    std::memset(&blocks_[3], ends_of_lines ? '\n' : first, sizeof blocks_[3]);
    std::memset(&blocks_[4], ends_of_lines ? '\r' : first, sizeof blocks_[4]);
#endif
  }

  bool is_special(std::uint8_t byte) const {
    const char c = static_cast<char>(byte);
    return c == bytes_[0] || c == bytes_[1] || c == bytes_[2] || c == '\0' ||
           (ends_of_lines_ && (c == '\n' || c == '\r'));
  }

#if DATAGEN_TEXT_BLOCKS
  // The bytes are loaded as blocks: to make them here would take longer than to compare.
  auto special(text::Block block) const {
    return (block == blocks_[0]) | (block == blocks_[1]) | (block == blocks_[2]) | (block == blocks_[3]) |
           (block == blocks_[4]) | (block == 0);
  }
#endif

  char* write(char* out, std::uint8_t byte) const {
    if (byte == 0) return nullptr;
    out[0] = before_;
    out[1] = static_cast<char>(byte);
    return out + 2;
  }

 private:
#if DATAGEN_TEXT_BLOCKS
  text::Block blocks_[5];
#endif
  char bytes_[3];
  bool ends_of_lines_;
  char before_;
};

class Dialect {
 public:
  static constexpr std::size_t kMaxGrowth = ByteRule::kMaxGrowth;
  static constexpr std::size_t kSeparatorSize = 1;
  static constexpr std::size_t kMaxFrame = 6;  // quotes, \x with its backslash escaped; or base64's last four

  /// single_column: a row may be the line "\.", which ends COPY's data.
  Dialect(const Settings& settings, bool single_column)
      : settings_(settings),
        plain_(settings.delimiter, settings.escape, settings.quote, true),
        quoted_(settings.quote, settings.escape, settings.quote, false),
        quotes_text_(settings.quoting != Quoting::kNeeded),
        quotes_numbers_(settings.quoting == Quoting::kNonNull || settings.quoting == Quoting::kAll),
        single_column_(single_column) {
    const std::string around(quotes_numbers_ ? 1 : 0, settings.quote);
    true_word_ = around + settings.true_word + around;
    false_word_ = around + settings.false_word + around;
    null_ = settings.quoting == Quoting::kAll ? around + settings.null + around : settings.null;
    escaped_backslash_ = settings.delimiter == '\\' || settings.escape == '\\' || settings.quote == '\\';
  }

  std::string_view null() const { return null_; }
  std::string_view true_word() const { return true_word_; }
  std::string_view false_word() const { return false_word_; }
  std::string_view separator() const { return {&settings_.delimiter, 1}; }
  char quote() const { return quotes_text_ ? settings_.quote : '\0'; }
  char number_quote(const datagen_table_info&, std::size_t, text::ColumnKind) const {
    return quotes_numbers_ ? settings_.quote : '\0';
  }
  char time_mark() const { return settings_.timestamps == TimestampForm::kIso8601 ? 'T' : ' '; }

  char* text(char* out, const char* text, std::size_t size, const char* readable_end) const {
    if (!quotes_text_) {
      char* const end = text::copy_plain(plain_, out, text, size, readable_end);
      if (end != nullptr && !is_like_something_else({text, size})) [[likely]]
        return end;
    }
    *out = settings_.quote;
    out = text::escape(quoted_, out + 1, text, size, readable_end);
    if (out == nullptr) return nullptr;
    *out = settings_.quote;
    return out + 1;
  }

  char* bytes(char* out, const std::uint8_t* bytes, std::size_t size) const {
    const bool postgres = settings_.bytes == BytesForm::kPostgres;
    const bool quotes = quotes_text_ || (postgres && escaped_backslash_);
    char* const begin = out;
    if (quotes) *out++ = settings_.quote;
    if (postgres) {
      if (settings_.escape == '\\' || settings_.quote == '\\') *out++ = settings_.escape;
      out = text::put(out, "\\x");
    }
    char* end = settings_.bytes == BytesForm::kBase64 ? text::write_base64(out, bytes, size)
                                                      : text::write_hex(out, bytes, size);
    if (quotes) *end++ = settings_.quote;
    const std::string_view written(begin, static_cast<std::size_t>(end - begin));
    if (quotes || written != null_) return end;
    // Digits that spell the word for NULL.
    std::memmove(begin + 1, begin, written.size());
    *begin = settings_.quote;
    *++end = settings_.quote;
    return end;
  }

  char* timestamp(char* out, std::int64_t microseconds, bool utc) const {
    switch (settings_.timestamps) {
      case TimestampForm::kIso8601:
        return text::write_timestamp(out, microseconds, 'T', utc ? "Z" : "");
      case TimestampForm::kPlain:
        return text::write_timestamp(out, microseconds, false);
      case TimestampForm::kPostgres:
        break;
    }
    return text::write_timestamp(out, microseconds, utc);
  }

 private:
  bool is_like_something_else(std::string_view text) const {
    return text == null_ || (single_column_ && text == "\\.");
  }

  Settings settings_;
  ByteRule plain_;
  ByteRule quoted_;
  std::string null_, true_word_, false_word_;
  bool quotes_text_;
  bool quotes_numbers_;
  bool single_column_;
  bool escaped_backslash_;
};

}  // namespace datagen::csv
