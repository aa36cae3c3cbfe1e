// A plugin of simple generators, so that plans can be made without loading any: every value is its ordinal, so that
// what came of it is easily checked.
#pragma once

#include <string>

#include "datagen/core/registry.hpp"

namespace datagen::test {

// org.example.numbers: values [0, count) of integers or text, by default of 10^6; options: repeats (not injective),
//   weighted (by 1 / (ordinal + 1)).
// org.example.serial: start + row * increment.
// org.example.colours: a dictionary of text, with weights.
// org.example.follower: input + 1000, of a column of integers.
[[nodiscard]] const datagen_plugin& numbers_plugin();

}  // namespace datagen::test
