#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <set>

#include "datagen/core/run.hpp"
#include "verify/canonical.hpp"

namespace datagen {
namespace {

using Text = std::optional<std::string>;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return result;
}

std::string without(std::string_view text, std::string_view signs) {
  std::string result;
  for (const char c : text) {
    if (signs.find(c) == std::string_view::npos) result += c;
  }
  return result;
}

Text boolean(std::string_view text) {
  const std::string word = lower(text);
  for (const char* yes : {"t", "true", "y", "yes", "on", "1"}) {
    if (word == yes) return "t";
  }
  for (const char* no : {"f", "false", "n", "no", "off", "0"}) {
    if (word == no) return "f";
  }
  return std::nullopt;
}

// NaN and infinities are words of their own.
Text numeric(std::string_view text) {
  if (auto number = canonical_number(text)) return number;
  const std::string word = lower(text);
  if (word == "inf" || word == "+infinity" || word == "+inf") return "infinity";
  return word == "-inf" ? "-infinity" : word;
}

Text money(std::string_view text) { return canonical_number(without(text, "$, ")); }

template <typename Number>
Text floating(std::string_view text) {
  if (!text.empty() && text[0] == '+') text.remove_prefix(1);
  Number value{};
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || stop != text.data() + text.size()) return numeric(text);
  std::array<char, 64> buffer;
  return std::string(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr);
}

Text padded(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

Text bytes(std::string_view text) {
  if (text.starts_with("\\x")) return lower(text);
  std::string result = "\\x";
  const auto append = [&result](unsigned byte) {
    result += "0123456789abcdef"[byte >> 4 & 15];
    result += "0123456789abcdef"[byte & 15];
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      append(static_cast<unsigned char>(text[i]));
    } else if (i + 1 < text.size() && text[i + 1] == '\\') {
      append('\\');
      ++i;
    } else {
      unsigned value = 0;
      const auto [stop, error] =
          std::from_chars(text.data() + i + 1, text.data() + std::min(i + 4, text.size()), value, 8);
      if (error != std::errc{} || stop != text.data() + i + 4) return std::nullopt;
      append(value);
      i += 3;
    }
  }
  return result;
}

// Without a fraction's zeros at its end; the fraction ends before the zone.
std::string without_zeros(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return std::string(text);
  const std::size_t zone = std::min(text.find_first_not_of("0123456789", point + 1), text.size());
  std::size_t end = zone;
  while (end > point + 1 && text[end - 1] == '0') --end;
  if (end == point + 1) end = point;
  return std::string(text.substr(0, end)) + std::string(text.substr(zone));
}

Text timestamp(std::string_view text) {
  if (const auto value = parse_timestamp(text)) return std::to_string(*value);
  return without_zeros(text);
}

Text time_with_zone(std::string_view text) {
  const std::size_t sign = text.find_last_of("+-Zz");
  if (sign == std::string_view::npos) return std::nullopt;
  std::string zone(text.substr(sign));
  if (zone == "Z" || zone == "z") zone = "+00";
  if (zone.ends_with(":00") && zone.size() > 3) zone.resize(zone.size() - 3);
  if (zone == "-00") zone = "+00";
  return without_zeros(text.substr(0, sign)) + zone;
}

Text uuid(std::string_view text) { return lower(without(text, "{}-")); }

Text address(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string host(text.substr(0, slash));
  std::string bits = slash == std::string_view::npos ? "" : std::string(text.substr(slash + 1));
  std::array<unsigned char, 16> bytes_of{};
  const bool v6 = host.find(':') != std::string::npos;
  if (::inet_pton(v6 ? AF_INET6 : AF_INET, host.c_str(), bytes_of.data()) != 1) return std::nullopt;
  if (bits.empty()) bits = v6 ? "128" : "32";
  return std::string(bytes_of.begin(), bytes_of.begin() + (v6 ? 16 : 4)) + "/" + bits;
}

Text mac(std::string_view text) { return lower(without(text, ":-.")); }

// Numbers by their values, other signs as they are; the corners of a box, which PostgreSQL orders, in order.
Text geometry(const std::string& base, std::string_view text) {
  std::vector<double> numbers;
  std::string signs;
  for (std::size_t i = 0; i < text.size();) {
    double value = 0;
    const char* const begin = text.data() + i;
    const auto [stop, error] = std::from_chars(begin, text.data() + text.size(), value);
    if (error == std::errc{}) {
      numbers.push_back(value == 0 ? 0 : value);
      i += static_cast<std::size_t>(stop - begin);
    } else {
      if (text[i] == '[') signs += text[i];
      ++i;
    }
  }
  if (base == "box" && numbers.size() == 4) {
    if (numbers[0] < numbers[2]) std::swap(numbers[0], numbers[2]);
    if (numbers[1] < numbers[3]) std::swap(numbers[1], numbers[3]);
  }
  for (const double value : numbers) {
    std::array<char, 64> buffer;
    signs.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr) += ',';
  }
  return signs;
}

// The words of a text search vector, each once, with their places.
Text search_vector(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\'') {
      quoted = !quoted;
    } else if (text[i] == ' ' && !quoted) {
      if (!word.empty()) words.insert(word);
      word.clear();
    } else {
      word += text[i];
    }
  }
  if (!word.empty()) words.insert(word);
  std::string result;
  for (const std::string& one : words) result += one + '\n';
  return result;
}

Text search_query(std::string_view text) { return without(text, "' "); }
Text json_path(std::string_view text) { return without(text, "\" "); }
Text log_position(std::string_view text) { return lower(text); }

using Canonical = std::function<Text(std::string_view)>;

std::map<std::string, Canonical, std::less<>> spellings() {
  std::map<std::string, Canonical, std::less<>> table{{"boolean", boolean},
                                                      {"numeric", numeric},
                                                      {"money", money},
                                                      {"real", floating<float>},
                                                      {"double precision", floating<double>},
                                                      {"float", floating<double>},
                                                      {"character", padded},
                                                      {"bpchar", padded},
                                                      {"bytea", bytes},
                                                      {"time without time zone", without_zeros},
                                                      {"time with time zone", time_with_zone},
                                                      {"timestamp without time zone", timestamp},
                                                      {"timestamp with time zone", timestamp},
                                                      {"interval", canonical_interval},
                                                      {"uuid", uuid},
                                                      {"jsonb", canonical_json},
                                                      {"inet", address},
                                                      {"cidr", address},
                                                      {"macaddr", mac},
                                                      {"macaddr8", mac},
                                                      {"tsvector", search_vector},
                                                      {"tsquery", search_query},
                                                      {"jsonpath", json_path},
                                                      {"pg_lsn", log_position}};
  for (const char* name : {"smallint", "integer", "bigint", "smallserial", "serial", "bigserial", "oid"})
    table[name] = canonical_number;
  for (const char* name : {"point", "line", "lseg", "box", "path", "polygon", "circle"})
    table[name] = [base = std::string(name)](std::string_view text) { return geometry(base, text); };
  return table;
}

}  // namespace

std::optional<std::string> canonical_scalar(const SqlType& type, std::string_view text) {
  static const auto table = spellings();
  const auto found = table.find(type.base);
  return found == table.end() ? std::nullopt : found->second(text);
}

}  // namespace datagen
