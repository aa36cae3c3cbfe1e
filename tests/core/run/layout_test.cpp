// Shards, sections, files and parts: whatever the cut, the rows are those of a single run, and each script is whole.
#include <libdeflate.h>

#include <map>
#include <random>
#include <sstream>

#include "run/row_range.hpp"
#include "tests/core/run/runner.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

using test::record;
using test::reset_record;
using test::run_options;
using test::run_text;
using test::shop;

// Keeps each file by its name.
class Files final : public Output {
 public:
  void next_file(const OutputPart& part) override {
    const char* sections[] = {"pre", "data", "post"};
    current_ = std::to_string(part.position) + sections[static_cast<int>(part.section)] + std::to_string(part.table) +
               "." + std::to_string(part.number);
    order.push_back(current_);
    REQUIRE(files.emplace(current_, "").second);
  }
  void write(std::span<const std::uint8_t> bytes) override {
    files[current_].append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  }
  std::map<std::string, std::string> files;
  std::vector<std::string> order;

 private:
  std::string current_;
};

Files run_files(const RunOptions& options) {
  Files files;
  const auto result = run_text(shop, options, files);
  REQUIRE(result.message == "");
  std::uint64_t bytes = 0;
  for (const auto& [name, text] : files.files) bytes += text.size();
  CHECK(result.summary.bytes == bytes);
  return files;
}

std::string gunzip(const std::string& members) {
  std::string text, rest = members;
  while (!rest.empty()) {
    std::string part(std::size_t{1} << 20, '\0');
    std::size_t taken = 0, made = 0;
    libdeflate_decompressor* reader = libdeflate_alloc_decompressor();
    const auto result =
        libdeflate_gzip_decompress_ex(reader, rest.data(), rest.size(), part.data(), part.size(), &taken, &made);
    libdeflate_free_decompressor(reader);
    REQUIRE(result == LIBDEFLATE_SUCCESS);
    text.append(part, 0, made);
    rest.erase(0, taken);
  }
  return text;
}

// Lines of a table's rows, by table; begins and ends must match, and rows stand between them only.
using TableRows = std::map<std::string, std::string>;
void add_rows(const std::string& text, TableRows& rows) {
  std::istringstream lines(text);
  std::string table;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("begin ")) {
      REQUIRE(table.empty());
      table = line.substr(6);
      rows[table];
    } else if (line.starts_with("end ")) {
      REQUIRE(table == line.substr(4));
      table.clear();
    } else if (line == "schema" || line == "bare" || line == "done") {
      REQUIRE(table.empty());
    } else {
      REQUIRE_FALSE(table.empty());
      rows[table] += line + "\n";
    }
  }
  REQUIRE(table.empty());
}

TableRows rows_of(const std::string& text) {
  TableRows rows;
  add_rows(text, rows);
  return rows;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++n;
  return n;
}

}  // namespace

// Invariant: see rows_of_shard().
TEST_CASE("the ranges of shards cover all rows, aligned and equally long") {
  std::mt19937_64 random(1);
  for (int round = 0; round < 3000; ++round) {
    const std::uint64_t rows = random() % 8 == 0 ? random() >> (random() % 64) : random() % 5000;
    const std::uint64_t alignment = 1 + random() % (std::uint64_t{1} << (random() % 21));
    const auto shards = static_cast<std::uint32_t>(1 + random() % (random() % 2 == 0 ? 10 : 700));
    CAPTURE(rows, alignment, shards);
    std::uint64_t at = 0, least = ~std::uint64_t{0}, most = 0;
    for (std::uint32_t k = 1; k <= shards; ++k) {
      const RowRange range = rows_of_shard(rows, alignment, {k, shards});
      REQUIRE(range.first == at);
      REQUIRE(range.end >= range.first);
      REQUIRE((range.end % alignment == 0 || range.end == rows));
      at = range.end;
      const std::uint64_t groups = range.size() / alignment + (range.size() % alignment != 0 ? 1 : 0);
      least = std::min(least, groups);
      most = std::max(most, groups);
    }
    REQUIRE(at == rows);
    REQUIRE(most - least <= 1);
  }
  CHECK(rows_of_shard(~std::uint64_t{0}, 1, {1'000'000'000, 1'000'000'000}).end == ~std::uint64_t{0});
}

