#include "check/inputs.hpp"

#include <string>

#include "datagen/random.h"

namespace datagen::host::check {
namespace {

const std::vector<std::string>& texts() {
  static const std::vector<std::string> all{"Ada", "Grace",      "",      "Müller", "O'Brien",  "東京",
                                            "de",  "US",         "Paris", "NY",     "a@b.test", "  x ",
                                            "\\n", "2024-02-29", "12345", "female"};
  return all;
}

const char* format_of(InputKind kind) {
  switch (kind) {
    case InputKind::dictionary:
      return "i";
    case InputKind::timestamps:
      return "tsu:";
    case InputKind::dates:
      return "tdD";
    case InputKind::integers:
      return "l";
    default:
      return "u";
  }
}

Cell input_cell(InputKind kind, std::uint64_t random) {
  if (random % 5 == 0) return std::nullopt;
  const std::uint64_t bits = random >> 8;
  switch (kind) {
    case InputKind::dictionary:
      return fixed_cell(static_cast<std::int32_t>(bits % texts().size()));
    case InputKind::timestamps:
      return fixed_cell(static_cast<std::int64_t>(bits % 4'000'000'000'000'000));
    case InputKind::dates:
      return fixed_cell(static_cast<std::int32_t>(bits % 40'000));
    case InputKind::integers:
      return fixed_cell(static_cast<std::int64_t>(bits % 200) - 100);
    default:
      return texts()[bits % texts().size()];
  }
}

ArrowSchema make_schema(InputKind kind) {
  static ArrowSchema entries = [] {
    ArrowSchema schema{};
    schema.format = "u";
    schema.name = "";
    schema.release = [](ArrowSchema*) {};
    return schema;
  }();
  ArrowSchema schema{};
  schema.format = format_of(kind);
  schema.name = "input";
  schema.flags = ARROW_FLAG_NULLABLE;
  schema.dictionary = kind == InputKind::dictionary ? &entries : nullptr;
  schema.release = [](ArrowSchema*) {};
  return schema;
}

}  // namespace

const ArrowSchema& input_schema(InputKind kind) {
  static const ArrowSchema schemas[] = {make_schema(InputKind::none),  make_schema(InputKind::dictionary),
                                        make_schema(InputKind::text),  make_schema(InputKind::timestamps),
                                        make_schema(InputKind::dates), make_schema(InputKind::integers)};
  return schemas[static_cast<std::size_t>(kind)];
}

Inputs::Inputs(InputKind kind, std::size_t count, std::span<const std::uint64_t> rows, std::uint8_t under_null) {
  if (kind == InputKind::none) return;
  if (kind == InputKind::dictionary) {
    const std::vector<Cell> entries(texts().begin(), texts().end());
    fill_column(dictionary_, "u", entries, under_null);
  }
  for (std::size_t input = 0; input < count; ++input) {
    std::vector<Cell> cells;
    cells.reserve(rows.size());
    for (const std::uint64_t row : rows) cells.push_back(input_cell(kind, datagen_mix(row * 31 + input)));
    ColumnData& column = columns_.emplace_back();
    fill_column(column, format_of(kind), cells, under_null,
                kind == InputKind::dictionary ? &dictionary_.array() : nullptr);
    arrays_.push_back(lent_.lend(column.array(), format_of(kind)));
  }
}

}  // namespace datagen::host::check
