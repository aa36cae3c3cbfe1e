#include "description/template_text.hpp"

#include <algorithm>

namespace datagen {
namespace {

constexpr std::string_view kOpen = "${";

// Where the expression that begins at from ends: the first '}' outside of quotes.
std::size_t closing_brace(std::string_view text, std::size_t from) {
  bool quoted = false;
  for (std::size_t at = from; at < text.size(); ++at) {
    if (text[at] == '\'') quoted = !quoted;
    if (text[at] == '}' && !quoted) return at;
  }
  return std::string_view::npos;
}

// As the inside of a JSON string, which YAML and TOML read the same.
std::string escaped(const std::string& text) {
  Node node;
  node.kind = Node::Kind::string;
  node.string = text;
  const std::string json = node.json();
  return json.substr(1, json.size() - 2);
}

std::string doubled_quotes(const std::string& text) {
  std::string result;
  for (const char c : text) result += c == '\'' ? "''" : std::string(1, c);
  return result;
}

}  // namespace

std::vector<Placeholder> find_placeholders(std::string_view text) {
  std::vector<Placeholder> found;
  for (std::size_t at = text.find(kOpen); at != std::string_view::npos; at = text.find(kOpen, at)) {
    Placeholder one;
    one.begin = at;
    one.escape = at > 0 && text[at - 1] == '$' && (found.empty() || found.back().end < at);
    if (one.escape) {
      one.begin = at - 1;
      one.end = at + kOpen.size();
    } else {
      const std::size_t close = closing_brace(text, at + kOpen.size());
      one.closed = close != std::string_view::npos;
      one.end = one.closed ? close + 1 : text.size();
      one.expression = text.substr(at + kOpen.size(), (one.closed ? close : text.size()) - at - kOpen.size());
    }
    found.push_back(one);
    at = one.end;
  }
  return found;
}

TemplateText::TemplateText(std::string_view text) : text_(text) {
  line_starts_.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') line_starts_.push_back(i + 1);
  }
}

std::size_t TemplateText::offset(const Location& location) const {
  if (location.line == 0 || location.line > line_starts_.size()) return text_.size();
  return std::min(line_starts_[location.line - 1] + location.column - 1, text_.size());
}

std::size_t TemplateText::line_start(std::size_t at) const {
  return *(std::upper_bound(line_starts_.begin(), line_starts_.end(), at) - 1);
}

std::optional<std::size_t> TemplateText::raw_placeholder(std::size_t from, std::size_t number) const {
  for (std::size_t at = from; (at = text_.find(kOpen, at)) != std::string_view::npos; at += kOpen.size()) {
    if (number-- == 0) return at;
  }
  return std::nullopt;
}

Location TemplateText::place(const Node& scalar, std::size_t number) const {
  const auto raw = raw_placeholder(offset(scalar.location), number);
  if (!raw) return scalar.location;
  const std::size_t start = line_start(*raw);
  const auto line = std::lower_bound(line_starts_.begin(), line_starts_.end(), start) - line_starts_.begin();
  return {scalar.location.file, static_cast<std::uint32_t>(line + 1), static_cast<std::uint32_t>(*raw - start + 1)};
}

void TemplateText::replace(const Node& scalar, const std::vector<Placeholder>& placeholders,
                           const std::vector<TemplateValue>& values) {
  const std::size_t start = offset(scalar.location);
  const char quote = start < text_.size() ? text_[start] : '\0';
  const bool quoted = quote == '"' || quote == '\'';
  const bool whole = placeholders.size() == 1 && !placeholders[0].escape && placeholders[0].begin == 0 &&
                     placeholders[0].end == scalar.string.size();
  for (std::size_t i = 0; i < placeholders.size(); ++i) {
    const Placeholder& one = placeholders[i];
    const auto raw = raw_placeholder(start, i);
    const std::size_t length = one.end - one.begin;
    const std::size_t begin = raw ? *raw - (one.escape ? 1 : 0) : 0;
    // A line folded or a character escaped inside the expression is left to the other way of writing.
    if (!raw || text_.substr(begin, length) != std::string_view(scalar.string).substr(one.begin, length)) {
      possible_ = false;
      return;
    }
    const bool text = !one.escape && std::holds_alternative<std::string>(values[i]);
    const std::string value = one.escape ? std::string(kOpen) : template_value_text(values[i]);
    if (whole && text) {
      const std::string json = '"' + escaped(value) + '"';
      edits_.push_back({begin - (quoted ? 1 : 0), begin + length + (quoted ? 1 : 0), json});
    } else if (whole) {
      edits_.push_back({begin - (quoted ? 1 : 0), begin + length + (quoted ? 1 : 0), value});
    } else {
      edits_.push_back({begin, begin + length,
                        quote == '"'    ? escaped(value)
                        : quote == '\'' ? doubled_quotes(value)
                                        : value});
    }
  }
}

