#include "options/options.hpp"

#include <cmath>
#include <limits>
#include <random>

#include "datagen/core/error.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

constexpr const char* kChoices[] = {"red", "green", "blue"};

datagen_option declare(std::uint32_t type, const char* name, const char* default_value = nullptr,
                       const char* minimum = nullptr, const char* maximum = nullptr, std::uint32_t flags = 0) {
  datagen_option option{};
  option.struct_size = sizeof option;
  option.type = type;
  option.name = name;
  option.doc = "What it does.";
  option.default_value = default_value;
  option.minimum = minimum;
  option.maximum = maximum;
  option.flags = flags;
  if (type == DATAGEN_CHOICE) {
    option.choices = kChoices;
    option.n_choices = 3;
  }
  return option;
}

Node json(const std::string& text) { return parse_document(text, "test.json", DocumentFormat::json); }

struct Bound {
  BoundOptions options;
  Diagnostics diagnostics;
};

Bound bind(const std::vector<datagen_option>& options, const std::vector<Node>& sources,
           const OptionContext& context = {"t.c", "generator g", {}, 0, {}}) {
  std::vector<const Node*> pointers{nullptr};
  for (const Node& source : sources) pointers.push_back(&source);
  Bound bound;
  bound.options = bind_options(options, pointers, {}, context, bound.diagnostics);
  return bound;
}

// One option of each type, values that fit it and values that do not.
struct Sample {
  datagen_option option;
  std::vector<std::string> good, bad;
};

std::vector<Sample> samples() {
  return {
      {declare(DATAGEN_BOOL, "bool"), {"true", "false"}, {"1", "\"yes\"", "null", "[true]", "{}"}},
      {declare(DATAGEN_INT, "int", nullptr, "-5", "10"),
       {"-5", "10", "0", "\"7\"", "3.0", "1e1", "\"+4\""},
       {"-6", "11", "1.5", "\"x\"", "\"\"", "null", "[1]", "true", "1e300", "\"1 \"", "\"+-4\"", "\"++4\""}},
      {declare(DATAGEN_FLOAT, "float", nullptr, "0", "1"),
       {"0", "1", "0.5", "\"0.25\"", "1e-9"},
       {"-0.1", "1.01", "\"nan\"", "\"inf\"", "\"\"", "null", "{}", "false"}},
      {declare(DATAGEN_STRING, "string"), {"\"a\"", "\"\"", "12", "true"}, {"null", "[]", "{}", "[\"a\"]"}},
      {declare(DATAGEN_CHOICE, "choice"), {"\"red\"", "\"blue\""}, {"\"rde\"", "0", "null", "[\"red\"]", "\"RED\""}},
      {declare(DATAGEN_JSON, "json"), {"null", "[1,{\"b\":2,\"a\":1}]", "3", "\"x\""}, {}},
      {declare(DATAGEN_STRING_LIST, "strings"),
       {"[]", "[\"a\",1,true]", "\"a\"", "5"},
       {"[null]", "[[]]", "{}", "null"}},
      {declare(DATAGEN_FLOAT_LIST, "floats", nullptr, "0"),
       {"[]", "[1,2.5,\"3\"]", "4"},
       {"[1,-1]", "[\"x\"]", "-1", "{}", "null", "[null]"}},
      {declare(DATAGEN_TIMESTAMP, "timestamp"),
       {"\"now\"", "\"-30d\"", "\"2024-02-29\"", "\"2024-02-29 12:00:00\""},
       {"5", "\"30d\"", "\"2023-02-29\"", "\"-30\"", "\"- 3d\"", "\"-99999999999999d\"", "null", "[]", "\"\""}},
  };
}

