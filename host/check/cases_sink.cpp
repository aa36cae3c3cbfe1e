// What sinks do besides writing.
#include <atomic>
#include <thread>

#include "check/case.hpp"
#include "check/writer_object.hpp"

namespace datagen::host::check {
namespace {

constexpr std::uint32_t kMostLanes = 4;
constexpr const char* kNoSink = "no sink makes an object here";

void expect(Checker& checker, const Refusal& refusal, const std::string& call) {
  if (refusal.status != DATAGEN_OK) checker.fail(call + " failed: " + refusal.message);
}

void sink_orders(Checker& checker) {
  for_each_table(checker, Role::sink, [&](const OpenTable& table) {
    std::uint64_t row = 0;  // each written once: the destination may hold keys unique
    for (const int writes : {0, 1, 3}) {
      Refusal refusal;
      datagen_sink* const sink = table.open_lane(0, refusal);
      expect(checker, refusal, "sink_open()");
      if (sink == nullptr) return;
      checker.count();
      for (int i = 0; i < writes; ++i) {
        expect(checker, table.write(sink, Rows::ordinary, row, 50), "sink_write()");
        row += 50;
        // A lane may be committed after any batch.
        if (i == 1) expect(checker, table.commit(sink), "sink_commit()");
      }
      expect(checker, table.commit(sink), "sink_commit() after " + std::to_string(writes) + " batches");
      table.close(sink);
    }
  });
}

void sink_abandoned(Checker& checker) {
  for_each_table(checker, Role::sink, [&](const OpenTable& table) {
    for (const int writes : {0, 2}) {
      Refusal refusal;
      datagen_sink* const sink = table.open_lane(0, refusal);
      if (sink == nullptr) return;
      checker.count();
      for (int i = 0; i < writes; ++i) {
        static_cast<void>(table.write(sink, Rows::ordinary, static_cast<std::uint64_t>(i) * 50, 50));
      }
      table.close(sink);
    }
  });
}

void sink_takes_extremes(Checker& checker) {
  for_each_table(checker, Role::sink, [&](const OpenTable& table) {
    for (const Rows rows : {Rows::extreme, Rows::all_null}) {
      for (std::uint64_t row = 0; row < 60; ++row) {
        Refusal refusal;
        datagen_sink* const sink = table.open_lane(0, refusal);
        if (sink == nullptr) return;
        checker.count();
        const Refusal result = table.write(sink, rows, row, 1);
        if (result.status != DATAGEN_OK && result.message.empty())
          checker.fail("a value was refused without a message");
        if (row % 20 == 0) static_cast<void>(table.write(sink, rows, row, 0));
        static_cast<void>(table.commit(sink));
        table.close(sink);
      }
    }
  });
}

void sink_lanes(Checker& checker) {
  for_each_table(checker, Role::sink, [&](const OpenTable& table) {
    const std::uint32_t lanes = std::min(table.plan().max_lanes, kMostLanes);
    std::vector<datagen_sink*> sinks;
    for (std::uint32_t lane = 0; lane < lanes; ++lane) {
      Refusal refusal;
      datagen_sink* const sink = table.open_lane(lane, refusal);
      if (sink == nullptr)
        checker.fail("lane " + std::to_string(lane) + " of " + std::to_string(lanes) +
                     " cannot be opened: " + refusal.message);
      if (sink != nullptr) sinks.push_back(sink);
    }
    checker.count();
    // Each lane on another thread each time, all lanes at once.
    std::atomic<bool> fine{true};
    for (std::uint64_t round = 0; round < 3; ++round) {
      std::vector<std::thread> threads;
      for (std::size_t lane = 0; lane < sinks.size(); ++lane) {
        threads.emplace_back([&, lane] {
          const std::uint64_t first = (round * sinks.size() + lane) * 50;
          if (table.write(sinks[lane], Rows::ordinary, first, 50).status != DATAGEN_OK) fine = false;
          if (table.commit(sinks[lane]).status != DATAGEN_OK) fine = false;
        });
      }
      for (std::thread& thread : threads) thread.join();
    }
    if (!fine) checker.fail("writing or committing in several lanes at once failed");
    for (datagen_sink* const sink : sinks) table.close(sink);
  });
}

}  // namespace

std::vector<Case> sink_cases() {
  return {
      {"sink-orders", "A lane is opened, written any number of times, committed in between and at the end, and closed.",
       Needs::objects, sink_orders, kNoSink},
      {"sink-abandoned", "A lane that is closed without a commit ends tidily.", Needs::objects, sink_abandoned,
       kNoSink},
      {"sink-takes-extremes",
       "Any value of any column type, and batches of no rows, are written to a lane or refused with a message.",
       Needs::objects, sink_takes_extremes, kNoSink},
      {"sink-lanes", "As many lanes as the plan says work at the same time, each on any thread.", Needs::objects,
       sink_lanes, kNoSink},
  };
}

}  // namespace datagen::host::check
