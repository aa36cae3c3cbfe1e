// What single values are.
#include <cstdlib>
#include <cstring>

#include "check/case.hpp"
#include "check/generator_object.hpp"
#include "check/utf8.hpp"
#include "datagen/text/decimal.hpp"
#include "program/text_checks.hpp"

namespace datagen::host::check {
namespace {

void zero_rows(Checker& checker) {
  for_each_object(checker, [&](Object& object) {
    if (object.generator_class().table.values == nullptr) return;
    checker.count();
    const Values none = object.values(request({}));
    if (!none.ok()) checker.fail("a call for no rows failed: " + none.refusal.message);
    if (none.ok() && none.null_count != 0) checker.fail("there are nulls among no rows");
  });
}

// The P of "d:P,S".
int decimal_precision(std::string_view format) { return std::atoi(format.data() + 2); }

bool within_precision(std::string_view cell, int precision) {
  text::Int128 value = 0;
  std::memcpy(&value, cell.data(), sizeof value);
  text::Int128 limit = 1;
  for (int i = 0; i < precision; ++i) limit *= 10;
  return value > -limit && value < limit;
}

std::string problem(const SqlType& type, std::string_view cell) {
  if (type.format == "u") {
    if (!is_utf8(cell)) return "a value is not UTF-8";
    if (cell.find('\0') != std::string_view::npos) return "a value holds a NUL, which text cannot";
    if (type.max_characters > 0 && count_characters(cell) > type.max_characters) {
      return "a value has " + std::to_string(count_characters(cell)) + " characters, the column takes " +
             std::to_string(type.max_characters);
    }
  }
  if (type.format.starts_with("d:") && !within_precision(cell, decimal_precision(type.format))) {
    return "a value has more digits than the column's format, " + type.format;
  }
  return "";
}

void values_are_well_formed(Checker& checker) {
  for_each_object(checker, [&](Object& object) {
    if (object.has(DATAGEN_DICTIONARY)) return;
    const Values values = object.values(request(object.ordinals(5000, checker.seed())));
    if (values.refusal.lied) checker.fail("values() " + values.refusal.message);
    if (!values.ok()) return;
    checker.count();
    for (std::uint32_t i = 0; i < values.n; ++i) {
      if (values.is_null(i)) continue;
      const std::string found = problem(object.type(), values.cell(i));
      if (!found.empty()) {
        checker.fail(found);
        return;
      }
    }
  });
}

void nulls_are_counted(Checker& checker) {
  for_each_object(checker, [&](Object& object) {
    if (object.generator_class().table.values == nullptr) return;
    const Values values = object.values(request(object.ordinals(1000, checker.seed())));
    if (!values.ok()) return;
    checker.count();
    std::int64_t nulls = 0;
    for (std::uint32_t i = 0; i < values.n; ++i) nulls += values.is_null(i) ? 1 : 0;
    if (values.null_count == nulls) return;
    checker.fail("null_count is " + std::to_string(values.null_count) + " for " + std::to_string(nulls) + " nulls" +
                 (object.has(DATAGEN_MAKES_NULLS) ? "" : ": DATAGEN_MAKES_NULLS is not declared"));
  });
}

void extreme_ordinals(Checker& checker) {
  for_each_object(checker, [&](Object& object) {
    if (object.generator_class().table.values == nullptr || object.has_inputs()) return;
    // The ends of a set that has them are the business of cardinality-is-true.
    const bool bounded = object.info().cardinality != 0;
    Request call = request({0, bounded ? 0 : UINT64_MAX / 2 + 1, bounded ? 0 : UINT64_MAX});
    call.rows = {0, UINT64_MAX / 2 + 1, UINT64_MAX};
    checker.count();
    const Values values = object.values(call);
    if (!values.ok()) {
      checker.fail("rows " + std::to_string(call.rows[0]) + ", " + std::to_string(call.rows[1]) + " and " +
                   std::to_string(call.rows[2]) + " with ordinals " + std::to_string(call.ordinals[0]) + ", " +
                   std::to_string(call.ordinals[1]) + " and " + std::to_string(call.ordinals[2]) +
                   " were refused: " + values.refusal.message);
    }
  });
}

}  // namespace

std::vector<Case> value_cases() {
  return {
      {"zero-rows", "A call for no rows succeeds.", Needs::objects, zero_rows, kNoGenerator},
      {"extreme-ordinals",
       "Ordinals of a set without end up to 2^64 - 1, and row numbers of any set up to 2^64 - 1, give values.",
       Needs::objects, extreme_ordinals, kNoGenerator},
      {"values-are-well-formed",
       "Text is UTF-8 without NUL and not longer than its column, offsets grow within the data, decimals keep their "
       "precision.",
       Needs::objects, values_are_well_formed, "no generator makes values here"},
      {"nulls-are-counted", "null_count is the number of nulls, and none are made unless declared.", Needs::objects,
       nulls_are_counted, kNoGenerator},
  };
}

}  // namespace datagen::host::check
