// One page about a run: what was made, how it hangs together, and what each column looks like.
#pragma once

#include <string>

#include "prepared_run.hpp"

namespace datagen::host {

// HTML that needs nothing else: no script, no network.  Light or dark as the reader's system is.  Well-formed XML.
[[nodiscard]] std::string report_page(const PreparedRun& prepared, const RunSummary& summary, double seconds);

// Its <style>.
extern const char* const report_style;

}  // namespace datagen::host
