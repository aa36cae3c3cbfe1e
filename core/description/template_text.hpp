// Changes to the text of a template, so that it says what its instance says and otherwise stays as it was written.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/document.hpp"
#include "description/template_expression.hpp"

namespace datagen {

// ${expression} in a string; "$${" stands for "${" and is none.
struct Placeholder {
  std::size_t begin = 0, end = 0;  // of the whole, "${" and "}" too
  std::string_view expression;
  bool escape = false;  // "$${"
  bool closed = true;   // false: there is no "}"
};

// In written order.  text must outlive them.
[[nodiscard]] std::vector<Placeholder> find_placeholders(std::string_view text);

class TemplateText {
 public:
  explicit TemplateText(std::string_view text);

  // The place of the number-th placeholder of a scalar, or the scalar's where that cannot be told.
  [[nodiscard]] Location place(const Node& scalar, std::size_t number) const;

  // Each records a change, or that the text is written in a way that it cannot change.
  void replace(const Node& scalar, const std::vector<Placeholder>& placeholders,
               const std::vector<TemplateValue>& values);
  void remove_member(const Location& key, bool with_comment_above);
  void remove_item(const Node& item);
  void remove_condition(const Node::Member& when);

  // The changed text; nothing if a change was not possible.
  [[nodiscard]] std::optional<std::string> changed();

 private:
  struct Edit {
    std::size_t begin, end;
    std::string text;
  };

  [[nodiscard]] std::size_t offset(const Location& location) const;
  [[nodiscard]] std::size_t line_start(std::size_t at) const;
  [[nodiscard]] std::optional<std::size_t> raw_placeholder(std::size_t from, std::size_t number) const;
  void remove_lines(std::size_t first, std::size_t column, bool with_comment_above);

  std::string_view text_;
  std::vector<std::size_t> line_starts_;
  std::vector<Edit> edits_;
  bool possible_ = true;
};

}  // namespace datagen
