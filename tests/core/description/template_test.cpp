// Templates: their heads, what parameters make of them, and the same as text.
#include <random>
#include <string>

#include "datagen/core/description.hpp"
#include "datagen/core/template.hpp"
#include "tests/support/catch.hpp"

using namespace datagen;

namespace {

struct Made {
  Node instance;
  std::optional<std::string> text;
  std::string faults;
};

Made make(const std::string& text, const std::map<std::string, std::string>& given = {},
          DocumentFormat format = DocumentFormat::yaml) {
  const char* const names[] = {"t.json", "t.toml", "t.yaml"};
  const Node document = parse_document(text, names[static_cast<int>(format)], format);
  Diagnostics diagnostics;
  Made made;
  const TemplateHead head = read_template_head(document, diagnostics);
  ParameterValues values;
  for (const auto& [name, value] : given) {
    Node written;
    written.kind = Node::Kind::string;
    written.string = value;
    written.location = Location{"--param " + name, 0, 0};
    const TemplateParameter* const parameter = head.find(name);
    if (parameter == nullptr) continue;
    if (auto typed = parameter_value(*parameter, written, diagnostics)) values[name] = *typed;
  }
  if (diagnostics.ok()) made.instance = instantiate_template(document, text, head, values, diagnostics);
  if (diagnostics.ok()) made.text = instantiated_text(document, text, head, values, made.instance);
  for (const Fault& fault : diagnostics.faults()) made.faults += fault.text() + "\n";
  return made;
}

constexpr const char* kShop = R"(# A shop.
template:
  summary: A shop
  parameters:
    rows: {type: integer, default: 10, minimum: 1, maximum: 1000}
    share: {type: number, default: 0.5, minimum: 0, maximum: 1}
    currency: {type: enum, default: EUR, choices: [EUR, USD]}
    since: {type: date, default: "2020-01-01", minimum: "2000-01-01"}
    owner: {type: text, default: Ada}
    with_reviews: {type: boolean, default: true}

version: "1.0"  # of the format

tables:
  orders:
    row_count: ${rows * 5}   # five each
    columns:
      id: {type: serial, primary_key: true}
      currency: {type: char(3), default: "${currency}", generator: enum, generator_config: {values: ['${currency}']}}
      note: {type: text, generator: enum, generator_config: {values: ["by ${owner} since ${since}", "$${rows}", '${owner}''s']}}
      stars: {when: "${with_reviews}", type: smallint, null_fraction: "${share}"}
    indexes:
      - {columns: [currency]}
      # of the reviews
      - {columns: [stars], when: "${with_reviews}"}

  # What people think.
  reviews:
    when: ${with_reviews and rows > 1}
    row_count: "${rows}"
    columns:
      id: {type: serial, primary_key: true}

  last:
    columns:
      id: serial
)";

}  // namespace

TEST_CASE("Parameters take the place of what refers to them, with their types") {
  const Made made = make(kShop, {{"rows", "20"}, {"owner", "O'Hara \"x\""}, {"currency", "USD"}});
  REQUIRE(made.faults.empty());
  CHECK(made.instance.find("template") == nullptr);
  const Node& orders = *made.instance.find("tables")->find("orders");
  CHECK(orders.find("row_count")->is(Node::Kind::integer));
  CHECK(orders.find("row_count")->integer == 100);
  const Node& columns = *orders.find("columns");
  CHECK(columns.find("currency")->find("default")->string == "USD");
  const Node& notes = *columns.find("note")->find("generator_config")->find("values");
  CHECK(notes.list[0].string == "by O'Hara \"x\" since 2020-01-01");
  CHECK(notes.list[1].string == "${rows}");
  CHECK(notes.list[2].string == "O'Hara \"x\"'s");
  CHECK(columns.find("stars")->find("null_fraction")->floating == 0.5);
  CHECK(columns.find("stars")->find("when") == nullptr);
  CHECK(made.instance.find("tables")->find("reviews")->find("row_count")->integer == 20);
}

// Places are those of the template, so that later faults point into it.
TEST_CASE("Replaced values keep their places") {
  const Made made = make(kShop);
  const Location& place = made.instance.find("tables")->find("orders")->find("row_count")->location;
  CHECK(place.text() == "t.yaml:16:16");
}

TEST_CASE("What a condition leaves out is gone, with its table, column or index") {
  const Made made = make(kShop, {{"with_reviews", "false"}});
  REQUIRE(made.faults.empty());
  const Node& tables = *made.instance.find("tables");
  CHECK(tables.find("reviews") == nullptr);
  CHECK(tables.find("orders")->find("columns")->find("stars") == nullptr);
  CHECK(tables.find("orders")->find("indexes")->list.size() == 1);
  CHECK(tables.map.size() == 2);
}

// Invariant: the text says what the instance says, for every choice of values, is a template no more, and keeps the
// comments on what it keeps.
TEST_CASE("The text of an instance reads as the instance") {
  std::mt19937_64 random(99);
  const std::string owners[] = {"Ada", "O'Hara", "a \"quoted\" one", "x: y # z", "- dash", "true", "12", "é\tü",
                                "{x}", ""};
  for (int round = 0; round < 300; ++round) {
    std::map<std::string, std::string> values;
    values["rows"] = std::to_string(1 + random() % 1000);
    values["owner"] = owners[random() % std::size(owners)];
    values["with_reviews"] = random() % 2 == 0 ? "true" : "false";
    values["share"] = random() % 2 == 0 ? "0.125" : "1";
    values["currency"] = random() % 2 == 0 ? "EUR" : "USD";
    CAPTURE(round, values);
    const Made made = make(kShop, values);
    REQUIRE(made.faults.empty());
    REQUIRE(made.text);
    const Node again = parse_document(*made.text, "t.yaml", DocumentFormat::yaml);
    CHECK(same_value(again, made.instance));
    CHECK_FALSE(is_template(again));
    CHECK(made.text->find("# A shop.\n") == 0);
    CHECK(made.text->find("# five each") != std::string::npos);
    CHECK(made.text->find("# of the format") != std::string::npos);
    const bool kept = again.find("tables")->find("reviews") != nullptr;
    CHECK((made.text->find("# What people think.") != std::string::npos) == kept);
    CHECK(made.text->find("when:") == std::string::npos);
  }
}

