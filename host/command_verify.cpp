#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "datagen/core/verify.hpp"
#include "dump_input.hpp"
#include "messages.hpp"
#include "report.hpp"
#include "run_options.hpp"
#include "schema.hpp"
#include "writer_options.hpp"

namespace datagen::host {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kShown = 20;

const char* name_of(Difference::Kind kind) {
  switch (kind) {
    case Difference::Kind::value:
      return "value";
    case Difference::Kind::missing:
      return "missing";
    case Difference::Kind::additional:
      return "additional";
    case Difference::Kind::table:
      return "table";
    case Difference::Kind::statement:
      return "statement";
    case Difference::Kind::null:
      return "null";
    case Difference::Kind::unique_set:
      return "unique_set";
    case Difference::Kind::foreign_key:
      return "foreign_key";
  }
  return "";
}

std::string counted(std::uint64_t number, const char* what) {
  return grouped(number) + " " + what + (number == 1 ? "" : "s");
}

Fault fault_of(const Difference& difference) {
  const bool names_row = difference.row && difference.kind != Difference::Kind::missing;
  const bool one_column = !difference.column.empty() && difference.column.find(", ") == std::string::npos;
  Fault fault;
  fault.location = difference.place;
  fault.subject = difference.table;
  if (!difference.column.empty()) fault.subject += one_column ? "." + difference.column : "(" + difference.column + ")";
  fault.message = (names_row ? fmt::format("row {} ", *difference.row) : "") + difference.message;
  return fault;
}

// What was found: the first differences, as lines at once or for the document at the end.
class Report {
 public:
  explicit Report(bool json) : json_(json) {}

  void add(const Difference& difference) {
    if (shown_ == kShown) return;
    ++shown_;
    if (!json_) return print_faults(ErrorCode::validation, {fault_of(difference)});
    Json entry{{"kind", name_of(difference.kind)}, {"table", difference.table}};
    if (difference.row) entry["row"] = *difference.row;
    if (!difference.column.empty()) entry["column"] = difference.column;
    if (difference.place.known()) {
      entry["file"] = difference.place.file;
      entry["line"] = difference.place.line;
    }
    entry["message"] = difference.message;
    list_.push_back(std::move(entry));
  }
  // The dump could not be read to its end.
  void add(const Error& error) {
    ended_early_ = true;
    for (const Fault& fault : error.faults()) {
      if (json_) {
        list_.push_back({{"kind", "statement"},
                         {"table", fault.subject},
                         {"file", fault.location.file},
                         {"line", fault.location.line},
                         {"message", fault.message}});
      } else {
        print_faults(ErrorCode::validation, {fault});
      }
    }
  }

  [[nodiscard]] bool ended_early() const { return ended_early_; }

