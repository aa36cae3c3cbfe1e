// Small programs: templates and rules over generators that stand in a C table.
#include <deque>
#include <map>
#include <optional>
#include <random>
#include <set>

#include "datagen/core/error.hpp"
#include "program/program.hpp"
#include "program/render.hpp"
#include "program/rules_step.hpp"
#include "program/steps.hpp"
#include "program/template_step.hpp"
#include "tests/core/support/fake_generator.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

using Piece = TextTemplate::Piece;
using test::FakeGenerator;

// A program, with the generators that its steps call.
struct Bench {
  std::deque<FakeGenerator> generators;
  std::deque<std::unique_ptr<GeneratorClass>> classes;
  Program program;
  std::vector<std::string> formats;  // of the columns

  std::size_t column(const std::string& format, FakeGenerator generator, std::vector<NullRule> nulls = {}) {
    FakeGenerator& kept = generators.emplace_back(std::move(generator));
    const GeneratorClass& made = *classes.emplace_back(kept.generator_class());
    ValuesStep step;
    step.column = add(format);
    step.set = kept.value_set(made, formats.back().c_str());
    step.draw = sequential_draw();
    step.nulls = std::move(nulls);
    program.steps.push_back(values_step(std::move(step)));
    return program.columns - 1;
  }
  std::size_t add(const std::string& format) {
    formats.push_back(format);
    return program.columns++;
  }
  std::optional<std::string> cell(Workspace& workspace, std::size_t c, std::uint32_t i) const {
    if (workspace.column(c).is_null(i)) return std::nullopt;
    return rendered(workspace.column(c), formats[c], i);
  }
};

FakeGenerator words() {
  FakeGenerator fake;
  fake.info.flags = DATAGEN_DICTIONARY;
  fake.info.cardinality = 1000;
  fake.values = [](const datagen_call&, const std::uint64_t* ordinals, std::uint32_t n, datagen_column& out,
                   datagen_error&) {
    for (std::uint32_t i = 0; i < n; ++i)
      reinterpret_cast<std::int32_t*>(out.data->data)[i] = static_cast<std::int32_t>(ordinals[i] % 3);
    return datagen_status{DATAGEN_OK};
  };
  fake.dictionary = [](datagen_column& out, std::int64_t& length) {
    length = 3;
    return test::put_texts(out, {"red", "", "a colour with a rather long name"});
  };
  return fake;
}

std::int64_t number_of(std::uint64_t row) { return static_cast<std::int64_t>(row) * 3 - 7; }
std::string text_of(std::uint64_t row) { return std::string(row % 40, 'x') + std::to_string(row); }

// Invariant: a template's text is its pieces' texts in order, a null piece giving nothing, whatever the batch.
TEST_CASE("a template joins literals, row numbers, columns, parts and random characters") {
  Bench bench;
  const NullRule some{{5, 6}, 0.3, false, {}};
  const std::size_t number = bench.column("l", test::fixed_generator<std::int64_t>(number_of), {some});
  const std::size_t word = bench.column("u", words());
  const std::size_t text = bench.column("u", test::text_generator(text_of));
  auto pieces = std::make_shared<TextTemplate>();
  auto piece = [&](Piece::Kind kind) -> Piece& {
    pieces->pieces.emplace_back().kind = kind;
    return pieces->pieces.back();
  };
  piece(Piece::Kind::literal).text = "no-";
  piece(Piece::Kind::row_number).width = 4;
  piece(Piece::Kind::column).index = 0;
  piece(Piece::Kind::column).index = 1;
  piece(Piece::Kind::part).index = 0;
  Piece& random = piece(Piece::Kind::random);
  random.text = "abc";
  random.width = 5;
  random.key = {1, 2};
  piece(Piece::Kind::uuid).key = {3, 4};
  TemplateStep step;
  step.column = bench.add("u");
  step.text = pieces;
  step.inputs = {number, word};
  step.input_formats = {"l", "u"};
  step.parts = {text};
  step.part_formats = {"u"};
  step.nulls = {{{8, 8}, 0.2, false, {}}};
  const NullRule own = step.nulls[0];
  bench.program.steps.push_back(template_step(std::move(step)));

  std::map<std::uint64_t, std::optional<std::string>> all;
  Workspace workspace;
  for (const std::uint32_t n : {1000u, 1u, 7u, 333u}) {
    for (std::uint64_t first = 0; first < 1000; first += n) {
      run_program(bench.program, workspace, first, n);
      for (std::uint32_t i = 0; i < n; ++i) {
        const std::uint64_t row = first + i;
        const auto cell = bench.cell(workspace, 3, i);
        REQUIRE(all.try_emplace(row, cell).first->second == cell);
        REQUIRE(cell.has_value() == !own.is_null(row));
        if (!cell) continue;
        std::string head = "no-" + std::string(4 - std::min<std::size_t>(4, std::to_string(row + 1).size()), '0') +
                           std::to_string(row + 1);
        if (!some.is_null(row)) head += std::to_string(number_of(row));
        head += std::vector<std::string>{"red", "", "a colour with a rather long name"}[row % 3] + text_of(row);
        REQUIRE(cell->substr(0, head.size()) == head);
        const std::string tail = cell->substr(head.size());
        REQUIRE(tail.size() == 5 + 36);
        REQUIRE(tail.find_first_not_of("abc") >= 5);
        REQUIRE(tail[5 + 14] == '4');
        REQUIRE(std::string("89ab").find(tail[5 + 19]) != std::string::npos);
      }
    }
  }
  REQUIRE(all.size() >= 1000);
}

