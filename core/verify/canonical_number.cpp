#include <charconv>
#include <cstdint>

#include "verify/canonical.hpp"

namespace datagen {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

// Sign, digits without zeros at either end, and the power of ten that they are multiplied by.
std::optional<std::string> canonical_number(std::string_view text) {
  std::string sign;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    if (text[0] == '-') sign = "-";
    text.remove_prefix(1);
  }
  std::string digits;
  std::int64_t exponent = 0;
  bool point = false, any = false;
  std::size_t i = 0;
  for (; i < text.size() && (is_digit(text[i]) || (text[i] == '.' && !point)); ++i) {
    if (text[i] == '.') {
      point = true;
      continue;
    }
    any = true;
    if (point) --exponent;
    if (!digits.empty() || text[i] != '0') digits += text[i];
  }
  if (!any) return std::nullopt;
  if (i < text.size()) {
    if (text[i] != 'e' && text[i] != 'E') return std::nullopt;
    ++i;
    if (i < text.size() && text[i] == '+') ++i;
    std::int64_t written = 0;
    const auto [stop, error] = std::from_chars(text.data() + i, text.data() + text.size(), written);
    if (error != std::errc{} || stop != text.data() + text.size() || written > 1000000 || written < -1000000)
      return std::nullopt;
    exponent += written;
  }
  while (!digits.empty() && digits.back() == '0') {
    digits.pop_back();
    ++exponent;
  }
  if (digits.empty()) return "0";
  return sign + digits + "e" + std::to_string(exponent);
}

}  // namespace datagen
