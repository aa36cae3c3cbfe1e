#include "source_texts.hpp"

#include <map>
#include <utility>

namespace datagen::host {
namespace {

std::map<std::string, std::string>& texts() {
  static std::map<std::string, std::string> all;
  return all;
}

}  // namespace

const std::string& keep_source(const std::string& name, std::string text) {
  return texts().insert_or_assign(name, std::move(text)).first->second;
}

std::optional<std::string_view> source_line(const Location& place) {
  const auto found = texts().find(place.file);
  if (found == texts().end() || place.line == 0) return std::nullopt;
  std::string_view rest = found->second;
  // Columns of the first line count from behind a byte order mark.
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  for (std::uint32_t line = 1; line < place.line; ++line) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    rest.remove_prefix(end + 1);
  }
  rest = rest.substr(0, rest.find('\n'));
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return rest;
}

}  // namespace datagen::host
