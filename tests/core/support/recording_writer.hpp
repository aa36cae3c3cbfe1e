// Writers for tests, registered as any plugin's: an encoder of plain lines, a sink that keeps what it is told, and a
// container of lines.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "datagen/core/registry.hpp"

namespace datagen::test {

// What the writers saw and are to do.  One run at a time; reset() before each.
struct WriterRecord {
  // What they do.
  std::uint64_t alignment = 1;
  std::uint32_t lanes = 1;
  std::int64_t fail_row = -1;  // of any table: encode and sink_write fail there
  datagen_status fail_status = DATAGEN_DATA;
  bool fail_commit = false, fail_open = false, pause = false, fail_post_data = false;
  std::int64_t fail_lane = -1;               // sink_open fails for it
  std::uint64_t archive_limit = UINT64_MAX;  // sink_append fails beyond, in bytes of a table

  // What they saw.
  std::atomic<int> under_way{0}, most_under_way{0};  // encoded, and not yet written: see note_written()
  std::atomic<int> encodes{0}, writers{0}, tables{0}, sinks{0};
  std::atomic<bool> lane_shared{false}, misaligned{false}, after_close{false};
  std::mutex mutex;
  std::map<std::string, int> begun, ended;
  std::map<std::string, std::vector<std::uint64_t>> committed, rolled_back;  // first rows of batches, by table
  std::map<std::string, int> commits, opened;
  std::map<std::string, std::string> archive;  // bytes that were appended and committed, by table

  void note_written() { --under_way; }
};
[[nodiscard]] WriterRecord& record();
void reset_record();

// "lines": "schema" before the data ("bare" where nothing is to be written), "begin TABLE", a line a row: its number
// and values, "end TABLE", "done". "recorder": the sink.  "archive": a container of such lines, whose begin and end are
// not to be called.
[[nodiscard]] const datagen_plugin& writers_plugin();

}  // namespace datagen::test
