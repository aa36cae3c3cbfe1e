#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <utility>

#include "commands.hpp"
#include "datagen/core/script_check.hpp"
#include "messages.hpp"
#include "output.hpp"
#include "output_settings.hpp"
#include "prepared_run.hpp"
#include "progress.hpp"
#include "report.hpp"
#include "run_report/page.hpp"
#include "writer_options.hpp"

namespace datagen::host {
namespace {

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

RunSummary run_with_progress(const PreparedRun& prepared, Output& output, Output* uncompressed) {
  Environment environment = prepared.environment;
  const auto run_it = [&] {
    return run(*prepared.plan, prepared.description, prepared.plugins.registry, prepared.options, environment, output,
               uncompressed);
  };
  const Settings& settings = prepared.settings;
  const bool to_terminal = !prepared.writer.has_own_destination() && !settings.output_dir &&
                           settings.output == "-" && ::isatty(STDOUT_FILENO) == 1;
  const ProgressForm form = choose_progress(settings.progress, to_terminal);
  if (form == ProgressForm::none) return run_it();
  std::vector<std::string> names;
  for (const Table& table : prepared.description.tables) names.push_back(table.full_name());
  Progress progress(form, std::move(names));
  environment.progress = progress.counter();
  return run_it();
}

void summarise(const RunSummary& summary, std::chrono::duration<double> elapsed, const RunOptions& options,
               bool random_seed) {
  const double seconds = std::max(elapsed.count(), 1e-6);
  Message message{.result = true};
  // A sink has bytes of its own.
  const std::string bytes = summary.bytes == 0 ? "" : fmt::format(", {} bytes", grouped(summary.bytes));
  message.text =
      fmt::format("datagen: {} rows{} in {:.2f} s ({} rows/s), seed {}{}", grouped(summary.rows), bytes, seconds,
                  grouped(static_cast<unsigned long long>(static_cast<double>(summary.rows) / seconds)), options.seed,
                  random_seed ? fmt::format("; repeat with --seed {}", options.seed) : "");
  message.numbers = {{"rows", summary.rows},
                     {"bytes", summary.bytes},
                     {"milliseconds", static_cast<std::uint64_t>(seconds * 1000)},
                     {"seed", options.seed}};
  emit(message);
}

// Opened before the run, so that a place that cannot be written is told at once.
std::unique_ptr<OutputFile> open_report(const std::string& name) {
  if (name.empty()) return nullptr;
  if (name == "-") {
    throw Error(ErrorCode::usage, "--report -: standard output is for data", "name a file, such as report.html");
  }
  return open_output(name);
}

}  // namespace

int run_generate(const Arguments& arguments) {
  const auto start = std::chrono::steady_clock::now();
  const PreparedRun prepared(arguments);
  check_tables(prepared.settings, prepared.writer, prepared.description, *prepared.plan);
  if (arguments.has("dry-run")) {
    show_plan(prepared.description, *prepared.plan);
    return 0;
  }
  const auto report_name = arguments.options.find("report");
  const auto report = open_report(report_name == arguments.options.end() ? "" : report_name->second.back());
  const auto output =
      open_output(prepared.settings, prepared.writer, prepared.options, prepared.description, *prepared.plan);
  const bool validate = prepared.settings.validate_output;
  ScriptCheck check([&output] { return output->file_name(); });
  const RunSummary summary = run_with_progress(prepared, *output, validate ? &check : nullptr);
  check.finish();
  if (validate)
    say_verbose(fmt::format("output: {} statements and {} rows read by PostgreSQL's parser",
                            grouped(check.statements()), grouped(check.rows())));
  output->commit();
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
  if (report != nullptr) {
    const std::string page = report_page(prepared, summary, elapsed.count());
    report->write(std::span(reinterpret_cast<const std::uint8_t*>(page.data()), page.size()));
    report->commit();
  }
  summarise(summary, elapsed, prepared.options, prepared.random_seed);
  return 0;
}

}  // namespace datagen::host
