// Files of the writers csv and jsonl, read by others: by the server's COPY, by its JSON functions, by Python.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/postgres/facts.hpp"
#include "tests/postgres/program.hpp"
#include "tests/postgres/random_text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace datagen::test;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kSeed = 11;

std::vector<fs::path> descriptions() {
  std::vector<fs::path> result;
  for (const fs::directory_entry& entry : fs::directory_iterator(DATAGEN_TEST_DATA)) {
    if (entry.is_regular_file()) result.push_back(entry.path());
  }
  std::sort(result.begin(), result.end());
  return result;
}

// Text and names that break what is quoted carelessly, beside other types; rows may be all null.
Json hostile_description(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto texts = [&random] {
    std::set<std::string> values{"", "NULL", "\\N", "\\.", "NA", "t", ",", "\"", "\r\n"};
    while (values.size() < 60) values.insert(random_text(random, values.size() % 5 == 0 ? 200 : 12));
    return values;
  };
  Json columns;
  const auto add = [&](const std::string& type, const Json& values) {
    const std::string name = random_name(random) + std::to_string(columns.size());
    columns[name.size() > 60 ? "c" + std::to_string(columns.size()) : name] = {
        {"type", type}, {"null_fraction", 0.2}, {"generator", "enum"}, {"generator_config", {{"values", values}}}};
  };
  add("text", texts());
  add("varchar(300)", texts());
  add("char(5)", std::vector<std::string>{"", "a", "é", "12345", "\"\\"});
  std::vector<std::string> documents;
  for (const std::string& text : texts()) documents.push_back(Json{{"k", text}, {"list", {text, 1, nullptr}}}.dump(1));
  add("json", documents);
  add("jsonb", documents);
  columns["flag"] = {{"type", "boolean"}, {"null_fraction", 0.2}};
  columns["number"] = {{"type", "numeric(12,3)"}, {"null_fraction", 0.2}};
  columns["big"] = {{"type", "bigint"}, {"null_fraction", 0.2}};
  columns["ratio"] = {{"type", "double precision"}, {"null_fraction", 0.2}};
  columns["at"] = {{"type", "timestamptz"}, {"null_fraction", 0.2}};
  columns["day"] = {{"type", "date"}, {"null_fraction", 0.2}};
  columns["key"] = {{"type", "uuid"}, {"null_fraction", 0.2}};
  columns["data"] = {{"type", "bytea"}, {"null_fraction", 0.2}};
  columns["words"] = {{"type", "text[]"}, {"null_fraction", 0.2}};
  Json lone{{"only", columns.begin().value()}};
  return {{"version", "1.0"},
          {"tables",
           {{"many", {{"row_count", 500}, {"columns", columns}}}, {"lone", {{"row_count", 300}, {"columns", lone}}}}}};
}

// A description's rows in a server, and in files beside.
class Loaded {
 public:
  explicit Loaded(const fs::path& description) : dump_(description, "copy", kSeed), description_(description) {
    load();
  }
  explicit Loaded(const Json& description) : dump_(description, "copy", kSeed) {
    description_ = directory_.write("description.json", description.dump());
    load();
  }

  const Database& database() const { return database_; }
  fs::path description() const { return description_; }

  // By table, as the server writes its name.
  std::vector<std::pair<std::string, fs::path>> files(const std::string& format,
                                                      const std::vector<std::string>& options) {
    const fs::path folder = directory_.path() / (format + std::to_string(number_++));
    std::vector<std::string> words{"-q",       "generate", description_.string(), "--seed",       std::to_string(kSeed),
                                   "--format", format,     "--output-dir",        folder.string()};
    for (const std::string& option : options) words.insert(words.end(), {"--set", option});
    const ProcessResult result = run_datagen(words);
    CAPTURE(result.err);
    REQUIRE(result.exit_code == 0);
    fs::permissions(folder, fs::perms::all);
    // Names of files are those of tables, where these are plain.
    std::vector<std::pair<std::string, fs::path>> found;
    for (const auto& row : database_.query(
             "SELECT n.nspname, c.relname, c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = "
             "c.relnamespace WHERE c.relkind = 'r' AND n.nspname !~ '^(pg_|information_schema$|datagen_check$)'")) {
      for (const std::string& stem : {row[1].value(), row[0].value() + "." + row[1].value()}) {
        const fs::path file = folder / (stem + "." + format);
        if (!fs::exists(file)) continue;
        fs::permissions(file, fs::perms::all);
        found.emplace_back(row[2].value(), file);
        break;
      }
    }
    CHECK(static_cast<std::ptrdiff_t>(found.size()) == std::distance(fs::directory_iterator(folder), {}));
    return found;
  }

