// From settings, plugins and description to what core takes.
#pragma once

#include "datagen/core/run.hpp"
#include "plugins.hpp"
#include "settings.hpp"

namespace datagen::host {

// description's own seed, as_of and null fraction count where settings say nothing; the null fraction that counts is
// put into both.  random_seed is set when nobody gave a seed and one was taken.  Throws Error: description for what the
// configuration names and is not there, usage for the same on the command line.
[[nodiscard]] RunOptions make_run_options(const Settings& settings, const Plugins& plugins, Description& description,
                                          bool& random_seed);

// Logging and cancellation of this process.
[[nodiscard]] Environment process_environment();

}  // namespace datagen::host
