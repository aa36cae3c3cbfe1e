// Whether a dump holds what a plan makes: every value, by computing each row again beside the one that is read.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "datagen/core/run.hpp"

namespace datagen {

// Something that is not as the plan has it.
struct Difference {
  enum class Kind {
    value,        // of a column of a row
    missing,      // rows that the dump lacks
    additional,   // a row more
    table,        // a table more or less, or other columns than the description's
    statement,    // it cannot be read, or may change rows in a way that is not followed
    null,         // a null in a column that allows none
    unique_set,   // a key that two rows have
    foreign_key,  // a row that refers to no row
  } kind = Kind::value;
  std::string table;                 // full name, or empty
  std::optional<std::uint64_t> row;  // its number, from 0
  std::string column;                // or empty; names with commas of a key
  Location place;                    // in the dump, where it is there
  std::string message;               // one sentence without the names above, no final full stop
  std::uint64_t count = 1;           // rows that a missing one stands for
};

struct VerifySummary {
  std::uint64_t tables = 0, rows = 0, values = 0, bytes = 0;  // compared; bytes of the scripts
  std::uint64_t unique_sets = 0, foreign_keys = 0;            // checked
  std::uint64_t displaced = 0;                                // rows out of row order, where any order is allowed
  std::uint64_t unchecked = 0;  // of both: because rows differ, or a set that holds for some rows only
  std::uint64_t differences = 0;
};

struct VerifyOptions {
  bool any_order =
      false;  // rows of a table may stand in any order; a quarter of a million at most out of their place at once
  std::uint64_t memory = std::uint64_t{64} << 20;  // bytes for keys; more keys are computed again, part by part
};

// Reads scripts (INSERT ... VALUES, COPY ... FROM stdin) in the order in which they would be loaded: of each table the
// rows in row order, unless options allow any, from the first row of the plan's shard on.  One thread.  Memory does not
// depend on the number of rows.
class Verifier {
 public:
  // report is told of each difference, as it is found.  All arguments must outlive it.
  Verifier(const Plan& plan, const Description& description, const VerifyOptions& options,
           std::function<void(const Difference&)> report);
  ~Verifier();
  Verifier(const Verifier&) = delete;
  Verifier& operator=(const Verifier&) = delete;

  // Scripts follow each other.  Throw Error(validation) for what cannot be taken apart into statements.
  void begin_script(const std::string& name);
  void feed(std::string_view bytes);
  void end_script();
  // After the last script: what is missing, and the keys.  Throws Error(generation).
  VerifySummary finish();
  // So far: what there is to tell of a dump that could not be read to its end.
  [[nodiscard]] VerifySummary summary() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace datagen
