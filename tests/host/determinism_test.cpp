// The promise of docs/determinism.md: neither threads, batch size, shards, locale nor time zone change a byte of the
// rows, and none of them but shards a byte of the output, compressed or not.
#include <map>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sanitized.hpp"

namespace datagen::test {
namespace {

using Words = std::vector<std::string>;
using Tables = std::map<std::string, std::string>;

const std::vector<std::string> kJobs{"1", "2", "4", "7"};
const std::vector<std::string> kBatchSizes{"1", "7", "1000", "65536"};

// Numbers, text, times, references and nulls: rows of all lengths, in several frames.
const char* const kDescription = R"yaml(
tables:
  makers:
    row_count: 150
    columns:
      id: {type: uuid, primary_key: true}
      name: {type: text, nullable: false}
  nothing: {row_count: 0, columns: {id: {type: integer}}}
  one: {row_count: 1, columns: {id: {type: integer}}}
  models:
    row_count: 9000
    columns:
      id: {type: serial, primary_key: true}
      maker_id: {type: uuid, nullable: false, references: makers.id}
      code: {type: varchar(10), unique: true, pattern: "[A-Z]{3}[0-9]{4}"}
      price: {type: "numeric(8,2)",
                  null_fraction : 0.1
}
      weight: {type: double precision}
      launched: {type: timestamptz, null_fraction: 0.4}
      body: {type: text}
)yaml";

// Runs the program, each time in another locale and time zone.
class Runner : public Workplace {
 public:
  Runner() { write("work/made.yaml", kDescription); }

  std::string run_shard(const std::string& format, const Words& more) {
    static const char* const locales[] = {"C", "de_DE.UTF-8", "tr_TR.UTF-8", "C.UTF-8"};
    static const char* const zones[] = {"UTC", "Asia/Kathmandu", "America/St_Johns"};
    command.environment["LC_ALL"] = locales[n_ % 4];
    command.environment["TZ"] = zones[n_ % 3];
    ++n_;
    Words words{"-q", "generate", "made.yaml", "--seed", "6", "--format", format};
    words.insert(words.end(), more.begin(), more.end());
    const ProcessResult result = run(words);
    CAPTURE(result.err, more);
    REQUIRE(result.exit_code == 0);
    return result.out;
  }

  // By the standard tool.
  std::string decompressed(const std::string& method, const std::string& bytes) const {
    if (method == "none") return bytes;
    Command tool = command;
    tool.arguments = {method, "-dqc"};
    tool.input = bytes;
    const ProcessResult result = run_process(tool);
    CAPTURE(method, result.err);
    REQUIRE(result.exit_code == 0);
    return result.out;
  }

 private:
  unsigned n_ = 0;
};

// The rows of each table, as they stand in the script.
Tables rows_of(const std::string& script) {
  Tables tables;
  std::string* rows = nullptr;
  for (std::size_t begin = 0; begin < script.size();) {
    const std::size_t end = script.find('\n', begin) + 1;
    const std::string line = script.substr(begin, end - begin);
    begin = end;
    const bool copy = line.starts_with("COPY "), insert = line.starts_with("INSERT INTO ");
    if (copy || insert) {
      const std::size_t name = copy ? 5 : 12;
      rows = &tables[line.substr(name, line.find(' ', name) - name)];
      if (insert) *rows += line;
    } else if (line == "\\.\n" || line == "\n") {
      rows = nullptr;
    } else if (rows != nullptr) {
      *rows += line;
    }
  }
  return tables;
}

}  // namespace

TEST_CASE("threads, batch size, locale and time zone change no byte, compressed or not") {
  std::size_t tried = 0;
  for (const char* format : {"sql", "copy"}) {
    Runner runner;
    const std::string plain = runner.run_shard(format, {});
    REQUIRE(plain.size() > 600'000);
    for (const char* method : {"none", "gzip", "zstd"}) {
      const std::string first = runner.run_shard(format, {"--compress", method});
      CHECK((runner.decompressed(method, first) == plain));
      for (const std::string& jobs : kJobs) {
        for (const std::string& batch : kBatchSizes) {
          if (!is_tried(tried++)) continue;
          CAPTURE(format, method, jobs, batch);
          CHECK((runner.run_shard(format, {"--compress", method, "--jobs", jobs, "--batch-size", batch}) == first));
        }
      }
    }
  }
}

// Each number of shards with every number of threads and every batch size, though not with every pair of these.
TEST_CASE("the rows of shards in order are those of a single run, however each is run") {
  std::size_t tried = 0;
  for (const char* format : {"sql", "copy"}) {
    Runner runner;
    const std::string plain = runner.run_shard(format, {});
    const Tables expected = rows_of(plain);
    REQUIRE(expected.size() == 3);
    for (const char* method : {"none", "gzip", "zstd"}) {
      for (const unsigned shards : {1u, 3u, 7u}) {
        if (!is_tried(tried++)) continue;
        std::map<std::string, std::string> joined_files;
        Tables joined;
        for (unsigned k = 1; k <= shards; ++k) {
          const Words how{"--shard",      std::to_string(k) + "/" + std::to_string(shards),
                          "--jobs",       kJobs[k % 4],
                          "--batch-size", kBatchSizes[(k + k / 4) % 4],
                          "--compress",   method};
          CAPTURE(format, method, how);
          for (const auto& [table, rows] : rows_of(runner.decompressed(method, runner.run_shard(format, how)))) {
            joined[table] += rows;
          }
          Words files = how;
          files.insert(files.end(), {"--output-dir", "out"});
          runner.run_shard(format, files);
          for (const std::string& name : runner.files("work/out")) {
            joined_files[name] += read_file(runner.path("work/out/" + name));
          }
          std::filesystem::remove_all(runner.path("work/out"));
        }
        CAPTURE(format, method, shards);
        CHECK((joined == expected));
        Tables from_files;
        for (const auto& [name, bytes] : joined_files) {
          for (const auto& [table, rows] : rows_of(runner.decompressed(method, bytes))) from_files[table] += rows;
        }
        CHECK((from_files == expected));
      }
    }
  }
}

}  // namespace datagen::test
