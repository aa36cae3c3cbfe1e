#include "tests/postgres/facts.hpp"

#include <set>
#include <stdexcept>
#include <vector>

#include "datagen/core/document.hpp"

namespace datagen::test {
namespace {

// Columns are a list of maps with a name, or a map from names.
std::vector<Json> columns_of(const Json& table) {
  std::vector<Json> result;
  for (const auto& [name, column] : table.at("columns").items()) {
    // A column may be written as its type alone.
    result.push_back(column.is_string() ? Json{{"type", column}} : column);
    if (!result.back().contains("name")) result.back()["name"] = name;
  }
  return result;
}

std::uint64_t size_of(const Json& table, const char* key) {
  return table.contains(key) ? static_cast<std::uint64_t>(table.at(key).size()) : 0;
}

bool is_serial(const Json& column) {
  static const std::set<std::string> names = {"serial",  "bigserial", "smallserial", "serial4",
                                              "serial8", "serial2",   "SERIAL",      "BIGSERIAL"};
  return names.contains(column.at("type").get<std::string>());
}

std::map<std::string, std::uint64_t> promised_of_table(const Json& table, std::uint64_t default_row_count) {
  std::map<std::string, std::uint64_t> facts;
  facts["rows"] = table.value("row_count", default_row_count);
  facts["unique constraints"] = size_of(table, "unique_constraints");
  facts["foreign keys"] = size_of(table, "foreign_keys");
  facts["check constraints"] = size_of(table, "check_constraints");
  facts["indexes"] = size_of(table, "indexes");
  facts["comments"] = table.contains("comment") ? 1 : 0;
  for (const char* name : {"primary keys", "columns", "not null", "defaults", "identities", "generated", "deferrable",
                           "actions on delete", "actions on update", "unique indexes", "partial indexes"}) {
    facts[name] = 0;
  }
  std::set<std::string> key;
  if (table.contains("primary_key")) key = table.at("primary_key").get<std::set<std::string>>();
  for (const Json& column : columns_of(table)) {
    const std::string name = column.at("name").get<std::string>();
    if (column.value("primary_key", false)) key.insert(name);
    const bool not_null =
        !column.value("nullable", true) || key.contains(name) || is_serial(column) || column.contains("identity");
    facts["columns"] += 1;
    facts["not null"] += not_null ? 1 : 0;
    facts["unique constraints"] += column.value("unique", false) ? 1 : 0;
    facts["foreign keys"] += column.contains("references") ? 1 : 0;
    facts["check constraints"] += column.contains("check") ? 1 : 0;
    facts["defaults"] += column.contains("default") || is_serial(column) || column.contains("generated") ? 1 : 0;
    facts["identities"] += column.contains("identity") ? 1 : 0;
    facts["generated"] += column.contains("generated") ? 1 : 0;
    facts["comments"] += column.contains("comment") ? 1 : 0;
  }
  facts["primary keys"] = key.empty() ? 0 : 1;
  if (table.contains("foreign_keys")) {
    for (const Json& foreign_key : table.at("foreign_keys")) {
      facts["deferrable"] += foreign_key.value("deferrable", false) ? 1 : 0;
      facts["actions on delete"] += foreign_key.value("on_delete", "NO ACTION") != "NO ACTION" ? 1 : 0;
      facts["actions on update"] += foreign_key.value("on_update", "NO ACTION") != "NO ACTION" ? 1 : 0;
    }
  }
  if (table.contains("indexes")) {
    for (const Json& index : table.at("indexes")) {
      facts["unique indexes"] += index.value("unique", false) ? 1 : 0;
      facts["partial indexes"] += index.contains("where") ? 1 : 0;
    }
  }
  return facts;
}

constexpr const char* user_tables =
    "pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' "
    "AND "
    "n.nspname <> 'information_schema'";

// The default schema is not written, as in a description.
constexpr const char* full_name = "CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname";

constexpr const char* exact_name = "quote_ident(n.nspname) || '.' || quote_ident(c.relname)";

std::uint64_t number(const Cell& cell) { return std::stoull(cell.value()); }

std::string count(const std::string& from) { return "(SELECT count(*) FROM " + from + ")"; }

std::string constraints(const char* type) {
  return count("pg_constraint k WHERE k.conrelid = c.oid AND k.convalidated AND k.contype = '" + std::string(type) +
               "'");
}

std::string attributes(const char* condition) {
  return count("pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND " +
               std::string(condition));
}

std::string indexes(const char* condition) {
  return count(
      "pg_index i WHERE i.indrelid = c.oid AND i.indisvalid AND NOT EXISTS (SELECT FROM pg_constraint k WHERE "
      "k.conindid = i.indexrelid AND k.contype IN ('p', 'u')) AND " +
      std::string(condition));
}

std::string types_of(const std::string& condition) {
  return "SELECT " + std::string(full_name) +
         ", a.attname || ' ' || format_type(a.atttypid, a.atttypmod) FROM pg_attribute a JOIN pg_class c ON c.oid = "
         "a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND a.attnum > 0 AND " +
         condition + " ORDER BY c.oid, a.attnum";
}

std::string catalogue_count(const std::string& from) { return "SELECT count(*) FROM " + from; }

}  // namespace

Json read_description(const std::filesystem::path& file) {
  const std::string text = read_file(file);
  return Json::parse(parse_document(text, file.string(), guess_format(file.string(), text)).json());
}

Facts promised(const Json& description, std::uint64_t default_row_count) {
  Facts facts;
  for (const auto& [name, table] : description.at("tables").items()) {
    facts[name] = promised_of_table(table, default_row_count);
  }
  auto& whole = facts[""];
  for (const char* kind : {"enum", "composite", "domain"}) whole[kind] = 0;
  if (description.contains("custom_types")) {
    for (const auto& type : description.at("custom_types")) whole[type.at("kind").get<std::string>()] += 1;
  }
  whole["sequences"] = description.contains("sequences") ? description.at("sequences").size() : 0;
  return facts;
}

Facts held(const Database& database) {
  const std::vector<std::pair<std::string, std::string>> counted = {
      {"primary keys", constraints("p")},
      {"unique constraints", constraints("u")},
      {"foreign keys", constraints("f")},
      {"check constraints", constraints("c")},
      {"deferrable", count("pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.condeferrable")},
      {"actions on delete",
       count("pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confdeltype <> 'a'")},
      {"actions on update",
       count("pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confupdtype <> 'a'")},
      {"indexes", indexes("true")},
      {"unique indexes", indexes("i.indisunique")},
      {"partial indexes", indexes("i.indpred IS NOT NULL")},
      {"columns", attributes("true")},
      {"not null", attributes("a.attnotnull")},
      {"identities", attributes("a.attidentity <> ''")},
      {"generated", attributes("a.attgenerated <> ''")},
      {"defaults", attributes("a.atthasdef")},
      {"comments", count("pg_description d WHERE d.objoid = c.oid AND d.classoid = 'pg_class'::regclass")}};
  std::string select = "SELECT " + std::string(full_name) + ", " + exact_name;
  for (const auto& [name, expression] : counted) select += ", " + expression;

  Facts facts;
  for (const auto& row : database.query(select + " FROM " + user_tables)) {
    auto& table = facts[row.at(0).value()];
    for (std::size_t i = 0; i < counted.size(); ++i) table[counted[i].first] = number(row.at(i + 2));
    table["rows"] = std::stoull(database.value("SELECT count(*) FROM " + row.at(1).value()));
  }
  auto& whole = facts[""];
  const std::string user_type =
      "pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> "
      "'information_schema' AND ";
  whole["enum"] = std::stoull(database.value(catalogue_count(user_type + "typtype = 'e'")));
  whole["domain"] = std::stoull(database.value(catalogue_count(user_type + "typtype = 'd'")));
  whole["composite"] = std::stoull(database.value(catalogue_count(
      user_type + "typtype = 'c' AND EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c')")));
  whole["sequences"] = std::stoull(database.value(catalogue_count(
      "pg_class c WHERE relkind = 'S' AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN "
      "('a', 'i') AND d.refobjsubid > 0)")));
  return facts;
}

ColumnTypes promised_types(const Json& description, const Database& database) {
  const std::string begin = "BEGIN; SET LOCAL search_path = public;", end = "; ROLLBACK;";
  ColumnTypes result;
  for (const auto& [name, table] : description.at("tables").items()) {
    std::string columns;
    for (const Json& column : columns_of(table)) {
      std::string type = column.at("type").get<std::string>();
      const bool own = description.contains("custom_types") && description.at("custom_types").contains(type);
      if (own && type.find('.') == std::string::npos) type = quote_identifier(type);
      columns += (columns.empty() ? "" : ", ") + quote_identifier(column.at("name").get<std::string>()) + " " + type;
    }
    const std::string probe = "CREATE TABLE pg_temp.probe (" + columns + ")";
    const std::string select = "COPY (" + types_of("c.relname = 'probe'") + ") TO STDOUT";
    const ProcessResult read = database.execute(begin + probe + ";" + select + end);
    if (read.exit_code != 0) throw std::runtime_error(read.err);
    for (const auto& row : parse_copy_text(read.out)) result[name].push_back(row.at(1).value());
  }
  return result;
}

ColumnTypes held_types(const Database& database) {
  ColumnTypes result;
  const std::string condition = "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'";
  for (const auto& row : database.query(types_of(condition))) result[row.at(0).value()].push_back(row.at(1).value());
  return result;
}

std::map<std::string, std::string> contents(const Database& database) {
  std::map<std::string, std::string> result;
  for (const auto& row : database.query("SELECT " + std::string(exact_name) + " FROM " + user_tables)) {
    const std::string name = row.at(0).value();
    result[name] = database.value(
        "SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text "
        "COLLATE \"C\"), '')) FROM " +
        name + " t");
  }
  return result;
}

}  // namespace datagen::test
