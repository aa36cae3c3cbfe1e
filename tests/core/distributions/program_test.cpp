// Distributions as a user meets them: from a description to COPY output, and to faults with their places.
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <map>
#include <string>

#include "tests/core/distributions/statistics.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"

namespace datagen::test {
namespace {

ProcessResult run(const std::string& description, std::vector<std::string> arguments) {
  const TemporaryDirectory directory;
  static_cast<void>(directory.write("d.yaml", description));
  Command command;
  command.arguments = {DATAGEN_PROGRAM, "-q"};
  command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
  command.directory = directory.path();
  command.environment = {
      {"HOME", directory.path().string()}, {"DATAGEN_SEED", std::nullopt}, {"DATAGEN_CONFIG", std::nullopt}};
  return run_process(command);
}

using Columns = std::map<std::string, std::vector<std::string>>;  // table.column -> values in row order

Columns parse_copy(const std::string& text) {
  Columns result;
  std::vector<std::string> names;
  for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1) {
    const std::string line = text.substr(at, end - at);
    if (names.empty() && line.starts_with("COPY ")) {
      std::string table = line.substr(5, line.find(" (") - 5), list = line.substr(line.find(" (") + 2);
      if (const auto dot = table.rfind('.'); dot != std::string::npos) table.erase(0, dot + 1);
      list.resize(list.find(')'));
      for (std::size_t from = 0; from < list.size();) {
        const std::size_t comma = std::min(list.find(", ", from), list.size());
        names.push_back(table + "." + list.substr(from, comma - from));
        from = comma + 2;
      }
    } else if (line == "\\.") {
      names.clear();
    } else if (!names.empty()) {
      std::size_t from = 0;
      for (const std::string& name : names) {
        const std::size_t tab = std::min(line.find('\t', from), line.size());
        result[name].push_back(line.substr(from, tab - from));
        from = tab + 1;
      }
    }
  }
  return result;
}

Columns generate(const std::string& description, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments = {"generate", "d.yaml", "--seed", "5", "--format", "copy", "--data-only"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const ProcessResult result = run(description, arguments);
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  return parse_copy(result.out);
}

std::vector<double> counts_by(const std::vector<std::string>& values, const std::vector<std::string>& names) {
  std::vector<double> counts(names.size());
  for (const std::string& value : values)
    counts.at(static_cast<std::size_t>(std::find(names.begin(), names.end(), value) - names.begin())) += 1;
  return counts;
}

const char* const kSpread = R"(version: "1.0"
tables:
  parents:
    row_count: 400
    columns:
      id: {type: serial, primary_key: true}
  rows:
    row_count: 40000
    columns:
      id: {type: serial, primary_key: true}
      age: {type: smallint, nullable: false, distribution: {type: normal, mean: 40, std_dev: 12, min: 18, max: 65}}
      size: {type: real, nullable: false, distribution: {type: normal, mean: 0, std_dev: 0.01}}
      children: {type: integer, nullable: false, distribution: {type: poisson, lambda: 2.5}}
      tier: {type: text, nullable: false, distribution: {type: weighted, weights: {gold: 1, silver: 3, bronze: 6}}}
      flag: {type: boolean, nullable: false, generator: boolean, distribution: {type: weighted, weights: {true: 9, false: 1}}}
      score: {type: integer, nullable: false, generator: integer_range, generator_config: {min: 1, max: 100000}, distribution: {type: weighted, weights: {7: 2, 99999: 1}}}
      ends: {type: integer, nullable: false, distribution: {type: histogram, buckets: [{min: 0, max: 1, weight: 3}, {from: 100, to: 102, weight: 1}]}}
      day: {type: date, nullable: false, generator: date, generator_config: {start: "2024-01-01", end: "2024-12-31"}, distribution: {type: normal, mean: "2024-07-01", std_dev: "40d"}}
      step: {type: integer, nullable: false, distribution: {type: sequential, start: 10, increment: 5}}
      hot: {type: integer, nullable: false, references: parents.id, distribution: {type: zipf, alpha: 1}}
      shared: {type: integer, nullable: false, references: parents.id, distribution: {per_parent: {min: 97, max: 103}}}
      turn: {type: integer, nullable: false, references: parents.id, distribution: sequential}
  pairs:
    row_count: 400
    columns:
      parent_id: {type: integer, primary_key: true, references: parents.id, distribution: {per_parent: 1}}
)";

std::vector<std::string> numbers(int from, int to) {
  std::vector<std::string> result;
  for (int i = from; i <= to; ++i) result.push_back(std::to_string(i));
  return result;
}

}  // namespace

