// What writers with a destination of their own, sinks and containers, do besides encoding.
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
    const std::uint32_t n = table.batch_rows(50);
    for (const int writes : {0, 1, 3}) {
      Refusal refusal;
      datagen_sink* const sink = table.open_lane(0, refusal);
      expect(checker, refusal, "sink_open()");
      if (sink == nullptr) return;
      checker.count();
      for (int i = 0; i < writes; ++i) {
        expect(checker, table.write(sink, Rows::ordinary, row, n), "writing to a lane");
        row += n;
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
        const std::uint32_t n = table.batch_rows(50);
        static_cast<void>(table.write(sink, Rows::ordinary, static_cast<std::uint64_t>(i) * n, n));
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
    const std::uint32_t lanes = std::min(table.lanes(), kMostLanes);
    const std::uint32_t n = table.batch_rows(50);
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
          const std::uint64_t first = (round * sinks.size() + lane) * n;
          if (table.write(sinks[lane], Rows::ordinary, first, n).status != DATAGEN_OK) fine = false;
          if (table.commit(sinks[lane]).status != DATAGEN_OK) fine = false;
        });
      }
      for (std::thread& thread : threads) thread.join();
    }
    if (!fine) checker.fail("writing or committing in several lanes at once failed");
    for (datagen_sink* const sink : sinks) table.close(sink);
  });
}

// A container gets the bytes of one batch, or of several at once, as the host finds fit.
void container_joins_batches(Checker& checker) {
  for_each_table(checker, Role::sink, [&](const OpenTable& table) {
    if (!table.is_container()) return;
    const std::uint32_t n = table.batch_rows(50);
    std::string bytes;
    for (std::uint64_t i = 0; i < 3; ++i) {
      const Bytes batch = table.encode(Rows::ordinary, i * n, n);
      if (!batch.ok()) return;
      bytes += batch.bytes;
    }
    Refusal refusal;
    datagen_sink* const sink = table.open_lane(0, refusal);
    if (sink == nullptr || bytes.empty()) return;
    checker.count();
    expect(checker, table.append(sink, bytes), "sink_append() of the bytes of three batches at once");
    expect(checker, table.commit(sink), "sink_commit()");
    table.close(sink);
  });
}

void sink_gives_no_bytes(Checker& checker) {
  for_each_writer(checker, [&](const WriterSubject&, const WriterObject& writer) {
    if (!writer.has_lanes()) return;
    checker.count();
    if (!writer.pre_data().bytes.empty()) checker.fail("pre_data() gave bytes, which nobody writes");
    if (!writer.post_data().bytes.empty()) checker.fail("post_data() gave bytes, which nobody writes");
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
      {"sink-gives-no-bytes", "What pre_data() and post_data() do, they do at the destination: they give no bytes.",
       Needs::objects, sink_gives_no_bytes, kNoSink},
      {"container-joins-batches", "What encode() gave for several batches that follow each other is appended at once.",
       Needs::objects, container_joins_batches, "no container makes an object here"},
  };
}

}  // namespace datagen::host::check
