// datagen template list, show and export, and --template, as a user sees them.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sanitized.hpp"

namespace datagen::test {
namespace {

using Json = nlohmann::json;
using Words = std::vector<std::string>;

const char* const kMine = R"(template:
  summary: Notes
  doc: Notes that people take.
  parameters:
    rows: {type: integer, default: 4, minimum: 1, maximum: 100, doc: notes}
    colour: {type: enum, default: red, choices: [red, blue], doc: of all}
    with_tags: {type: boolean, default: true, doc: tags of notes}
version: "1.0"
tables:
  notes:
    row_count: ${rows}
    columns:
      id: {type: serial, primary_key: true}
      colour: {type: text, nullable: false, generator: enum, generator_config: {values: ["${colour}"]}}
  tags:
    when: ${with_tags}
    row_count: ${rows * 2}
    columns:
      id: {type: serial, primary_key: true}
      note_id: {type: integer, nullable: false, references: notes.id}
)";

const std::set<std::string> kOwn = {"analytics", "blog", "ecommerce", "finance", "healthcare", "iot", "saas"};

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

struct PlaceWithNotes : Workplace {
  PlaceWithNotes() { write("work/own/notes.yaml", kMine); }
};

}  // namespace

TEST_CASE("The program's templates are listed, each with five tables or more and a size of some thousand rows") {
  const Workplace place;
  const ProcessResult text = place.run({"template", "list"});
  CHECK(text.exit_code == 0);
  CHECK(text.err.empty());
  const ProcessResult result = place.run({"template", "list", "--json"});
  REQUIRE(result.exit_code == 0);
  std::set<std::string> names;
  for (const Json& one : Json::parse(result.out)) {
    INFO(one);
    names.insert(one.at("name").get<std::string>());
    CHECK(one.at("tables").size() >= 5);
    CHECK(one.at("rows").get<int>() >= 5000);
    CHECK(one.at("rows").get<int>() <= 50000);
    CHECK_FALSE(one.at("summary").get<std::string>().empty());
    CHECK(contains(text.out, one.at("summary").get<std::string>()));
  }
  CHECK(names == kOwn);
}

// Invariants: show tells every parameter with type, default and doc; every template has 'rows', which moves the rows
// of its tables; every table has a comment, and every parameter is one that its values change something by.
TEST_CASE("Every template of the program shows its parameters and tables, and each parameter changes the description") {
  const Workplace place;
  for (const std::string& name : kOwn) {
    INFO(name);
    const ProcessResult text = place.run({"template", "show", name});
    CHECK(text.exit_code == 0);
    const ProcessResult shown = place.run({"template", "show", name, "--json"});
    REQUIRE(shown.exit_code == 0);
    const Json json = Json::parse(shown.out);
    CHECK(json.at("parameters").at(0).at("name") == "rows");
    const std::string plain = place.run({"template", "export", name}).out;
    for (const Json& parameter : json.at("parameters")) {
      const std::string key = parameter.at("name").get<std::string>();
      INFO(key);
      CHECK_FALSE(parameter.at("doc").get<std::string>().empty());
      CHECK(contains(text.out, key));
      std::string value;
      if (parameter.at("type") == "boolean") value = parameter.at("default") == true ? "false" : "true";
      if (parameter.at("type") == "enum") value = parameter.at("choices").back().get<std::string>();
      if (parameter.at("type") == "date") value = "2015-06-30";
      if (parameter.at("type") == "integer") value = std::to_string(parameter.at("default").get<int>() + 3);
      if (parameter.at("type") == "number") value = "1.5";
      const ProcessResult other = place.run({"template", "export", name, "--param", key + "=" + value});
      CHECK(other.exit_code == 0);
      CHECK(other.out != plain);
    }
    for (const Json& table : json.at("tables")) {
      CHECK_FALSE(table.at("comment").get<std::string>().empty());
      CHECK_FALSE(table.at("columns").empty());
    }
    const Json larger = Json::parse(place.run({"template", "show", name, "--json", "--param", "rows=20000"}).out);
    std::size_t grown = 0;
    for (std::size_t t = 0; t < larger.at("tables").size(); ++t) {
      grown += larger.at("tables").at(t).at("rows") > json.at("tables").at(t).at("rows") ? 1 : 0;
    }
    CHECK(grown >= 5);
  }
}

