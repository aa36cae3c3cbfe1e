#include "shape.hpp"

#include <charconv>
#include <utility>

#include "datagen/postgres/type_name.hpp"
#include "json_text.hpp"

namespace datagen::jsonl {
namespace {

using Kind = Shape::Kind;

// Declared types refer to each other in no circle; a description that says otherwise is no reason to overflow.
constexpr int kMostDepth = 32;

// "numeric(10,2)" has the name numeric and the modifier 10; "timestamp(3) with time zone" leaves its out.
struct Words {
  std::string name;
  std::uint32_t modifier = 0;
};

Words words_of(std::string_view type) {
  Words result;
  const std::size_t open = type.find('(');
  const std::size_t close = type.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
    result.name = type;
    return result;
  }
  std::from_chars(type.data() + open + 1, type.data() + close, result.modifier);
  result.name = std::string(type.substr(0, open)) + std::string(type.substr(close + 1));
  return result;
}

Shape of(Kind kind) {
  Shape shape;
  shape.kind = kind;
  return shape;
}

// Types of the server's own that are not strings.
Shape own_type(const Words& words, const Settings& settings) {
  struct Name {
    std::string_view name;
    Kind kind;
  };
  const Kind bigint = settings.bigint_strings ? Kind::kQuotedNumber : Kind::kNumber;
  const Kind numeric = settings.numeric_strings ? Kind::kQuotedNumber : Kind::kNumber;
  const Name names[] = {{"boolean", Kind::kBoolean},
                        {"bool", Kind::kBoolean},
                        {"smallint", Kind::kNumber},
                        {"int2", Kind::kNumber},
                        {"integer", Kind::kNumber},
                        {"int", Kind::kNumber},
                        {"int4", Kind::kNumber},
                        {"serial", Kind::kNumber},
                        {"smallserial", Kind::kNumber},
                        {"bigserial", bigint},
                        {"bigint", bigint},
                        {"int8", bigint},
                        {"real", Kind::kNumber},
                        {"float4", Kind::kNumber},
                        {"double precision", Kind::kNumber},
                        {"float8", Kind::kNumber},
                        {"numeric", numeric},
                        {"decimal", numeric},
                        {"money", numeric},
                        {"oid", Kind::kQuotedNumber},
                        {"json", Kind::kJson},
                        {"jsonb", Kind::kJson},
                        {"timestamp", Kind::kTimestamp},
                        {"timestamp without time zone", Kind::kTimestamp},
                        {"timestamptz", Kind::kTimestampUtc},
                        {"timestamp with time zone", Kind::kTimestampUtc},
                        {"interval", Kind::kInterval},
                        {"bytea", settings.base64 ? Kind::kBase64 : Kind::kBytes}};
  for (const auto& [name, kind] : names) {
    if (name == words.name) return of(kind);
  }
  if (words.name.starts_with("interval ")) return of(Kind::kInterval);  // with fields: "interval day to hour"
  if (words.name == "int2vector" || words.name == "oidvector") {
    Shape shape = of(Kind::kVector);
    shape.element = std::make_shared<const Shape>(of(words.name[0] == 'i' ? Kind::kNumber : Kind::kQuotedNumber));
    return shape;
  }
  if (words.name == "box") {
    Shape shape;
    shape.separator = ';';
    return shape;
  }
  const bool character = words.name == "character" || words.name == "char";
  if (!character && (words.name != "bpchar" || words.modifier == 0)) return {};
  Shape shape = of(Kind::kPadded);
  shape.characters = words.modifier == 0 ? 1 : words.modifier;
  return shape;
}

const datagen_type* declared_type(std::string_view type, const datagen_database& database) {
  const postgres::TypeName name = postgres::type_name(type);
  for (std::uint32_t i = 0; i < database.n_types; ++i) {
    const datagen_type& candidate = *database.types[i];
    if (name.name != candidate.name) continue;
    const std::string_view schema = candidate.schema == nullptr ? "" : candidate.schema;
    if (name.schema == schema || (name.schema == "public" && schema.empty())) return &candidate;
  }
  return nullptr;
}

Shape shape_of(std::string_view type, const datagen_database& database, const Settings& settings, int depth) {
  if (depth > kMostDepth) return {};
  while (type.ends_with(' ')) type.remove_suffix(1);
  if (type.ends_with(']')) {
    // All dimensions have the same element.
    while (type.ends_with(']')) type = type.substr(0, type.rfind('['));
    Shape shape = of(Kind::kArray);
    shape.element = std::make_shared<const Shape>(shape_of(type, database, settings, depth + 1));
    return shape;
  }
  const datagen_type* const declared = declared_type(type, database);
  if (declared == nullptr) return own_type(words_of(type), settings);
  if (declared->kind == DATAGEN_TYPE_DOMAIN) return shape_of(declared->base_type, database, settings, depth + 1);
  if (declared->kind != DATAGEN_TYPE_COMPOSITE) return {};
  Shape shape = of(Kind::kComposite);
  for (std::uint32_t i = 0; i < declared->n_fields; ++i) {
    shape.leads.push_back(key(declared->field_names[i]));
    shape.fields.push_back(shape_of(declared->field_types[i], database, settings, depth + 1));
  }
  return shape;
}

}  // namespace

Shape shape_of(std::string_view type, const datagen_database& database, const Settings& settings) {
  return shape_of(type, database, settings, 0);
}

}  // namespace datagen::jsonl
