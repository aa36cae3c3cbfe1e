// Archives, restored by the real pg_restore in every way that it has: the same database as a dump makes.
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/postgres/archive.hpp"
#include "tests/postgres/facts.hpp"
#include "tests/postgres/random_description.hpp"
#include "tests/support/catch.hpp"

using namespace datagen::test;
namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;
constexpr auto kCustom = ArchiveFile::Format::custom;
constexpr auto kDirectory = ArchiveFile::Format::directory;
constexpr std::uint64_t kSeed = 11;

const Words kDescriptions{"arrays.json",      "checks.yaml",     "composite_keys.toml", "custom_types.json",
                          "departments.yaml", "domains.yaml",    "every_type.yaml",     "expressions.yaml",
                          "identities.json",  "indexes.toml",    "indexes_more.yaml",   "ring.json",
                          "schemas.toml",     "shop.json",       "small_tables.yaml",   "structured.yaml",
                          "tenants.yaml",     "types_tour.yaml", "checks_more.yaml"};

fs::path path_of(const std::string& name) { return fs::path(DATAGEN_TEST_DATA) / name; }

void require_restored(const Database& database, const Words& arguments, std::string_view input = {}) {
  const ProcessResult result = restore(database, arguments, input);
  CAPTURE(arguments, result.err);
  REQUIRE(result.exit_code == 0);
  CHECK(result.err.empty());
}

std::string made(const ArchiveFile& archive) {
  CAPTURE(archive.result().err);
  REQUIRE(archive.result().exit_code == 0);
  CHECK(archive.result().out.empty());
  return archive.path();
}

// A way from a description to a database.
using Way = std::function<void(const fs::path&, const Words& more, const Database&)>;

void whole(const fs::path& description, const Words& more, const Database& database) {
  require_restored(database, {made(ArchiveFile(description, kCustom, kSeed, more))});
}

struct NamedWay {
  const char* name;
  Way way;
};

void by_sections(const fs::path& description, const Words& more, const Database& database) {
  const ArchiveFile archive(description, kDirectory, kSeed, more);
  for (const char* section : {"pre-data", "data", "post-data"})
    require_restored(database, {"--section", section, made(archive)});
}

// The archive itself has one section only.
void of_sections(const fs::path& description, const Words& more, const Database& database) {
  for (const char* section : {"pre-data", "data", "post-data"}) {
    Words words = more;
    words.insert(words.end(), {"--section", section});
    const ArchiveFile archive(description, *section == 'd' ? kCustom : kDirectory, kSeed, words);
    require_restored(database, {made(archive)});
  }
}

void in_shards(const fs::path& description, const Words& more, const Database& database) {
  for (const char* shard : {"1/3", "2/3", "3/3"}) {
    Words words = more;
    words.insert(words.end(), {"--shard", shard});
    require_restored(database, {made(ArchiveFile(description, kCustom, kSeed, words))});
  }
}

void over_itself(const fs::path& description, const Words& more, const Database& database) {
  const ArchiveFile archive(description, kCustom, kSeed, more);
  require_restored(database, {made(archive)});
  require_restored(database, {"--clean", "--if-exists", archive.path()});
}

void by_list(const fs::path& description, const Words& more, const Database& database) {
  const ArchiveFile archive(description, kDirectory, kSeed, more);
  const ProcessResult listed = PostgresCluster::shared().pg_restore({"-l", made(archive)});
  REQUIRE(listed.exit_code == 0);
  const TemporaryDirectory directory;
  require_restored(database, {"-L", directory.write("list", listed.out).string(), archive.path()});
}

void definitions_then_rows(const fs::path& description, const Words& more, const Database& database) {
  const ArchiveFile archive(description, kCustom, kSeed, more);
  require_restored(database, {"--section=pre-data", made(archive)});
  require_restored(database, {"--data-only", "-j", "2", archive.path()});
  require_restored(database, {"--section=post-data", archive.path()});
}

void from_pipe(const fs::path& description, const Words& more, const Database& database) {
  Words words{"generate", description.string(), "--seed", std::to_string(kSeed), "--format", "pg_archive"};
  words.insert(words.end(), more.begin(), more.end());
  const ProcessResult archive = run_datagen(words);
  REQUIRE(archive.exit_code == 0);
  require_restored(database, {}, archive.out);
}

