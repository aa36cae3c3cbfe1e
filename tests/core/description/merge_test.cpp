// Several documents as one description.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "datagen/core/description.hpp"
#include "datagen/core/template.hpp"
#include "tests/support/catch.hpp"

using namespace datagen;

namespace {

Node parsed(const std::string& text, const std::string& file) {
  return parse_document(text, file, DocumentFormat::yaml);
}

struct Merged {
  Node document;
  std::string faults;
};

Merged merge(const std::vector<Node>& documents) {
  Diagnostics diagnostics;
  Merged merged{merge_documents(documents, diagnostics), {}};
  for (const Fault& fault : diagnostics.faults()) merged.faults += fault.text() + "\n";
  return merged;
}

std::string table(int number) {
  return "  t" + std::to_string(number) + ": {row_count: " + std::to_string(number) + ", columns: {id: serial}}\n";
}

}  // namespace

// Invariant: however tables and types are dealt to documents, also to several of them, all of them together are the
// one description that has each once.
TEST_CASE("Documents that share nothing different merge into all of them together") {
  std::mt19937_64 random(3);
  for (int round = 0; round < 200; ++round) {
    const int n_documents = 2 + static_cast<int>(random() % 4), n_tables = 1 + static_cast<int>(random() % 8);
    std::vector<std::string> texts(static_cast<std::size_t>(n_documents),
                                   "version: '1.0'\nextensions: [citext]\ntables:\n");
    std::vector<bool> used(texts.size());
    for (int t = 0; t < n_tables; ++t) {
      const std::size_t first = random() % texts.size();
      for (std::size_t d = 0; d < texts.size(); ++d) {
        if (d != first && random() % 4 != 0) continue;
        texts[d] += table(t);
        used[d] = true;
      }
    }
    std::vector<Node> documents;
    for (std::size_t d = 0; d < texts.size(); ++d) {
      if (used[d]) documents.push_back(parsed(texts[d], std::to_string(d)));
    }
    const Merged merged = merge(documents);
    CAPTURE(round, texts);
    REQUIRE(merged.faults.empty());
    Diagnostics diagnostics;
    const Description description = parse_description(merged.document, diagnostics);
    REQUIRE(diagnostics.ok());
    REQUIRE(description.tables.size() == static_cast<std::size_t>(n_tables));
    for (int t = 0; t < n_tables; ++t) {
      const auto found = description.find_table("t" + std::to_string(t));
      REQUIRE(found);
      CHECK(description.tables[*found].row_count == static_cast<std::uint64_t>(t));
    }
    CHECK(description.extensions == std::vector<std::string>{"citext"});
  }
}

TEST_CASE("What two documents define differently is named with both places") {
  const Node a = parsed(
      "locale: de_DE\ncustom_types:\n  mood: {kind: enum, definition: {values: [a]}}\ntables:\n"
      "  t: {columns: {id: serial}}\nsequences:\n  s: {start: 1}\n",
      "a.yaml");
  const Node b = parsed(
      "locale: fr_FR\ncustom_types:\n  mood: {kind: enum, definition: {values: [b]}}\ntables:\n"
      "  t: {columns: {id: bigserial}}\nsequences:\n  s: {start: 2}\n",
      "b.yaml");
  const std::string faults = merge({a, b}).faults;
  CAPTURE(faults);
  CHECK(faults.find("b.yaml:1:1: setting 'locale' is defined differently at a.yaml:1:9") != std::string::npos);
  CHECK(faults.find("b.yaml:3:3: type 'mood' is defined differently at a.yaml:3:3") != std::string::npos);
  CHECK(faults.find("b.yaml:5:3: table 't' is defined differently at a.yaml:5:3") != std::string::npos);
  CHECK(faults.find("b.yaml:7:3: sequence 's' is defined differently at a.yaml:7:3") != std::string::npos);
  CHECK(std::count(faults.begin(), faults.end(), '\n') == 8);
  CHECK(merge({a, a}).faults.empty());
}

TEST_CASE("Lists of tables and types merge as maps of them do") {
  const Node a =
      parsed("types: [{name: mood, kind: enum, values: [a]}]\ntables: [{name: t, columns: {id: serial}}]\n", "a");
  const Node b = parsed("enums: {mood2: [x, y]}\ntables: {u: {columns: {m: mood2, n: mood}}}\n", "b");
  const Merged merged = merge({a, b});
  CHECK(merged.faults.empty());
  Diagnostics diagnostics;
  const Description description = parse_description(merged.document, diagnostics);
  for (const Fault& fault : diagnostics.faults()) UNSCOPED_INFO(fault.text());
  REQUIRE(diagnostics.ok());
  CHECK(description.tables.size() == 2);
  CHECK(description.types.size() == 2);
}
