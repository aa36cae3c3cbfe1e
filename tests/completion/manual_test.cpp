// The manual's pages, as mandoc reads them.
#include <sstream>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {

TEST_CASE("mandoc finds nothing to warn of in any page of the manual") {
  const Workplace place;
  std::istringstream pages(place.run({"manual"}).out);
  std::size_t count = 0;
  for (std::string page; std::getline(pages, page); ++count) {
    Command command;
    command.arguments = {"mandoc", "-T", "lint", "-W", "warning"};
    command.input = place.run({"manual", page}).out;
    const ProcessResult result = run_process(command);
    INFO(page << ":\n" << result.out << result.err);
    CHECK(command.input.size() > 200);
    CHECK(result.exit_code == 0);
    CHECK(result.out.empty());
  }
  CHECK(count >= 12);
  CHECK(place.run({"manual", "none.1"}).exit_code == 1);
}

}  // namespace datagen::test