void as_text(const fs::path& description, const Words& more, const Database& database) {
  const ArchiveFile archive(description, kDirectory, kSeed, more);
  const ProcessResult text = PostgresCluster::shared().pg_restore({"-f", "-", made(archive)});
  REQUIRE(text.exit_code == 0);
  const ProcessResult loaded = database.execute(text.out);
  CAPTURE(loaded.err);
  REQUIRE(loaded.exit_code == 0);
}

Way with(const Words& arguments, ArchiveFile::Format format) {
  return [=](const fs::path& description, const Words& more, const Database& database) {
    const ArchiveFile archive(description, format, kSeed, more);
    Words words = arguments;
    words.push_back(made(archive));
    require_restored(database, words);
  };
}

const std::vector<NamedWay>& ways() {
  static const std::vector<NamedWay> all{
      {"custom", whole},
      {"custom, in parallel", with({"-j", "2"}, kCustom)},
      {"directory, in parallel", with({"-j", "2"}, kDirectory)},
      {"directory, one transaction", with({"-1"}, kDirectory)},
      {"section by section", by_sections},
      {"archives of sections", of_sections},
      {"archives of shards", in_shards},
      {"over itself", over_itself},
      {"by its list", by_list},
      {"definitions, then rows", definitions_then_rows},
      {"from a pipe", from_pipe},
      {"as text", as_text},
  };
  return all;
}

}  // namespace

// Invariant: whichever way an archive is restored, the database is the one that a dump with COPY makes: pg_dump says
// the same of its objects, to the byte, and its tables hold the same rows.
TEST_CASE("A restored archive is the database that a dump makes") {
  std::size_t next = 0;
  for (const std::string& name : kDescriptions) {
    const Database loaded = PostgresCluster::shared().database();
    const Dump dump(path_of(name), "copy", kSeed, {"--jobs", "2"});
    REQUIRE(loaded.load(dump.path()).exit_code == 0);
    const std::string expected = state_of(loaded);
    const NamedWay& way = ways()[next++ % ways().size()];
    CAPTURE(name, way.name);
    const Database database = PostgresCluster::shared().database();
    way.way(path_of(name), {"--jobs", "2", "--set", "compression=" + std::to_string(next * 4 % 10)}, database);
    CHECK(state_of(database) == expected);
  }
}

// The same for descriptions of any types, keys and cycles.
TEST_CASE("A restored archive of a random description holds what was promised") {
  const std::uint64_t n_cases = sanitized ? 10 : 36;
  std::uint64_t n_restored = 0;
  const TemporaryDirectory directory;
  for (std::uint64_t seed = 1; seed <= n_cases; ++seed) {
    const Json description = random_description(seed);
    const fs::path file = directory.write("description.json", description.dump());
    const NamedWay& way = ways()[seed % ways().size()];
    CAPTURE(seed, way.name, description.dump());
    const Words more{"--jobs", "2", "--batch-size", std::to_string(1 + seed * 7 % 300)};
    const ArchiveFile first(file, kCustom, kSeed, more);
    CAPTURE(first.result().err);
    REQUIRE((first.result().exit_code == 0 || first.result().exit_code == 2));
    if (first.result().exit_code == 2) {
      CHECK(!fs::exists(first.path()));
      continue;
    }
    const Database database = PostgresCluster::shared().database();
    way.way(file, more, database);
    CHECK(held(database) == promised(description, 1000));
    ++n_restored;
  }
  CHECK(n_restored > n_cases / 3);
}