// Invariant: where ordinals drive the random parts, distinct ordinals below the cardinality give distinct texts.
TEST_CASE("random parts that ordinals drive never repeat") {
  Bench bench;
  auto pieces = std::make_shared<TextTemplate>();
  std::uint64_t divisor = 1;
  for (const auto& [alphabet, width] : std::vector<std::pair<std::string, std::uint32_t>>{{"ab", 3}, {"0123", 2}}) {
    Piece& piece = pieces->pieces.emplace_back();
    piece.kind = Piece::Kind::random;
    piece.text = alphabet;
    piece.width = width;
    piece.divisor = divisor;
    piece.count = 1;
    for (std::uint32_t i = 0; i < width; ++i) piece.count *= alphabet.size();
    divisor *= piece.count;
  }
  pieces->cardinality = divisor;
  TemplateStep step;
  step.column = bench.add("u");
  step.text = pieces;
  step.draw = unique_draw({1, 2}, divisor);
  bench.program.steps.push_back(template_step(std::move(step)));
  Workspace workspace;
  run_program(bench.program, workspace, 0, static_cast<std::uint32_t>(divisor));
  std::set<std::string> texts;
  for (std::uint32_t i = 0; i < divisor; ++i) texts.insert(*bench.cell(workspace, 0, i));
  CHECK(divisor == 8 * 16);
  CHECK(texts.size() == divisor);
}

TEST_CASE("a template that outgrows its column is refused, counting characters and not bytes") {
  for (const std::uint32_t characters : {4u, 5u}) {
    Bench bench;
    auto pieces = std::make_shared<TextTemplate>();
    pieces->pieces.emplace_back().text =
        "\xc3\xa4\xc3\xb6\xe2\x82\xac"
        "ab";
    pieces->max_characters = characters;
    pieces->subject = "shop.orders.code";
    TemplateStep step;
    step.column = bench.add("u");
    step.text = pieces;
    bench.program.steps.push_back(template_step(std::move(step)));
    Workspace workspace;
    if (characters == 5) {
      CHECK_NOTHROW(run_program(bench.program, workspace, 0, 3));
      continue;
    }
    try {
      run_program(bench.program, workspace, 10, 3);
      FAIL("was not refused");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::generation);
      CHECK(error.faults()[0].subject == "shop.orders.code");
      CHECK(error.faults()[0].message.find("row 10") != std::string::npos);
    }
  }
}

struct Cells {
  std::optional<long long> number;
  std::optional<std::string> text;
};

bool holds(const Test& test, const Cells& cells) {
  using Operator = Test::Operator;
  const bool null = test.input == 0 ? !cells.number : !cells.text;
  if (test.op == Operator::is_null) return null;
  if (test.op == Operator::is_not_null) return !null;
  if (null) return false;
  auto compare = [&](const Operand& operand) {
    if (test.input == 1) return cells.text->compare(operand.text);
    const auto number = static_cast<long double>(*cells.number);
    return number < operand.number ? -1 : number > operand.number ? 1 : 0;
  };
  auto any = [&] {
    for (const Operand& operand : test.operands)
      if (compare(operand) == 0) return true;
    return false;
  };
  const int first = test.operands.empty() ? 0 : compare(test.operands[0]);
  switch (test.op) {
    case Operator::equal:
      return first == 0;
    case Operator::not_equal:
      return first != 0;
    case Operator::less:
      return first < 0;
    case Operator::less_equal:
      return first <= 0;
    case Operator::greater:
      return first > 0;
    case Operator::greater_equal:
      return first >= 0;
    case Operator::in:
      return any();
    case Operator::not_in:
      return !any();
    default:
      return first >= 0 && compare(test.operands[1]) <= 0;
  }
}

