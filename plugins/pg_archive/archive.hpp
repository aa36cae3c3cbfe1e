// An archive on its way to its place: the custom format in one file, or the directory format in several.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/plugin.hpp"
#include "layout.hpp"

namespace datagen::pg_archive {

using Selection = std::vector<const Entry*>;

// Functions throw sdk::PluginError DATAGEN_IO or DATAGEN_CANCELLED.  Destroyed before finish() has ended, nothing of it
// stays, unless it went into a pipe.  One thread at a time.
class Archive {
 public:
  virtual ~Archive() = default;
  // The data of an entry comes next.  expected: the entries that finish() will have, as far as can be known.
  virtual void begin_data(const Entry& entry, const Selection& expected) = 0;
  virtual void data(std::string_view bytes) = 0;
  virtual void end_data() = 0;
  // Whole, and in its place.
  virtual void finish(const Selection& entries) = 0;
};

// name: "" or "-" for standard output.  Throws sdk::PluginError DATAGEN_IO, naming the remedy.
[[nodiscard]] std::unique_ptr<Archive> open_custom(const datagen_host* host, const std::string& name, const Head& head);
// The directory is new or empty.
[[nodiscard]] std::unique_ptr<Archive> open_directory(const datagen_host* host, const std::string& name,
                                                      const Head& head);

}  // namespace datagen::pg_archive