// Invariant: whatever a parameter allows makes a database without a fault or warning, also the most rows.
TEST_CASE("Every template of the program can be filled at the bounds and with each choice of its parameters") {
  const Workplace place;
  std::size_t tried = 0;
  for (const std::string& name : kOwn) {
    if (!is_tried(tried++)) continue;
    const Json json = Json::parse(place.run({"template", "show", name, "--json"}).out);
    for (const Json& parameter : json.at("parameters")) {
      std::vector<Json> values = parameter.value("choices", std::vector<Json>{});
      for (const char* bound : {"minimum", "maximum"}) {
        if (parameter.contains(bound)) values.push_back(parameter.at(bound));
      }
      if (parameter.at("type") == "boolean") values = {true, false};
      CHECK(values.size() >= 2);
      for (const Json& value : values) {
        const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
        Words words = {"validate", "--strict", "--template", name};
        if (parameter.at("name") != "rows") words.insert(words.end(), {"--param", "rows=20"});
        words.insert(words.end(), {"--param", parameter.at("name").get<std::string>() + "=" + text});
        const ProcessResult result = place.run(words);
        CAPTURE(words, result.err);
        CHECK(result.exit_code == 0);
        CHECK(count(result.err, "\n") == 1);
      }
    }
  }
}

// Invariant: for every template and some values, the exported file is a plain description that gives the very bytes
// that --template gives, and keeps the comments of the template's head.
TEST_CASE("An exported template generates the same bytes as --template") {
  const Workplace place;
  std::size_t tried = 0;
  for (const std::string& name : kOwn) {
    if (!is_tried(tried++)) continue;
    const Json json = Json::parse(place.run({"template", "show", name, "--json"}).out);
    std::vector<Words> choices = {{}, {"--param", "rows=40"}};
    for (const Json& parameter : json.at("parameters")) {
      if (parameter.at("type") != "boolean") continue;
      choices.push_back({"--param", "rows=40", "--param", parameter.at("name").get<std::string>() + "=false"});
    }
    for (const Words& parameters : choices) {
      CAPTURE(name, parameters);
      Words exporting = {"template", "export", name, "-o", name + ".yaml"};
      Words generating = {"-q", "generate", "--template", name, "--seed", "3"};
      exporting.insert(exporting.end(), parameters.begin(), parameters.end());
      generating.insert(generating.end(), parameters.begin(), parameters.end());
      REQUIRE(place.run(exporting).exit_code == 0);
      const std::string exported = read_file(place.path("work/" + name + ".yaml"));
      CHECK(exported.front() == '#');
      CHECK_FALSE(contains(exported, "${"));
      const ProcessResult direct = place.run(generating);
      const ProcessResult through_file = place.run({"-q", "generate", name + ".yaml", "--seed", "3"});
      REQUIRE(direct.exit_code == 0);
      CHECK(direct.out == through_file.out);
      CHECK(direct.err == through_file.err);
      CHECK(direct.out.size() > 10000);
    }
  }
}

TEST_CASE("All templates of the program are valid together, strictly and without a warning") {
  const Workplace place;
  Words words = {"validate", "--strict"};
  for (const std::string& name : kOwn) {
    words.push_back("--template");
    words.push_back(name);
  }
  const ProcessResult result = place.run(words);
  CHECK(result.exit_code == 0);
  CHECK(count(result.err, "\n") == 1);
  CHECK(contains(result.err, "analytics + blog + ecommerce + finance + healthcare + iot + saas: ok ("));
}

TEST_CASE("A user's own templates are found where the user says, and before the program's") {
  PlaceWithNotes place;
  const auto tables = [&](const Words& words) {
    Words complete = words;
    complete.insert(complete.end(), {"template", "show", "notes"});
    return place.run(complete);
  };
  CHECK(tables({}).exit_code == 1);
  CHECK(contains(tables({"--template-dir", "own"}).out, "  notes: 4 rows"));
  place.command.environment["DATAGEN_TEMPLATE_PATH"] = place.path("work/own").string();
  CHECK(tables({}).exit_code == 0);
  place.command.environment["DATAGEN_TEMPLATE_PATH"] = std::nullopt;
  place.write("work/datagen.toml", "template_dirs = ['own']\n");
  CHECK(tables({}).exit_code == 0);
  std::filesystem::remove(place.path("work/datagen.toml"));
  place.write("home/.config/datagen/templates/notes.yaml", kMine);
  CHECK(tables({}).exit_code == 0);
  // The first of a name.
  place.write("work/own/blog.yaml", kMine);
  const Json list = Json::parse(place.run({"--template-dir", "own", "template", "list", "--json"}).out);
  CHECK(list.size() == kOwn.size() + 1);
  for (const Json& one : list) {
    if (one.at("name") == "blog") CHECK(one.at("summary") == "Notes");
    if (one.at("name") == "notes") CHECK(one.at("file") == "own/notes.yaml");
  }
}

