// Templates: text with placeholders in {...} or {{...}}.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <ctime>

#include "plan/planner.hpp"
#include "program/keys.hpp"
#include "program/text_checks.hpp"

namespace datagen {

namespace {

using Piece = TextTemplate::Piece;

constexpr std::string_view digits = "0123456789";
constexpr std::string_view hexadecimal = "0123456789abcdef";
constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::string_view letters_and_digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::uint32_t most_width = 1000;

std::tm calendar(std::int64_t microseconds) {
  std::time_t seconds = microseconds / 1000000 - (microseconds % 1000000 < 0 ? 1 : 0);
  return fmt::gmtime(seconds);
}

// What the run's "now" gives; empty when the placeholder is no part of a date.
std::string time_placeholder(std::string_view name, std::string_view argument, std::int64_t now) {
  std::tm time = calendar(now);
  if (name == "year" && argument.empty()) return fmt::format("{:%Y}", time);
  if (name == "month" && argument == "name") {
    static constexpr const char* names[] = {"January", "February", "March",     "April",   "May",      "June",
                                            "July",    "August",   "September", "October", "November", "December"};
    return names[time.tm_mon];
  }
  if (name == "month" && argument.empty()) return fmt::format("{:%m}", time);
  if (name == "day" && argument.empty()) return fmt::format("{:%d}", time);
  if (name == "timestamp" && argument.empty()) return std::to_string(now / 1000000);
  return {};
}

std::string_view alphabet_of(std::string_view name) {
  if (name == "random" || name == "rand") return digits;
  if (name == "hex") return hexadecimal;
  if (name == "alpha") return letters;
  if (name == "alphanumeric") return letters_and_digits;
  return {};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether, and how, the template never repeats: see docs/description.md, "Templates".
void find_distinctness(TextTemplate& text) {
  std::vector<Piece>& pieces = text.pieces;
  bool constant_but_rows = true, fixed_width = true;
  std::uint64_t product = 1;
  bool overflow = false;
  std::size_t randoms = 0;
  for (const Piece& piece : pieces) {
    bool constant = piece.kind == Piece::Kind::literal;
    bool row = piece.kind == Piece::Kind::row_number;
    bool random = piece.kind == Piece::Kind::random || piece.kind == Piece::Kind::uuid;
    constant_but_rows = constant_but_rows && (constant || row || random);
    fixed_width = fixed_width && (constant || random);
    if (piece.kind == Piece::Kind::uuid) overflow = true;
    if (piece.kind != Piece::Kind::random) continue;
    ++randoms;
    for (std::uint32_t k = 0; k < piece.width; ++k) {
      overflow = overflow || product > (std::uint64_t{1} << 62) / piece.text.size();
      if (!overflow) product *= piece.text.size();
    }
  }
  auto row_is = [&](std::size_t i) { return i < pieces.size() && pieces[i].kind == Piece::Kind::row_number; };
  auto literal_ends_plain = [&](std::size_t i, bool front) {
    if (i >= pieces.size() || pieces[i].kind != Piece::Kind::literal) return false;
    return !is_digit(front ? pieces[i].text.front() : pieces[i].text.back());
  };
  std::size_t last = pieces.size() - 1;
  std::size_t rows = static_cast<std::size_t>(
      std::count_if(pieces.begin(), pieces.end(), [](const Piece& p) { return p.kind == Piece::Kind::row_number; }));
  // The row number can be read back: it is the only part of varying width, or stands at an end, cut off by a non-digit.
  if (rows == 1 && constant_but_rows) text.distinct_by_row = true;
  if (row_is(last) && (last == 0 || literal_ends_plain(last - 1, false))) text.distinct_by_row = true;
  if (row_is(0) && literal_ends_plain(1, true)) text.distinct_by_row = true;
  if (fixed_width &&
      std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.kind == Piece::Kind::uuid; }))
    text.distinct_by_row = true;
  if (randoms == 0 || overflow) return;
  text.cardinality = product;
  text.distinct_by_ordinal = fixed_width;
  std::uint64_t divisor = 1;
  for (Piece& piece : pieces) {
    if (piece.kind != Piece::Kind::random) continue;
    piece.divisor = divisor;
    piece.count = 1;
    for (std::uint32_t k = 0; k < piece.width; ++k) piece.count *= piece.text.size();
    divisor *= piece.count;
  }
}

}  // namespace