// Invariant: the rows of all shards one after the other are the single run's, byte for byte; each shard is a script of
// its own; the first has the pre-data, the last the post-data, and the others what every script begins with.
TEST_CASE("shards in order are the single run, table by table") {
  reset_record();
  const TableRows expected = rows_of(run_text(shop, run_options(1, 1000)).text);
  REQUIRE(expected.size() == 4);
  for (const std::uint32_t shards : {1u, 2u, 3u, 7u, 400u}) {
    for (const std::uint64_t alignment : {1u, 100u, 3000u}) {
      TableRows rows;
      for (std::uint32_t k = 1; k <= shards; ++k) {
        reset_record();
        record().alignment = alignment;
        RunOptions options = run_options(1 + k % 3, 64);
        options.shard = {k, shards};
        options.pre_data_section = k == 1;
        options.post_data_section = k == shards;
        const auto result = run_text(shop, options);
        CAPTURE(k, shards, alignment);
        REQUIRE(result.message == "");
        add_rows(result.text, rows);
        REQUIRE(result.text.starts_with(k == 1 ? "schema\n" : "bare\n"));
        REQUIRE(count(result.text, "schema\n") + count(result.text, "bare\n") == 1);
        REQUIRE(result.text.ends_with("done\n") == (k == shards));
        CHECK_FALSE(record().misaligned);
        CHECK(record().writers == 0);
        std::uint64_t total = 0;
        for (const TableProgress& table : result.summary.tables) {
          CHECK(table.rows_done == table.rows_total);
          total += table.rows_done;
        }
        CHECK(total == result.summary.rows);
      }
      REQUIRE((rows == expected));
    }
  }
}

TEST_CASE("sections are written as they are chosen, each script with its beginning") {
  for (int chosen = 0; chosen < 8; ++chosen) {
    reset_record();
    RunOptions options = run_options(2, 100);
    options.pre_data_section = (chosen & 1) != 0;
    options.data_section = (chosen & 2) != 0;
    options.post_data_section = (chosen & 4) != 0;
    const std::string text = run_text(shop, options).text;
    CAPTURE(chosen, text.substr(0, 50));
    CHECK(text.starts_with(options.pre_data_section ? "schema\n" : "bare\n"));
    CHECK(count(text, "begin ") == (options.data_section ? 4 : 0));
    CHECK(count(text, "done\n") == (options.post_data_section ? 1 : 0));
  }
}

// Invariant: the files of all shards, one after the other, are those of a single run; so are compressed ones, when they
// are decompressed.
TEST_CASE("files of tables of all shards, joined, are the single run's") {
  for (const bool gzip : {false, true}) {
    RunOptions options = run_options(2, 100);
    options.file_per_table = true;
    reset_record();
    const auto expected = run_files(options).files;
    CHECK(expected.size() == 6);
    CHECK(expected.at("0pre0.0") == "schema\n");
    CHECK(expected.at("5post0.0") == "bare\ndone\n");
    if (gzip) options.compression = {Compression::Method::gzip, 1};
    for (const std::uint32_t shards : {1u, 3u, 7u, 1000u}) {
      for (const std::uint64_t alignment : {1u, 100u}) {
        std::map<std::string, std::string> joined;
        for (std::uint32_t k = 1; k <= shards; ++k) {
          reset_record();
          record().alignment = alignment;
          options.shard = {k, shards};
          options.pre_data_section = k == 1;
          options.post_data_section = k == shards;
          for (const auto& [name, text] : run_files(options).files) {
            if (gzip) REQUIRE_FALSE(text.empty());
            joined[name] += gzip ? gunzip(text) : text;
          }
        }
        CAPTURE(shards, alignment, gzip);
        REQUIRE((joined == expected));
      }
    }
  }
}

