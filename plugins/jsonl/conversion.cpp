#include "conversion.hpp"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include "datagen/text/base64.hpp"
#include "json_text.hpp"

namespace datagen::jsonl {
namespace {

using Kind = Shape::Kind;

// A value of n bytes becomes at most per_byte * n + per_value bytes; `least` is what it takes at least, as a part of an
// array with the sign after it.
struct Cost {
  std::uint64_t per_byte, per_value, least;
};

Cost cost_of(const Shape& shape) {
  constexpr std::uint64_t kGrowth = JsonRule::kMaxGrowth;
  if (shape.kind == Kind::kArray || shape.kind == Kind::kVector) {
    const Cost element = cost_of(*shape.element);
    return {element.per_byte + (element.per_value + 1) / element.least + 1, 6, 3};
  }
  if (shape.kind == Kind::kComposite) {
    Cost cost{kGrowth, 6, shape.fields.size() + 2};
    for (std::size_t i = 0; i < shape.fields.size(); ++i) {
      const Cost field = cost_of(shape.fields[i]);
      cost.per_byte = std::max(cost.per_byte, field.per_byte);
      cost.per_value += shape.leads[i].size() + field.per_value + 1;
    }
    return cost;
  }
  // Words, quotes, and the rest of a time zone.
  return {kGrowth, 8 + std::uint64_t{shape.characters}, 2};
}

std::size_t depth_of(const Shape& shape) {
  std::size_t depth = 0;
  if (shape.kind == Kind::kArray) depth = depth_of(*shape.element) + 1;
  for (const Shape& field : shape.fields) depth = std::max(depth, depth_of(field) + 1);
  return depth;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_json_number(std::string_view text) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    return at > begin;
  };
  if (at < text.size() && text[at] == '-') ++at;
  const bool zero = at < text.size() && text[at] == '0';
  const std::size_t whole = at;
  if (!digits() || (zero && at - whole > 1)) return false;
  if (at < text.size() && text[at] == '.') {
    ++at;
    if (!digits()) return false;
  }
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (!digits()) return false;
  }
  return at == text.size();
}

// Without the blanks outside of strings, so that it is on one line.
char* write_compact(char* out, std::string_view json) {
  bool within = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (!within && (c == ' ' || c == '\t' || c == '\n' || c == '\r')) continue;
    if (c == '\0') return nullptr;
    *out++ = c;
    if (within && c == '\\' && i + 1 < json.size()) {
      *out++ = json[++i];
    } else if (c == '"') {
      within = !within;
    }
  }
  return out;
}

char* write_padded(char* out, std::string_view text, std::uint32_t characters) {
  out = write_string(out, text);
  if (out == nullptr) return nullptr;
  const auto has = static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  if (has >= characters) return out;
  std::memset(out - 1, ' ', characters - has);
  out += characters - has;
  out[-1] = '"';
  return out;
}

// "2024-02-29 13:07:00+00" as "2024-02-29T13:07:00+00:00".
char* write_timestamp(char* out, std::string_view text, bool zone) {
  char* const begin = out;
  out = write_string(out, text);
  if (out == nullptr) return nullptr;
  char* const mark = std::find(begin, out, ' ');
  if (mark == out || !is_digit(mark[1])) return out;  // infinity
  *mark = 'T';
  char* const offset = std::find_if(mark, out, [](char c) { return c == '+' || c == '-'; });
  if (!zone || out - offset < 4 || !is_digit(offset[1]) || !is_digit(offset[2]) || offset[3] == ':') return out;
  std::memmove(offset + 6, offset + 3, static_cast<std::size_t>(out - offset - 3));
  std::memcpy(offset + 3, ":00", 3);
  return out + 3;
}

