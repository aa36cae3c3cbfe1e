// Everything up to the plan: what a command needs before it makes, shows or checks rows.
#pragma once

#include <optional>
#include <vector>

#include "arguments.hpp"
#include "datagen/core/run.hpp"
#include "plugins.hpp"
#include "settings.hpp"

namespace datagen::host {

// rows: nothing is written, so that what concerns definitions is of no interest.
enum class Purpose { output, rows };

// Not to be moved: the plan refers to the rest.
struct PreparedRun {
  // Reads settings and description, loads plugins, plans; prints warnings.  Throws Error.
  explicit PreparedRun(const Arguments& arguments, Purpose purpose = Purpose::output);
  PreparedRun(const PreparedRun&) = delete;
  PreparedRun& operator=(const PreparedRun&) = delete;

  const Settings settings;
  const Plugins& plugins;
  const WriterClass& writer;
  Description description;
  bool random_seed = false;  // nobody gave one
  RunOptions options;
  const Environment environment;
  std::optional<Plan> plan;
};

}  // namespace datagen::host