// A random tree of the shapes that a document can hold.
Node random_node(std::mt19937_64& random, int depth) {
  Node node;
  node.location = Location{"test.json", 1, 1};
  switch (random() % (depth > 3 ? 5 : 7)) {
    case 0:
      break;
    case 1:
      node.kind = Node::Kind::boolean;
      node.boolean = random() % 2 == 0;
      node.string = node.boolean ? "true" : "false";
      break;
    case 2:
      node.kind = Node::Kind::integer;
      node.integer = static_cast<std::int64_t>(random() >> (random() % 64));
      node.floating = static_cast<double>(node.integer);
      node.string = std::to_string(node.integer);
      break;
    case 3:
      node.kind = Node::Kind::floating;
      node.floating = random() % 3 == 0 ? std::numeric_limits<double>::quiet_NaN()
                                        : std::ldexp(1.0, static_cast<int>(random() % 2000) - 1000);
      node.string = std::to_string(node.floating);
      break;
    case 4:
      node.kind = Node::Kind::string;
      for (std::size_t i = random() % 9; i > 0; --i)
        node.string += static_cast<char>("-+0123dmoy. e\0T:"[random() % 16]);
      break;
    case 5:
      node.kind = Node::Kind::list;
      for (std::size_t i = random() % 4; i > 0; --i) node.list.push_back(random_node(random, depth + 1));
      break;
    default:
      node.kind = Node::Kind::map;
      for (std::size_t i = random() % 4; i > 0; --i) {
        node.map.push_back({"k" + std::to_string(i), node.location, random_node(random, depth + 1)});
      }
  }
  return node;
}

}  // namespace

// Whatever mixture of right values, wrong values and unknown keys is written, there is one fault for each of the latter
// two.
TEST_CASE("every fault is reported, and nothing else") {
  const std::vector<Sample> all = samples();
  std::vector<datagen_option> options;
  for (const Sample& sample : all) options.push_back(sample.option);
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    std::mt19937_64 random(seed);
    std::string text = "{\"comment\":[1],\"x-mine\":{}";
    std::size_t wrong = 0;
    for (const Sample& sample : all) {
      const bool bad = !sample.bad.empty() && random() % 3 == 0;
      if (random() % 4 == 0) continue;
      const auto& values = bad ? sample.bad : sample.good;
      text += ",\"" + std::string(sample.option.name) + "\":" + values[random() % values.size()];
      wrong += bad ? 1 : 0;
    }
    for (std::size_t i = random() % 3; i > 0; --i, ++wrong) text += ",\"unknown" + std::to_string(i) + "\":1";
    text += "}";
    INFO("seed " << seed << ": " << text);
    const Bound bound = bind(options, {json(text)});
    REQUIRE(bound.diagnostics.faults().size() == wrong);
    for (const Fault& fault : bound.diagnostics.faults()) {
      REQUIRE(fault.location.line == 1);
      REQUIRE(fault.subject == "t.c");
    }
  }
}

// No tree of nodes, however odd, does harm; and what is accepted has the declared type and lies within the bounds.
TEST_CASE("values that are accepted are of the declared type and within bounds") {
  const std::vector<Sample> all = samples();
  for (std::uint64_t seed = 0; seed < 20000; ++seed) {
    INFO("seed " << seed);
    std::mt19937_64 random(seed);
    const datagen_option option = all[random() % all.size()].option;
    Node source;
    source.kind = Node::Kind::map;
    source.map.push_back({option.name, source.location, random_node(random, 0)});
    const Bound bound = bind({option}, {source});
    REQUIRE(bound.options.values().size() == 1);
    const datagen_value& value = bound.options.values()[0];
    REQUIRE(value.type == option.type);
    REQUIRE(value.is_set == (bound.diagnostics.ok() ? 1u : 0u));
    if (value.is_set == 0) continue;
    if (option.type == DATAGEN_INT) REQUIRE((value.as.i >= -5 && value.as.i <= 10));
    if (option.type == DATAGEN_BOOL) REQUIRE((value.as.i == 0 || value.as.i == 1));
    if (option.type == DATAGEN_CHOICE) REQUIRE((value.as.i >= 0 && value.as.i < 3));
    if (option.type == DATAGEN_FLOAT) REQUIRE((value.as.f >= 0 && value.as.f <= 1));
    for (std::uint64_t i = 0; option.type == DATAGEN_FLOAT_LIST && i < value.count; ++i) {
      REQUIRE((value.as.floats[i] >= 0 && std::isfinite(value.as.floats[i])));
    }
    for (std::uint64_t i = 0; option.type == DATAGEN_STRING_LIST && i < value.count; ++i) {
      REQUIRE(std::string(value.as.strings[i].data, value.as.strings[i].size).size() == value.as.strings[i].size);
    }
  }
}