// As the server shows an interval of days and time: "1 day", not "1 days 00:00:00".  Other forms stay as they are.
char* write_interval(char* out, std::string_view text) {
  const std::size_t end = text.find_first_not_of("0123456789");
  if (end == 0 || end == std::string_view::npos) return write_string(out, text);
  const std::string_view number = text.substr(0, end);
  std::string_view rest = text.substr(end);
  for (const std::string_view word : {" days", " day"}) {
    if (!rest.starts_with(word)) continue;
    rest.remove_prefix(word.size());
    const bool whole = rest.empty() || rest == " 00:00:00";
    if (!whole && (rest.size() < 9 || rest[0] != ' ' || rest[3] != ':')) break;
    *out++ = '"';
    if (number != "0") {
      out = text::put(text::put(out, number), number == "1" ? " day" : " days");
      if (!whole) out = text::put(out, rest);
    } else {
      out = text::put(out, whole ? "00:00:00" : rest.substr(1));
    }
    *out++ = '"';
    return out;
  }
  return write_string(out, text);
}

char* write_boolean(char* out, std::string_view text) {
  for (const std::string_view word : {"t", "true", "y", "yes", "on", "1"}) {
    if (text == word) return text::put(out, "true");
  }
  for (const std::string_view word : {"f", "false", "n", "no", "off", "0"}) {
    if (text == word) return text::put(out, "false");
  }
  return nullptr;
}

int hexadecimal(char c) {
  if (is_digit(c)) return c - '0';
  const char letter = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

char* write_base64(char* out, std::string_view text) {
  if (!text.starts_with("\\x") || text.size() % 2 != 0) return nullptr;
  *out++ = '"';
  std::uint8_t group[3];
  std::size_t n = 0;
  for (std::size_t i = 2; i < text.size(); i += 2) {
    const int high = hexadecimal(text[i]), low = hexadecimal(text[i + 1]);
    if (high < 0 || low < 0) return nullptr;
    group[n++] = static_cast<std::uint8_t>(high << 4 | low);
    if (n < 3 && i + 2 < text.size()) continue;
    out = text::write_base64(out, group, n);
    n = 0;
  }
  *out++ = '"';
  return out;
}

char* write_value(char* out, const Shape& shape, std::string_view text, char* scratch);

// Takes the text of an array or a composite value apart.  Of a part that holds escapes a plain copy is made in memory.
class PartReader {
 public:
  PartReader(std::string_view text, char* memory) : text_(text), memory_(memory) {}

  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
  [[nodiscard]] char next() const { return at_end() ? '\0' : text_[at_]; }
  bool take(char c) {
    if (next() != c || at_end()) return false;
    ++at_;
    return true;
  }
  void skip_blanks() {
    while (!at_end() && std::isspace(static_cast<unsigned char>(next())) != 0) ++at_;
  }
  void skip_to(std::size_t place) { at_ = place; }

  struct Part {
    std::string_view text;
    bool quoted;
    char* memory;  // that is left
  };

  // Up to one of the two signs outside of quotes.  doubled: a quote within quotes may be written twice.
  std::optional<Part> part(char sign, char other_sign, bool doubled) {
    const std::size_t begin = at_;
    bool within = false, quoted = false;
    std::size_t n = 0;
    for (; at_ < text_.size(); ++at_) {
      char c = text_[at_];
      if (c == '"') {
        if (within && doubled && at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
          ++at_;
        } else {
          within = !within;
          quoted = true;
          continue;
        }
      } else if (c == '\\') {
        if (++at_ == text_.size()) return std::nullopt;
        c = text_[at_];
      } else if (!within && (c == sign || c == other_sign)) {
        break;
      }
      memory_[n++] = c;
    }
    if (within || at_ == text_.size()) return std::nullopt;
    const std::size_t size = at_ - begin;
    if (!quoted && n == size) return Part{text_.substr(begin, size), false, memory_};
    return Part{{memory_, n}, quoted, memory_ + n};
  }

 private:
  std::string_view text_;
  char* memory_;
  std::size_t at_ = 0;
};

bool is_null_word(std::string_view text) {
  constexpr std::string_view kNull = "null";
  return text.size() == kNull.size() && std::equal(text.begin(), text.end(), kNull.begin(), [](char a, char b) {
           return std::tolower(static_cast<unsigned char>(a)) == b;
         });
}

std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
  return text;
}

constexpr int kMostDimensions = 6;  // that the server has

