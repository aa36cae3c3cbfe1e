#include "secrets.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace datagen::host {
namespace {

// From begin on: a quoted value with its quotes, or up to the next space.
std::size_t value_end(std::string_view word, std::size_t begin) {
  if (begin >= word.size() || word[begin] != '\'') return std::min(word.find(' ', begin), word.size());
  for (std::size_t i = begin + 1; i < word.size(); ++i) {
    if (word[i] == '\\')
      ++i;
    else if (word[i] == '\'')
      return i + 1;
  }
  return word.size();
}

}  // namespace

void hide_passwords(int argc, char** argv) {
  for (int i = 0; i < argc; ++i) {
    const std::string_view word(argv[i]);
    const auto hide = [&](std::size_t begin, std::size_t end) { std::memset(argv[i] + begin, 'x', end - begin); };
    static constexpr std::string_view kKey = "password=", kScheme = "://";
    for (std::size_t at = word.find(kKey); at != std::string_view::npos; at = word.find(kKey, at + 1)) {
      hide(at + kKey.size(), value_end(word, at + kKey.size()));
    }
    const std::size_t scheme = word.find(kScheme);
    if (scheme == std::string_view::npos) continue;
    const std::size_t user = scheme + kScheme.size();
    const std::size_t at_sign = word.substr(0, word.find('/', user)).rfind('@');
    const std::size_t colon = word.find(':', user);
    if (at_sign != std::string_view::npos && at_sign > user && colon < at_sign) hide(colon + 1, at_sign);
  }
}

}  // namespace datagen::host
