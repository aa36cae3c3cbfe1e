#include "datagen/core/types.hpp"

#include <algorithm>
#include <charconv>

#include "datagen/core/error.hpp"
#include "datagen/plugin.h"
#include "description/identifier.hpp"
#include "description/type_scanner.hpp"
#include "description/type_table.hpp"

namespace datagen {
namespace {

using Kind = TypeToken::Kind;
constexpr std::uint32_t maximum_array_dimensions = 6;  // MAXDIM of PostgreSQL

class TypeParser {
 public:
  TypeParser(const std::vector<TypeToken>& tokens, const std::vector<CustomType>& custom, std::string& message)
      : tokens_(tokens), custom_(custom), message_(message) {}

  std::optional<SqlType> parse() {
    SqlType type;
    if (!parse_name() || !parse_element(type) || !parse_dimensions(type)) return std::nullopt;
    return type;
  }

 private:
  [[nodiscard]] bool is(std::string_view text, Kind kind) const {
    return at_ < tokens_.size() && tokens_[at_].kind == kind && tokens_[at_].text == text;
  }
  bool accept(std::string_view text, Kind kind = Kind::mark) {
    if (!is(text, kind)) return false;
    ++at_;
    return true;
  }
  bool fail(std::string message) {
    message_ = std::move(message);
    return false;
  }

  bool parse_name() {
    if (tokens_.empty()) return fail("the type is empty");
    while (at_ < tokens_.size() && (tokens_[at_].kind == Kind::word || tokens_[at_].kind == Kind::quoted)) {
      if (!names_.empty() && (tokens_[at_].kind == Kind::quoted || names_.back().kind == Kind::quoted)) break;
      if (is("array", Kind::word) && !names_.empty()) break;
      names_.push_back(tokens_[at_++]);
    }
    if (names_.empty()) return fail("a type starts with its name");
    if (names_.size() == 1 && accept(".")) {
      if (at_ == tokens_.size() || (tokens_[at_].kind != Kind::word && tokens_[at_].kind != Kind::quoted)) {
        return fail("a name must follow the dot");
      }
      schema_ = names_.front();
      names_.front() = tokens_[at_++];
      if (schema_->text == "pg_catalog") schema_.reset();
    }
    return true;
  }

  bool parse_element(SqlType& type) {
    if (find_custom(type)) return true;
    if (!schema_ && names_.front().kind == Kind::quoted && names_.front().text == "char") {
      return builtin(*find_builtin_type("\"char\""), type);
    }
    if (schema_ || names_.front().kind == Kind::quoted) return unknown(type);
    return parse_keywords(type);
  }

  // Names of the description's own types stand as they were declared, whatever their case.
  bool find_custom(SqlType& type) const {
    if (names_.size() != 1) return false;
    for (const CustomType& candidate : custom_) {
      const QualifiedName wanted{schema_ ? schema_->written : std::string(), names_.front().written};
      if (wanted.lookup_key() != QualifiedName{candidate.schema, candidate.name}.lookup_key()) continue;
      type.custom = true;
      type.base = candidate.schema.empty() ? candidate.name : candidate.schema + "." + candidate.name;
      type.text = quote_type_name(candidate.name);
      if (!candidate.schema.empty()) type.text = quote_type_name(candidate.schema) + "." + type.text;
      type.format = "u";
      type.family = candidate.kind == CustomType::Kind::enumeration ? DATAGEN_FAMILY_ENUM : DATAGEN_FAMILY_OTHER;
      if (candidate.kind == CustomType::Kind::domain && candidate.base) take_storage(*candidate.base, type);
      return true;
    }
    return false;
  }

  static void take_storage(const SqlType& base, SqlType& type) {
    type.format = base.format;
    type.family = base.family;
    type.max_characters = base.max_characters;
    type.precision = base.precision;
    type.scale = base.scale;
  }

  // The type's name may be of several words, of which the modifiers stand behind the first: timestamp(3) with time
  // zone.
  bool parse_keywords(SqlType& type) {
    std::string name = words(names_);
    bool interval = names_.front().text == "interval";
    if (interval) {
      for (std::size_t i = 1; i < names_.size(); ++i) {
        fields_ += (i > 1 ? " " : "") + names_[i].text;
      }
      if (!valid_interval_fields()) return fail("'" + name + "' is not a form of interval");
      name = "interval";
    }
    if (!parse_modifiers()) return false;
    if ((name == "timestamp" || name == "time") && (is("with", Kind::word) || is("without", Kind::word))) {
      std::vector<TypeToken> zone;
      while (at_ < tokens_.size() && zone.size() < 3 && tokens_[at_].kind == Kind::word) zone.push_back(tokens_[at_++]);
      name += " " + words(zone);
    }
    const BuiltinType* found = find_builtin_type(name);
    if (found != nullptr) return builtin(*found, type);
    if (is_pseudo_type(name)) return fail("no column can have the pseudo-type '" + name + "'");
    if (names_.size() == 1) return unknown_with_modifiers(type);
    std::string hint = did_you_mean(name, known_type_names());
    if (hint.empty() && find_builtin_type(names_.front().text) != nullptr) {
      hint = "; '" + names_[1].text + "' is no part of a type";
    }
    return fail("'" + name + "' is no type" + hint);
  }

