// What plugins may touch, and what happens when there is no more memory.
#include "check/case.hpp"
#include "check/generator_object.hpp"
#include "check/whole_output.hpp"

namespace datagen::host::check {
namespace {

constexpr std::uint64_t kMostShortages = 12;
constexpr std::uint8_t kUnderNulls[] = {0, 5, 0x7f, 0xff};

// With every multiple of 64 values, fixed-width data ends exactly where the capacity does.
constexpr std::size_t kOrdinals = 512;

void call_everything(Checker& checker) {
  for_each_object(checker, [&](Object& object) {
    checker.count();
    std::vector<std::uint64_t> ordinals = object.ordinals(kOrdinals, checker.seed());
    while (ordinals.size() < kOrdinals) ordinals.push_back(ordinals.back());
    static_cast<void>(object.answers(request(ordinals)));
    for (const std::size_t n : {std::size_t{1}, std::size_t{7}, std::size_t{64}}) {
      static_cast<void>(object.values(request({ordinals.begin(), ordinals.begin() + static_cast<std::ptrdiff_t>(n)})));
    }
  });
  for_each_table(checker, Role::encoder, [&](const OpenTable& table) {
    checker.count();
    for (const Rows rows : {Rows::ordinary, Rows::extreme, Rows::all_null}) {
      for (const std::uint32_t n : {1U, 7U, 64U, 200U}) static_cast<void>(table.encode(rows, 0, n));
    }
    static_cast<void>(table.begin());
    static_cast<void>(table.end());
  });
}

void stays_in_bounds(Checker& checker) {
  lending().buffers = Buffers::guarded;
  call_everything(checker);
}

void inputs_are_read_only(Checker& checker) {
  lending().read_only_inputs = true;
  call_everything(checker);
  use_sinks(checker, kOrdinals);
}

void nulls_hide_values(Checker& checker) {
  for_each_object(checker, [&](Object& object) {
    if (!object.has_inputs() || object.generator_class().table.values == nullptr) return;
    Request call = request(object.ordinals(kOrdinals, checker.seed()));
    const Values expected = object.values(call);
    if (!expected.ok()) return;
    checker.count();
    for (const std::uint8_t under_null : kUnderNulls) {
      call.under_null = under_null;
      if (expected.same(object.values(call))) continue;
      checker.fail("what is stored under a null of an input changes the values");
      return;
    }
  });
  for_each_table(checker, Role::encoder, [&](const OpenTable& table) {
    for (const Rows rows : {Rows::ordinary, Rows::all_null}) {
      const Bytes expected = table.encode(rows, 0, 100);
      if (!expected.ok()) return;
      checker.count();
      for (const std::uint8_t under_null : kUnderNulls) {
        if (expected.same(table.encode(rows, 0, 100, under_null))) continue;
        checker.fail("what is stored under a null changes the bytes");
        return;
      }
    }
  });
}

// Repeats work with ever more memory until it lacks none.  The result is the expected one, or a failure.
template <class Work, class Expected>
void starve(Checker& checker, const Expected& expected, Work&& work) {
  for (std::uint64_t successes = 0; successes < kMostShortages; ++successes) {
    const auto [felt, found] = work(successes);
    if (found.refusal.lied || (found.ok() && !found.same(expected))) {
      checker.fail("reserve() or scratch() failed, and the call reported success with something else");
      return;
    }
    if (!felt) return;
  }
}

void survives_full_memory(Checker& checker) {
  for_each_object(checker, [&](Object& object) {
    if (object.generator_class().table.values == nullptr) return;
    const Request call = request(object.ordinals(kOrdinals, checker.seed()));
    const Values expected = object.values(call);
    if (!expected.ok()) return;
    checker.count();
    starve(checker, expected, [&](std::uint64_t successes) {
      Values found = object.values(call, successes);
      return std::pair(found.memory_was_short, std::move(found));
    });
  });
  for_each_table(checker, Role::encoder, [&](const OpenTable& table) {
    const SampleBatch batch(table.table(), sample_cells(table.table(), Rows::ordinary, 0, kOrdinals), 0, kOrdinals);
    const Bytes expected = table.encode(batch.batch());
    if (!expected.ok()) return;
    checker.count();
    starve(checker, expected, [&](std::uint64_t successes) {
      const Shortage shortage(successes);
      Bytes found = table.encode(batch.batch());
      return std::pair(shortage.was_felt(), std::move(found));
    });
  });
}

}  // namespace

std::vector<Case> memory_cases() {
  return {
      {"stays-in-bounds",
       "Nothing outside the lent buffers and scratch memory is touched: inaccessible pages lie around them, 64 bytes "
       "after the capacity.",
       Needs::objects, stays_in_bounds, kNoObject},
      {"inputs-are-read-only", "Ordinals, row numbers, inputs and batches are only read, and only as far as they go.",
       Needs::objects, inputs_are_read_only, kNoObject},
      {"nulls-hide-values", "What is stored under a null does not matter.", Needs::objects, nulls_hide_values,
       "no input and no column can be null here"},
      {"survives-full-memory",
       "When a buffer cannot grow or scratch memory is refused, the call fails, or does without.", Needs::objects,
       survives_full_memory, kNoObject},
  };
}

}  // namespace datagen::host::check
