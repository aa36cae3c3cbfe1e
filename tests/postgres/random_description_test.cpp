#include <algorithm>
#include <string>

#include "tests/postgres/facts.hpp"
#include "tests/postgres/program.hpp"
#include "tests/postgres/random_description.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

using namespace datagen::test;

// A description is either refused before any output, or its dump loads and holds all that was promised.  Nothing
// between.
TEST_CASE("A random description is refused, or fills a server without an error") {
  const std::uint64_t n_cases = sanitized ? 40 : 200;
  std::uint64_t n_loaded = 0;
  for (std::uint64_t seed = 1; seed <= n_cases; ++seed) {
    const Json description = random_description(seed);
    const std::string& format = dump_formats[seed % dump_formats.size()];
    const Dump dump(description, format, seed, {"--jobs", "2", "--batch-size", std::to_string(1 + seed * 7 % 300)});
    CAPTURE(seed, format, description.dump(), dump.result().err);
    REQUIRE((dump.result().exit_code == 0 || dump.result().exit_code == 2));
    if (dump.result().exit_code == 2) {
      CHECK(dump.empty());
      CHECK(dump.result().err.find("description.json:") != std::string::npos);
      continue;
    }
    const Database database = PostgresCluster::shared().database();
    const ProcessResult loaded = database.load(dump.path());
    CAPTURE(loaded.err);
    REQUIRE(loaded.exit_code == 0);
    CHECK(held(database) == promised(description, 1000));
    ++n_loaded;
  }
  CHECK(n_loaded > n_cases / 3);
}
