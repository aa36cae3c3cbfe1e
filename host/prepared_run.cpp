#include "prepared_run.hpp"

#include <fmt/format.h>

#include "messages.hpp"
#include "output_settings.hpp"
#include "run_options.hpp"
#include "schema.hpp"
#include "writer_options.hpp"

namespace datagen::host {
namespace {

Description description_of(const Settings& settings) {
  Diagnostics diagnostics;
  Description description = read_description(settings, diagnostics);
  print_warnings(diagnostics.warnings());
  diagnostics.throw_if_any(ErrorCode::description);
  return description;
}

void show_settings(const Settings& settings, const RunOptions& options) {
  const char* const methods[] = {"none", "gzip", "zstd"};
  say_verbose(fmt::format(
      "settings: schema={} output={} shard={}/{} compress={}:{} split_size={} writer={} seed={} as_of={} locale={} "
      "default_row_count={} jobs={} batch_size={}",
      description_name(settings), settings.output_dir.value_or(settings.output), options.shard.number,
      options.shard.count, methods[static_cast<int>(options.compression.method)], options.compression.level,
      options.split_size, options.writer, options.seed, options.now, options.locale, options.default_row_count,
      options.jobs, options.batch_size));
}

}  // namespace

PreparedRun::PreparedRun(const Arguments& arguments, Purpose purpose)
    : settings(read_settings(arguments)),
      plugins(load_plugins(settings)),
      writer(find_writer(plugins.registry, settings.writer, settings.writer_location)),
      description(description_of(settings)),
      options(make_run_options(settings, plugins, description, random_seed)),
      environment(process_environment()) {
  options.writer = writer.id;
  options.writer_options = writer_options(settings, plugins.registry, writer);
  set_output_options(settings, writer, options);
  if (purpose == Purpose::rows) options.definitions = false;
  if (random_seed && options.shard.count > 1) {
    throw Error(ErrorCode::usage, "shards of one dataset need one seed", "give each of them the same --seed");
  }
  show_settings(settings, options);
  std::vector<Fault> warnings;
  plan.emplace(description, plugins.registry, options, environment, warnings);
  print_warnings(warnings);
}

}  // namespace datagen::host
