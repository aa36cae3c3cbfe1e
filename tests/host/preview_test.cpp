// What preview and explain say is what generate does.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <random>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sanitized.hpp"

namespace datagen::test {
namespace {

using Json = nlohmann::json;
using Words = std::vector<std::string>;
using Rows = std::map<std::string, std::vector<std::string>>;  // by table, as lines of COPY

std::vector<std::string> descriptions() {
  std::vector<std::string> paths;
  for (const char* folder : {DATAGEN_DATA_DIR, DATAGEN_CASES_DIR}) {
    if (*folder == '\0') continue;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension == ".json" || extension == ".toml" || extension == ".yaml") paths.push_back(entry.path().string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string copy_text(const std::string& value) {
  std::string text;
  for (const char c : value) {
    static const std::string from = "\\\n\t\r\b\f\v", to = "\\ntrbfv";
    const auto at = from.find(c);
    text += at == std::string::npos ? std::string(1, c) : std::string("\\") + to[at];
  }
  return text;
}

// Reads a preview's rows as lines of COPY; numbers as they are written.
class PreviewReader : public Json::json_sax_t {
 public:
  Rows rows;

  bool null() override { return cell("\\N"); }
  bool boolean(bool value) override { return cell(value ? "t" : "f"); }
  bool number_integer(number_integer_t value) override { return cell(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return cell(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& text) override { return cell(text); }
  bool string(string_t& value) override {
    if (key_ == "table") table_ = value;
    return cell(copy_text(value));
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return true; }
  bool end_object() override { return true; }
  bool key(string_t& name) override {
    key_ = name;
    return true;
  }
  bool start_array(std::size_t) override {
    if (key_ == "values") {
      in_row_ = true;
      line_.clear();
      first_ = true;
    }
    return true;
  }
  bool end_array() override {
    if (in_row_) rows[table_].push_back(line_);
    in_row_ = false;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const Json::exception& error) override {
    FAIL(error.what());
    return false;
  }

 private:
  bool cell(const std::string& text) {
    if (!in_row_) return true;
    line_ += (first_ ? "" : "\t") + text;
    first_ = false;
    return true;
  }
  std::string table_, key_, line_;
  bool in_row_ = false, first_ = true;
};

Rows preview(const Workplace& place, const Words& words) {
  const ProcessResult result = place.run(words);
  CAPTURE(words, result.err);
  REQUIRE(result.exit_code == 0);
  PreviewReader reader;
  REQUIRE(Json::sax_parse(result.out, &reader));
  return reader.rows;
}

// Table names as a dump quotes them are taken as they are: names here need no quotes, or are compared without.
Rows dumped(const std::string& script) {
  Rows rows;
  std::vector<std::string>* table = nullptr;
  for (std::size_t begin = 0; begin < script.size();) {
    const std::size_t end = script.find('\n', begin);
    const std::string line = script.substr(begin, end - begin);
    begin = end + 1;
    if (table == nullptr && line.starts_with("COPY ")) {
      std::string name = line.substr(5, line.find(" (") - 5);
      name.erase(std::remove(name.begin(), name.end(), '"'), name.end());
      table = &rows[name];
    } else if (line == "\\.") {
      table = nullptr;
    } else if (table != nullptr) {
      table->push_back(line);
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("any range that preview shows is what generate writes") {
  Workplace place;
  std::mt19937_64 random(5);
  std::size_t compared = 0;
  std::size_t tried = 0;
  for (const std::string& path : descriptions()) {
    if (!is_tried(tried++)) continue;
    CAPTURE(path);
    const ProcessResult dump =
        place.run({"-q", "generate", path, "--seed", "9", "--format", "copy", "--data-only", "--rows", "300"});
    if (dump.exit_code == 2) continue;  // not every description can be filled with so many rows
    REQUIRE(dump.exit_code == 0);
    const Rows whole = dumped(dump.out);
    for (const std::uint64_t from : {std::uint64_t{0}, random() % 290}) {
      const std::uint64_t limit = 1 + random() % 20;
      const Rows shown = preview(place, {"-q", "preview", path, "--seed", "9", "--rows", "300", "--json", "--from",
                                         std::to_string(from), "--limit", std::to_string(limit)});
      REQUIRE(!shown.empty());
      for (const auto& [table, rows] : shown) {
        CAPTURE(table, from, limit);
        const auto found = whole.find(table);
        REQUIRE(found != whole.end());
        REQUIRE(rows.size() == std::min<std::uint64_t>(limit, 300 - from));
        for (std::size_t i = 0; i < rows.size(); ++i) REQUIRE(rows[i] == found->second[from + i]);
        ++compared;
      }
    }
  }
  CHECK(compared > cases(50));
}

TEST_CASE("preview shows an aligned table, one line a row") {
  Workplace place;
  place.write("work/shop.yaml", kShop);
  const ProcessResult result = place.run({"-q", "preview", "shop.yaml", "--seed", "1", "--limit", "4"});
  CHECK(result.exit_code == 0);
  CHECK(result.err.empty());
  std::size_t width = 0, rows = 0;
  std::istringstream lines(result.out);
  for (std::string line; std::getline(lines, line);) {
    if (line.find("--+--") != std::string::npos) {
      width = line.size();
      rows = 0;
    } else if (width != 0 && line.find(" | ") != std::string::npos) {
      CHECK(line.size() <= width);
      CHECK(++rows <= 4);
    } else {
      width = 0;
    }
  }
  CHECK(contains(result.out, ": rows 0 to 3 of "));
}

TEST_CASE("rows beyond the end are refused, and so are ranges that are none") {
  Workplace place;
  place.write("work/shop.yaml", kShop);
  const auto refused = [&](const Words& more, const std::string& message) {
    Words words{"-q", "preview", "shop.yaml", "--seed", "1"};
    words.insert(words.end(), more.begin(), more.end());
    const ProcessResult result = place.run(words);
    CAPTURE(words, result.err);
    CHECK(result.exit_code == 1);
    CHECK(result.out.empty());
    CHECK(contains(result.err, message));
  };
  refused({"--from", "1000"}, "no table that is shown has that many rows");
  refused({"--from", "-1"}, "--from must be a row number");
  refused({"--limit", "0"}, "--limit must be a number of rows");
  refused({"--limit", "ten"}, "--limit must be a number of rows");
}

TEST_CASE("explain names every column and set, enough values for each set, and about the size of the output") {
  Workplace place;
  std::size_t tried = 0;
  for (const std::string& path : descriptions()) {
    if (!is_tried(tried++)) continue;
    CAPTURE(path);
    const ProcessResult result = place.run({"-q", "explain", path, "--seed", "3", "--json", "--jobs", "1"});
    REQUIRE(result.exit_code == 0);
    const Json explained = Json::parse(result.out);
    const ProcessResult dump = place.run({"-q", "generate", path, "--seed", "3", "--jobs", "1"});
    REQUIRE(dump.exit_code == 0);
    const double ratio = explained["bytes"].get<double>() / static_cast<double>(dump.out.size());
    CAPTURE(ratio);
    CHECK(std::abs(ratio - 1) < 0.1);
    CHECK(explained["memory_bytes"] > 1'000'000);
    std::uint64_t rows = 0;
    std::vector<std::string> before;
    for (const Json& table : explained["tables"]) {
      rows += table["rows"].get<std::uint64_t>();
      for (const Json& column : table["columns"]) CHECK(!column["values"].get<std::string>().empty());
      for (const Json& set : table["unique_sets"]) {
        CHECK(!set["how"].get<std::string>().empty());
        if (!set["have"].is_null()) CHECK(set["have"] >= set["needed"]);
      }
      CHECK(contains(dump.out,
                     table["table"].get<std::string>().substr(table["table"].get<std::string>().find('.') + 1)));
    }
    CHECK(rows == explained["rows"]);
  }
}

}  // namespace datagen::test
