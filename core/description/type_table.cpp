#include "description/type_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "datagen/core/types.hpp"
#include "datagen/plugin.h"

namespace datagen {
namespace {

using enum TypeModifier;
constexpr std::uint32_t integer = DATAGEN_FAMILY_INTEGER;
constexpr std::uint32_t text = DATAGEN_FAMILY_TEXT;
constexpr std::uint32_t network = DATAGEN_FAMILY_NETWORK;
constexpr std::uint32_t other = DATAGEN_FAMILY_OTHER;

constexpr BuiltinType types[] = {
    {"boolean", "b", DATAGEN_FAMILY_BOOLEAN},
    {"smallint", "s", integer},
    {"integer", "i", integer},
    {"bigint", "l", integer},
    {"smallserial", "s", integer},
    {"serial", "i", integer},
    {"bigserial", "l", integer},
    {"oid", "i", integer},
    {"real", "f", DATAGEN_FAMILY_FLOAT},
    {"double precision", "g", DATAGEN_FAMILY_FLOAT},
    {"float", "g", DATAGEN_FAMILY_FLOAT, float_precision},
    // Where the user sets no scale, values are made with two digits after the point, which serves most columns.
    {"numeric", "d:38,2", DATAGEN_FAMILY_DECIMAL, precision_scale},
    {"money", "d:16,2", DATAGEN_FAMILY_DECIMAL},
    {"text", "u", text},
    {"character varying", "u", text, length},
    {"character", "u", text, length},
    {"bpchar", "u", text, length},
    {"\"char\"", "u", text},
    {"name", "u", text},
    {"bytea", "z", DATAGEN_FAMILY_BINARY},
    {"date", "tdD", DATAGEN_FAMILY_DATE},
    {"time without time zone", "ttu", DATAGEN_FAMILY_TIME, time_precision},
    {"time with time zone", "u", DATAGEN_FAMILY_TIME, time_precision},
    {"timestamp without time zone", "tsu:", DATAGEN_FAMILY_TIMESTAMP, time_precision},
    {"timestamp with time zone", "tsu:UTC", DATAGEN_FAMILY_TIMESTAMP, time_precision},
    {"interval", "u", DATAGEN_FAMILY_INTERVAL, time_precision},
    {"uuid", "w:16", DATAGEN_FAMILY_UUID},
    {"json", "u", DATAGEN_FAMILY_JSON, none, false},
    {"jsonb", "u", DATAGEN_FAMILY_JSON},
    {"inet", "u", network},
    {"cidr", "u", network},
    {"macaddr", "u", network},
    {"macaddr8", "u", network},
    {"bit", "u", other, bit_length},
    {"bit varying", "u", other, bit_length},
    {"xml", "u", other, none, false},
    {"jsonpath", "u", other, none, false},
    {"tsvector", "u", other},
    {"tsquery", "u", other},
    {"point", "u", other, none, false},
    {"line", "u", other, none, false},
    {"lseg", "u", other, none, false},
    {"box", "u", other, none, false},
    {"path", "u", other, none, false},
    {"polygon", "u", other, none, false},
    {"circle", "u", other, none, false},
    {"int4range", "u", other},
    {"int8range", "u", other},
    {"numrange", "u", other},
    {"tsrange", "u", other},
    {"tstzrange", "u", other},
    {"daterange", "u", other},
    {"int4multirange", "u", other},
    {"int8multirange", "u", other},
    {"nummultirange", "u", other},
    {"tsmultirange", "u", other},
    {"tstzmultirange", "u", other},
    {"datemultirange", "u", other},
    {"pg_lsn", "u", other},
    {"pg_snapshot", "u", other, none, false},
    {"txid_snapshot", "u", other, none, false},
    {"regclass", "u", other},
    {"regcollation", "u", other},
    {"regconfig", "u", other},
    {"regdictionary", "u", other},
    {"regnamespace", "u", other},
    {"regoper", "u", other},
    {"regoperator", "u", other},
    {"regproc", "u", other},
    {"regprocedure", "u", other},
    {"regrole", "u", other},
    {"regtype", "u", other},
    {"refcursor", "u", other, none, false},
    {"aclitem", "u", other, none, false},
    {"tid", "u", other},
    {"xid", "u", other, none, false},
    {"xid8", "u", other},
    {"cid", "u", other, none, false},
    {"int2vector", "u", other, none, false},
    {"oidvector", "u", other},
};

using NamePair = std::pair<std::string_view, std::string_view>;

constexpr NamePair aliases[] = {
    {"bool", "boolean"},
    {"int2", "smallint"},
    {"int", "integer"},
    {"int4", "integer"},
    {"int8", "bigint"},
    {"serial2", "smallserial"},
    {"serial4", "serial"},
    {"serial8", "bigserial"},
    {"float4", "real"},
    {"float8", "double precision"},
    {"decimal", "numeric"},
    {"dec", "numeric"},
    {"varchar", "character varying"},
    {"char varying", "character varying"},
    {"national character varying", "character varying"},
    {"national char varying", "character varying"},
    {"nchar varying", "character varying"},
    {"char", "character"},
    {"national character", "character"},
    {"national char", "character"},
    {"nchar", "character"},
    {"varbit", "bit varying"},
    {"time", "time without time zone"},
    {"timetz", "time with time zone"},
    {"timestamp", "timestamp without time zone"},
    {"timestamptz", "timestamp with time zone"},
};

constexpr std::string_view pseudo_types[] = {
    "any",
    "anyarray",
    "anycompatible",
    "anycompatiblearray",
    "anycompatiblemultirange",
    "anyelement",
    "anyenum",
    "anymultirange",
    "anynonarray",
    "anycompatiblenonarray",
    "anyrange",
    "anycompatiblerange",
    "cstring",
    "event_trigger",
    "fdw_handler",
    "index_am_handler",
    "internal",
    "language_handler",
    "opaque",
    "pg_ddl_command",
    "record",
    "table_am_handler",
    "trigger",
    "tsm_handler",
    "unknown",
    "void",
};

constexpr std::string_view extension_types[] = {
    "citext",        "hstore",     "ltree",  "lquery", "ltxtquery",    "cube",  "seg",       "geometry",  "geography",
    "box2d",         "box3d",      "raster", "vector", "halfvec",      "lo",    "sparsevec", "isbn",      "isbn13",
    "issn",          "issn13",     "ismn",   "ismn13", "ean13",        "upc",   "query_int", "h3index",   "semver",
    "roaringbitmap", "gbtreekey8", "uri",    "email",  "topogeometry", "earth", "periods",   "timescale",
};

constexpr NamePair foreign_names[] = {
    {"datetime", "timestamp"},
    {"datetime2", "timestamp"},
    {"smalldatetime", "timestamp"},
    {"tinyint", "smallint"},
    {"mediumint", "integer"},
    {"long", "bigint"},
    {"string", "text"},
    {"nvarchar", "varchar"},
    {"varchar2", "varchar"},
    {"nvarchar2", "varchar"},
    {"tinytext", "text"},
    {"mediumtext", "text"},
    {"longtext", "text"},
    {"clob", "text"},
    {"blob", "bytea"},
    {"binary", "bytea"},
    {"varbinary", "bytea"},
    {"longblob", "bytea"},
    {"image", "bytea"},
    {"double", "double precision"},
    {"number", "numeric"},
    {"guid", "uuid"},
    {"uniqueidentifier", "uuid"},
    {"int64", "bigint"},
    {"int32", "integer"},
    {"int16", "smallint"},
    {"object", "jsonb"},
    {"enum", "a type declared in custom_types"},
};

template <typename Range>
bool contains(const Range& range, std::string_view name) {
  return std::find(std::begin(range), std::end(range), name) != std::end(range);
}

template <typename Range>
std::string_view second_of(const Range& pairs, std::string_view first) {
  for (const NamePair& pair : pairs) {
    if (pair.first == first) return pair.second;
  }
  return {};
}

}  // namespace

std::vector<std::string> builtin_type_names() {
  std::vector<std::string> names;
  for (const BuiltinType& type : types) names.emplace_back(type.name);
  for (const auto& [alias, name] : aliases) names.emplace_back(alias);
  std::sort(names.begin(), names.end());
  return names;
}

const BuiltinType* find_builtin_type(std::string_view name) {
  const std::string_view canonical = second_of(aliases, name);
  if (!canonical.empty()) name = canonical;
  for (const BuiltinType& type : types) {
    if (type.name == name) return &type;
  }
  return nullptr;
}

bool is_pseudo_type(std::string_view name) { return contains(pseudo_types, name); }

bool is_extension_type(std::string_view name) { return contains(extension_types, name); }

std::string_view name_in_postgres(std::string_view foreign) { return second_of(foreign_names, foreign); }

const std::vector<std::string>& known_type_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const auto& [alias, canonical] : aliases) all.emplace_back(alias);
    for (const BuiltinType& type : types) all.emplace_back(type.name);
    return all;
  }();
  return names;
}

}  // namespace datagen
