#include "script/copy_line.hpp"

#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace datagen {

// What COPY's rules escape comes back, whatever bytes the fields hold.
TEST_CASE("The fields of a line are what was escaped into it") {
  std::mt19937_64 random(3);
  const std::vector<std::string> pieces = {"a", "\t", "\n", "\\", "\r", "\b", "\f", "\v", "é", "N", "\\N", ".", ""};
  CopyLineReader reader;
  std::vector<Cell> cells;
  for (int round = 0; round < 5000; ++round) {
    std::vector<std::string> fields(1 + random() % 5);
    std::vector<bool> nulls;
    std::string line;
    for (std::string& field : fields) {
      nulls.push_back(random() % 5 == 0);
      if (nulls.size() > 1) line += '\t';
      if (nulls.back()) {
        line += "\\N";
        continue;
      }
      for (std::size_t n = random() % 5; n > 0; --n) field += pieces[random() % pieces.size()];
      for (const char c : field) {
        const std::size_t at = std::string("\b\f\n\r\t\v\\").find(c);
        line += at == std::string::npos ? std::string(1, c) : std::string("\\") + "bfnrtv\\"[at];
      }
    }
    INFO(line);
    REQUIRE(reader.read(line, cells) == nullptr);
    REQUIRE(cells.size() == fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
      CHECK(cells[i].null == nulls[i]);
      CHECK(cells[i].text == fields[i]);
    }
  }
}

TEST_CASE("A line with what no writer has a reason to make is refused") {
  CopyLineReader reader;
  std::vector<Cell> cells;
  const std::string lines[] = {"a\\",  "a\\q",    "\\.",   "a\rb", "a\\b\r", std::string("a\0b", 3),
                               "\xff", "\\n\xc3", "\\x00", "x\\N", "\\NN"};
  for (const std::string& line : lines) {
    INFO(line);
    CHECK(reader.read(line, cells) != nullptr);
  }
  CHECK(reader.read("\\x41\\102\\x4\t", cells) == nullptr);
  CHECK(cells.at(0).text == "AB\x04");
  CHECK(cells.at(1).text.empty());
}

}  // namespace datagen