TEST_CASE("Templates, their parameters and a description of one's own make one database") {
  const PlaceWithNotes place;
  place.write("work/more.yaml",
              "tables: {readers: {row_count: 3, columns: {id: {type: serial, primary_key: true}, note_id: "
              "{type: integer, references: notes.id}}}}\n");
  const ProcessResult result = place.run({"--template-dir", "own", "generate", "more.yaml", "--template", "notes",
                                          "--param", "notes.colour=blue", "--seed", "1"});
  CHECK(result.exit_code == 0);
  CHECK(count(result.out, "'blue'") == 4);
  CHECK(contains(result.out, "CREATE TABLE readers"));
  CHECK(contains(result.err, "15 rows"));
  // The user's file may be a template itself.
  const ProcessResult file =
      place.run({"generate", "own/notes.yaml", "--param", "rows=7", "--param", "with_tags=false", "--seed", "1"});
  CHECK(file.exit_code == 0);
  CHECK(contains(file.err, "7 rows"));
}

// The command line wins over the configuration, the particular over the general, the later over the earlier.
TEST_CASE("Parameters come from the configuration and the command line") {
  const PlaceWithNotes place;
  place.write("work/datagen.toml",
              "template_dirs = ['own']\ntemplates = ['notes']\nseed = 1\n[params]\nrows = 5\n"
              "[params.notes]\nwith_tags = false\n[params.elsewhere]\nx = 1\n");
  const auto rows = [&](Words words) {
    words.insert(words.begin(), "generate");
    const ProcessResult result = place.run(words);
    INFO(result.err);
    CHECK(result.exit_code == 0);
    return result.err.substr(0, result.err.find(" rows"));
  };
  CHECK(rows({}) == "datagen: 5");
  CHECK(rows({"--param", "rows=6"}) == "datagen: 6");
  CHECK(rows({"--param", "rows=6", "--param", "rows=8"}) == "datagen: 8");
  CHECK(rows({"--param", "notes.rows=6", "--param", "rows=8"}) == "datagen: 6");
  CHECK(rows({"--param", "with_tags=true"}) == "datagen: 15");
  CHECK(rows({"--rows", "notes=9"}) == "datagen: 9");
  // What the command line names takes the place of what the configuration names.
  place.write("work/plain.yaml", "tables: {t: {row_count: 2, columns: {id: serial}}}\n");
  CHECK(rows({"plain.yaml"}) == "datagen: 2");
}

