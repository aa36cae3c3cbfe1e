#include "run_options.hpp"

#include <chrono>
#include <random>

#include "messages.hpp"
#include "resources.hpp"
#include "signals.hpp"

namespace datagen::host {
namespace {

std::vector<std::string> table_names(const Description& description) {
  std::vector<std::string> names;
  for (const Table& table : description.tables) names.push_back(table.full_name());
  return names;
}

// Faults of the command line end the program otherwise than those of the configuration.
struct ByPlace {
  Diagnostics command_line, configuration;

  Diagnostics& at(const Location& place) { return place.file.starts_with("--") ? command_line : configuration; }
  void throw_if_any() const {
    configuration.throw_if_any(ErrorCode::description);
    command_line.throw_if_any(ErrorCode::usage);
  }
};

void check_table(const std::string& name, const Location& place, const Description& description, ByPlace& faults) {
  if (description.find_table(name)) return;
  const std::vector<std::string> names = table_names(description);
  std::string list;
  for (const std::string& known : names) list += (list.empty() ? "" : ", ") + known;
  faults.at(place).fault(place, "", "there is no table '" + name + "'" + did_you_mean(name, names),
                         "the tables are: " + list);
}

void check_generator(const std::string& name, const Location& place, const Registry& registry, ByPlace& faults) {
  if (registry.find_generator(name) != nullptr) return;
  std::vector<std::string> names;
  for (const auto& generator : registry.generators()) {
    names.push_back(generator->id);
    names.push_back(generator->short_name);
  }
  faults.at(place).fault(place, "generators", "there is no generator '" + name + "'" + did_you_mean(name, names),
                         "'datagen plugin list' shows what there is");
}

std::int64_t described_now(const std::string& text, const Location& place) {
  if (text == "now") {
    const auto clock = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(clock).count();
  }
  if (const auto now = parse_timestamp(text)) return *now;
  throw Error(ErrorCode::description, Fault{"must be a date or a time that exists, not '" + text + "'", place, "as_of",
                                            "write 2025-01-01, 2025-01-01T12:00:00Z, or now"});
}

std::uint64_t draw_seed() {
  std::random_device device;
  // Short enough to be typed again.
  return device() % 1'000'000'000u;
}

}  // namespace

RunOptions make_run_options(const Settings& settings, const Plugins& plugins, Description& description,
                            bool& random_seed) {
  ByPlace faults;
  RunOptions options;
  random_seed = !settings.seed && !description.seed;
  options.seed = random_seed ? draw_seed() : settings.seed.value_or(description.seed.value_or(0));
  if (settings.now) {
    options.now = *settings.now;
  } else if (description.as_of) {
    options.now = described_now(*description.as_of, description.as_of_location);
  }
  if (settings.locale) options.locale = *settings.locale;
  options.default_row_count = settings.default_row_count;
  options.row_count = settings.row_count;
  options.table_row_counts = settings.table_row_counts;
  for (const auto& [name, place] : settings.table_row_count_places) check_table(name, place, description, faults);

  options.default_null_fraction =
      settings.default_null_fraction.value_or(description.default_null_fraction.value_or(0));
  description.default_null_fraction = options.default_null_fraction;
  for (const auto& [from, to] :
       {std::pair{&settings.tables, &options.tables}, std::pair{&settings.exclude_tables, &options.exclude_tables}}) {
    for (const TableName& table : *from) {
      check_table(table.name, table.location, description, faults);
      to->push_back(table.name);
    }
  }
  options.generator_defaults = settings.generator_defaults;
  for (const auto& [name, place] : settings.generator_places) check_generator(name, place, plugins.registry, faults);
  faults.throw_if_any();

  options.definitions = settings.definitions;
  options.data = settings.data;
  options.strict = settings.strict;
  options.create_database = settings.create;
  options.jobs = settings.jobs;
  options.batch_size = settings.batch_size;
  return options;
}

Environment process_environment() {
  Environment environment;
  environment.log = log;
  environment.cancelled = &cancelled();
  environment.service = plugin_service;
  return environment;
}

}  // namespace datagen::host
