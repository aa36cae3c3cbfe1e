// Everything that a plugin makes of the samples.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "check/checker.hpp"
#include "check/writer_object.hpp"

namespace datagen::host::check {

// The output of an encoder for one table, rows cut into batches of these sizes in turn, each rounded up to the table's
// row alignment.  Stops at the first call that fails, whose refusal it then has.
[[nodiscard]] Bytes table_output(const OpenTable& table, Rows rows, std::uint64_t total,
                                 const std::vector<std::uint64_t>& sizes);

// What all generator objects answer for n ordinals each, and what all encoders write, each as one text.
[[nodiscard]] std::vector<std::string> all_answers(Checker& checker, std::size_t n);

// The names of generators and tables that these answers are of.
[[nodiscard]] std::vector<std::string> all_names(Checker& checker);

// Writes that many rows of each table through one lane of each sink, and commits them.  What fails is passed over.
void use_sinks(Checker& checker, std::uint32_t rows);

}  // namespace datagen::host::check
