// What generators declare of their sets.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <string_view>

#include "check/case.hpp"
#include "check/generator_object.hpp"
#include "check/utf8.hpp"
#include "datagen/text/decimal.hpp"
#include "program/render.hpp"
#include "program/text_checks.hpp"

namespace datagen::host::check {
namespace {

constexpr std::size_t kManyOrdinals = 100'000;  // of one object of each class
constexpr std::size_t kFewOrdinals = 5'000;     // of its others

struct Part {
  Request call;
  Values values;
};

// Calls examine with the values of many ordinals, ascending and a thousand a call as in a run, of the objects that are
// wanted.
void for_many_values(Checker& checker, const std::function<bool(const Object&)>& wanted,
                     const std::function<void(const Object&, const std::vector<Part>&)>& examine) {
  const GeneratorClass* last = nullptr;
  for_each_object(checker, [&](Object& object) {
    if (object.generator_class().table.values == nullptr || !wanted(object)) return;
    const bool first = last != &object.generator_class();
    last = &object.generator_class();
    const std::vector<std::uint64_t> ordinals =
        object.ordinals(first && !object.has_inputs() ? kManyOrdinals : kFewOrdinals, checker.seed());
    std::vector<Part> parts;
    for (std::size_t from = 0; from < ordinals.size(); from += 1000) {
      const auto begin = ordinals.begin() + static_cast<std::ptrdiff_t>(from);
      const auto end = ordinals.begin() + static_cast<std::ptrdiff_t>(std::min(from + 1000, ordinals.size()));
      Part& part = parts.emplace_back();
      part.call = request({begin, end});
      part.values = object.values(part.call);
    }
    examine(object, parts);
  });
}

void cardinality_is_true(Checker& checker) {
  // With inputs a value may well be refused.
  const auto wanted = [](const Object& object) { return !object.has_inputs() && object.info().cardinality != 0; };
  for_many_values(checker, wanted, [&](const Object& object, const std::vector<Part>& parts) {
    checker.count();
    for (const Part& part : parts) {
      if (part.values.ok()) continue;
      checker.fail("ordinals from " + std::to_string(part.call.ordinals.front()) + " to " +
                   std::to_string(part.call.ordinals.back()) + " were refused, but the cardinality is " +
                   std::to_string(object.info().cardinality) + ": " + part.values.refusal.message);
      return;
    }
  });
}

template <class Value>
bool repeats(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  return std::adjacent_find(values.begin(), values.end()) != values.end();
}

// The entries that these indices mean; those that mean none are left out.
std::vector<std::string_view> entries_of(const Entries& entries, const std::vector<Part>& parts) {
  std::vector<std::string_view> result;
  for (const Part& part : parts) {
    for (std::uint32_t i = 0; i < part.values.n; ++i) {
      std::uint32_t index = 0;
      std::memcpy(&index, part.values.cell(i).data(), sizeof index);
      if (index < entries.texts.size()) result.push_back(entries.texts[index]);
    }
  }
  return result;
}

void injective_is_true(Checker& checker) {
  const auto wanted = [](const Object& object) { return object.has(DATAGEN_INJECTIVE); };
  const std::string complaint = "DATAGEN_INJECTIVE is declared, but distinct ordinals gave the same value";
  for_many_values(checker, wanted, [&](const Object& object, const std::vector<Part>& parts) {
    if (!std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.values.ok(); })) return;
    checker.count();
    if (object.has(DATAGEN_DICTIONARY)) {
      if (object.generator_class().table.dictionary == nullptr) return;
      const Entries entries = object.dictionary();
      std::vector<std::string_view> texts = entries_of(entries, parts);
      if (repeats(texts)) checker.fail(complaint);
      return;
    }
    std::vector<std::string_view> cells;
    for (const Part& part : parts) {
      for (std::uint32_t i = 0; i < part.values.n; ++i) {
        if (!part.values.is_null(i)) cells.push_back(part.values.cell(i));
      }
    }
    if (repeats(cells)) checker.fail(complaint);
  });
  for_each_object(checker, [&](Object& object) {
    const bool plain = object.generator_class().table.values == nullptr && object.has(DATAGEN_DICTIONARY);
    if (!plain || !object.has(DATAGEN_INJECTIVE) || object.generator_class().table.dictionary == nullptr) return;
    checker.count();
    Entries entries = object.dictionary();
    if (repeats(entries.texts)) checker.fail(complaint);
  });
}