// Invariant: a row shows the branch of the first rule all of whose tests hold, nulls and all; a comparison with null
// does not hold.  Against a plain evaluation, for random rules over every storage.
TEST_CASE("rules choose the first branch that holds") {
  std::mt19937_64 random(9);
  for (int round = 0; round < 120; ++round) {
    Bench bench;
    const std::string format = std::vector<std::string>{"u", "l", "b", "u"}[round % 4];
    const std::size_t number = bench.column(
        "i", test::fixed_generator<std::int32_t>([](std::uint64_t row) { return static_cast<std::int32_t>(row % 10); }),
        {{{random(), 1}, 0.2, false, {}}});
    const std::size_t word = bench.column("u", words(), {{{random(), 2}, 0.2, false, {}}});
    std::vector<std::size_t> branches;
    for (std::uint64_t b = 0; b < 4; ++b) {
      const std::vector<NullRule> nulls{{{random(), 3}, b == 1 ? 1.0 : 0.3, false, {}}};
      if (format == "l")
        branches.push_back(bench.column("l", test::fixed_generator<std::int64_t>([b](std::uint64_t row) {
                                          return static_cast<std::int64_t>(row * 10 + b);
                                        }),
                                        nulls));
      else if (format == "u")
        branches.push_back(bench.column(
            "u", b == 2 ? words() : test::text_generator([b](std::uint64_t row) { return text_of(row + b); }), nulls));
      else {
        FakeGenerator booleans;
        booleans.values = [b](const datagen_call&, const std::uint64_t* ordinals, std::uint32_t n, datagen_column& out,
                              datagen_error&) {
          for (std::uint32_t i = 0; i < n; ++i)
            if ((ordinals[i] + b) % 2 == 0)
              out.data->data[i / 8] = static_cast<std::uint8_t>(out.data->data[i / 8] | 1u << (i % 8));
          return datagen_status{DATAGEN_OK};
        };
        branches.push_back(bench.column("b", std::move(booleans), nulls));
      }
    }
    auto rules = std::make_shared<RuleList>();
    rules->otherwise = random() % 4;
    rules->rules.resize(random() % 4);
    for (RuleList::Rule& rule : rules->rules) {
      rule.branch = random() % 4;
      rule.tests.resize(1 + random() % 2);
      for (Test& test : rule.tests) {
        test.input = random() % 2;
        test.op = static_cast<Test::Operator>(random() % 11);
        const std::size_t operands = test.op == Test::Operator::between ? 2 : 1 + random() % 3;
        for (std::size_t i = 0; i < operands; ++i) {
          const auto value = static_cast<int>(random() % 10);
          test.operands.push_back(test.input == 0
                                      ? Operand{std::to_string(value), static_cast<long double>(value), true}
                                      : Operand{value % 2 == 0   ? "red"
                                                : value % 3 == 0 ? ""
                                                                 : "b",
                                                0, false});
        }
      }
    }
    RulesStep step;
    step.column = bench.add(format);
    step.rules = rules;
    step.format = format;
    step.inputs = {number, word};
    step.input_formats = {"i", "u"};
    step.parts = branches;
    const std::size_t result = step.column;
    bench.program.steps.push_back(rules_step(std::move(step)));
    Workspace workspace;
    std::vector<std::uint64_t> rows(50);
    for (auto& row : rows) row = random() % 100;
    run_program(bench.program, workspace, rows);
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      Cells cells;
      if (const auto cell = bench.cell(workspace, number, i)) cells.number = std::stoll(*cell);
      cells.text = bench.cell(workspace, word, i);
      std::size_t branch = rules->otherwise;
      for (const RuleList::Rule& rule : rules->rules) {
        bool all = true;
        for (const Test& test : rule.tests) all = all && holds(test, cells);
        if (!all) continue;
        branch = rule.branch;
        break;
      }
      CAPTURE(round, i, branch);
      REQUIRE(bench.cell(workspace, result, i) == bench.cell(workspace, branches[branch], i));
    }
  }
}

}  // namespace
}  // namespace datagen
