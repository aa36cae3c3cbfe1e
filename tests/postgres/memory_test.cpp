// Memory is the batches in flight, whatever the number of rows.  A program of its own, without a server beside it.
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/postgres/program.hpp"
#include "tests/support/catch.hpp"

using namespace datagen::test;

namespace {

const Json description = Json::parse(R"json({
  "tables": {
    "parents": {"columns": [{"name": "id", "type": "serial"}, {"name": "name", "type": "varchar(40)", "unique": true}],
                "primary_key": ["id"]},
    "children": {
      "columns": [{"name": "id", "type": "bigserial"}, {"name": "parent_id", "type": "integer", "nullable": false},
                  {"name": "email", "type": "text", "unique": true}, {"name": "note", "type": "text"},
                  {"name": "code", "type": "uuid", "unique": true}, {"name": "created_at", "type": "timestamp"}],
      "primary_key": ["id"],
      "foreign_keys": [{"columns": ["parent_id"], "referenced_table": "parents"}]}}})json");

constexpr std::int64_t kRowBytes = 170;  // of children, as INSERT

std::int64_t peak_of(const std::vector<std::string>& more) {
  const TemporaryDirectory directory;
  const auto file = directory.write("description.json", description.dump());
  std::vector<std::string> words{"generate", file.string(), "--seed", "1", "-o", "/dev/null"};
  words.insert(words.end(), more.begin(), more.end());
  const ProcessResult result = run_datagen(words);
  CAPTURE(more, result.err);
  REQUIRE(result.exit_code == 0);
  return result.peak_memory;
}

}  // namespace

TEST_CASE("Ten times the rows take no more memory") {
  if (sanitized) return;  // a sanitizer's own memory grows
  for (const std::string& format : dump_formats) {
    for (const char* compress : {"none", "zstd:1", "gzip:1"}) {
      const std::vector<std::string> how{"--format", format, "--compress", compress, "--jobs", "2", "--rows"};
      std::vector<std::string> few = how, many = how;
      few.emplace_back("100000");
      many.emplace_back("1000000");
      // How many batches are under way at the worst moment varies; that it does not grow is what counts.
      const std::int64_t small = std::max(peak_of(few), peak_of(few)), large = peak_of(many);
      CAPTURE(format, compress, small, large);
      CHECK(large <= small + small / 20 + (2 << 20));
      CHECK(large < 64'000'000);
    }
  }
}

// The formulas of docs/running.md: above what a run of no rows takes, 6 x jobs x batch rows x bytes of a row; with
// compression 6 MB a thread, whatever the batch size.
TEST_CASE("Memory is what the documentation says") {
  if (sanitized) return;
  const std::int64_t base = peak_of({"--rows", "1", "--jobs", "1"});
  for (const std::string& format : dump_formats) {
    for (const std::int64_t jobs : {1, 2, 4}) {
      for (const std::int64_t batch_size : {1000, 20000}) {
        const std::vector<std::string> how{"--format", format,   "--jobs",       std::to_string(jobs),
                                           "--rows",   "200000", "--batch-size", std::to_string(batch_size)};
        const std::int64_t plain = peak_of(how) - base, formula = 6 * jobs * batch_size * kRowBytes;
        CAPTURE(format, jobs, batch_size, base, plain, formula);
        CHECK(plain <= formula + (3 << 20));
        CHECK(plain >= (formula - (16 << 20)) / 6);
        for (const char* compress : {"zstd", "gzip:1"}) {
          std::vector<std::string> compressed = how;
          compressed.insert(compressed.end(), {"--compress", compress});
          const std::int64_t with_frames = peak_of(compressed) - base;
          CAPTURE(compress, with_frames);
          CHECK(with_frames <= jobs * 6'000'000 + (3 << 20));
        }
      }
    }
  }
}