  void print(const VerifySummary& summary, std::uint64_t seed, double seconds) const {
    const bool verified = summary.differences == 0 && !ended_early_;
    if (json_) {
      const Json document{{"verified", verified},
                          {"complete", !ended_early_},
                          {"seed", seed},
                          {"tables", summary.tables},
                          {"rows", summary.rows},
                          {"values", summary.values},
                          {"unique_sets", summary.unique_sets},
                          {"foreign_keys", summary.foreign_keys},
                          {"keys_not_checked", summary.unchecked},
                          {"rows_out_of_order", summary.displaced},
                          {"bytes", summary.bytes},
                          {"seconds", seconds},
                          {"differences", summary.differences},
                          {"shown", list_}};
      return print_report(document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
    }
    const double rate = static_cast<double>(summary.bytes) / std::max(seconds, 1e-6) / 1e6;
    std::string what = counted(summary.tables, "table") + ", " + counted(summary.rows, "row") + ", " +
                       counted(summary.values, "value") + ", " + counted(summary.unique_sets, "unique set") + ", " +
                       counted(summary.foreign_keys, "foreign key");
    if (summary.displaced != 0) what += ", " + counted(summary.displaced, "row") + " out of order";
    if (summary.unchecked != 0) what += " (" + counted(summary.unchecked, "key") + " not checked)";
    what += fmt::format("; {} bytes in {:.2f} s ({:.0f} MB/s), seed {}", grouped(summary.bytes), seconds, rate, seed);
    if (verified) return say("datagen: verified: " + what);
    if (ended_early_) {
      say("datagen: not verified: the dump could not be read to its end");
    } else {
      say(fmt::format("datagen: not verified: {} difference{}{}", grouped(summary.differences),
                      summary.differences == 1 ? "" : "s",
                      summary.differences > shown_ ? fmt::format(", of which the first {} are shown", shown_) : ""));
    }
    say("datagen: compared: " + what);
  }

 private:
  bool json_;
  bool ended_early_ = false;
  std::size_t shown_ = 0;
  Json list_ = Json::array();
};

// A file whose name says that a writer of rows alone made it.
void check_formats(const std::vector<std::string>& files, const Registry& registry) {
  for (const std::string& file : files) {
    std::filesystem::path path = file;
    if (path.extension() == ".gz" || path.extension() == ".zst") path.replace_extension();
    for (const auto& writer : registry.writers()) {
      const char* const extension = writer->table.file_extension;
      const bool table_files = (writer->table.flags & DATAGEN_WRITER_TABLE_FILES) != 0;
      if (!table_files || extension == nullptr || path.extension() != "." + std::string(extension)) continue;
      throw Error(
          ErrorCode::usage,
          Fault{"a file of the writer " + writer->short_name + " is no dump: verify reads SQL", Location{}, file,
                "verify a dump of the same description and seed, made with --format copy: it holds the same "
                "rows"});
    }
  }
}

VerifySummary read_dumps(Verifier& verifier, const std::vector<std::string>& files, Report& report) {
  try {
    for (const std::string& file : files) {
      DumpInput input(file);
      verifier.begin_script(input.name());
      for (std::string_view bytes = input.read(); !bytes.empty(); bytes = input.read()) verifier.feed(bytes);
      verifier.end_script();
    }
  } catch (const Error& error) {
    if (error.code() != ErrorCode::validation) throw;
    report.add(error);
    return verifier.summary();
  }
  return verifier.finish();
}

}  // namespace

int run_verify(const Arguments& arguments) {
  const auto start = std::chrono::steady_clock::now();
  const std::size_t first_dump = arguments.has("template") ? 0 : 1;
  if (arguments.operands.size() <= first_dump) {
    throw Error(ErrorCode::usage, "a description and a dump are needed",
                "datagen verify SCHEMA DUMP...; - for the dump is standard input");
  }
  const Settings settings = read_settings(arguments);
  const std::vector<std::string> files =
      dump_files({arguments.operands.begin() + static_cast<std::ptrdiff_t>(first_dump), arguments.operands.end()});
  const Plugins& plugins = load_plugins(settings);
  check_formats(files, plugins.registry);
  Diagnostics diagnostics;
  Description description = read_description(settings, diagnostics);
  print_warnings(diagnostics.warnings());
  diagnostics.throw_if_any(ErrorCode::description);

  bool random_seed = false;
  RunOptions options = make_run_options(settings, plugins, description, random_seed);
  if (random_seed) {
    throw Error(ErrorCode::usage, "the seed of the dump is needed", "give the --seed that 'datagen generate' told");
  }
  options.shard = settings.shard;
  if (options.shard.count > 1) {
    const WriterClass& writer = find_writer(plugins.registry, settings.writer, settings.writer_location);
    options.writer = writer.id;
    options.writer_options = writer_options(settings, plugins.registry, writer);
  }
  const Environment environment = process_environment();
  std::vector<Fault> warnings;
  const Plan plan(description, plugins.registry, options, environment, warnings);
  print_warnings(warnings);

  Report report(arguments.has("json"));
  VerifyOptions verify_options;
  verify_options.any_order = arguments.has("any-order");
  Verifier verifier(plan, description, verify_options,
                    [&report](const Difference& difference) { report.add(difference); });
  const VerifySummary summary = read_dumps(verifier, files, report);
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
  report.print(summary, options.seed, elapsed.count());
  return summary.differences == 0 && !report.ended_early() ? 0 : static_cast<int>(ErrorCode::validation);
}

}  // namespace datagen::host
