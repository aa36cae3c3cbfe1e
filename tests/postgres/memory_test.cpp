// Memory is the batches in flight, whatever the number of rows.  A program of its own, without a server beside it: the
// kernel tells only the largest peak of all children that have ended.
#include <sys/resource.h>

#include <algorithm>
#include <cstdint>
#include <string>

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

// Bytes of the largest child so far, this run included.
std::int64_t peak_after_run(const std::string& format, std::uint64_t rows) {
  const TemporaryDirectory directory;
  const auto file = directory.write("description.json", description.dump());
  const ProcessResult result = run_datagen({"generate", file.string(), "--format", format, "--seed", "1", "--rows",
                                            std::to_string(rows), "--jobs", "2", "-o", "/dev/null"});
  CAPTURE(format, rows, result.err);
  REQUIRE(result.exit_code == 0);
  rusage usage{};
  REQUIRE(::getrusage(RUSAGE_CHILDREN, &usage) == 0);
  return usage.ru_maxrss * 1024;
}

}  // namespace

TEST_CASE("Ten times the rows take no more memory") {
  if (sanitized) return;  // a sanitizer's own memory grows
  std::int64_t small = 0, large = 0;
  for (const std::string& format : dump_formats) small = std::max(small, peak_after_run(format, 100'000));
  for (const std::string& format : dump_formats) large = peak_after_run(format, 1'000'000);
  CAPTURE(small, large);
  CHECK(large <= small + small / 20 + (1 << 20));
  CHECK(large < 200'000'000);
}