// Below 0, 0 or above 0, as PostgreSQL orders values of that format; text by bytes.
int compare_cells(std::string_view format, std::string_view a, std::string_view b) {
  const auto as = [&](auto zero) {
    auto x = zero;
    auto y = zero;
    std::memcpy(&x, a.data(), sizeof x);
    std::memcpy(&y, b.data(), sizeof y);
    return x < y ? -1 : (y < x ? 1 : 0);
  };
  if (format == "s") return as(std::int16_t{0});
  if (format == "i" || format == "tdD") return as(std::int32_t{0});
  if (format == "l" || format.starts_with("t")) return as(std::int64_t{0});
  if (format == "f") return as(0.0F);
  if (format == "g") return as(0.0);
  if (format.starts_with("d:")) return as(text::Int128{0});
  return a.compare(b);
}

// Texts of numbers, intervals, ... have an order that their bytes do not show.
bool order_is_known(const Object& object) {
  return !object.has(DATAGEN_DICTIONARY) && object.type().format != "u" && object.type().format != "z";
}

void ordered_is_true(Checker& checker) {
  const auto wanted = [](const Object& object) { return object.has(DATAGEN_ORDERED) && order_is_known(object); };
  for_many_values(checker, wanted, [&](const Object& object, const std::vector<Part>& parts) {
    checker.count();
    std::string_view before;
    for (const Part& part : parts) {
      for (std::uint32_t i = 0; part.values.ok() && i < part.values.n; ++i) {
        if (part.values.is_null(i)) continue;
        const std::string_view cell = part.values.cell(i);
        if (!before.empty() && compare_cells(object.type().format, cell, before) < 0) {
          checker.fail("DATAGEN_ORDERED is declared, but a greater ordinal gave a lesser value");
          return;
        }
        before = cell;
      }
    }
  });
}

void dictionary_is_sound(Checker& checker) {
  for_each_object(checker, [&](Object& object) {
    if (!object.has(DATAGEN_DICTIONARY)) return;
    checker.count();
    if (object.generator_class().table.dictionary == nullptr) {
      checker.fail("DATAGEN_DICTIONARY is declared, but the class has no dictionary function");
      return;
    }
    const Entries entries = object.dictionary();
    const std::size_t n = entries.texts.size();
    if (entries.refusal.status != DATAGEN_OK) {
      checker.fail("dictionary() " + entries.refusal.message);
      return;
    }
    if (object.generator_class().table.values == nullptr && n != object.info().cardinality) {
      checker.fail("there are " + std::to_string(n) + " entries for " + std::to_string(object.info().cardinality) +
                   " ordinals, and no values function");
    }
    for (const std::string& entry : entries.texts) {
      if (!is_utf8(entry) || entry.find('\0') != std::string::npos)
        checker.fail("an entry is not UTF-8, or holds a NUL");
      if (object.type().max_characters > 0 && count_characters(entry) > object.type().max_characters) {
        checker.fail("the entry '" + entry + "' is longer than the column's " +
                     std::to_string(object.type().max_characters) + " characters");
      }
    }
    if (object.dictionary().texts != entries.texts) checker.fail("dictionary() gave other entries the second time");
    const Values values = object.values(request(object.ordinals(kFewOrdinals, checker.seed())));
    for (std::uint32_t i = 0; values.ok() && i < values.n; ++i) {
      std::int32_t index = 0;
      std::memcpy(&index, values.cell(i).data(), sizeof index);
      if (index >= 0 && static_cast<std::size_t>(index) < n) continue;
      checker.fail("the index " + std::to_string(index) + " lies outside the " + std::to_string(n) + " entries");
      return;
    }
  });
}