  void execute(const std::string& sql) const {
    const ProcessResult result =
        database_.execute("SET TimeZone = 'UTC'; SET client_min_messages = 'warning';\n" + sql);
    CAPTURE(sql, result.err);
    CHECK(result.exit_code == 0);
  }

 private:
  void load() {
    REQUIRE(dump_.result().exit_code == 0);
    REQUIRE(database_.load(dump_.path()).exit_code == 0);
    fs::permissions(directory_.path(), fs::perms::all);
    execute("CREATE SCHEMA datagen_check; ALTER DATABASE " + database_.name() + " SET TimeZone = 'UTC'");
  }

  TemporaryDirectory directory_;
  Dump dump_;
  Database database_ = PostgresCluster::shared().database();
  fs::path description_;
  int number_ = 0;
};

// Rows of one query that the other has not, and the other way round.
std::string differences(const std::string& one, const std::string& other) {
  return "(SELECT count(*) FROM (" + one + " EXCEPT ALL " + other + ") a) + (SELECT count(*) FROM (" + other +
         " EXCEPT ALL " + one + ") b)";
}

std::string copied_columns(const Database& database, const std::string& table) {
  return database.value(
      "SELECT coalesce(string_agg(quote_ident(attname), ', ' ORDER BY attnum), '') FROM pg_attribute "
      "WHERE attrelid = " +
      quote_literal(table) + "::regclass AND attnum > 0 AND attgenerated = ''");
}

struct CopyDialect {
  std::vector<std::string> options;
  std::string copy;
};

void check_csv(Loaded& loaded, const CopyDialect& dialect) {
  for (const auto& [table, file] : loaded.files("csv", dialect.options)) {
    CAPTURE(table, dialect.options);
    const std::string columns = copied_columns(loaded.database(), table);
    if (columns.empty()) continue;
    loaded.execute("DROP TABLE IF EXISTS datagen_check.copy; CREATE TABLE datagen_check.copy (LIKE " + table +
                   " INCLUDING GENERATED); COPY datagen_check.copy (" + columns + ") FROM " +
                   quote_literal(file.string()) + " (FORMAT csv, ENCODING 'UTF8'" + dialect.copy + ")");
    CHECK(loaded.database().value("SELECT " + differences("SELECT t::text FROM " + table + " t",
                                                          "SELECT t::text FROM datagen_check.copy t")) == "0");
  }
}

std::string python() { return fs::exists("/usr/bin/python3") ? "/usr/bin/python3" : ""; }

}  // namespace

TEST_CASE("the server reads hostile text in every dialect that COPY has") {
  const std::vector<CopyDialect> dialects{
      {{}, ", HEADER match"},
      {{"delimiter=tab", "header=false"}, ", DELIMITER E'\\t'"},
      {{"delimiter=;", "quote='", "null=NULL"}, ", HEADER match, DELIMITER ';', QUOTE '''', NULL 'NULL'"},
      {{"delimiter=\"\\u0001\"", "quote=~", "escape=^"}, ", HEADER match, DELIMITER E'\\x01', QUOTE '~', ESCAPE '^'"},
      {{"quoting=strings"}, ", HEADER match"},
      {{"quoting=non_null", "null=\\N"}, ", HEADER match, NULL '\\N'"},
      {{"dialect=rfc4180", "bytes=postgres"}, ", HEADER match"},
      {{"dialect=mysql", "bytes=postgres"}, ", HEADER match, ESCAPE '\\', NULL '\\N'"},
      {{"delimiter=\\", "null=NA"}, ", HEADER match, DELIMITER '\\', NULL 'NA'"},
      {{"quote=\\", "delimiter=pipe"}, ", HEADER match, DELIMITER '|', QUOTE '\\'"},
  };
  for (std::uint64_t seed = 1; seed <= (sanitized ? 1u : 2u); ++seed) {
    CAPTURE(seed);
    Loaded loaded(hostile_description(seed));
    for (const CopyDialect& dialect : dialects) check_csv(loaded, dialect);
  }
}