// What cannot be changed in place is left to another way of writing, never written wrong.
TEST_CASE("A text that cannot be changed in place gives none") {
  const std::string head =
      "template: {summary: s, parameters: {n: {type: integer, default: 1}, on: {type: boolean, default: false}}}\n";
  CHECK_FALSE(make(head + "a: {b: {when: \"${on}\", c: 1}, d: 2}\n").text);
  CHECK_FALSE(make(head + "a: \"\\x24{n}\"\n").text);
  CHECK(make(head + "a: \"\\x24{n}\"\n").instance.find("a")->integer == 1);
  CHECK(make(head + "a: {b: \"${n}\"}\n").text == "a: {b: 1}\n");
}

TEST_CASE("JSON and TOML are templates too") {
  const Made json = make(R"({"template": {"summary": "s", "parameters": {"n": {"type": "integer", "default": 3}}},
                             "tables": {"t": {"row_count": "${n * 2}"}}})",
                         {}, DocumentFormat::json);
  CHECK(json.faults.empty());
  CHECK(json.instance.find("tables")->find("t")->find("row_count")->integer == 6);
  CHECK_FALSE(json.text);
  const Made toml = make(
      "[template]\nsummary = 's'\n[template.parameters.n]\ntype = 'integer'\ndefault = 3\n"
      "[tables.t]\nrow_count = '${n + 1}'\n[tables.u]\nwhen = '${n > 5}'\n",
      {}, DocumentFormat::toml);
  CHECK(toml.faults.empty());
  CHECK(toml.instance.find("tables")->find("t")->find("row_count")->integer == 4);
  CHECK(toml.instance.find("tables")->find("u") == nullptr);
}

TEST_CASE("Values of a wrong type or out of bounds are refused with what is allowed") {
  const auto is = [](const char* name, const char* value, const std::string& message) {
    const std::string faults = make(kShop, {{name, value}}).faults;
    CAPTURE(name, value, faults);
    CHECK(faults == "--param " + std::string(name) + ": parameter " + name + ": " + message + "\n");
  };
  is("rows", "many", "must be a whole number, not 'many'");
  is("rows", "1.5", "must be a whole number, not '1.5'");
  is("rows", "", "must be a whole number, not ''");
  is("rows", "0", "must be from 1 to 1000, not 0");
  is("rows", "99999999999999999999", "must be a whole number, not '99999999999999999999'");
  is("share", "1.01", "must be from 0 to 1, not 1.01");
  is("share", "nan", "must be a number, not 'nan'");
  is("with_reviews", "yes", "must be true or false, not 'yes'");
  is("since", "2024-02-30", "must be a date such as 2024-01-31, not '2024-02-30'");
  is("since", "1999-12-31", "must be at least 2000-01-01, not 1999-12-31");
  is("currency", "USDT", "there is no choice 'USDT' (did you mean 'USD'?)\n  the choices are: EUR, USD");
}

TEST_CASE("Faults of a template's head name their place and remedy") {
  const auto is = [](const std::string& parameters, const std::string& place, const std::string& message) {
    const std::string faults = make("template:\n  summary: s\n  parameters:\n    " + parameters + "\n").faults;
    CAPTURE(parameters, faults);
    CHECK(faults.find("t.yaml:4:" + place + ": ") == 0);
    CHECK(faults.find(message) != std::string::npos);
  };
  is("n: {type: int, default: 1}", "15", "unknown type 'int'");
  is("n: {default: 1}", "8", "a parameter needs a 'type'");
  is("n: {type: integer}", "8", "a parameter needs a 'default'");
  is("n: {type: integer, default: x}", "33", "must be a whole number, not 'x'");
  is("n: {type: integer, default: 5, maximum: 4}", "33", "must be at most 4, not 5");
  is("n: {type: text, default: a, maximum: 4}", "42", "'maximum' goes with integers, numbers and dates");
  is("n: {type: enum, default: a}", "8", "an enum needs 'choices'");
  is("n: {type: enum, default: a, choices: []}", "42", "'choices' is empty");
  is("max: {type: integer, default: 1}", "5", "cannot be a parameter's name");
  is("a-b: {type: integer, default: 1}", "5", "cannot be a parameter's name");
  is("n: {type: integer, default: 1, minimun: 2}", "36", "did you mean 'minimum'?");
}

TEST_CASE("A condition that is no truth value, and an open expression, are faults") {
  const std::string head = "template: {summary: s, parameters: {n: {type: integer, default: 1}}}\n";
  CHECK(make(head + "a: {when: \"${n}\", b: 1}\n").faults ==
        "t.yaml:2:11: 'when' must be true or false, not a whole number\n");
  CHECK(make(head + "a: \"${n\"\n").faults.find("t.yaml:2:7: ${n}: '${' has no '}'") == 0);
  // A column may be called so.
  CHECK(make(head + "a: {when: {type: timestamp}}\n").instance.find("a")->find("when") != nullptr);
}