bool SourcePlanner::choose_template(std::size_t t, std::size_t c, const Node& node, const Node* variables) {
  const Table& table = table_of(t);
  const Column& column = table.columns[c];
  ColumnPlan& plan = plan_.tables[t].columns[c];
  std::string where = subject(t, c);
  bool ok = true;
  auto refuse = [&](const std::string& message, const std::string& hint = {}) {
    diagnostics_.fault(node.location, where, message, hint);
    ok = false;
  };
  SqlType type = storage(column);
  if (type.format != "u") {
    refuse(fmt::format("a template makes text, the column is {}", column.type.text));
    return false;
  }
  if (!node.is(Node::Kind::string)) {
    refuse(fmt::format("'template' is {}, not text", kind_name(node.kind)));
    return false;
  }
  if (variables != nullptr && !variables->is(Node::Kind::map)) {
    refuse("'variables' is not a map from names to values");
    return false;
  }

  auto text = std::make_shared<TextTemplate>();
  text->subject = where;
  text->max_characters = type.max_characters;
  Source source;
  source.kind = Source::Kind::text;
  source.format = "u";
  auto add_literal = [&](std::string_view literal) {
    if (literal.empty()) return;
    if (!text->pieces.empty() && text->pieces.back().kind == Piece::Kind::literal)
      text->pieces.back().text += literal;
    else
      text->pieces.push_back({Piece::Kind::literal, std::string(literal), 0, 0, {}, 0, 0});
  };
  auto add = [&](Piece piece) {
    piece.key = derive_key(plan_.options.seed, table.full_name(), column.name,
                           "template/" + std::to_string(text->pieces.size()));
    text->pieces.push_back(std::move(piece));
  };
  std::vector<std::string> known = {"year",         "month", "month:name", "day",    "timestamp", "seq",
                                    "sequence",     "row",   "rand",       "random", "hex",       "alpha",
                                    "alphanumeric", "uuid",  "table",      "column"};

  auto placeholder = [&](std::string_view inside) {
    std::size_t colon = inside.find(':');
    std::string name(inside.substr(0, colon)),
        argument(colon == std::string_view::npos ? "" : inside.substr(colon + 1));
    if (const Node* variable = variables != nullptr ? variables->find(name) : nullptr;
        variable != nullptr && argument.empty()) {
      if (!variable->is_scalar())
        return refuse(fmt::format("variable '{}' is {}, not a value", name, kind_name(variable->kind)));
      return add_literal(variable->string);
    }
    if (std::string part = time_placeholder(name, argument, plan_.options.now); !part.empty()) return add_literal(part);
    if (name == "table" && argument.empty()) return add_literal(table.name);
    if (name == "uuid" && argument.empty()) return add({Piece::Kind::uuid, {}, 36, 0, {}, 0, 0});
    if (name == "column") {
      auto other = table.find_column(argument);
      if (!other || *other == c || table.columns[*other].is_generated()) {
        std::vector<std::string> names;
        for (const Column& each : table.columns) names.push_back(each.name);
        return refuse(fmt::format("{{{}}}: no other column '{}' with values in {}{}", inside, argument,
                                  table.full_name(), did_you_mean(argument, names)));
      }
      if (!resolve(t, *other)) {
        ok = false;
        return;
      }
      source.inputs.push_back(*other);
      return add({Piece::Kind::column, {}, 0, source.inputs.size() - 1, {}, 0, 0});
    }
    bool row = name == "seq" || name == "sequence" || name == "row";
    if (std::string_view alphabet = alphabet_of(name); row || !alphabet.empty()) {
      std::uint32_t width = row ? 1 : name == "random" || name == "rand" ? 4 : 8;
      if (!argument.empty()) {
        auto [end, error] = std::from_chars(argument.data(), argument.data() + argument.size(), width);
        if (error != std::errc() || end != argument.data() + argument.size() || width == 0 || width > most_width)
          return refuse(
              fmt::format("{{{}}}: '{}' is no number of characters from 1 to {}", inside, argument, most_width));
      }
      if (row) return add({Piece::Kind::row_number, {}, width, 0, {}, 0, 0});
      return add({Piece::Kind::random, std::string(alphabet), width, 0, {}, 0, 0});
    }
    const GeneratorClass* generator_class = argument.empty() ? plan_.registry.find_generator(name) : nullptr;
    if (generator_class == nullptr) {
      if (table_of(t).find_column(name))
        return refuse(fmt::format("{{{}}} is no placeholder", inside), fmt::format("write {{column:{}}}", name));
      for (const auto& each : plan_.registry.generators()) known.push_back(each->short_name);
      return refuse(fmt::format("{{{}}} is no placeholder{}", inside, did_you_mean(name, known)),
                    "placeholders are listed in docs/description.md; the name of any generator is one");
    }
    Request request;
    request.table = t;
    request.column = c;
    request.generator_class = generator_class;
    request.location = node.location;
    request.type.emplace();
    request.type->base = request.type->text = "text";
    request.type->format = "u";
    request.type->family = DATAGEN_FAMILY_TEXT;
    request.part = "/template/" + std::to_string(source.parts.size());
    Source part;
    if (!create_values(request, part, diagnostics_)) {
      ok = false;
      return;
    }
    source.parts.push_back(std::move(part));
    add({Piece::Kind::part, {}, 0, source.parts.size() - 1, {}, 0, 0});
  };

  std::string_view rest = node.string;
  while (!rest.empty()) {
    std::size_t open = rest.find('{');
    add_literal(rest.substr(0, open));
    if (open == std::string_view::npos) break;
    rest.remove_prefix(open);
    bool doubled = rest.starts_with("{{");
    std::string_view closing = doubled ? "}}" : "}";
    std::size_t close = rest.find(closing);
    if (close == std::string_view::npos) {
      refuse(fmt::format("'{}' is not closed", doubled ? "{{" : "{"));
      return false;
    }
    std::string_view inside = rest.substr(closing.size(), close - closing.size());
    while (!inside.empty() && inside.front() == ' ') inside.remove_prefix(1);
    while (!inside.empty() && inside.back() == ' ') inside.remove_suffix(1);
    placeholder(inside);
    rest.remove_prefix(close + closing.size());
  }
  if (!ok) return false;
  if (text->pieces.empty()) text->pieces.push_back({});
  find_distinctness(*text);
  std::uint64_t fixed = 0;
  for (const Piece& piece : text->pieces)
    fixed += piece.kind == Piece::Kind::literal ? count_characters(piece.text) : piece.width;
  if (text->max_characters > 0 && fixed > text->max_characters) {
    refuse(fmt::format("the template gives at least {} characters, {} takes {}", fixed, column.type.text,
                       text->max_characters),
           "shorten the template or widen the column's type");
    return false;
  }
  source.text = std::move(text);
  plan.source = std::move(source);
  plan.chosen_by = "template";
  return true;
}

}  // namespace datagen
