// How fast a text writer makes rows: one core, one batch of 1,000 users-like rows encoded again and again.
// usage: encode_benchmark PLUGIN.so...
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/writer_fixture.hpp"

namespace {

using datagen::test::ColumnValues;

constexpr std::size_t kRows = 1'000;
constexpr std::uint32_t kSeed = 42;

std::vector<ColumnValues> users() {
  std::mt19937_64 random(kSeed);
  const auto below = [&](std::uint64_t n) { return random() % n; };
  const auto word = [&](std::size_t size) {
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += static_cast<char>('a' + below(26));
    return text;
  };
  std::vector<ColumnValues> columns = {
      {"id", "l", {}},       {"public_id", "w:16", {}}, {"first_name", "i", {}},   {"last_name", "i", {}},
      {"email", "u", {}},    {"is_active", "b", {}},    {"balance", "d:10,2", {}}, {"created_at", "tsu:UTC", {}},
      {"biography", "u", {}}};
  for (int i = 0; i < 500; ++i) columns[2].dictionary.push_back(word(4 + below(7)));
  for (int i = 0; i < 500; ++i) columns[3].dictionary.push_back(word(4 + below(9)));
  for (std::size_t row = 0; row < kRows; ++row) {
    std::size_t column = 0;
    const auto add = [&](std::string value) { columns[column++].values.emplace_back(std::move(value)); };
    add(ColumnValues::bytes(static_cast<std::int64_t>(4'000'000 + row)));
    add(ColumnValues::bytes(random()) + ColumnValues::bytes(random()));
    add(ColumnValues::bytes(static_cast<std::int32_t>(below(500))));
    add(ColumnValues::bytes(static_cast<std::int32_t>(below(500))));
    add(word(5 + below(8)) + "." + word(5 + below(8)) + "@example.com");
    add(std::string(1, static_cast<char>(below(2))));
    add(ColumnValues::bytes(static_cast<std::int64_t>(below(1'000'000))) + ColumnValues::bytes(std::int64_t{0}));
    add(ColumnValues::bytes(static_cast<std::int64_t>(1'600'000'000 + below(100'000'000)) * 1'000'000));
    add(word(30 + below(60)));
  }
  return columns;
}

void measure(const char* file, const datagen::test::TableFixture& table, const datagen_database& database) {
  const datagen_writer_class& writer_class = datagen::test::load_writer(file);
  datagen_value value{};
  value.type = DATAGEN_INT;
  value.is_set = 1;
  value.as.i = 100;
  datagen_error error{};
  error.struct_size = sizeof error;
  datagen_writer* writer = nullptr;
  datagen_table_writer* table_writer = nullptr;
  datagen_table_plan plan{};
  plan.struct_size = sizeof plan;
  if (writer_class.create(nullptr, &database, &value, writer_class.n_options, &writer, &error) != DATAGEN_OK ||
      writer_class.open_table(writer, &table.info(), &plan, &table_writer, &error) != DATAGEN_OK) {
    throw std::runtime_error(error.message);
  }
  datagen::test::BufferFixture buffer;
  const datagen::test::Batch batch = table.batch(0, kRows);
  datagen::test::CallFixture call;
  double best = 0;
  constexpr int kRepeats = 2'000;
  for (int round = 0; round < 10; ++round) {
    const auto start = std::chrono::steady_clock::now();
    std::uint64_t bytes = 0;
    for (int i = 0; i < kRepeats; ++i) {
      buffer.raw()->size = 0;
      call.reset();
      if (writer_class.encode(table_writer, call.raw(), &batch.raw(), buffer.raw(), &error) != DATAGEN_OK) {
        throw std::runtime_error(error.message);
      }
      bytes += buffer.raw()->size;
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    best = std::max(best, static_cast<double>(bytes) / seconds);
  }
  const double row_bytes = static_cast<double>(buffer.raw()->size) / kRows;
  std::printf("%-20s %8.0f MB/s  %6.2f million rows/s  %6.1f bytes/row\n", writer_class.id, best / 1e6,
              best / row_bytes / 1e6, row_bytes);
  writer_class.close_table(table_writer);
  writer_class.destroy(writer);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::vector<ColumnValues> columns = users();
    std::vector<datagen_column_definition> definitions(columns.size());
    std::vector<const datagen_column_definition*> pointers;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      definitions[i].struct_size = sizeof definitions[i];
      definitions[i].name = columns[i].name.c_str();
      pointers.push_back(&definitions[i]);
    }
    datagen_table_definition definition{};
    definition.struct_size = sizeof definition;
    definition.name = "users";
    definition.columns = pointers.data();
    definition.n_columns = static_cast<std::uint32_t>(pointers.size());
    definition.row_count = kRows;
    datagen_database database{};
    database.struct_size = sizeof database;
    const datagen::test::TableFixture table(definition, columns);
    for (int i = 1; i < argc; ++i) measure(argv[i], table, database);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 1;
  }
}