  [[nodiscard]] bool valid_interval_fields() const {
    static const std::vector<std::string> forms = {"",
                                                   "year",
                                                   "month",
                                                   "day",
                                                   "hour",
                                                   "minute",
                                                   "second",
                                                   "year to month",
                                                   "day to hour",
                                                   "day to minute",
                                                   "day to second",
                                                   "hour to minute",
                                                   "hour to second",
                                                   "minute to second"};
    return std::find(forms.begin(), forms.end(), fields_) != forms.end();
  }

  static std::string words(const std::vector<TypeToken>& tokens) {
    std::string text;
    for (const TypeToken& token : tokens) text += (text.empty() ? "" : " ") + token.text;
    return text;
  }

  bool parse_modifiers() {
    if (!accept("(")) return true;
    do {
      if (at_ == tokens_.size() || tokens_[at_].kind == Kind::mark) {
        return fail("a number is missing between '(' and ')'");
      }
      modifiers_.push_back(tokens_[at_++]);
    } while (accept(","));
    return accept(")") || fail("')' is missing");
  }

  // The i-th modifier as a number within bounds.
  bool number(std::size_t i, std::int32_t least, std::int32_t most, std::int32_t& value) {
    const TypeToken& token = modifiers_[i];
    const char* end = token.text.data() + token.text.size();
    const auto result = std::from_chars(token.text.data(), end, value);
    if (token.kind != Kind::number || result.ec != std::errc{} || result.ptr != end || value < least || value > most) {
      return fail("'" + token.written + "' must be a number from " + std::to_string(least) + " to " +
                  std::to_string(most));
    }
    return true;
  }

  bool at_most(std::size_t count, std::string_view name) {
    if (modifiers_.size() <= count) return true;
    return fail("type " + std::string(name) + " takes " +
                (count == 0   ? std::string("nothing")
                 : count == 1 ? "one number"
                              : "two numbers") +
                " in parentheses");
  }

  bool builtin(const BuiltinType& found, SqlType& type) {
    if (modifiers_.empty() && !parse_modifiers()) return false;
    type.base = found.name;
    type.format = found.format;
    type.family = found.family;
    type.serial = found.name.ends_with("serial");
    type.text = found.name;
    if (found.name == "name") type.max_characters = maximum_identifier_bytes;
    if (found.name == "\"char\"") type.max_characters = 1;
    if (found.name == "money") {
      type.precision = 16;
      type.scale = 2;
    }
    switch (found.modifier) {
      case TypeModifier::none:
        return at_most(0, found.name);
      case TypeModifier::length:
      case TypeModifier::bit_length:
        return with_length(found, type);
      case TypeModifier::precision_scale:
        return with_scale(type);
      case TypeModifier::time_precision:
        return with_time_precision(type);
      case TypeModifier::float_precision:
        return with_float_precision(type);
    }
    return false;
  }

  bool with_length(const BuiltinType& found, SqlType& type) {
    if (!at_most(1, found.name)) return false;
    const bool bits = found.modifier == TypeModifier::bit_length;
    std::int32_t length = found.name == "character" || found.name == "bit" ? 1 : 0;
    if (!modifiers_.empty() && !number(0, 1, bits ? 83'886'080 : 10'485'760, length)) return false;
    if (length > 0 && found.name == "bpchar") type.base = type.text = "character";
    if (length > 0) type.text += "(" + std::to_string(length) + ")";
    if (!bits) type.max_characters = static_cast<std::uint32_t>(length);
    return true;
  }

  bool with_scale(SqlType& type) {
    if (!at_most(2, "numeric")) return false;
    if (modifiers_.empty()) return true;
    type.scale = 0;
    if (!number(0, 1, 1000, type.precision)) return false;
    if (modifiers_.size() == 2 && !number(1, -1000, 1000, type.scale)) return false;
    const std::string numbers = std::to_string(type.precision) + "," + std::to_string(type.scale);
    type.text += "(" + numbers + ")";
    const bool fits = type.precision <= 38 && type.scale >= 0 && type.scale <= 38;
    type.format = fits ? "d:" + numbers : "u";
    return true;
  }

  bool with_time_precision(SqlType& type) {
    if (!at_most(1, type.base)) return false;
    if (!fields_.empty()) type.text += " " + fields_;
    if (modifiers_.empty()) return true;
    if (!fields_.empty() && !fields_.ends_with("second")) return fail("only seconds take a number of digits");
    if (type.base != "interval" && names_.size() > 1) return fail("the number of digits stands before WITH or WITHOUT");
    if (!number(0, 0, 6, type.precision)) return false;
    const std::string digits = "(" + std::to_string(type.precision) + ")";
    const std::size_t first_word = type.base == "interval" ? type.text.size() : type.text.find(' ');
    type.text.insert(first_word, digits);
    return true;
  }

