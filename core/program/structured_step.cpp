#include "program/structured_step.hpp"

#include <cstring>
#include <string_view>
#include <utility>

#include "program/format.hpp"
#include "program/render.hpp"

namespace datagen {

namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_null_word(std::string_view text) {
  if (text.size() != 4) return false;
  static constexpr std::string_view word = "null";
  for (std::size_t i = 0; i < 4; ++i)
    if ((text[i] | 0x20) != word[i]) return false;
  return true;
}

// Quoted when left bare it would be read as something else.
void append_array_element(std::string& out, std::string_view text, char separator) {
  bool quote = text.empty() || is_null_word(text);
  for (char c : text) quote = quote || c == '{' || c == '}' || c == '"' || c == '\\' || c == separator || is_space(c);
  if (!quote) {
    out += text;
    return;
  }
  out += '"';
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

void append_field(std::string& out, std::string_view text) {
  bool quote = text.empty();
  for (char c : text) quote = quote || c == '(' || c == ')' || c == '"' || c == '\\' || c == ',' || is_space(c);
  if (!quote) {
    out += text;
    return;
  }
  out += '"';
  for (char c : text) {
    if (c == '"' || c == '\\') out += c;
    out += c;
  }
  out += '"';
}

class Structure final : public Step {
 public:
  explicit Structure(StructuredStep step) : step_(std::move(step)) {}

  void run(Workspace& workspace) const override {
    const std::uint64_t* rows = workspace.rows(step_.view);
    ColumnData& out = workspace.column(step_.column);
    Format layout{Storage::variable, 0};
    out.prepare(layout, workspace.n);
    std::string text;
    for (std::uint32_t i = 0; i < workspace.n; ++i) {
      text.clear();
      if (!step_.shape.array)
        append_composite(workspace, i, text);
      else
        append_array(workspace, i, rows[i], text);
      std::uint64_t size = out.data_buffer.size();
      out.data_buffer.resize(size + text.size());
      std::memcpy(out.data_buffer.data() + size, text.data(), text.size());
      out.offsets_buffer.as<std::int32_t>()[i + 1] = static_cast<std::int32_t>(size + text.size());
    }
    std::int64_t null_count = apply_nulls(out, nullptr, step_.nulls, rows, workspace.n);
    out.publish(layout, workspace.n, null_count, nullptr);
  }

 private:
  void append_composite(Workspace& workspace, std::uint32_t i, std::string& text) const {
    text += '(';
    for (std::size_t p = 0; p < step_.parts.size(); ++p) {
      if (p > 0) text += ',';
      const ColumnData& part = workspace.column(step_.parts[p]);
      if (!part.is_null(i)) append_field(text, rendered(part, step_.part_formats[p], i));
    }
    text += ')';
  }

  void append_array(Workspace& workspace, std::uint32_t i, std::uint64_t row, std::string& text) const {
    const StructuredShape& shape = step_.shape;
    std::size_t next = 0;
    if (shape.dimensions == 1) {
      std::uint64_t most = step_.parts.size();
      std::uint64_t length = shape.least + datagen_scale(datagen_random_at(shape.key, row), most - shape.least + 1);
      append_elements(workspace, i, length, next, text);
    } else {
      std::uint32_t filled = 0;
      while (std::size_t{2} << filled <= step_.parts.size()) ++filled;
      append_dimension(workspace, i, shape.dimensions, filled, next, text);
    }
  }

  void append_elements(Workspace& workspace, std::uint32_t i, std::uint64_t length, std::size_t& next,
                       std::string& text) const {
    text += '{';
    for (std::uint64_t e = 0; e < length; ++e, ++next) {
      if (e > 0) text += step_.shape.separator;
      const ColumnData& part = workspace.column(step_.parts[next]);
      if (part.is_null(i))
        text += "NULL";
      else
        append_array_element(text, rendered(part, step_.part_formats[next], i), step_.shape.separator);
    }
    text += '}';
  }

  // depth: dimensions from here inwards; filled: how many of the innermost have two elements.
  void append_dimension(Workspace& workspace, std::uint32_t i, std::uint32_t depth, std::uint32_t filled,
                        std::size_t& next, std::string& text) const {
    std::uint64_t length = depth <= filled ? 2 : 1;
    if (depth == 1) return append_elements(workspace, i, length, next, text);
    text += '{';
    for (std::uint64_t e = 0; e < length; ++e) {
      if (e > 0) text += step_.shape.separator;
      append_dimension(workspace, i, depth - 1, filled, next, text);
    }
    text += '}';
  }

  StructuredStep step_;
};

}  // namespace

std::unique_ptr<Step> structured_step(StructuredStep step) { return std::make_unique<Structure>(std::move(step)); }

}  // namespace datagen
