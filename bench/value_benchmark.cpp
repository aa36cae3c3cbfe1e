// Nanoseconds that a value of each generator class takes, the host's checks included: the class's default options, the
// first type of column that it accepts, 1,000 ordinals a call.
// usage: value_benchmark [Google Benchmark's options]
#include <benchmark/benchmark.h>
#include <dlfcn.h>

#include <cstdio>
#include <exception>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "datagen/core/document.hpp"
#include "datagen/core/registry.hpp"
#include "datagen/random.h"
#include "options/options.hpp"
#include "program/value_set.hpp"
#include "program/workspace.hpp"

namespace {

using datagen::GeneratorClass;
using datagen::ValueSet;

constexpr std::uint32_t kRows = 1'000;
constexpr datagen_key kKey = {0x243f6a8885a308d3u, 0x13198a2e03707344u};
constexpr std::int64_t kNow = 1'735'689'600'000'000;  // 2025-01-01

struct ColumnType {
  std::uint32_t family;
  const char* postgres_type;
  const char* format;
  std::uint32_t max_characters = 0;
  std::int32_t precision = -1;
  std::int32_t scale = -1;
};

// Types that are quick to fill first: a class shows its own cost there, not that of writing numbers as text.
constexpr ColumnType kTypes[] = {
    {DATAGEN_FAMILY_INTEGER, "bigint", "l"},
    {DATAGEN_FAMILY_DECIMAL, "numeric(10,2)", "d:10,2", 0, 10, 2},
    {DATAGEN_FAMILY_FLOAT, "double precision", "g"},
    {DATAGEN_FAMILY_TIMESTAMP, "timestamp without time zone", "tsu:"},
    {DATAGEN_FAMILY_DATE, "date", "tdD"},
    {DATAGEN_FAMILY_TIME, "time without time zone", "ttu"},
    {DATAGEN_FAMILY_UUID, "uuid", "w:16"},
    {DATAGEN_FAMILY_BOOLEAN, "boolean", "b"},
    {DATAGEN_FAMILY_TEXT, "character varying(255)", "u", 255},
    {DATAGEN_FAMILY_BINARY, "bytea", "z"},
    {DATAGEN_FAMILY_NETWORK, "inet", "u"},
    {DATAGEN_FAMILY_NETWORK, "macaddr", "u"},
    {DATAGEN_FAMILY_INTERVAL, "interval", "u"},
    {DATAGEN_FAMILY_JSON, "jsonb", "u"},
    {DATAGEN_FAMILY_ENUM, "mood", "u"},
    {DATAGEN_FAMILY_OTHER, "point", "u"},
    {DATAGEN_FAMILY_OTHER, "int4range", "u"},
    {DATAGEN_FAMILY_OTHER, "bit(12)", "u"},
    {DATAGEN_FAMILY_OTHER, "money", "u"},
    {DATAGEN_FAMILY_OTHER, "pg_lsn", "u"},
    {DATAGEN_FAMILY_OTHER, "tsvector", "u"},
    {DATAGEN_FAMILY_OTHER, "xml", "u"},
    {DATAGEN_FAMILY_ARRAY, "integer[]", "u"},
};

// Options without which a class makes nothing.
const char* needed_options(const std::string& short_name) {
  if (short_name == "pattern") return R"({"pattern": "[A-Z]{2}-[0-9]{6}"})";
  if (short_name == "enum") return R"({"values": ["red", "green", "blue"]})";
  if (short_name == "weighted_enum") return R"({"values": ["red", "green", "blue"], "weights": [1, 2, 3]})";
  return "{}";
}

const datagen_host& host() {
  static const datagen_host instance = [] {
    datagen_host made{};
    made.struct_size = sizeof made;
    made.abi_version = DATAGEN_ABI_VERSION;
    made.name = "value_benchmark";
    made.version = "1.0.0";
    made.log = [](const datagen_host*, std::int32_t, const char*) noexcept {};
    made.is_cancelled = [](const datagen_host*) noexcept -> std::int32_t { return 0; };
    made.get_service = [](const datagen_host*, const char*) noexcept -> const void* { return nullptr; };
    return made;
  }();
  return instance;
}

std::shared_ptr<const ValueSet> create(const GeneratorClass& generator_class, const ColumnType& type) {
  static const char* const labels[] = {"sad", "ok", "happy"};
  const datagen::Node written =
      datagen::parse_document(needed_options(generator_class.short_name), "options", datagen::DocumentFormat::json);
  const datagen::Node* const sources[] = {&written};
  datagen::OptionContext context;
  context.subject = "table.column";
  context.class_name = "generator " + generator_class.short_name;
  context.now = kNow;
  datagen::Diagnostics diagnostics;
  const datagen::BoundOptions options =
      datagen::bind_options(generator_class.options, sources, {}, context, diagnostics);
  diagnostics.throw_if_any(datagen::ErrorCode::description);
  datagen_target target{};
  target.struct_size = sizeof target;
  target.family = type.family;
  target.table = "table";
  target.column = "column";
  target.postgres_type = type.postgres_type;
  target.format = type.format;
  target.max_characters = type.max_characters;
  target.precision = type.precision;
  target.scale = type.scale;
  target.row_count = kRows;
  target.now = kNow;
  target.locale = "en_US";
  if (type.family == DATAGEN_FAMILY_ENUM) {
    target.labels = labels;
    target.n_labels = static_cast<std::uint32_t>(std::size(labels));
  }
  ValueSet::Status status;
  return ValueSet::create(generator_class, host(), target, options.values(), context.subject, status);
}

void measure(benchmark::State& state, const ValueSet& set) {
  datagen::Workspace workspace;
  datagen::ColumnData out;
  std::vector<std::uint64_t> rows(kRows), ordinals(kRows);
  for (std::uint32_t i = 0; i < kRows; ++i) {
    rows[i] = i;
    const std::uint64_t random = datagen_random_at(kKey, i);
    ordinals[i] = set.has(DATAGEN_SEQUENTIAL) ? i
                  : set.cardinality() == 0    ? random
                                              : datagen_scale(random, set.cardinality());
  }
  std::int64_t null_count = 0;
  for (auto _ : state) {
    set.values(workspace, kKey, rows.data(), ordinals.data(), kRows, {}, out, null_count);
    benchmark::DoNotOptimize(out.data_buffer.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * kRows);
}

void register_all(const datagen::Registry& registry) {
  for (const auto& generator_class : registry.generators()) {
    std::shared_ptr<const ValueSet> set;
    for (const ColumnType& type : kTypes) {
      if ((generator_class->table.families & type.family) == 0) continue;
      set = create(*generator_class, type);
      if (set == nullptr) continue;
      const std::string name = generator_class->short_name + "/" + type.postgres_type;
      benchmark::RegisterBenchmark(name.c_str(), [set](benchmark::State& state) { measure(state, *set); });
      break;
    }
    if (set == nullptr) throw std::runtime_error(generator_class->id + " accepts none of the types tried: add one");
  }
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  try {
    void* const library = dlopen(DATAGEN_GENERATORS_PLUGIN, RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) throw std::runtime_error(dlerror());
    const auto entry = reinterpret_cast<const datagen_plugin* (*)()>(dlsym(library, DATAGEN_ENTRY_SYMBOL));
    datagen::Registry registry;
    registry.add(*entry(), DATAGEN_GENERATORS_PLUGIN);
    register_all(registry);
    benchmark::RunSpecifiedBenchmarks();
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "value_benchmark: %s\n", failure.what());
    return 1;
  }
}
