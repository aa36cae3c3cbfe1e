#include "settings.hpp"

#include <cctype>
#include <string_view>
#include <utility>

namespace datagen::csv {
namespace {

enum Dialect { kPostgres, kRfc4180, kExcel, kMysql };  // as kDialects

constexpr std::size_t kMostNullBytes = 24;  // fewer than a UUID has

Settings preset(Dialect dialect) {
  Settings result;
  if (dialect == kPostgres) return result;
  result.false_word = dialect == kMysql ? "0" : "false";
  result.true_word = dialect == kMysql ? "1" : "true";
  result.timestamps = dialect == kRfc4180 ? TimestampForm::kIso8601 : TimestampForm::kPlain;
  result.bytes = BytesForm::kHex;
  if (dialect == kMysql) {
    result.escape = '\\';
    result.null = "\\N";
  } else {
    result.crlf = true;
    result.bom = dialect == kExcel;
  }
  return result;
}

[[noreturn]] void refuse(const char* option, const std::string& message) {
  throw sdk::PluginError(DATAGEN_INVALID_OPTION, message, option);
}

std::string shown(char byte) {
  if (byte == '\t') return "tab";
  return byte > ' ' && byte < 0x7f ? "'" + std::string(1, byte) + "'" : "byte " + std::to_string(int{byte});
}

// What numbers and times are made of.
bool is_of_values(char byte) {
  return std::isalnum(static_cast<unsigned char>(byte)) != 0 || std::string_view(" +-.:").find(byte) < 5;
}

char read_character(const sdk::OptionReader& options, const char* option) {
  constexpr std::pair<std::string_view, char> kNames[] = {
      {"comma", ','}, {"tab", '\t'}, {"\\t", '\t'}, {"semicolon", ';'}, {"pipe", '|'}};
  const std::string_view text = options.string(option);
  for (const auto& [name, byte] : kNames) {
    if (text == name) return byte;
  }
  if (text.size() != 1 || static_cast<unsigned char>(text[0]) >= 0x80) {
    refuse(option,
           "must be a single character of ASCII, such as ; or |, or one of the names comma, tab, semicolon and "
           "pipe; not '" +
               std::string(text) + "'");
  }
  const char byte = text[0];
  if (is_of_values(byte)) refuse(option, shown(byte) + " also occurs in numbers, words and times; choose another one");
  if (byte == '\0' || byte == '\n' || byte == '\r') refuse(option, "cannot be NUL or the end of a line");
  return byte;
}

bool is_value(const std::string& null) {
  constexpr std::string_view kWords[] = {"t",        "f",         "true",     "false",    "NaN",
                                         "Infinity", "-Infinity", "infinity", "-infinity"};
  for (const std::string_view word : kWords) {
    if (null == word) return true;
  }
  const std::size_t first = null.find_first_not_of("+-");
  return first != std::string::npos && std::isdigit(static_cast<unsigned char>(null[first])) != 0;
}

void check(const Settings& settings) {
  if (settings.delimiter == settings.quote) {
    refuse("delimiter", "delimiter and quote are both " + shown(settings.quote) + "; change one of them");
  }
  if (settings.delimiter == settings.escape) {
    refuse("delimiter", "delimiter and escape are both " + shown(settings.escape) + "; change one of them");
  }
  for (const auto& [name, byte] : {std::pair("delimiter", settings.delimiter), std::pair("quote", settings.quote)}) {
    if (settings.null.find(byte) == std::string::npos) continue;
    refuse("null", "null contains the " + std::string(name) + ", " + shown(byte) + "; change one of them");
  }
  if (settings.null.find_first_of(std::string_view("\0\r\n", 3)) != std::string::npos) {
    refuse("null", "cannot hold NUL or the end of a line");
  }
  if (settings.null.size() > kMostNullBytes) {
    refuse("null", "can have at most " + std::to_string(kMostNullBytes) + " bytes");
  }
  if (is_value(settings.null)) {
    refuse("null", "'" + settings.null + "' may also be a value; choose another word, such as \\N, NULL or NA");
  }
  if (settings.bytes != BytesForm::kBase64) return;
  for (const auto& [name, byte] : {std::pair("delimiter", settings.delimiter), std::pair("quote", settings.quote),
                                   std::pair("escape", settings.escape)}) {
    if (byte != '/' && byte != '=') continue;
    refuse(name, shown(byte) + " also occurs in base64, which bytes asks for; change one of them");
  }
}

}  // namespace

Settings read_settings(const sdk::OptionReader& options) {
  Settings result = preset(static_cast<Dialect>(options.choice("dialect")));
  if (options.is_set("delimiter")) result.delimiter = read_character(options, "delimiter");
  if (options.is_set("quote")) {
    if (result.escape == result.quote) result.escape = read_character(options, "quote");
    result.quote = read_character(options, "quote");
  }
  if (options.is_set("escape")) result.escape = read_character(options, "escape");
  result.null = options.string_or("null", result.null);
  result.header = options.boolean("header");
  result.quoting = static_cast<Quoting>(options.choice("quoting"));
  if (options.is_set("line_ending")) result.crlf = options.choice("line_ending") == 1;
  result.bom = options.boolean_or("bom", result.bom);
  if (options.is_set("booleans")) {
    const std::string_view words = kBooleans[options.choice("booleans")];
    const std::size_t slash = words.find('/');
    result.true_word = words.substr(0, slash);
    result.false_word = words.substr(slash + 1);
  }
  if (options.is_set("timestamps")) result.timestamps = static_cast<TimestampForm>(options.choice("timestamps"));
  if (options.is_set("bytes")) result.bytes = static_cast<BytesForm>(options.choice("bytes"));
  check(result);
  return result;
}

}  // namespace datagen::csv
