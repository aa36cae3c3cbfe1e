// The program under test, run as a user would, away from any configuration of the machine's.
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/process.hpp"
#include "tests/support/sanitized.hpp"

namespace datagen::test {

using Json = nlohmann::ordered_json;

inline const std::vector<std::string> dump_formats = {"sql", "copy"};

// datagen with these arguments, in an empty directory without DATAGEN_* variables or home.
[[nodiscard]] Command datagen_command(const std::vector<std::string>& arguments);
[[nodiscard]] ProcessResult run_datagen(const std::vector<std::string>& arguments);

// A dump file in a directory of its own.
class Dump {
 public:
  // datagen generate DESCRIPTION --format FORMAT --seed SEED -o FILE, and more.
  Dump(const std::filesystem::path& description, const std::string& format, std::uint64_t seed,
       const std::vector<std::string>& more = {});
  Dump(const Json& description, const std::string& format, std::uint64_t seed,
       const std::vector<std::string>& more = {});

  [[nodiscard]] const ProcessResult& result() const { return result_; }
  [[nodiscard]] std::filesystem::path path() const { return directory_.path() / "out" / "dump.sql"; }
  [[nodiscard]] bool empty() const;  // neither the dump nor a part of it is there
  [[nodiscard]] std::string text() const { return read_file(path()); }

 private:
  void generate(const std::filesystem::path& description, const std::string& format, std::uint64_t seed,
                const std::vector<std::string>& more);

  TemporaryDirectory directory_;
  ProcessResult result_;
};

}  // namespace datagen::test
