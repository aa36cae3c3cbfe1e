#include <fmt/format.h>

#include <chrono>

#include "commands.hpp"
#include "messages.hpp"
#include "output.hpp"
#include "output_settings.hpp"
#include "report.hpp"
#include "run_options.hpp"
#include "schema.hpp"
#include "writer_options.hpp"

namespace datagen::host {
namespace {

Description description_of(const Settings& settings) {
  if (!settings.schema) {
    throw Error(ErrorCode::usage, "no description is given",
                "name its file, use '-i -' for standard input, or put schema = \"FILE\" into datagen.toml");
  }
  Diagnostics diagnostics;
  Description description = read_description(*settings.schema, diagnostics);
  print_warnings(diagnostics.warnings());
  diagnostics.throw_if_any(ErrorCode::description);
  return description;
}

// Everything but standard output, which carries data only.
void show_plan(const Description& description, const Plan& plan) {
  std::string text;
  unsigned long long rows = 0, tables = 0;
  for (std::size_t t = 0; t < description.tables.size(); ++t) {
    if (!plan.is_written(t)) continue;
    const Table& table = description.tables[t];
    ++tables;
    rows += plan.row_count(t);
    text +=
        fmt::format("{}: {} row{}\n", table.full_name(), grouped(plan.row_count(t)), plan.row_count(t) == 1 ? "" : "s");
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      text += fmt::format("  {:<30} {:<28} {}\n", table.columns[c].name, table.columns[c].type.text, plan.how(t, c));
  }
  text += fmt::format("{} table{}, {} rows; nothing was written\n", tables, tables == 1 ? "" : "s", grouped(rows));
  print_message(text);
}

void show_settings(const Settings& settings, const RunOptions& options) {
  const char* const methods[] = {"none", "gzip", "zstd"};
  say_verbose(fmt::format(
      "settings: schema={} output={} shard={}/{} compress={}:{} split_size={} writer={} seed={} as_of={} locale={} "
      "default_row_count={} jobs={} batch_size={}",
      *settings.schema, settings.output_dir.value_or(settings.output), options.shard.number, options.shard.count,
      methods[static_cast<int>(options.compression.method)], options.compression.level, options.split_size,
      options.writer, options.seed, options.now, options.locale, options.default_row_count, options.jobs,
      options.batch_size));
}

void summarise(const RunSummary& summary, std::chrono::duration<double> elapsed, const RunOptions& options,
               bool random_seed) {
  const double seconds = std::max(elapsed.count(), 1e-6);
  say(fmt::format("datagen: {} rows, {} bytes in {:.2f} s ({} rows/s), seed {}{}", grouped(summary.rows),
                  grouped(summary.bytes), seconds,
                  grouped(static_cast<unsigned long long>(static_cast<double>(summary.rows) / seconds)), options.seed,
                  random_seed ? fmt::format("; repeat with --seed {}", options.seed) : ""));
}

}  // namespace

int run_generate(const Arguments& arguments) {
  const auto start = std::chrono::steady_clock::now();
  const Settings settings = read_settings(arguments);
  const Plugins& plugins = load_plugins(settings);
  const WriterClass& writer = find_writer(plugins.registry, settings.writer, settings.writer_location);
  Description description = description_of(settings);

  bool random_seed = false;
  RunOptions options = make_run_options(settings, plugins, description, random_seed);
  options.writer = writer.id;
  options.writer_options = writer_options(settings, plugins.registry, writer);
  set_output_options(settings, writer, options);
  if (random_seed && options.shard.count > 1) {
    throw Error(ErrorCode::usage, "shards of one dataset need one seed", "give each of them the same --seed");
  }
  show_settings(settings, options);

  const Environment environment = process_environment();
  std::vector<Fault> warnings;
  const Plan plan(description, plugins.registry, options, environment, warnings);
  print_warnings(warnings);
  if (arguments.has("dry-run")) {
    show_plan(description, plan);
    return 0;
  }
  const auto output = open_output(settings, writer, options, description, plan);
  const RunSummary summary = run(plan, description, plugins.registry, options, environment, *output);
  output->commit();
  summarise(summary, std::chrono::steady_clock::now() - start, options, random_seed);
  return 0;
}

}  // namespace datagen::host
