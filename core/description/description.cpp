// parse_description: the top level, and the order in which the parts are read.
#include "datagen/core/description.hpp"

#include <algorithm>

#include "description/identifier.hpp"
#include "description/parts.hpp"
#include "description/spellings.hpp"

namespace datagen {
namespace {

void read_version(const MapReader& reader) {
  const Node* version = reader.get("version");
  if (version == nullptr) return;
  if (version->is_scalar() && (version->string == "1.0" || version->string == "1")) return;
  reader.fault(*version, "version '" + version->string + "' of the description's format is not known", "write \"1.0\"");
}

void read_database(const MapReader& reader, Reading& reading) {
  const Node* node = reader.get("database", Node::Kind::map);
  if (node == nullptr) return;
  const MapReader database(*node, "database", reading.diagnostics, places::database());
  Description& description = reading.description;
  description.database_name = database.string("name").value_or("");
  description.encoding = database.string("encoding").value_or("");
  description.locale = database.string("locale").value_or("");
  std::string message;
  if (const Node* name = database.get("name"); name != nullptr && name->is(Node::Kind::string)) {
    if (!is_identifier(name->string, message)) database.fault(*name, message);
  }
  std::string encoding = description.encoding;
  std::erase_if(encoding, [](char c) { return c == '-' || c == '_'; });
  std::transform(encoding.begin(), encoding.end(), encoding.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  if (encoding == "UTF8" || encoding == "UNICODE") description.encoding = "UTF8";
  if (!encoding.empty() && description.encoding != "UTF8") {
    database.fault(*database.get("encoding"), "encoding '" + description.encoding + "' is not supported",
                   "the output is UTF-8; write \"UTF8\"");
  }
}

void read_extensions(const MapReader& reader, Reading& reading) {
  const Node* node = reader.get("extensions", Node::Kind::list);
  if (node == nullptr) return;
  const auto names = string_list(*node, "'extensions'", {}, reading.diagnostics);
  if (!names) return;
  std::vector<std::string>& extensions = reading.description.extensions;
  for (const Node* name : *names) {
    std::string message;
    if (!is_identifier(name->string, message)) {
      reading.diagnostics.fault(name->location, {}, message);
    } else if (std::find(extensions.begin(), extensions.end(), name->string) == extensions.end()) {
      extensions.push_back(name->string);
    }
  }
}

// A whole number from 0 to 2^64 - 1; what lies above 2^63 - 1 comes as it was written.
std::optional<std::uint64_t> read_seed(const MapReader& reader) {
  const Node* seed = reader.get("seed");
  if (seed == nullptr) return std::nullopt;
  if (seed->is(Node::Kind::integer) && seed->integer >= 0) return static_cast<std::uint64_t>(seed->integer);
  if (seed->is(Node::Kind::floating) && seed->string.find_first_not_of("0123456789") == std::string::npos) {
    std::uint64_t value = 0;
    bool fits = true;
    for (const char digit : seed->string) {
      const auto unit = static_cast<std::uint64_t>(digit - '0');
      fits = fits && value <= (UINT64_MAX - unit) / 10;
      value = value * 10 + unit;
    }
    if (fits) return value;
  }
  reader.fault(*seed, "'seed' must be a whole number from 0 to 18446744073709551615, not " +
                          (seed->is_scalar() ? "'" + seed->string + "'" : std::string(kind_name(seed->kind))));
  return std::nullopt;
}

// Functions that a default calls and only an extension has.
void add_needed_extensions(Description& description, Diagnostics& diagnostics) {
  constexpr const char* extension = "uuid-ossp";
  std::vector<std::string>& extensions = description.extensions;
  for (const Table& table : description.tables) {
    for (const Column& column : table.columns) {
      if (!column.default_expression || !column.default_expression->starts_with("uuid_generate_v")) continue;
      if (std::find(extensions.begin(), extensions.end(), extension) != extensions.end()) return;
      extensions.emplace_back(extension);
      diagnostics.warning(column.location, table.full_name() + "." + column.name,
                          *column.default_expression + " is a function of the extension uuid-ossp, which is created",
                          "list it in 'extensions', or use gen_random_uuid(), which PostgreSQL has itself");
    }
  }
}

}  // namespace

std::optional<std::size_t> Table::find_column(std::string_view column_name) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == column_name) return i;
  }
  return std::nullopt;
}

const UniqueSet* Table::primary_key() const {
  const bool has_one = !unique_sets.empty() && unique_sets.front().kind == UniqueSet::Kind::primary_key;
  return has_one ? &unique_sets.front() : nullptr;
}

std::optional<std::size_t> Description::find_table(std::string_view full_name) const {
  std::string ignored;
  QualifiedName wanted;
  if (!parse_qualified_name(full_name, wanted, ignored)) return std::nullopt;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (tables[i].name != wanted.name) continue;
    if (QualifiedName{tables[i].schema, tables[i].name}.lookup_key() == wanted.lookup_key()) return i;
  }
  return std::nullopt;
}

Description parse_description(const Node& document, Diagnostics& diagnostics) {
  Description description;
  if (!document.is(Node::Kind::map)) {
    diagnostics.fault(document.location, {}, "this is no description of a database",
                      "a description is a JSON, TOML or YAML file with a key 'tables'; see 'datagen generate --help'");
    return description;
  }
  Reading reading{description, diagnostics, {}};
  const Node own = respelled_document(document, diagnostics);
  const MapReader reader(own, {}, diagnostics, places::description());
  read_version(reader);
  read_database(reader, reading);
  read_extensions(reader, reading);
  description.seed = read_seed(reader);
  description.as_of = reader.string("as_of");
  if (description.as_of) description.as_of_location = reader.get("as_of")->location;
  description.default_null_fraction = reader.fraction("default_null_fraction");
  description.value_locale = reader.string("locale").value_or("");
  if (const Node* types = reader.get("custom_types")) read_custom_types(*types, reading);
  if (const Node* sequences = reader.get("sequences")) read_sequences(*sequences, reading);
  if (const Node* tables = reader.get("tables")) {
    read_tables(*tables, reading);
  } else if (!reader.looks_misspelt("tables")) {
    diagnostics.fault(document.location, {}, "the description has no 'tables'",
                      "write tables: {name: {columns: [...]}}");
  }
  add_needed_extensions(description, diagnostics);
  resolve_foreign_keys(reading);
  check_names(description, diagnostics);
  return description;
}

}  // namespace datagen