// Values that depend on the session are read as they were meant, whatever the server's settings are.
TEST_CASE("The settings of the server do not change what is restored") {
  for (const char* format : {"-j2", "-1"}) {
    const Database plain = PostgresCluster::shared().database(), odd = PostgresCluster::shared().database();
    REQUIRE(odd.execute("ALTER DATABASE " + odd.name() + " SET TimeZone = 'Asia/Kathmandu'; ALTER DATABASE " +
                        odd.name() + " SET IntervalStyle = 'sql_standard'; ALTER DATABASE " + odd.name() +
                        " SET search_path = pg_catalog; ALTER DATABASE " + odd.name() + " SET DateStyle = 'SQL, DMY'")
                .exit_code == 0);
    const ArchiveFile archive(path_of("every_type.yaml"), kCustom, kSeed);
    require_restored(plain, {format, made(archive)});
    require_restored(odd, {format, archive.path()});
    REQUIRE(odd.execute("ALTER DATABASE " + odd.name() + " RESET ALL").exit_code == 0);
    CHECK(state_of(odd) == state_of(plain));
  }
}

TEST_CASE("A table is restored alone, with its checks, comments and sequences") {
  const ArchiveFile archive(path_of("shop.json"), kCustom, kSeed);
  const Database all = PostgresCluster::shared().database(), one = PostgresCluster::shared().database();
  require_restored(all, {made(archive)});
  const std::string table = all.value(
      "SELECT min(c.relname) FROM pg_class c JOIN pg_depend d ON d.refobjid = c.oid JOIN pg_class s ON s.oid = d.objid "
      "WHERE c.relkind = 'r' AND s.relkind = 'S' AND d.deptype IN ('a', 'i')");
  CAPTURE(table);
  require_restored(one, {"-t", table, archive.path()});
  CHECK(one.value("SELECT string_agg(relname, ',') FROM pg_class WHERE relkind = 'r' AND relnamespace = "
                  "'public'::regnamespace") == table);
  const auto rows = contents(one);
  REQUIRE(rows.size() == 1);
  CHECK(rows.begin()->second == contents(all).at(rows.begin()->first));
  const std::string positions =
      "SELECT string_agg(sequencename || ' ' || last_value, ',' ORDER BY 1) FROM "
      "pg_sequences WHERE last_value IS NOT NULL AND sequencename LIKE '" +
      table + "%'";
  CHECK(one.value(positions) == all.value(positions));
}

TEST_CASE("A schema is restored alone, and what a list leaves out stays out") {
  const ArchiveFile archive(path_of("schemas.toml"), kDirectory, kSeed);
  const ProcessResult listed = PostgresCluster::shared().pg_restore({"-l", made(archive)});
  REQUIRE(listed.exit_code == 0);
  std::string without_keys;
  for (std::size_t at = 0; at < listed.out.size();) {
    const std::size_t end = listed.out.find('\n', at) + 1;
    const std::string line = listed.out.substr(at, end - at);
    if (line.find(" FK CONSTRAINT ") == std::string::npos) without_keys += line;
    at = end;
  }
  REQUIRE(without_keys.size() < listed.out.size());
  const TemporaryDirectory directory;
  const Database database = PostgresCluster::shared().database(), whole_one = PostgresCluster::shared().database();
  require_restored(database, {"-j", "2", "-L", directory.write("list", without_keys).string(), archive.path()});
  require_restored(whole_one, {archive.path()});
  CHECK(contents(database) == contents(whole_one));
  CHECK(database.value("SELECT count(*) FROM pg_constraint WHERE contype = 'f'") == "0");
  CHECK(whole_one.value("SELECT count(*) FROM pg_constraint WHERE contype = 'f'") != "0");

  const std::string schema = whole_one.value(
      "SELECT min(schemaname) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'public')");
  const ProcessResult chosen = PostgresCluster::shared().pg_restore({"-l", "-n", schema, archive.path()});
  CHECK(chosen.out.find(" TABLE " + schema + " ") != std::string::npos);
  CHECK(chosen.out.find(" TABLE public ") == std::string::npos);
}

TEST_CASE("--create makes the database that the description names") {
  const TemporaryDirectory directory;
  Json description = read_description(path_of("shop.json"));
  description["database"] = {{"name", "Made by archive"}, {"encoding", "UTF8"}};
  const fs::path file = directory.write("shop.json", description.dump());
  const Database other = PostgresCluster::shared().database();
  for (const Words& more : {Words{}, Words{"--create"}}) {
    const ArchiveFile archive(file, kCustom, kSeed, more);
    const Words arguments = more.empty() ? Words{"--create"} : Words{"--create", "--clean", "--if-exists"};
    Words words = arguments;
    words.push_back(made(archive));
    require_restored(other, words);
    CHECK(other.value("SELECT count(*) FROM pg_database WHERE datname = 'Made by archive'") == "1");
    CHECK(other.value("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace") == "0");
  }
  REQUIRE(other.execute("DROP DATABASE \"Made by archive\"").exit_code == 0);
}

