// Values of a given type, whatever it is made of: arrays and composites are put together from values of their elements.
#include <fmt/format.h>

#include "description/places.hpp"
#include "plan/planner.hpp"
#include "program/keys.hpp"

namespace datagen {

namespace {

constexpr std::uint32_t usual_elements = 4;
constexpr std::int64_t most_elements = 64;

// The element of an array type: its text without the brackets.
std::optional<SqlType> element_type(const SqlType& type, const std::vector<CustomType>& custom) {
  std::string text = type.text.substr(0, type.text.find('['));
  std::string message;
  return parse_type(text, custom, message);
}

const CustomType* composite_of(const Description& description, const SqlType& type) {
  for (const CustomType& custom : description.types) {
    std::string full = custom.schema.empty() ? custom.name : custom.schema + "." + custom.name;
    if (custom.kind == CustomType::Kind::composite && full == type.base) return &custom;
  }
  return nullptr;
}

}  // namespace

bool SourcePlanner::typed_source(Request request, const SqlType& type, const std::string& name, Source& source) {
  const Table& table = table_of(request.table);
  const Column& column = table.columns[request.column];
  if (type.array_dimensions > 0) return array_source(std::move(request), type, name, nullptr, source);
  if (const CustomType* composite = composite_of(plan_.description, type)) {
    source = Source{};
    source.kind = Source::Kind::structured;
    source.format = "u";
    for (const CustomType::Field& field : composite->fields) {
      Request part = request;
      part.part += "/field/" + field.name;
      part.conditions = part_conditions(request, field.type);
      if (!typed_source(std::move(part), storage_type(field.type, plan_.description.types), field.name,
                        source.parts.emplace_back()))
        return false;
    }
    return true;
  }
  const std::string full_name = table.full_name();
  DetectionTarget target{full_name, name, type.family, type.base};
  Detected detected = detect_by_name(plan_.registry, target);
  request.type = type;
  if (request.conditions != nullptr) {
    if (const std::optional<bool> listed = listed_source(request, source)) return *listed;
    request.strict_checks = true;
  }
  // A whole column has had its name tried, and found unfit.
  if (detected.generator_class != nullptr && !request.part.empty()) {
    request.generator_class = detected.generator_class;
    request.hint_options = detected.hint->options != nullptr ? detected.hint->options : "";
    request.prefix = detected.prefix;
    Diagnostics attempt;
    if (create_values(request, source, attempt)) return true;
  }
  detected = detect_by_type(plan_.registry, target);
  if (detected.generator_class == nullptr) {
    diagnostics_.fault(column.type_location.known() ? column.type_location : column.location,
                       subject(request.table, request.column),
                       fmt::format("no generator makes values of type {} by default", type.text),
                       "name one for this column; generator pattern or enum make text in PostgreSQL's input syntax");
    return false;
  }
  request.generator_class = detected.generator_class;
  request.hint_options = detected.hint->options != nullptr ? detected.hint->options : "";
  request.prefix.clear();
  if (request.conditions == nullptr) return create_values(request, source, diagnostics_);
  Diagnostics attempt;
  if (create_values(request, source, attempt) || matching_source(request, source)) return true;
  for (const Fault& fault : attempt.faults()) {
    diagnostics_.fault(fault.location, fault.subject, fault.message,
                       "name a generator for this column that gives whole values, such as pattern or enum");
  }
  return false;
}

bool SourcePlanner::array_source(Request request, const SqlType& type, const std::string& name, const Node* config,
                                 Source& source) {
  const Column& column = table_of(request.table).columns[request.column];
  std::string where = subject(request.table, request.column);
  std::optional<SqlType> element = element_type(type, plan_.description.types);
  if (!element) {
    diagnostics_.fault(column.type_location, where, fmt::format("{} has no element type that is known", type.text));
    return false;
  }
  std::int64_t least = 0, most = usual_elements;
  const Node* element_config = nullptr;
  if (config != nullptr) {
    if (!only_options(*config, places::array_options(), "array", where)) return false;
    for (const Node::Member& member : config->map) {
      bool number = member.key == "min" || member.key == "max";
      if (number &&
          (!member.value.is(Node::Kind::integer) || member.value.integer < 0 || member.value.integer > most_elements)) {
        diagnostics_.fault(member.value.location, where,
                           fmt::format("'{}' is a number of elements from 0 to {}", member.key, most_elements));
        return false;
      }
      if (member.key == "min")
        least = member.value.integer;
      else if (member.key == "max")
        most = member.value.integer;
      else if (member.key == "element")
        element_config = &member.value;
    }
    if (config->find("min") != nullptr && config->find("max") == nullptr) most = std::max(most, least);
    if (config->find("max") != nullptr && config->find("min") == nullptr) least = std::min(least, most);
  }
  if (least > most) {
    diagnostics_.fault(config->location, where, fmt::format("min {} is above max {}", least, most));
    return false;
  }
  source = Source{};
  source.kind = Source::Kind::structured;
  source.format = "u";
  source.shape.array = true;
  source.shape.dimensions = type.array_dimensions;
  source.shape.least = static_cast<std::uint32_t>(least);
  source.shape.separator = element->base == "box" ? ';' : ',';
  source.shape.key =
      derive_key(plan_.options.seed, table_of(request.table).full_name(), column.name, "length" + request.part);
  // Two elements in each of up to three dimensions, where there are several.
  if (type.array_dimensions > 1) most = std::int64_t{1} << std::min(type.array_dimensions, 3u);
  SqlType stored = storage_type(*element, plan_.description.types);
  request.conditions = part_conditions(request, *element);
  for (std::int64_t e = 0; e < most; ++e) {
    Request part = request;
    part.part += "/element/" + std::to_string(e);
    Source& made = source.parts.emplace_back();
    if (element_config != nullptr) {
      const Node* generator =
          element_config->is(Node::Kind::string) ? element_config : element_config->find("generator");
      part.generator_class = generator != nullptr && generator->is(Node::Kind::string)
                                 ? plan_.registry.find_generator(generator->string)
                                 : nullptr;
      if (part.generator_class == nullptr) {
        diagnostics_.fault(element_config->location, where, "'element' names no generator that there is",
                           "for example element: {generator: enum, generator_config: {values: [a, b]}}");
        return false;
      }
      part.config = element_config->find("generator_config");
      part.location = element_config->location;
      part.type = stored;
      if (!create_values(part, made, diagnostics_)) return false;
    } else if (part.generator_class != nullptr) {
      part.type = stored;
      if (!create_values(part, made, diagnostics_)) return false;
    } else if (!typed_source(std::move(part), stored, name, made)) {
      return false;
    }
  }
  return true;
}

}  // namespace datagen