  bool with_float_precision(SqlType& type) {
    std::int32_t bits = 53;
    if (!at_most(1, "float") || (!modifiers_.empty() && !number(0, 1, 53, bits))) return false;
    type.base = type.text = bits <= 24 ? "real" : "double precision";
    type.format = bits <= 24 ? "f" : "g";
    return true;
  }

  bool unknown(SqlType& type) { return parse_modifiers() && unknown_with_modifiers(type); }

  bool unknown_with_modifiers(SqlType& type) {
    type.known = false;
    type.format = "u";
    type.family = !schema_ && names_.front().text == "citext" ? DATAGEN_FAMILY_TEXT : DATAGEN_FAMILY_OTHER;
    type.base = names_.front().text;
    type.text = quote_type_name(names_.front().text);
    if (schema_) {
      type.base = schema_->text + "." + type.base;
      type.text = quote_type_name(schema_->text) + "." + type.text;
    }
    for (std::size_t i = 0; i < modifiers_.size(); ++i) {
      const TypeToken& token = modifiers_[i];
      type.text += i == 0 ? "(" : ",";
      type.text += token.kind == Kind::string   ? quote_literal(token.text)
                   : token.kind == Kind::quoted ? quote_type_name(token.text)
                                                : token.written;
    }
    if (!modifiers_.empty()) type.text += ")";
    return true;
  }

  bool parse_dimensions(SqlType& type) {
    std::string dimensions;
    if (accept("array", Kind::word)) {
      if (at_ == tokens_.size()) {
        dimensions = "[]";
        type.array_dimensions = 1;
      } else if (!is("[", Kind::mark)) {
        return fail("only a size can follow ARRAY");
      }
    }
    while (accept("[")) {
      std::string size;
      if (at_ < tokens_.size() && tokens_[at_].kind == Kind::number) {
        size = tokens_[at_++].text;
        if (size.front() == '-' || size.size() > 9) return fail("'" + size + "' is no size of an array");
      }
      if (!accept("]")) return fail("']' is missing");
      dimensions += "[" + size + "]";
      ++type.array_dimensions;
    }
    if (at_ != tokens_.size()) return fail("'" + tokens_[at_].written + "' is no part of a type");
    if (type.array_dimensions == 0) return true;
    if (type.array_dimensions > maximum_array_dimensions) return fail("an array has at most 6 dimensions");
    if (type.serial) return fail("there are no arrays of " + type.base);
    type.text += dimensions;
    type.format = "u";
    type.family = DATAGEN_FAMILY_ARRAY;
    return true;
  }

  const std::vector<TypeToken>& tokens_;
  const std::vector<CustomType>& custom_;
  std::string& message_;
  std::size_t at_ = 0;
  std::vector<TypeToken> names_;  // the words of the name
  std::optional<TypeToken> schema_;
  std::vector<TypeToken> modifiers_;
  std::string fields_;
};

const CustomType* find_domain(const SqlType& type, const std::vector<CustomType>& custom) {
  if (!type.custom || type.array_dimensions > 0) return nullptr;
  for (const CustomType& candidate : custom) {
    const std::string name = candidate.schema.empty() ? candidate.name : candidate.schema + "." + candidate.name;
    if (name == type.base && candidate.kind == CustomType::Kind::domain && candidate.base) return &candidate;
  }
  return nullptr;
}

}  // namespace

namespace {

// A declared type may have any name.  Where the text is one as it stands, perhaps with brackets of an array behind, it
// is put into quotes, so that nothing in the name is read as syntax.
std::string quoted_if_declared(std::string_view written, const std::vector<CustomType>& custom) {
  const auto quoted = [](std::string_view name) {
    std::string text = "\"";
    for (const char c : name) text.append(c == '"' ? 2 : 1, c);
    return text + '"';
  };
  for (const CustomType& type : custom) {
    const std::string full = type.schema.empty() ? type.name : type.schema + "." + type.name;
    for (const std::string& name : {full, type.name}) {
      if (!written.starts_with(name)) continue;
      const std::string_view brackets = written.substr(name.size());
      if (brackets.find_first_not_of("[]0123456789 ") != std::string_view::npos) continue;
      if (!brackets.empty() && brackets.find('[') != brackets.find_first_not_of(' ')) continue;
      return (type.schema.empty() ? "" : quoted(type.schema) + ".") + quoted(type.name) + std::string(brackets);
    }
  }
  return std::string(written);
}

}  // namespace

std::optional<SqlType> parse_type(std::string_view unquoted, const std::vector<CustomType>& custom,
                                  std::string& message) {
  const std::string written = quoted_if_declared(unquoted, custom);
  const auto tokens = scan_type(written, message);
  if (!tokens) return std::nullopt;
  return TypeParser(*tokens, custom, message).parse();
}

SqlType storage_type(const SqlType& type, const std::vector<CustomType>& custom) {
  SqlType stored = type;
  for (std::size_t i = 0; i <= custom.size(); ++i) {
    const CustomType* domain = find_domain(stored, custom);
    if (domain == nullptr) return stored;
    stored = *domain->base;
  }
  return stored;
}

}  // namespace datagen