TEST_CASE("Rows alone go into tables that are there, definitions alone make them") {
  const Database database = PostgresCluster::shared().database(), expected = PostgresCluster::shared().database();
  require_restored(expected, {made(ArchiveFile(path_of("shop.json"), kCustom, kSeed))});
  const ArchiveFile definitions(path_of("shop.json"), kDirectory, kSeed, {"--schema-only"});
  require_restored(database, {made(definitions)});
  const ArchiveFile rows(path_of("shop.json"), kDirectory, kSeed, {"--data-only"});
  require_restored(database, {made(rows)});
  CHECK(state_of(database) == state_of(expected));
  const ArchiveFile whole_one(path_of("shop.json"), kCustom, kSeed);
  const Database empty = PostgresCluster::shared().database();
  require_restored(empty, {"--schema-only", made(whole_one)});
  CHECK(empty.dump({"--schema-only"}).size() == expected.dump({"--schema-only"}).size());
  CHECK(empty.value("SELECT count(*) FROM customers") == "0");
}

// Invariant: a key or index without a name is called in the archive what the server calls it in a dump's database.
TEST_CASE("Unnamed keys and indexes have the names that the server gives") {
  const std::string words[] = {"a",
                               "Größe",
                               "a very long name that goes on and on, äöü äöü äöü x",
                               "b_c",
                               "straße_und_hausnummer_der_lieferanschrift_im_ausland_ß",
                               "order"};
  std::uint64_t next = 7;
  const auto pick = [&](std::uint64_t n) {
    next = next * 6364136223846793005u + 1442695040888963407u;
    return (next >> 33) % n;
  };
  const TemporaryDirectory directory;
  for (int round = 0; round < (sanitized ? 1 : 3); ++round) {
    Json description = {{"tables", Json::object()}};
    std::string parent;
    for (int t = 0; t < 4; ++t) {
      std::string table = words[pick(std::size(words))];
      while (description["tables"].contains(table)) table = words[pick(std::size(words))];
      Json columns = Json::object(), indexes = Json::array(), uniques = Json::array();
      columns["id"] = {{"type", "integer"}, {"primary_key", true}};
      Words names;
      for (const std::string& word : words) {
        columns[word] = {{"type", "text"}};
        names.push_back(word);
      }
      if (!parent.empty()) columns["parent"] = {{"type", "integer"}};
      for (int i = 0; i < 3; ++i) {
        const std::string first = names[pick(names.size())], second = names[pick(names.size())];
        Json set = Json::array({first});
        if (second != first) set.push_back(second);
        indexes.push_back({{"columns", set}});
        if (i == 0) uniques.push_back(set);
      }
      indexes.push_back({{"columns", {"lower(a)", "b_c DESC"}}});
      indexes.push_back({{"columns", {"(a || b_c)", "(upper(b_c))"}}});
      indexes.push_back({{"columns", {"id"}}, {"include", {"a", "id"}}});
      description["tables"][table] = {{"row_count", 3}, {"columns", columns}, {"indexes", indexes}};
      description["tables"][table]["unique_constraints"] = uniques;
      if (!parent.empty()) {
        description["tables"][table]["foreign_keys"] =
            Json::array({{{"columns", {"parent"}}, {"referenced_table", parent}, {"referenced_columns", {"id"}}}});
      }
      parent = table;
    }
    const fs::path file = directory.write("names.json", description.dump());
    CAPTURE(round, description.dump());
    const Dump dump(file, "copy", kSeed);
    CAPTURE(dump.result().err);
    const Database loaded = PostgresCluster::shared().database(), restored = PostgresCluster::shared().database();
    const ProcessResult result = loaded.load(dump.path());
    CAPTURE(result.err);
    REQUIRE(result.exit_code == 0);
    whole(file, {}, restored);
    CHECK(state_of(restored) == state_of(loaded));
  }
}