// One dimension, and those within.
char* write_dimension(char* out, const Shape& element, PartReader& reader, int dimension) {
  if (dimension > kMostDimensions || !reader.take('{')) return nullptr;
  *out++ = '[';
  reader.skip_blanks();
  if (!reader.take('}')) {
    for (;;) {
      reader.skip_blanks();
      if (reader.next() == '{') {
        out = write_dimension(out, element, reader, dimension + 1);
      } else {
        const std::optional<PartReader::Part> part = reader.part(element.separator, '}', false);
        if (!part) return nullptr;
        const std::string_view text = part->quoted ? part->text : without_blanks(part->text);
        out = !part->quoted && is_null_word(text) ? text::put(out, "null")
                                                  : write_value(out, element, text, part->memory);
      }
      if (out == nullptr) return nullptr;
      reader.skip_blanks();
      if (reader.take('}')) break;
      if (!reader.take(element.separator)) return nullptr;
      *out++ = ',';
    }
  }
  *out++ = ']';
  return out;
}

char* write_array(char* out, const Shape& shape, std::string_view text, char* scratch) {
  PartReader reader(text, scratch);
  reader.skip_blanks();
  if (reader.next() == '[') reader.skip_to(std::min(text.find('{'), text.size()));  // bounds: [0:1]={...}
  out = write_dimension(out, *shape.element, reader, 1);
  reader.skip_blanks();
  return reader.at_end() ? out : nullptr;
}

char* write_vector(char* out, const Shape& shape, std::string_view text) {
  *out++ = '[';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) {
      if (out[-1] != '[') *out++ = ',';
      out = write_value(out, *shape.element, text.substr(at, end - at), nullptr);
      if (out == nullptr) return nullptr;
    }
    at = end + 1;
  }
  *out++ = ']';
  return out;
}

char* write_composite(char* out, const Shape& shape, std::string_view text, char* scratch) {
  PartReader reader(text, scratch);
  reader.skip_blanks();
  if (!reader.take('(')) return nullptr;
  *out++ = '{';
  for (std::size_t i = 0; i < shape.fields.size(); ++i) {
    if (i > 0) {
      if (!reader.take(',')) return nullptr;
      *out++ = ',';
    }
    out = text::put(out, shape.leads[i]);
    const std::optional<PartReader::Part> part = reader.part(',', ')', true);
    if (!part) return nullptr;
    out = part->text.empty() && !part->quoted ? text::put(out, "null")
                                              : write_value(out, shape.fields[i], part->text, part->memory);
    if (out == nullptr) return nullptr;
  }
  if (!reader.take(')')) return nullptr;
  reader.skip_blanks();
  *out++ = '}';
  return reader.at_end() ? out : nullptr;
}

char* write_value(char* out, const Shape& shape, std::string_view text, char* scratch) {
  switch (shape.kind) {
    case Kind::kString:
    case Kind::kQuotedNumber:
    case Kind::kBytes:
      return write_string(out, text);
    case Kind::kPadded:
      return write_padded(out, text, shape.characters);
    case Kind::kNumber:
      return is_json_number(text) ? text::put(out, text) : write_string(out, text);
    case Kind::kBoolean:
      return write_boolean(out, text);
    case Kind::kJson:
      return write_compact(out, text);
    case Kind::kTimestamp:
      return write_timestamp(out, text, false);
    case Kind::kTimestampUtc:
      return write_timestamp(out, text, true);
    case Kind::kInterval:
      return write_interval(out, text);
    case Kind::kVector:
      return write_vector(out, shape, text);
    case Kind::kBase64:
      return write_base64(out, text);
    case Kind::kArray:
      return write_array(out, shape, text, scratch);
    case Kind::kComposite:
      return write_composite(out, shape, text, scratch);
  }
  return nullptr;
}

}  // namespace

Conversion::Conversion(Shape shape, std::string type)
    : shape_(std::move(shape)), type_(std::move(type)), depth_(depth_of(shape_)) {
  const Cost cost = cost_of(shape_);
  per_byte_ = cost.per_byte;
  per_value_ = cost.per_value;
}

std::uint64_t Conversion::bound(std::uint64_t bytes, std::uint64_t values) const {
  return bytes * per_byte_ + values * per_value_;
}

char* Conversion::write(char* out, const char* text, std::size_t size, char* scratch) const {
  return write_value(out, shape_, {text, size}, scratch);
}

}  // namespace datagen::jsonl