// Invariant: parts hold the rows of a single run in order, each is a script of its own, none is longer than asked for
// where a piece of it fits, and where they are cut depends on neither threads nor batch size.
TEST_CASE("parts are whole scripts of the size that is asked for") {
  reset_record();
  const TableRows expected = rows_of(run_text(shop, run_options(1, 1000)).text);
  for (const bool per_table : {false, true}) {
    for (const std::uint64_t size : {1000u, 5000u, 60000u, 10000000u}) {
      std::map<std::string, std::string> first;
      for (const std::uint32_t jobs : {1u, 3u}) {
        for (const std::uint32_t batch_size : {1u, 7u, 1000u, 65536u}) {
          reset_record();
          RunOptions options = run_options(jobs, batch_size);
          options.file_per_table = per_table;
          options.split_size = size;
          const Files files = run_files(options);
          CAPTURE(per_table, size, jobs, batch_size, files.order.size());
          if (first.empty()) first = files.files;
          REQUIRE((files.files == first));
          TableRows rows;
          for (const std::string& name : files.order) {
            const std::string& text = files.files.at(name);
            REQUIRE(text.size() <= size);
            REQUIRE(text.starts_with(&name == &files.order.front() ? "schema\n" : "bare\n"));
            add_rows(text, rows);
          }
          REQUIRE((rows == expected));
          std::size_t total = 0;
          for (const auto& [table, lines] : rows) total += lines.size();
          CHECK(files.order.size() >= total / size);
          if (!per_table) CHECK(files.order.size() <= 2 + total / (size * 3 / 4));
        }
      }
    }
  }
}

// Invariant: the bytes of compressed output depend on neither threads nor batch size.
TEST_CASE("compressed output is the same on any number of threads, in batches of any size") {
  reset_record();
  const std::string plain = run_text(shop, run_options(1, 1000)).text;
  for (const auto method : {Compression::Method::gzip, Compression::Method::zstd}) {
    std::string first;
    for (const std::uint32_t jobs : {1u, 2u, 5u}) {
      for (const std::uint32_t batch_size : {1u, 7u, 100u, 65536u}) {
        for (const std::uint64_t alignment : {1u, 100u}) {
          reset_record();
          record().alignment = alignment;
          RunOptions options = run_options(jobs, batch_size);
          options.compression = {method, 0};
          const auto result = run_text(shop, options);
          if (first.empty()) first = result.text;
          CAPTURE(jobs, batch_size, alignment);
          REQUIRE((result.text == first));
          REQUIRE(result.summary.bytes == first.size());
          CHECK_FALSE(record().misaligned);
        }
      }
    }
    if (method == Compression::Method::gzip) CHECK(gunzip(first) == plain);
  }
}

// A sink writes the rows of its shard, and opens the others' tables without a row.
TEST_CASE("a sink takes each row in exactly one shard") {
  std::map<std::string, std::vector<std::uint64_t>> rows;
  for (std::uint32_t k = 1; k <= 5; ++k) {
    reset_record();
    RunOptions options = run_options(2, 1, "recorder");
    options.shard = {k, 5};
    REQUIRE(run_text(shop, options).message == "");
    for (const auto& [table, firsts] : record().committed) {
      rows[table].insert(rows[table].end(), firsts.begin(), firsts.end());
    }
  }
  const std::map<std::string, std::size_t> expected{{"orders", 2345}, {"users", 321}, {"one", 1}};
  for (const auto& [table, n] : expected) {
    std::sort(rows[table].begin(), rows[table].end());
    CHECK(rows[table].size() == n);
    CHECK(std::adjacent_find(rows[table].begin(), rows[table].end()) == rows[table].end());
  }
}

}  // namespace datagen