// The bound values stay where they are when their owner moves.
TEST_CASE("an earlier source wins, then a later one, then the default") {
  const std::vector<datagen_option> options{declare(DATAGEN_INT, "a", "1"), declare(DATAGEN_INT, "b", "2"),
                                            declare(DATAGEN_INT, "c", "3"), declare(DATAGEN_STRING, "d", "\"text\""),
                                            declare(DATAGEN_STRING, "e")};
  Bound bound = bind(options, {json(R"({"a": 10})"), json(R"({"a": 20, "b": 30})")});
  REQUIRE(bound.diagnostics.ok());
  const BoundOptions moved = std::move(bound.options);
  const auto values = moved.values();
  CHECK(values[0].as.i == 10);
  CHECK(values[1].as.i == 30);
  CHECK(values[2].as.i == 3);
  CHECK(std::string(values[3].as.s.data, values[3].as.s.size) == "text");
  CHECK(values[4].is_set == 0);
}

TEST_CASE("a misspelt option is answered with the nearest one") {
  const Bound bound = bind({declare(DATAGEN_INT, "scale")}, {json(R"({"scael": 1})")});
  REQUIRE(bound.diagnostics.faults().size() == 1);
  CHECK_THAT(bound.diagnostics.faults()[0].message, Catch::Matchers::Contains("did you mean 'scale'"));
}

TEST_CASE("a required option that is missing is a fault where the class was named") {
  OptionContext context{"t.c", "generator g", {"test.json", 7, 3}, 0, {}};
  const Bound bound =
      bind({declare(DATAGEN_INT, "n", nullptr, nullptr, nullptr, DATAGEN_OPTION_REQUIRED)}, {}, context);
  REQUIRE(bound.diagnostics.faults().size() == 1);
  CHECK(bound.diagnostics.faults()[0].location.line == 7);
}

TEST_CASE("the value of a secret option is in no message") {
  for (const std::uint32_t type : {DATAGEN_INT, DATAGEN_BOOL, DATAGEN_CHOICE, DATAGEN_TIMESTAMP}) {
    const Bound bound = bind({declare(type, "password", nullptr, nullptr, nullptr, DATAGEN_OPTION_SECRET)},
                             {json(R"({"password": "hunter2"})")});
    REQUIRE(bound.diagnostics.faults().size() == 1);
    CHECK(bound.diagnostics.faults()[0].text().find("hunter2") == std::string::npos);
  }
}

TEST_CASE("a deprecated option is a warning only when it is written") {
  const std::vector<datagen_option> options{
      declare(DATAGEN_INT, "old", "1", nullptr, nullptr, DATAGEN_OPTION_DEPRECATED)};
  CHECK(bind(options, {}).diagnostics.warnings().empty());
  const Bound bound = bind(options, {json(R"({"old": 2})")});
  CHECK(bound.diagnostics.ok());
  CHECK(bound.diagnostics.warnings().size() == 1);
}

TEST_CASE("a column option asks for the written name, else for the declared ones") {
  std::vector<std::string> asked;
  OptionContext context{"t.c", "generator g", {}, 0, {}};
  context.resolve_column = [&](std::size_t, const std::string& name, const Location&,
                               const std::vector<std::string>& candidates) -> std::optional<std::int64_t> {
    asked = candidates;
    asked.insert(asked.begin(), name);
    return name == "nothing" ? std::nullopt : std::optional<std::int64_t>(4);
  };
  const std::vector<datagen_option> options{declare(DATAGEN_COLUMN, "source", R"(["first", "second"])")};
  Bound bound = bind(options, {}, context);
  CHECK(asked == std::vector<std::string>{"", "first", "second"});
  CHECK(bound.options.values()[0].as.i == 4);
  bound = bind(options, {json(R"({"source": "mine"})")}, context);
  CHECK(asked.front() == "mine");
  bound = bind(options, {json(R"({"source": "nothing"})")}, context);
  CHECK(bound.options.values()[0].is_set == 0);
  CHECK(bound.diagnostics.ok());  // the function itself reports it
  CHECK_FALSE(bind(options, {json(R"({"source": "mine"})")}).diagnostics.ok());
  CHECK_FALSE(bind(options, {json(R"({"source": 3})")}, context).diagnostics.ok());
}

TEST_CASE("options that are no map are a fault") {
  CHECK(bind({declare(DATAGEN_INT, "a")}, {json("[1]")}).diagnostics.faults().size() == 1);
}

}  // namespace datagen
