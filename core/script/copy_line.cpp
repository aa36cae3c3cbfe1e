#include "script/copy_line.hpp"

#include <cstring>

#include "script/utf8.hpp"

namespace datagen {
namespace {

int digit(char c, int base) {
  int value = 99;
  if (c >= '0' && c <= '9') value = c - '0';
  if (c >= 'a' && c <= 'f') value = c - 'a' + 10;
  if (c >= 'A' && c <= 'F') value = c - 'A' + 10;
  return value < base ? value : -1;
}

constexpr const char* kNotUtf8 = "bytes that are not UTF-8";

}  // namespace

const char* CopyLineReader::read(std::string_view line, std::vector<Cell>& cells) {
  cells.clear();
  if (line.find('\\') != std::string_view::npos) return read_escaped(line, cells);
  if (line.find('\r') != std::string_view::npos) return "a carriage return that is not escaped";
  if (line.find('\0') != std::string_view::npos) return "a NUL byte";
  if (!is_utf8(line)) return kNotUtf8;
  const char* field = line.data();
  const char* const end = field + line.size();
  for (const char* c = field; c != end; ++c) {
    if (*c != '\t') continue;
    cells.push_back({{field, static_cast<std::size_t>(c - field)}});
    field = c + 1;
  }
  cells.push_back({{field, static_cast<std::size_t>(end - field)}});
  return nullptr;
}

const char* CopyLineReader::read_escaped(std::string_view line, std::vector<Cell>& cells) {
  text_.clear();
  text_.reserve(line.size());  // views into it stay: no field grows by being unescaped
  std::size_t position = 0;
  for (bool more = true; more; ++position) {
    const std::size_t begin = text_.size();
    const std::size_t field = position;
    while (position < line.size() && line[position] != '\t') {
      const char c = line[position];
      if (c == '\\') {
        const std::string_view rest = line.substr(position);
        const bool whole = rest.size() == 2 || (rest.size() > 2 && rest[2] == '\t');
        if (rest.starts_with("\\N") && position == field && whole) {
          position += 2;
          cells.push_back({{}, true});
          break;
        }
        if (const char* const fault = unescape(line, position)) return fault;
      } else if (c == '\r') {
        return "a carriage return that is not escaped";
      } else if (c == '\0') {
        return "a NUL byte";
      } else {
        text_ += c;
        ++position;
      }
    }
    const bool is_null = position == field + 2 && line.substr(field, 2) == "\\N";
    if (!is_null) {
      cells.push_back({std::string_view(text_).substr(begin)});
      if (!is_utf8(cells.back().text)) return kNotUtf8;
    }
    more = position < line.size();
  }
  return nullptr;
}

const char* CopyLineReader::unescape(std::string_view line, std::size_t& position) {
  const std::size_t next = position + 1;
  if (next == line.size()) return "a backslash at its end";
  static constexpr char letters[] = "bfnrtv\\", values[] = "\b\f\n\r\t\v\\";
  const char c = line[next];
  if (const char* const found = c == '\0' ? nullptr : std::strchr(letters, c)) {
    text_ += values[found - letters];
    position = next + 1;
    return nullptr;
  }
  const bool hexadecimal = c == 'x';
  const int base = hexadecimal ? 16 : 8;
  std::size_t end = hexadecimal ? next + 1 : next;
  const std::size_t most = end + (hexadecimal ? 2 : 3);
  int value = 0, digits = 0;
  for (; end < line.size() && end < most && digit(line[end], base) >= 0; ++end, ++digits)
    value = value * base + digit(line[end], base);
  if (digits == 0) return "a backslash before what needs none";
  if ((value & 0xff) == 0) return "an escape for the byte NUL";
  text_ += static_cast<char>(value & 0xff);
  position = end;
  return nullptr;
}

}  // namespace datagen
