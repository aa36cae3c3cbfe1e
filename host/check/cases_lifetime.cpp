// What is left when objects are gone, and while they work.
#include <algorithm>
#include <cstdint>

#include "check/case.hpp"
#include "check/generator_object.hpp"
#include "check/measure.hpp"
#include "check/writer_object.hpp"

namespace datagen::host::check {
namespace {

constexpr int kWarmUp = 6;
constexpr int kRounds = 30;
constexpr int kRuns = 12;
constexpr std::size_t kLeastLeak = 16;  // bytes a round: malloc's smallest piece
constexpr std::size_t kSamplesOfAClass = 3;

// Fails when each round of work leaves memory behind: in every one of several runs, since caches fill once.
template <class Work>
void expect_flat(Checker& checker, const std::string& complaint, Work&& work) {
  checker.count();
  for (int i = 0; i < kWarmUp; ++i) work();
  std::size_t least = SIZE_MAX;
  for (int run = 0; run < kRuns && least >= kLeastLeak; ++run) {
    const std::size_t before = allocated_bytes();
    for (int i = 0; i < kRounds; ++i) work();
    const std::size_t after = allocated_bytes();
    least = std::min(least, after < before ? 0 : (after - before) / kRounds);
  }
  if (least >= kLeastLeak) checker.fail(complaint + ": " + std::to_string(least) + " bytes each time");
}

void destroy_accepts_null(Checker& checker) {
  for (const auto& one : checker.registry().generators()) {
    checker.at("generator " + one->id);
    checker.count();
    one->table.destroy(nullptr);
  }
  for (const auto& one : checker.registry().writers()) {
    checker.at("writer " + one->id);
    checker.count();
    one->table.destroy(nullptr);
  }
}

void refused_creations_leave_nothing(Checker& checker) {
  for (const GeneratorSample& sample : checker.samples.refused_generators) {
    const GeneratorClass& one = *checker.registry().generators().at(sample.class_index);
    checker.at("generator " + one.id + " on " + target_types()[sample.target_index].text);
    expect_flat(checker, "a create() that fails leaves memory behind", [&] {
      Refusal refusal;
      static_cast<void>(Object::create(checker, one, sample, refusal));
    });
  }
}

void destroyed_objects_leave_nothing(Checker& checker) {
  std::map<std::size_t, std::size_t> seen;
  for (const GeneratorSample& sample : checker.samples.generators) {
    if (++seen[sample.class_index] > kSamplesOfAClass) continue;
    const GeneratorClass& one = *checker.registry().generators().at(sample.class_index);
    checker.at("generator " + one.id + " on " + target_types()[sample.target_index].text);
    expect_flat(checker, "an object that was made and destroyed leaves memory behind", [&] {
      Refusal refusal;
      static_cast<void>(Object::create(checker, one, sample, refusal));
    });
  }
  for (const WriterSample& sample : checker.samples.writers) {
    const WriterClass& one = *checker.registry().writers().at(sample.class_index);
    checker.at("writer " + one.id);
    const SampleDatabase database(sample.tables, kTableRows);
    expect_flat(checker, "a writer that was made and destroyed, or a table opened and closed, leaves memory behind",
                [&] {
                  Refusal refusal;
                  const auto writer = WriterObject::create(checker, one, sample.options, database, refusal);
                  if (writer == nullptr || !writer->pre_data().ok()) return;
                  static_cast<void>(writer->open(0, sample.tables[0], refusal));
                });
  }
}

void memory_stays_flat(Checker& checker) {
  for_each_object(checker, [&](Object& object) {
    if (object.generator_class().table.values == nullptr) return;
    const Request call = request(object.ordinals(200, checker.seed()));
    expect_flat(checker, "values() leaves memory behind", [&] { static_cast<void>(object.values(call)); });
  });
  for_each_table(checker, Role::encoder, [&](const OpenTable& table) {
    expect_flat(checker, "encode() leaves memory behind",
                [&] { static_cast<void>(table.encode(Rows::ordinary, 0, 100)); });
  });
  for_each_table(checker, Role::sink, [&](const OpenTable& table) {
    Refusal refusal;
    datagen_sink* const sink = table.open_lane(0, refusal);
    if (sink == nullptr) return;
    // A sink may keep what is not committed, and hold keys unique.
    std::uint64_t row = 0;
    expect_flat(checker, "sink_write() and sink_commit() leave memory behind", [&] {
      static_cast<void>(table.write(sink, Rows::ordinary, row, 100));
      row += 100;
      static_cast<void>(table.commit(sink));
    });
    table.close(sink);
  });
}

}  // namespace

std::vector<Case> lifetime_cases() {
  return {
      {"destroy-accepts-null", "destroy() ignores NULL.", Needs::declarations, destroy_accepts_null,
       "there is no class"},
      {"refused-creation-leaves-nothing", "A create() that fails leaves no memory behind.", Needs::objects,
       refused_creations_leave_nothing, "no creation was refused"},
      {"destroyed-objects-leave-nothing", "An object that was made and destroyed leaves no memory behind.",
       Needs::objects, destroyed_objects_leave_nothing, kNoObject},
      {"memory-stays-flat", "Memory does not grow from batch to batch.", Needs::objects, memory_stays_flat, kNoObject},
  };
}

}  // namespace datagen::host::check