// Types whose text the server writes in another form than it stands in the files: 6.1 for 6.10, a currency, a zone.
constexpr const char* kRewritten = "'(box|circle|line|lseg|path|point|polygon|tstz|pg_lsn|money)'";

// Of the table's columns that the files have, those whose JSON is to be the server's to the letter.
std::string exact_columns(const Database& database, const std::string& table) {
  return database.value(
      "SELECT coalesce(string_agg(quote_ident(attname), ', ' ORDER BY attnum), '') FROM pg_attribute JOIN pg_type t ON "
      "t.oid = atttypid LEFT JOIN pg_type e ON e.oid = t.typelem WHERE attrelid = " +
      quote_literal(table) + "::regclass AND attnum > 0 AND attgenerated = '' AND format_type(atttypid, NULL) !~ " +
      kRewritten + " AND NOT EXISTS (SELECT FROM pg_attribute f WHERE f.attrelid IN (t.typrelid, e.typrelid) AND " +
      "f.attrelid <> 0 AND f.attnum > 0 AND format_type(f.atttypid, NULL) ~ " + kRewritten + ")");
}

void check_same(const Loaded& loaded, const std::string& wanted, const std::string& found) {
  loaded.execute("CREATE OR REPLACE VIEW datagen_check.differing AS (" + wanted + " EXCEPT ALL " + found +
                 ") UNION ALL (" + found + " EXCEPT ALL " + wanted + ")");
  const Rows differing = loaded.database().query("SELECT row_to_json::text FROM datagen_check.differing LIMIT 4");
  CAPTURE(differing.empty() ? "" : differing[0][0].value(), differing.empty() ? "" : differing.back()[0].value());
  CHECK(differing.empty());
}

// Invariant: each line is a JSON object whose values are the row's when the server reads them, and that is what the
// server's own row_to_json makes of the row, compared as jsonb.
void check_jsonl(Loaded& loaded) {
  for (const auto& [table, file] : loaded.files("jsonl", {})) {
    CAPTURE(table);
    std::ifstream lines(file);
    std::size_t n = 0;
    for (std::string line; std::getline(lines, line); ++n) {
      CAPTURE(line);
      REQUIRE(Json::parse(line).is_object());
    }
    CHECK(std::to_string(n) == loaded.database().value("SELECT count(*) FROM " + table));
    loaded.execute(
        "DROP TABLE IF EXISTS datagen_check.lines CASCADE; CREATE TABLE datagen_check.lines (line jsonb); "
        "COPY datagen_check.lines FROM " +
        quote_literal(file.string()) + " (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')");
    // From JSON the server reads no vectors of its catalogs.
    const auto columns = [&](const std::string& what, const std::string& condition) {
      return loaded.database().value("SELECT coalesce(" + what + ", '') FROM pg_attribute WHERE attrelid = " +
                                     quote_literal(table) + "::regclass AND attnum > 0 AND attgenerated = '' AND " +
                                     condition + " (format_type(atttypid, NULL) ~ '(int2|oid)vector')");
    };
    const std::string all = columns("string_agg(quote_ident(attname), ', ' ORDER BY attnum)", "NOT");
    const std::string vectors = columns("'{' || string_agg(attname, ',') || '}'", "");
    if (!all.empty()) {
      check_same(loaded, "SELECT row_to_json(r)::jsonb FROM (SELECT " + all + " FROM " + table + ") r",
                 "SELECT row_to_json(r)::jsonb FROM (SELECT " + all +
                     " FROM datagen_check.lines, LATERAL jsonb_populate_record(NULL::" + table + ", line - " +
                     quote_literal(vectors.empty() ? "{}" : vectors) + "::text[])) r");
    }
    const std::string exact = exact_columns(loaded.database(), table);
    const std::string others = loaded.database().value(
        "SELECT coalesce(array_agg(attname)::text, '{}') FROM pg_attribute WHERE attrelid = " + quote_literal(table) +
        "::regclass AND attnum > 0 AND NOT quote_ident(attname) = ANY " + "(string_to_array(" + quote_literal(exact) +
        ", ', '))");
    check_same(loaded, "SELECT row_to_json(r)::jsonb FROM (SELECT " + exact + " FROM " + table + ") r",
               "SELECT line - " + quote_literal(others) + "::text[] FROM datagen_check.lines");
  }
}

