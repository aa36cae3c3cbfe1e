// What a run's options make of the CSV format.
#pragma once

#include <string>

#include "datagen/options.hpp"

namespace datagen::csv {

enum class Quoting {
  kNeeded,   // what would be read as something else
  kStrings,  // all but numbers, booleans and nulls
  kNonNull,  // all but nulls
  kAll
};
enum class TimestampForm { kPostgres, kIso8601, kPlain };
enum class BytesForm { kPostgres, kHex, kBase64 };

struct Settings {
  char delimiter = ',';
  char quote = '"';
  char escape = '"';  // before a quote or itself within quotes
  std::string null;
  bool header = true;
  Quoting quoting = Quoting::kNeeded;
  bool crlf = false;
  bool bom = false;
  std::string false_word = "f", true_word = "t";
  TimestampForm timestamps = TimestampForm::kPostgres;
  BytesForm bytes = BytesForm::kPostgres;
};

inline constexpr const char* kDialects[] = {"postgres", "rfc4180", "excel", "mysql"};
inline constexpr const char* kQuotings[] = {"needed", "strings", "non_null", "all"};
inline constexpr const char* kLineEndings[] = {"lf", "crlf"};
inline constexpr const char* kBooleans[] = {"t/f", "true/false", "1/0"};
inline constexpr const char* kTimestamps[] = {"postgres", "iso8601", "plain"};
inline constexpr const char* kBytes[] = {"postgres", "hex", "base64"};

// The dialect decides what has no default here.
inline constexpr sdk::OptionTable kOptions(
    sdk::choice_option("dialect", "Who is to read it: what the options below are unless they are given.", kDialects,
                       "\"postgres\""),
    sdk::string_option("delimiter", "Between values: one character, or comma, tab, semicolon or pipe."),
    sdk::string_option("quote", "Around values that need it: one character; otherwise \"."),
    sdk::string_option("escape", "Before a quote within quotes: one character; otherwise the quote itself."),
    sdk::string_option("null", "What stands for NULL; otherwise nothing, where empty text is quoted (mysql: \\N)."),
    sdk::bool_option("header", "Begin each file with the columns' names.", "true"),
    sdk::choice_option("quoting",
                       "Which values are quoted: those that need it, all but numbers and booleans, all but NULL, all.",
                       kQuotings, "\"needed\""),
    sdk::choice_option("line_ending", "What ends a line (crlf for rfc4180 and excel, otherwise lf).", kLineEndings),
    sdk::bool_option("bom", "Begin each file with the mark of UTF-8 (true for excel, otherwise false)."),
    sdk::choice_option("booleans", "What true and false are (t/f for postgres, 1/0 for mysql, otherwise true/false).",
                       kBooleans),
    sdk::choice_option("timestamps",
                       "2024-02-29 13:07:00+00, 2024-02-29T13:07:00Z, or, without the zone (UTC), 2024-02-29 13:07:00.",
                       kTimestamps),
    sdk::choice_option("bytes", "bytea as \\x00ff (postgres), as 00ff (hex), or in base64.", kBytes));

/// Throws sdk::PluginError DATAGEN_INVALID_OPTION for characters that cannot be told from values, or from each other.
Settings read_settings(const sdk::OptionReader& options);

}  // namespace datagen::csv
