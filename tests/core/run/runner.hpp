// Runs descriptions into the writers of recording_writer.hpp.
#pragma once

#include <functional>
#include <limits>
#include <string>

#include "datagen/core/run.hpp"
#include "tests/core/support/numbers_plugin.hpp"
#include "tests/core/support/recording_writer.hpp"

namespace datagen::test {

// Keeps what is written, and may refuse a byte.
class TextOutput final : public Output {
 public:
  void write(std::span<const std::uint8_t> bytes) override {
    record().note_written();
    if (before_write) before_write();
    if (failed) ++writes_after_failure;
    if (text.size() + bytes.size() > limit) {
      failed = true;
      throw Error(ErrorCode::output, "the disk is full");
    }
    text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  }
  std::string text;
  std::size_t limit = std::numeric_limits<std::size_t>::max();
  std::function<void()> before_write;
  bool failed = false;
  int writes_after_failure = 0;
};

struct Result {
  std::string text, message;
  ErrorCode code = ErrorCode{0};  // 0: done
  RunSummary summary;
};

inline Result run_text(const std::string& yaml, RunOptions options, Output& output,
                       const Environment& environment = {}) {
  Registry registry;
  registry.add(numbers_plugin(), "numbers.so");
  registry.add(writers_plugin(), "writers.so");
  Diagnostics diagnostics;
  const Description description =
      parse_description(parse_document(yaml, "test.yaml", DocumentFormat::yaml), diagnostics);
  diagnostics.throw_if_any(ErrorCode::description);
  std::vector<Fault> warnings;
  const Plan plan(description, registry, options, environment, warnings);
  Result result;
  try {
    result.summary = run(plan, description, registry, options, environment, output);
  } catch (const Error& error) {
    result.code = error.code();
    result.message = error.what();
  }
  return result;
}

inline Result run_text(const std::string& yaml, const RunOptions& options) {
  TextOutput output;
  Result result = run_text(yaml, options, output);
  result.text = output.text;
  return result;
}

inline RunOptions run_options(std::uint32_t jobs, std::uint32_t batch_size, const char* writer = "lines") {
  RunOptions options;
  options.writer = writer;
  options.jobs = jobs;
  options.batch_size = batch_size;
  return options;
}

// Parents, children, and tables of 0 and 1 rows.
inline constexpr const char* shop = R"(
tables:
  orders:
    row_count: 2345
    columns:
      - {name: id, type: serial}
      - {name: user_id, type: integer, nullable: false}
      - {name: colour, type: text, generator: colours, null_fraction: 0.2}
      - {name: note, type: text}
    primary_key: [id]
    foreign_keys: [{columns: [user_id], referenced_table: users}]
  nothing: {row_count: 0, columns: [{name: id, type: integer}]}
  users:
    row_count: 321
    columns: [{name: id, type: bigint, generator: numbers}, {name: size, type: smallint, generator: numbers, generator_config: {count: 100}}]
    primary_key: [id]
  one: {row_count: 1, columns: [{name: id, type: integer}]}
)";

}  // namespace datagen::test
