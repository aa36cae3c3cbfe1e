// The sinks of one table.
#pragma once

#include <cstdint>
#include <mutex>
#include <vector>

#include "run/plugin_call.hpp"
#include "run/table_run.hpp"

namespace datagen {

// Lanes of one table, each used by one call at a time; what is not committed is rolled back.
class Lanes {
 public:
  Lanes(const WriterClass& writer_class, TableRun& table, std::uint32_t count) : class_(writer_class), table_(table) {
    try {
      for (std::uint32_t i = 0; i < count; ++i) open(i);
    } catch (...) {
      close();
      throw;
    }
  }
  ~Lanes() { close(); }
  Lanes(const Lanes&) = delete;
  Lanes& operator=(const Lanes&) = delete;

  // Whichever lane is free; there are at least as many as threads that write.  Once one has failed: nullptr, since the
  // run ends with its error.
  datagen_sink* take() {
    std::lock_guard lock(mutex_);
    if (failed_) return nullptr;
    datagen_sink* sink = free_.back();
    free_.pop_back();
    return sink;
  }
  void give_back(datagen_sink* sink, bool ok) {
    std::lock_guard lock(mutex_);
    failed_ |= !ok;
    free_.push_back(sink);
  }
  void commit() {
    for (datagen_sink* sink : all_) {
      datagen_error error = empty_error();
      check_writer(class_, class_.table.sink_commit(sink, &error), error, table_.name(), ErrorCode::output);
    }
  }

 private:
  void open(std::uint32_t lane) {
    datagen_error error = empty_error();
    datagen_sink* sink = nullptr;
    check_writer(class_, class_.table.sink_open(table_.writer(), lane, &sink, &error), error, table_.name(),
                 ErrorCode::output);
    all_.push_back(sink);
    free_.push_back(sink);
  }
  void close() {
    for (datagen_sink* sink : all_) class_.table.sink_close(sink);
    all_.clear();
  }

  const WriterClass& class_;
  TableRun& table_;
  std::mutex mutex_;
  std::vector<datagen_sink*> all_, free_;
  bool failed_ = false;
};

}  // namespace datagen
