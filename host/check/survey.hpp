// Which objects can be made: tried once, so that each case begins with what works.
#pragma once

#include "check/checker.hpp"

namespace datagen::host::check {

// Tries every class on every kind of column (or table), with the options that checker.settings() give, those of its
// hints, and what its refusals ask for.  Fills checker.samples; fails where a class makes nothing and does not say what
// it needs.
void survey(Checker& checker);

}  // namespace datagen::host::check
