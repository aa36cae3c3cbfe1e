#include "description/map_reader.hpp"
#include "description/parts.hpp"
#include "description/type_table.hpp"

namespace datagen {
namespace {

std::vector<std::string> type_names(const std::vector<CustomType>& custom) {
  std::vector<std::string> names;
  for (const CustomType& type : custom) {
    names.push_back(type.schema.empty() ? type.name : type.schema + "." + type.name);
  }
  const std::vector<std::string>& builtin = known_type_names();
  names.insert(names.end(), builtin.begin(), builtin.end());
  return names;
}

}  // namespace

std::optional<SqlType> read_written_type(const Node& node, const std::string& subject,
                                         const std::vector<CustomType>& custom, Diagnostics& diagnostics) {
  if (!require_kind(node, Node::Kind::string, "'type'", subject, diagnostics)) return std::nullopt;
  std::string message;
  std::optional<SqlType> type = parse_type(node.string, custom, message);
  if (!type) {
    diagnostics.fault(node.location, subject, "type '" + node.string + "': " + message);
    return std::nullopt;
  }
  if (type->known || is_extension_type(type->base)) {
    if (!type->known) {
      diagnostics.warning(node.location, subject, "type '" + type->text + "' is an extension's",
                          "its values come from the column's generator; name the extension under 'extensions'");
    }
    return type;
  }
  const std::string_view own_name = name_in_postgres(type->base);
  if (!own_name.empty()) {
    diagnostics.fault(node.location, subject, "'" + type->base + "' is no type of PostgreSQL",
                      "use " + std::string(own_name));
    return std::nullopt;
  }
  const std::string suggestion = did_you_mean(type->base, type_names(custom));
  if (!suggestion.empty()) {
    diagnostics.fault(node.location, subject, "unknown type '" + type->base + "'" + suggestion);
    return std::nullopt;
  }
  diagnostics.warning(node.location, subject,
                      "type '" + type->text + "' is not known; it is passed through to the server",
                      "declare it under 'custom_types', or see that an extension brings it");
  return type;
}

}  // namespace datagen
