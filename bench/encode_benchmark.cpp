// Nanoseconds that a text writer takes for a value of each kind, as the only column of a table, and for a row of nine
// columns: one core, one batch of 1,000 rows encoded again and again.
// usage: encode_benchmark [Google Benchmark's options]
#include <benchmark/benchmark.h>

#include <cstdio>
#include <exception>
#include <functional>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/writer_fixture.hpp"

namespace {

using datagen::test::ColumnValues;

constexpr std::size_t kRows = 1'000;
constexpr std::uint32_t kSeed = 42;
constexpr std::int64_t kMicrosecondsOfDay = 86'400'000'000;

std::mt19937_64 random_words(kSeed);

std::int64_t below(std::int64_t n) { return static_cast<std::int64_t>(random_words() % static_cast<std::uint64_t>(n)); }

std::string word(std::int64_t size) {
  std::string text;
  for (std::int64_t i = 0; i < size; ++i) text += static_cast<char>('a' + below(26));
  return text;
}

ColumnValues column(const std::string& name, const std::string& format, const std::function<std::string()>& value) {
  ColumnValues result{name, format, {}};
  for (std::size_t row = 0; row < kRows; ++row) result.values.emplace_back(value());
  return result;
}

template <class Integer>
ColumnValues integers(const std::string& name, const std::string& format, std::int64_t n) {
  return column(name, format, [n] { return ColumnValues::bytes(static_cast<Integer>(below(n))); });
}

ColumnValues decimals(const std::string& name, const std::string& format, std::int64_t low, std::int64_t high) {
  return column(name, format, [low, high] {
    return ColumnValues::bytes(below(low)) + ColumnValues::bytes(high == 0 ? std::int64_t{0} : below(high));
  });
}

ColumnValues words_of_dictionary(const std::string& name, std::int64_t entries) {
  ColumnValues result = integers<std::int32_t>(name, "i", entries);
  for (std::int64_t i = 0; i < entries; ++i) result.dictionary.push_back(word(4 + below(9)));
  return result;
}

ColumnValues uuids(const std::string& name) {
  return column(name, "w:16", [] { return ColumnValues::bytes(random_words()) + ColumnValues::bytes(random_words()); });
}

ColumnValues timestamps(const std::string& name, const std::string& format) {
  return column(name, format,
                [] { return ColumnValues::bytes((1'600'000'000 + below(100'000'000)) * std::int64_t{1'000'000}); });
}

ColumnValues booleans(const std::string& name) {
  return column(name, "b", [] { return std::string(1, static_cast<char>(below(2))); });
}

ColumnValues texts(const std::string& name, std::int64_t shortest, std::int64_t longest) {
  return column(name, "u", [=] { return word(shortest + below(longest - shortest)); });
}

struct Workload {
  std::string name;
  std::vector<ColumnValues> columns;
};

std::vector<Workload> workloads() {
  std::vector<ColumnValues> kinds = {
      booleans("boolean"),
      integers<std::int16_t>("smallint", "s", 30'000),
      integers<std::int32_t>("integer", "i", 2'000'000'000),
      integers<std::int64_t>("bigint", "l", 1'000'000'000'000),
      column("real", "f", [] { return ColumnValues::bytes(static_cast<float>(below(1'000'000)) / 7); }),
      column("double", "g", [] { return ColumnValues::bytes(static_cast<double>(below(1'000'000'000)) / 7); }),
      decimals("numeric(10,2)", "d:10,2", 1'000'000, 0),
      decimals("numeric(38,6)", "d:38,6", INT64_MAX, 1'000'000'000),
      integers<std::int32_t>("date", "tdD", 20'000),
      integers<std::int64_t>("time", "ttu", kMicrosecondsOfDay),
      timestamps("timestamp", "tsu:"),
      timestamps("timestamptz", "tsu:UTC"),
      uuids("uuid"),
      words_of_dictionary("dictionary", 500),
      texts("text", 30, 90),
      column("text to be escaped", "u", [] { return word(20) + "'\\\t" + word(20); }),
      column("bytea", "z", [] { return word(16); }),
  };
  std::vector<Workload> result;
  for (ColumnValues& kind : kinds) {
    const std::string name = kind.name;
    result.push_back({name, {std::move(kind)}});
  }
  ColumnValues email =
      column("email", "u", [] { return word(5 + below(8)) + "." + word(5 + below(8)) + "@example.com"; });
  result.push_back({"row of users",
                    {integers<std::int64_t>("id", "l", 5'000'000), uuids("uid"), words_of_dictionary("first_name", 500),
                     words_of_dictionary("last_name", 500), std::move(email), timestamps("created_at", "tsu:"),
                     decimals("balance", "d:10,2", 1'000'000, 0), booleans("is_active"), texts("bio", 30, 90)}});
  return result;
}

// A table of the workload's columns, and what a writer makes of it.
class Table {
 public:
  explicit Table(std::vector<ColumnValues> columns) : definitions_(columns.size()) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      definitions_[i].struct_size = sizeof definitions_[i];
      names_.push_back(columns[i].name);
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      definitions_[i].name = names_[i].c_str();
      pointers_.push_back(&definitions_[i]);
    }
    definition_.struct_size = sizeof definition_;
    definition_.name = "measured";
    definition_.columns = pointers_.data();
    definition_.n_columns = static_cast<std::uint32_t>(pointers_.size());
    definition_.row_count = kRows;
    fixture_ = std::make_unique<datagen::test::TableFixture>(definition_, std::move(columns));
  }

  void encode(benchmark::State& state, const datagen_writer_class& writer_class) const {
    datagen_database database{};
    database.struct_size = sizeof database;
    std::vector<datagen_value> options(writer_class.n_options);
    for (std::uint32_t i = 0; i < writer_class.n_options; ++i) options[i] = default_value(*writer_class.options[i]);
    datagen_error error{};
    error.struct_size = sizeof error;
    datagen_writer* writer = nullptr;
    datagen_table_writer* table_writer = nullptr;
    datagen_table_plan plan{};
    plan.struct_size = sizeof plan;
    if (writer_class.create(nullptr, &database, options.data(), writer_class.n_options, &writer, &error) !=
            DATAGEN_OK ||
        writer_class.open_table(writer, &fixture_->info(), &plan, &table_writer, &error) != DATAGEN_OK) {
      state.SkipWithError(error.message);
      return;
    }
    datagen::test::BufferFixture buffer;
    datagen::test::CallFixture call;
    const datagen::test::Batch batch = fixture_->batch(0, kRows);
    std::int64_t bytes = 0;
    for (auto _ : state) {
      buffer.raw()->size = 0;
      call.reset();
      if (writer_class.encode(table_writer, call.raw(), &batch.raw(), buffer.raw(), &error) != DATAGEN_OK) {
        state.SkipWithError(error.message);
        break;
      }
      bytes += static_cast<std::int64_t>(buffer.raw()->size);
      benchmark::ClobberMemory();
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kRows));
    state.SetBytesProcessed(bytes);
    writer_class.close_table(table_writer);
    writer_class.destroy(writer);
  }

 private:
  // Our text writers' options are numbers; those without a default stay unset.
  static datagen_value default_value(const datagen_option& option) {
    datagen_value value{};
    value.type = option.type;
    if (option.default_value == nullptr) return value;
    if (option.type != DATAGEN_INT && option.type != DATAGEN_BOOL)
      throw std::runtime_error(std::string("option ") + option.name + " has a default of a kind not known here");
    value.is_set = 1;
    value.as.i =
        option.type == DATAGEN_BOOL ? std::string(option.default_value) == "true" : std::stoll(option.default_value);
    return value;
  }

  std::vector<datagen_column_definition> definitions_;
  std::vector<std::string> names_;
  std::vector<const datagen_column_definition*> pointers_;
  datagen_table_definition definition_{};
  std::unique_ptr<datagen::test::TableFixture> fixture_;
};

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  try {
    const datagen_writer_class* const writers[] = {&datagen::test::load_writer(DATAGEN_COPY_PLUGIN),
                                                   &datagen::test::load_writer(DATAGEN_SQL_INSERT_PLUGIN)};
    for (Workload& workload : workloads()) {
      const auto table = std::make_shared<const Table>(std::move(workload.columns));
      for (const datagen_writer_class* writer : writers) {
        const std::string id = writer->id;
        const std::string name = id.substr(id.rfind('.') + 1) + "/" + workload.name;
        benchmark::RegisterBenchmark(name.c_str(),
                                     [table, writer](benchmark::State& state) { table->encode(state, *writer); });
      }
    }
    benchmark::RunSpecifiedBenchmarks();
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "encode_benchmark: %s\n", failure.what());
    return 1;
  }
}
