#include "datagen/core/document.hpp"

#include <algorithm>

#include "description/readers.hpp"
#include "description/text_source.hpp"

namespace datagen {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view white_space = " \t\r\n";

std::string_view without_mark(std::string_view text) {
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
  return text;
}

bool ends_with(std::string_view name, std::string_view extension) {
  if (name.size() <= extension.size()) return false;
  const std::string_view end = name.substr(name.size() - extension.size());
  for (std::size_t i = 0; i < end.size(); ++i) {
    const char c = end[i] >= 'A' && end[i] <= 'Z' ? static_cast<char>(end[i] - 'A' + 'a') : end[i];
    if (c != extension[i]) return false;
  }
  return true;
}

bool parses(std::string_view text, Node (*read)(const TextSource&)) {
  try {
    const TextSource source(text, {});
    source.check_bytes();
    const Node node = read(source);
    return !node.is_scalar();  // any line at all is a scalar of YAML
  } catch (const Error&) {
    return false;
  }
}

std::string_view first_line(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const std::size_t first = line.find_first_not_of(white_space);
    if (first != std::string_view::npos && line[first] != '#') return line.substr(first);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

// For text that no reader takes: the first line that says something shows what was meant.
bool looks_like_toml(std::string_view text) {
  const std::string_view line = first_line(text);
  if (line.substr(0, 1) == "[") {
    const std::size_t end = line.find(']');
    return end != std::string_view::npos && line.substr(0, end).find_first_of("{,:") == std::string_view::npos;
  }
  const std::size_t sign = line.find_first_of("=:");
  return sign != std::string_view::npos && line[sign] == '=';
}

}  // namespace

DocumentFormat guess_format(std::string_view file_name, std::string_view text) {
  if (ends_with(file_name, ".json")) return DocumentFormat::json;
  if (ends_with(file_name, ".toml")) return DocumentFormat::toml;
  if (ends_with(file_name, ".yaml") || ends_with(file_name, ".yml")) return DocumentFormat::yaml;
  text = without_mark(text);
  const std::size_t first = text.find_first_not_of(white_space);
  if (first == std::string_view::npos || text[first] == '{') return DocumentFormat::json;
  if (parses(text, read_toml)) return DocumentFormat::toml;  // "[table]" too, which is no JSON
  if (text[first] == '[') {
    return parses(text, read_json) || !looks_like_toml(text) ? DocumentFormat::json : DocumentFormat::toml;
  }
  if (parses(text, read_yaml)) return DocumentFormat::yaml;
  return looks_like_toml(text) ? DocumentFormat::toml : DocumentFormat::yaml;
}

Node parse_document(std::string_view text, const std::string& file_name, DocumentFormat format) {
  const TextSource source(without_mark(text), file_name);
  if (source.text().find_first_not_of(white_space) == std::string_view::npos) {
    source.fail(source.whole(), "the document is empty");
  }
  source.check_bytes();
  switch (format) {
    case DocumentFormat::toml:
      return read_toml(source);
    case DocumentFormat::yaml:
      return read_yaml(source);
    case DocumentFormat::json:
      break;
  }
  return read_json(source);
}

}  // namespace datagen