// Invariant: COPY with the same dialect makes of a table's csv file the rows that the dump of the same seed brings.
TEST_CASE("the server reads the csv and jsonl files of every description") {
  for (const fs::path& file : descriptions()) {
    INFO(file);
    Loaded loaded(file);
    check_csv(loaded, {{}, ", HEADER match"});
    check_jsonl(loaded);
  }
}

TEST_CASE("lines of jsonl are what row_to_json makes of hostile text") {
  for (std::uint64_t seed = 1; seed <= (sanitized ? 1u : 2u); ++seed) {
    CAPTURE(seed);
    Loaded loaded(hostile_description(seed));
    check_jsonl(loaded);
  }
}

// Invariant: Python's csv module, with the same dialect, reads the values that COPY's text format holds; null and empty
// text are the same to it.
TEST_CASE("Python reads the csv files") {
  if (python().empty()) return;
  const std::string script =
      "import csv, json, sys\n"
      "sys.stdout.reconfigure(encoding='utf-8')\n"
      "dialect = json.loads(sys.argv[2])\n"
      "with open(sys.argv[1], newline='', encoding='utf-8-sig') as f:\n"
      "  for row in csv.reader(f, strict=True, **dialect): print(json.dumps(row))\n";
  const std::vector<std::pair<std::vector<std::string>, std::string>> dialects{
      {{}, "{}"},
      {{"dialect=excel", "timestamps=postgres", "booleans=t/f", "bytes=postgres"}, "{}"},
      {{"delimiter=tab", "quoting=all"}, R"({"delimiter": "\t"})"},
      {{"escape=\\", "quote='", "bytes=postgres"}, R"({"escapechar": "\\", "doublequote": false, "quotechar": "'"})"},
  };
  const Json description = hostile_description(5);
  const Dump dump(description, "copy", kSeed);
  const std::string text = dump.text();
  Loaded loaded(description);
  for (const auto& [options, dialect] : dialects) {
    for (const auto& [table, file] : loaded.files("csv", options)) {
      CAPTURE(table, options);
      const std::size_t begin = text.find('\n', text.find("\nCOPY " + table + " (") + 1) + 1;
      const Rows expected = parse_copy_text(text.substr(begin, text.find("\n\\.\n", begin) + 1 - begin));
      Command command;
      command.arguments = {python(), "-c", script, file.string(), dialect};
      const ProcessResult result = run_process(command);
      CAPTURE(result.err);
      REQUIRE(result.exit_code == 0);
      std::size_t at = result.out.find('\n') + 1, row = 0;
      for (; at < result.out.size(); ++row) {
        const std::size_t end = result.out.find('\n', at);
        const Json cells = Json::parse(result.out.substr(at, end - at));
        at = end + 1;
        REQUIRE(row < expected.size());
        std::vector<std::string> wanted;
        for (const Cell& cell : expected[row]) wanted.push_back(cell.value_or(""));
        if (wanted == std::vector<std::string>{""} && cells.empty()) continue;  // a null alone is an empty line
        REQUIRE(cells.get<std::vector<std::string>>() == wanted);
      }
      CHECK(row == expected.size());
    }
  }
}
