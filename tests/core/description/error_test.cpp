#include "datagen/core/error.hpp"

#include "tests/support/catch.hpp"

using namespace datagen;

TEST_CASE("a fault shows its place, its subject, its message and on the next line its hint") {
  const Fault fault{"it is wrong", {"shop.json", 12, 7}, "orders.total", "mend it"};
  CHECK(fault.text() == "shop.json:12:7: orders.total: it is wrong\n  mend it");
  CHECK((Fault{"it is wrong", {"shop.json", 0, 0}, {}, {}}.text()) == "shop.json: it is wrong");
  CHECK((Fault{"it is wrong", {}, {}, {}}.text()) == "it is wrong");
}

TEST_CASE("diagnostics throw all faults together, and nothing when there are only warnings") {
  Diagnostics diagnostics;
  diagnostics.warning({}, {}, "odd");
  CHECK_NOTHROW(diagnostics.throw_if_any(ErrorCode::description));
  diagnostics.fault({}, "a", "one");
  diagnostics.fault({}, "b", "two");
  try {
    diagnostics.throw_if_any(ErrorCode::plugin);
    FAIL("nothing was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::plugin);
    CHECK(error.faults().size() == 2);
    CHECK(std::string(error.what()) == "a: one\nb: two");
  }
}

// One slip of the fingers in a word of four letters or more leads back to the word.
TEST_CASE("every single slip in a word is recognised") {
  const std::vector<std::string> words = {"varchar", "integer", "timestamp", "columns", "uuid"};
  for (const std::string& word : words) {
    const std::string expected = " (did you mean '" + word + "'?)";
    for (std::size_t i = 0; i < word.size(); ++i) {
      std::string changed = word;
      changed[i] = '#';
      CHECK(did_you_mean(changed, words) == expected);
      CHECK(did_you_mean(word.substr(0, i) + "#" + word.substr(i), words) == expected);
      if (word.size() > 4 || i == 0) CHECK(did_you_mean(word.substr(0, i) + word.substr(i + 1), words) == expected);
      if (i + 1 < word.size() && word[i] != word[i + 1]) {
        changed = word;
        std::swap(changed[i], changed[i + 1]);
        CHECK(did_you_mean(changed, words) == expected);
      }
    }
  }
  CHECK(did_you_mean("geometry", words).empty());
  CHECK(did_you_mean("INTEGER", words) == " (did you mean 'integer'?)");
}