TEST_CASE("columns and foreign keys of a dump follow the distributions of the description") {
  Columns data = generate(kSpread);
  const auto follows = [&](const std::string& column, const std::vector<std::string>& names,
                           const std::vector<double>& probabilities) {
    CAPTURE(column);
    CHECK(chi_square_probability(counts_by(data.at("rows." + column), names), probabilities) > kLeastLikely);
  };
  const boost::math::normal normal(40, 12);
  std::vector<double> ages;
  for (int age = 18; age <= 65; ++age)
    ages.push_back((cdf(normal, age + 0.5) - cdf(normal, age - 0.5)) / (cdf(normal, 65.5) - cdf(normal, 17.5)));
  follows("age", numbers(18, 65), ages);
  std::vector<double> children;
  for (int k = 0; k <= 40; ++k) children.push_back(pdf(boost::math::poisson(2.5), k));
  follows("children", numbers(0, 40), children);
  follows("tier", {"gold", "silver", "bronze"}, {0.1, 0.3, 0.6});
  follows("flag", {"t", "f"}, {0.9, 0.1});
  follows("score", {"7", "99999"}, {2.0 / 3, 1.0 / 3});
  follows("ends", {"0", "1", "100", "101"}, {0.375, 0.375, 0.125, 0.125});
  std::vector<double> sizes;
  for (const std::string& size : data.at("rows.size")) sizes.push_back(std::stod(size));
  CHECK(kolmogorov_probability(sizes, [](double x) { return cdf(boost::math::normal(0, 0.01), x); }) > kLeastLikely);
  // Days within one, two, three standard deviations of the mean.
  std::map<std::string, double> within;
  for (const std::string& day : data.at("rows.day")) {
    within["all"] += 1;
    if (day >= "2024-05-22" && day <= "2024-08-10") within["one"] += 1;
    if (day >= "2024-04-12" && day <= "2024-09-19") within["two"] += 1;
  }
  CHECK(within["one"] / within["all"] == Approx(0.6886).margin(0.01));  // 81 days
  CHECK(within["two"] / within["all"] == Approx(0.9557).margin(0.005));
  for (std::size_t row : {0u, 1u, 39'999u}) {
    CHECK(data.at("rows.step")[row] == std::to_string(10 + 5 * row));
    CHECK(data.at("rows.turn")[row] == std::to_string(1 + row % 400));
  }
  // The k-th hottest parent has a share of 1/k of the hottest's.
  std::vector<double> hot = counts_by(data.at("rows.hot"), numbers(1, 400)), shares;
  CHECK_FALSE(std::is_sorted(hot.rbegin(), hot.rend()));
  std::sort(hot.rbegin(), hot.rend());
  double harmonic = 0;
  for (int k = 1; k <= 400; ++k) harmonic += 1.0 / k;
  for (int k : {1, 2, 3, 10, 30})
    CHECK(hot[static_cast<std::size_t>(k - 1)] == Approx(40'000 / harmonic / k).epsilon(0.1));
  const std::vector<double> shared = counts_by(data.at("rows.shared"), numbers(1, 400));
  CHECK(*std::min_element(shared.begin(), shared.end()) >= 97);
  CHECK(*std::max_element(shared.begin(), shared.end()) <= 103);
  const std::vector<double> pairs = counts_by(data.at("pairs.parent_id"), numbers(1, 400));
  CHECK(std::all_of(pairs.begin(), pairs.end(), [](double n) { return n == 1; }));
}

TEST_CASE("distributed data is the same for any number of threads and any size of batches") {
  const auto text = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments = {"generate", "d.yaml", "--seed", "9", "--format", "copy", "--data-only"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(kSpread, arguments).out;
  };
  const std::string one = text({"--jobs", "1"});
  CHECK(one.size() > 1'000'000);
  CHECK((one == text({"--jobs", "4", "--batch-size", "77"})));
}

// Invariant: what a distribution cannot do is a fault at its place, never passed over.
TEST_CASE("distributions that cannot hold are refused at their place") {
  const auto of_column = [](const std::string& column) {
    return "version: \"1.0\"\ntables:\n  t:\n    row_count: 50\n    columns:\n      id: {type: serial, primary_key: "
           "true}\n"
           "      c: {" +
           column + "}\n";  // line 7
  };
  const auto of_key = [](const std::string& distribution) {
    return "version: \"1.0\"\ntables:\n  p: {row_count: 10, columns: {id: {type: serial, primary_key: true}}}\n  t:\n"
           "    row_count: 50\n    columns:\n      c: {type: integer, references: p.id, distribution: " +
           distribution + "}\n";
  };
  const std::vector<std::pair<std::string, std::string>> cases = {
      {of_column("type: integer, distribution: norml"), "did you mean 'normal'?"},
      {of_column("type: integer, distribution: {mean: 4}"), "names its 'type'"},
      {of_column("type: integer, distribution: {type: 3}"), "no distribution"},
      {of_column("type: integer, distribution: {type: normal, sd: 4}"), "no 'sd'"},
      {of_column("type: integer, distribution: {type: normal, mean: x}"), "'mean' must be a number"},
      {of_column("type: integer, distribution: {type: normal, mean: 4, std_dev: -1}"), "'std_dev' must be above 0"},
      {of_column("type: integer, distribution: {type: lognormal, mean: -4}"), "must be above 0"},
      {of_column("type: integer, distribution: {type: zipf, alpha: 0}"), "'alpha' must be a number above 0"},
      {of_column("type: integer, distribution: {type: exponential, lambda: 1, mean: 4}"), "say the same"},
      {of_column("type: integer, distribution: poisson"), "needs 'lambda'"},
      {of_column("type: integer, distribution: histogram"), "needs 'buckets'"},
      {of_column("type: integer, distribution: weighted"), "needs 'weights'"},
      {of_column("type: integer, distribution: {type: weighted, weights: {1: 0}}"), "all weights are 0"},
      {of_column("type: integer, distribution: {type: histogram, buckets: [{min: 1, max: 2}]}"), "has a 'weight'"},
      {of_column("type: date, distribution: {type: normal, mean: 7}"), "must be a date or time"},
      {of_column("type: date, distribution: {type: normal, std_dev: much}"), "a length of time"},
      {of_column("type: serial, distribution: normal"), "it counts its rows"},
      {of_column("type: uuid, generator: uuid, distribution: zipf"), "no limited set of values"},
      {of_column("type: integer, unique: true, distribution: {type: zipf}"), "its distribution repeats values"},
      {of_column("type: integer, rules: [{else: {value: 1}}], distribution: zipf"), "its rules say"},
      {of_column(
           "type: integer, generator: integer_range, generator_config: {min: 1, max: 9}, distribution: {type: normal, "
           "mean: 500, std_dev: 1}"),
       "no value between 1 and 9"},
      {of_column(
           "type: text, generator: enum, generator_config: {values: [red, green]}, distribution: {type: weighted, "
           "weights: {gren: 1}}"),
       "did you mean 'green'?"},
      {of_key("{type: weighted, weights: {1: 1}}"), "have no names"},
      {of_key("{per_parent: {min: 1, max: 4}}"), "make 10 to 40 rows, but t has 50"},
      {of_key("{per_parent: {min: 6, max: 9}}"), "make 60 to 90 rows"},
      {of_key("{per_parent: {min: 4, max: 1}}"), "min 4 is above max 1"},
      {of_key("{type: zipf, per_parent: 5}"), "which distribution zipf contradicts"},
      {of_key("{type: zipf, order: clustered}"), "only where per_parent counts them"},
      {of_key("{type: normal, mean: 500, std_dev: 1}"), "no value between 0 and 9"},
      {of_key("{type: zipf}, unique: true"), "its distribution repeats rows"},
      {of_key("{per_parent: 5}, null_fraction: 0.5"), "leaves some without a parent"},
  };
  for (const auto& [description, message] : cases) {
    const ProcessResult result = run(description, {"validate", "d.yaml"});
    CAPTURE(description, message, result.err);
    CHECK(result.exit_code == 2);
    CHECK(result.err.find("d.yaml:7:") != std::string::npos);
    CHECK(result.err.find(message) != std::string::npos);
  }
}

}  // namespace datagen::test
