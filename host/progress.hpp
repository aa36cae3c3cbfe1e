// Tells on standard error how far a run is.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "datagen/core/run.hpp"
#include "message_options.hpp"

namespace datagen::host {

// Whether and how a run's progress is told: drawn on a terminal that can, after half a second; otherwise, if always is
// asked for, in lines, every two seconds and for each table that is done.
enum class ProgressForm { none, drawn, lines };

// data_to_terminal: the data goes where the display would be.
[[nodiscard]] ProgressForm choose_progress(When wanted, bool data_to_terminal);

// From construction to destruction a thread of its own looks at the counters, five times a second.
class Progress {
 public:
  // tables: names by index into Description::tables.  form is not none.
  Progress(ProgressForm form, std::vector<std::string> tables);
  ~Progress();  // takes the display away; tells of tables that are done and not yet told of
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // For Environment::progress; to be called while this lives.  Stores three numbers.
  [[nodiscard]] std::function<void(const TableProgress&)> counter();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace datagen::host