// The line of first, and those after it that stand deeper than column.
void TemplateText::remove_lines(std::size_t first, std::size_t column, bool with_comment_above) {
  std::size_t line = static_cast<std::size_t>(std::upper_bound(line_starts_.begin(), line_starts_.end(), first) -
                                              line_starts_.begin()) -
                     1;
  const auto content = [this](std::size_t number) {
    const std::size_t at = text_.find_first_not_of(' ', line_starts_[number]);
    return at == std::string_view::npos ? text_.size() : at;
  };
  const auto blank = [&](std::size_t number) {
    return content(number) >= text_.size() || text_[content(number)] == '\n';
  };
  std::size_t end = line + 1;
  for (std::size_t next = end; next < line_starts_.size(); ++next) {
    if (blank(next)) continue;
    if (content(next) - line_starts_[next] <= column) break;
    end = next + 1;
  }
  while (with_comment_above && line > 0 && content(line - 1) - line_starts_[line - 1] == column &&
         text_[content(line - 1)] == '#') {
    --line;
  }
  // One blank line of those around it stays.
  if (end < line_starts_.size() && blank(end) && (line == 0 || blank(line - 1))) ++end;
  edits_.push_back({line_starts_[line], end < line_starts_.size() ? line_starts_[end] : text_.size(), ""});
}

void TemplateText::remove_member(const Location& key, bool with_comment_above) {
  const std::size_t at = offset(key);
  const std::size_t start = line_start(at);
  if (text_.substr(start, at - start).find_first_not_of(' ') != std::string_view::npos) {
    possible_ = false;
  } else {
    remove_lines(at, at - start, with_comment_above);
  }
}

void TemplateText::remove_item(const Node& item) {
  const std::size_t at = offset(item.location);
  const std::size_t start = line_start(at);
  const std::string_view before = text_.substr(start, at - start);
  const std::size_t dash = before.find_first_not_of(' ');
  if (dash == std::string_view::npos || before[dash] != '-' ||
      before.find_first_not_of(' ', dash + 1) != std::string_view::npos) {
    possible_ = false;
  } else {
    remove_lines(at, dash, true);
  }
}

void TemplateText::remove_condition(const Node::Member& when) {
  const std::size_t key = offset(when.location);
  const std::size_t start = line_start(key);
  if (text_.substr(start, key - start).find_first_not_of(' ') == std::string_view::npos) {
    remove_lines(key, key - start, false);
    return;
  }
  const auto raw = raw_placeholder(offset(when.value.location), 0);
  std::size_t end = raw ? text_.find('}', *raw) : std::string_view::npos;
  if (end == std::string_view::npos) {
    possible_ = false;
    return;
  }
  end = text_.find_first_not_of("}\"' ", end);
  std::size_t begin = key;
  if (begin > 0 && (text_[begin - 1] == '"' || text_[begin - 1] == '\'')) --begin;
  if (end != std::string_view::npos && text_[end] == ',') {
    end = text_.find_first_not_of(' ', end + 1);
  } else {
    const std::size_t value_end = text_.find('}', *raw) + 1;
    end = value_end + (value_end < text_.size() && (text_[value_end] == '"' || text_[value_end] == '\'') ? 1 : 0);
    const std::size_t comma = text_.find_last_not_of(' ', begin - 1);
    if (comma != std::string_view::npos && text_[comma] == ',') begin = comma;
  }
  edits_.push_back({begin, std::min(end, text_.size()), ""});
}

std::optional<std::string> TemplateText::changed() {
  if (!possible_) return std::nullopt;
  std::stable_sort(edits_.begin(), edits_.end(),
                   [](const Edit& a, const Edit& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  std::string result;
  std::size_t at = 0;
  for (const Edit& edit : edits_) {
    if (edit.begin < at) continue;  // within what is removed
    result += text_.substr(at, edit.begin - at);
    result += edit.text;
    at = edit.end;
  }
  result += text_.substr(at);
  return result;
}

}  // namespace datagen
