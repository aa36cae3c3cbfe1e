// Text put together from literals, row numbers, random characters, other columns and generators.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "program/draw.hpp"
#include "program/nulls.hpp"
#include "program/program.hpp"

namespace datagen {

struct TextTemplate {
  struct Piece {
    enum class Kind { literal, row_number, random, uuid, column, part } kind = Kind::literal;
    std::string text;                      // literal: itself.  random: the alphabet
    std::uint32_t width = 0;               // row_number: least digits.  random: how many characters
    std::size_t index = 0;                 // column: into the inputs.  part: into the parts
    datagen_key key{};                     // uuid, and random where ordinals do not drive it
    std::uint64_t divisor = 0, count = 0;  // random: its digit of the ordinal; count 0: by key
  };
  std::vector<Piece> pieces;
  std::uint64_t cardinality = 0;  // distinct texts that ordinals can choose from; 0: ordinals do not choose all of it
  bool distinct_by_row = false;   // distinct rows give distinct texts
  bool distinct_by_ordinal = false;  // distinct ordinals below cardinality give distinct texts
  std::uint32_t max_characters = 0;  // 0: any
  std::string subject;               // table.column
};

struct TemplateStep {
  std::size_t view = 0, column = 0;
  std::shared_ptr<const TextTemplate> text;
  DrawPointer draw;                        // may be empty when cardinality is 0
  std::vector<std::size_t> inputs, parts;  // workspace columns
  std::vector<std::string> input_formats, part_formats;
  std::vector<NullRule> nulls;
};
[[nodiscard]] std::unique_ptr<Step> template_step(TemplateStep step);

}  // namespace datagen