void weights_are_sound(Checker& checker) {
  for_each_object(checker, [&](Object& object) {
    if (!object.has(DATAGEN_WEIGHTED)) return;
    checker.count();
    const std::uint64_t n = object.info().cardinality;
    if (object.generator_class().table.weights == nullptr || n == 0 || n > 1U << 24) {
      checker.fail("DATAGEN_WEIGHTED is declared, but there is no weights function, or no 1 to 2^24 ordinals");
      return;
    }
    const Weights weights = object.weights();
    if (weights.refusal.status != DATAGEN_OK) {
      checker.fail("weights() failed: " + weights.refusal.message);
      return;
    }
    double total = 0;
    for (const double weight : weights.values) {
      if (!(weight >= 0) || !std::isfinite(weight)) {
        checker.fail("a weight is negative or not finite, or was not written");
        return;
      }
      total += weight;
    }
    if (!(total > 0) || !std::isfinite(total)) checker.fail("the sum of the weights is 0 or not finite");
    if (object.weights().values != weights.values) checker.fail("weights() gave others the second time");
  });
}

// locate() finds the first ordinal of a value, and the first beyond it.
void locate_inverts_values(Checker& checker) {
  for_each_object(checker, [&](Object& object) {
    if (!object.can_locate() || !order_is_known(object) || object.has_inputs()) return;
    Request call = request(object.ordinals(200, checker.seed()));
    const Values values = object.values(call);
    if (!values.ok()) return;
    values.column->publish(values.layout, values.n, 0, nullptr);
    const std::uint64_t cardinality = object.info().cardinality;
    for (std::uint32_t i = 0; i < values.n; ++i) {
      if (values.is_null(i)) continue;
      const std::string value = rendered(*values.column, object.type().format, i);
      const Place first = object.locate(value, DATAGEN_LOCATE_FIRST_NOT_LESS);
      const Place beyond = object.locate(value, DATAGEN_LOCATE_FIRST_GREATER);
      if (first.refusal.status != DATAGEN_OK) {
        if (first.refusal.status == DATAGEN_UNSUPPORTED) return;
        checker.fail("locate() refused '" + value + "', which is a value of the set: " + first.refusal.message);
        return;
      }
      checker.count();
      const std::uint64_t ordinal = call.ordinals[i];
      if (first.ordinal > ordinal || beyond.ordinal <= ordinal || beyond.ordinal > cardinality) {
        checker.fail("locate() puts '" + value + "', the value of ordinal " + std::to_string(ordinal) + ", between " +
                     std::to_string(first.ordinal) + " and " + std::to_string(beyond.ordinal));
        return;
      }
      // The neighbours just outside have other values.
      const std::uint64_t outside[] = {first.ordinal - 1, beyond.ordinal};
      const bool exists[] = {first.ordinal > 0, beyond.ordinal < cardinality};
      for (int side = 0; side < 2; ++side) {
        if (!exists[side]) continue;
        const Values neighbour = object.values(request({outside[side]}));
        if (neighbour.ok() && neighbour.same(0, values, i)) {
          checker.fail("locate() of '" + value + "' leaves out ordinal " + std::to_string(outside[side]) +
                       ", which has that value");
          return;
        }
      }
    }
  });
}

}  // namespace

std::vector<Case> set_cases() {
  return {
      {"cardinality-is-true", "Every ordinal below the declared cardinality has a value.", Needs::objects,
       cardinality_is_true, kNoGenerator},
      {"injective-is-true", "Distinct ordinals of a set that is declared injective have distinct values.",
       Needs::objects, injective_is_true, "no set is declared injective"},
      {"ordered-is-true", "Values of a set that is declared ordered never decrease.", Needs::objects, ordered_is_true,
       "no set is declared ordered"},
      {"dictionary-is-sound",
       "A dictionary has entries, the same each time, in UTF-8 and not longer than the column, and every index lies in "
       "it.",
       Needs::objects, dictionary_is_sound, "no set is declared a dictionary"},
      {"weights-are-sound", "Weights are finite, not negative, not all 0, and the same each time.", Needs::objects,
       weights_are_sound, "no set is declared weighted"},
      {"locate-inverts-values",
       "locate() of an ordinal's value gives the first ordinal that has it, and the first that has a greater.",
       Needs::objects, locate_inverts_values, "no ordered set can locate values"},
  };
}

}  // namespace datagen::host::check
