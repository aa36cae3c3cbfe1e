// Checks SQL scripts while they are written.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "datagen/core/run.hpp"

namespace datagen {

// Takes the bytes of scripts as psql reads them, before compression.  Each statement is parsed by PostgreSQL's parser;
// a row of INSERT ... VALUES, and a data line of COPY, must have a value for each column of the statement, data lines
// sound escapes; everything must be UTF-8.  Memory is the longest statement or line.  One thread at a time.
class ScriptCheck : public Output {
 public:
  // name: what messages call the script that begins; asked once a script.
  explicit ScriptCheck(std::function<std::string()> name);
  ~ScriptCheck() override;

  // Another script begins.
  void next_file(const OutputPart&) override;
  // Both throw Error(validation) with the line, column and byte in the script, the table and row where there is one.
  void write(std::span<const std::uint8_t> bytes) override;
  void finish();  // the last script ends here

  [[nodiscard]] std::uint64_t statements() const;
  [[nodiscard]] std::uint64_t rows() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace datagen