TEST_CASE("What is wrong with a template or parameter is said with place and remedy") {
  PlaceWithNotes place;
  place.write("work/own/broken.yaml",
              "template: {summary: x}\ntables:\n  t: {row_count: \"${rows}\", columns: {id: serial}}\n");
  place.write("work/own/plain.yaml", "tables: {t: {columns: {id: serial}}}\n");
  place.write("work/own/syntax.yaml", "template: {summary\n");
  const auto is = [&](Words words, int exit_code, const std::string& error) {
    words.insert(words.begin(), {"--template-dir", "own"});
    const ProcessResult result = place.run(words);
    CAPTURE(words, result.err);
    CHECK(result.exit_code == exit_code);
    CHECK(result.out.empty());
    CHECK(contains(result.err, error));
    CHECK(result.err.starts_with("datagen: error: "));
  };
  is({"generate", "--template", "nots"}, 1,
     "--template: there is no template 'nots' (did you mean 'notes'?)\n  the templates are: analytics, blog, broken,");
  is({"generate", "--template", "own/notes.yaml"}, 1,
     "give a file as the description, or its directory with --template-dir");
  is({"template", "show", "nots"}, 1, "did you mean 'notes'?");
  is({"template", "show"}, 1, "no template is named");
  is({"generate", "--template", "notes", "--param", "row=5"}, 1,
     "--param row: notes has no parameter 'row' (did you mean 'rows'?)\n  the parameters are: rows, colour, with_tags");
  is({"generate", "--template", "notes", "--param", "rows"}, 1,
     "must be NAME=VALUE or TEMPLATE.NAME=VALUE, not 'rows'");
  is({"generate", "--template", "notes", "--param", "note.rows=5"}, 1,
     "no template 'note' is used (did you mean 'notes'?)");
  is({"generate", "--template", "notes", "--param", "rows=x"}, 1,
     "--param rows: parameter rows: must be a whole number, not 'x'");
  is({"generate", "--template", "notes", "--param", "rows=0"}, 1, "must be from 1 to 100, not 0");
  is({"generate", "--template", "notes", "--param", "colour=rad"}, 1, "(did you mean 'red'?)");
  is({"generate", "own/plain.yaml", "--param", "rows=1"}, 1, "there is no template that could have a parameter 'rows'");
  is({"generate", "--template", "plain"}, 2, "own/plain.yaml: the file is no template: it has no key 'template'");
  is({"generate", "--template", "broken"}, 2, "own/broken.yaml:3:21: ${rows}: there is no parameter 'rows'");
  is({"validate", "--template", "syntax"}, 2, "own/syntax.yaml:");
  is({"template", "export", "notes", "-o", "nowhere/x.yaml"}, 4, "nowhere/x.yaml");
  is({"--template-dir", "nowhere", "template", "list"}, 1, "nowhere: no such template directory");
  is({"generate"}, 1, "--template NAME");
  place.write("work/clash.yaml", "tables: {notes: {columns: {id: bigserial}}}\n");
  is({"generate", "clash.yaml", "--template", "notes"}, 2,
     "clash.yaml:1:10: table 'notes' is defined differently at own/notes.yaml:10:3");
  place.write("work/datagen.yaml.toml", "templates = ['notes', 'blok']\n");
  is({"--config", "datagen.yaml.toml", "generate"}, 2,
     "datagen.yaml.toml:1:23: there is no template 'blok' (did you mean 'blog'?)");
  place.write("work/params.toml", "templates = ['notes']\n[params]\nrows = 'x'\n");
  is({"--config", "params.toml", "generate"}, 2, "params.toml:3:8: parameter rows: must be a whole number, not 'x'");
}

// One broken file leaves the others to be seen.
TEST_CASE("A broken template is named by a warning beside the list of the others") {
  PlaceWithNotes place;
  place.write("work/own/broken.yaml",
              "template: {summary: x}\ntables: {t: {row_count: \"${rows}\", columns: {id: serial}}}\n");
  const ProcessResult result = place.run({"--template-dir", "own", "template", "list", "--json"});
  CHECK(result.exit_code == 0);
  CHECK(Json::parse(result.out).size() == kOwn.size() + 1);
  CHECK(contains(result.err, "own/broken.yaml:2:28"));
}

TEST_CASE("--rows N beside a template is warned of, and says what was meant") {
  const PlaceWithNotes place;
  const ProcessResult result =
      place.run({"--template-dir", "own", "generate", "--template", "notes", "--rows", "6", "--seed", "1"});
  CHECK(result.exit_code == 0);
  CHECK(contains(result.err, "--param rows=6 keeps them in proportion"));
  CHECK(contains(result.err, "12 rows"));
}

// Other formats have no comments to keep.
TEST_CASE("A template in TOML is exported as JSON") {
  const Workplace place;
  place.write("work/own/small.toml",
              "[template]\nsummary = 's'\n[template.parameters.rows]\ntype = 'integer'\ndefault = 3\n"
              "[tables.t]\nrow_count = '${rows * 2}'\n[tables.t.columns]\nid = 'serial'\n");
  const ProcessResult exported =
      place.run({"--template-dir", "own", "template", "export", "small", "-o", "small.json"});
  REQUIRE(exported.exit_code == 0);
  CHECK(Json::parse(read_file(place.path("work/small.json"))).at("tables").at("t").at("row_count") == 6);
  const ProcessResult a = place.run({"-q", "generate", "small.json", "--seed", "2"});
  const ProcessResult b = place.run({"-q", "--template-dir", "own", "generate", "--template", "small", "--seed", "2"});
  CHECK(a.out == b.out);
  CHECK(a.exit_code == 0);
}

}  // namespace datagen::test
