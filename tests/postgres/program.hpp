// The program under test, run as a user would, away from any configuration of the machine's.
#pragma once

#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/process.hpp"

namespace datagen::test {

using Json = nlohmann::ordered_json;

// Built with a sanitizer: memory use and speed mean nothing, and fewer cases will do.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif
#else
inline constexpr bool sanitized = false;
#endif

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
