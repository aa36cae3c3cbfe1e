#include "output_settings.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <limits>
#include <utility>
#include <vector>

#include "output_files.hpp"
#include "writer_options.hpp"

namespace datagen::host {
namespace {

constexpr std::uint32_t kMostShards = 1'000'000'000;
constexpr std::uint64_t kLeastSplitSize = 1000;

template <typename Number>
std::optional<Number> whole_number(std::string_view text) {
  Number value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && stop == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

std::optional<std::uint64_t> parse_size(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto number = whole_number<std::uint64_t>(text.substr(0, digits));
  if (!number) return std::nullopt;
  std::string unit = lower(text.substr(digits));
  if (unit.empty() || unit == "b") return number;
  const std::size_t power = std::string_view("kmgt").find(unit[0]);
  const std::string rest = unit.substr(1);
  if (power == std::string_view::npos || (!rest.empty() && rest != "b" && rest != "ib")) return std::nullopt;
  std::uint64_t size = *number;
  for (std::size_t i = 0; i <= power; ++i) {
    const std::uint64_t factor = rest == "b" ? 1000 : 1024;
    if (size > std::numeric_limits<std::uint64_t>::max() / factor) return std::nullopt;
    size *= factor;
  }
  return size;
}

Compression::Method method_of_name(const std::string& file) {
  if (file.ends_with(".gz")) return Compression::Method::gzip;
  return file.ends_with(".zst") ? Compression::Method::zstd : Compression::Method::none;
}

const char* extension_of(Compression::Method method) {
  switch (method) {
    case Compression::Method::gzip:
      return ".gz";
    case Compression::Method::zstd:
      return ".zst";
    case Compression::Method::none:
      break;
  }
  return "";
}

bool is_regular_or_new(const std::string& name) {
  if (name == "-") return false;
  struct stat status {};
  return ::stat(name.c_str(), &status) != 0 || S_ISREG(status.st_mode);
}

[[noreturn]] void refuse(const std::string& message, const Location& place, const std::string& hint) {
  throw Error(ErrorCode::usage, Fault{message, place, "", hint});
}

void check_destination(const Settings& settings, const WriterClass& writer) {
  const std::string has = "the writer " + writer.short_name + " has a destination of its own";
  const bool takes_file = declares(writer, "output"), takes_directory = declares(writer, "output_dir");
  if (settings.output != "-" && !takes_file) {
    if (takes_directory)
      refuse("the writer " + writer.short_name + " writes a directory", settings.output_location,
             "name it with --output-dir");
    refuse(has, settings.output_location, "leave the output out");
  }
  if (settings.output_dir && !takes_directory) {
    if (takes_file)
      refuse("the writer " + writer.short_name + " writes one file", settings.output_location, "name it with --output");
    refuse(has, settings.output_location, "leave the output's directory out");
  }
  if (settings.compression && settings.compression->method != Compression::Method::none)
    refuse(has + " and no bytes to compress", {}, "leave --compress out");
  if (settings.split_size != 0) refuse(has + " and no bytes to split", {}, "leave --split-size out");
}

bool needs_table_files(const WriterClass& writer) { return (writer.table.flags & DATAGEN_WRITER_TABLE_FILES) != 0; }

// Its files hold rows and nothing else.
void check_table_files(const Settings& settings, const WriterClass& writer) {
  const std::string has = "the writer " + writer.short_name + " writes rows only";
  if (!settings.data) refuse(has + ", no definitions", {}, "leave --schema-only out, or choose --format sql");
  if (settings.create) refuse(has + ": there is no database to create", {}, "leave --create out");
  if (!settings.sections.empty()) refuse(has + ": there are no sections to choose from", {}, "leave --section out");
}

void check_validation(const Settings& settings, const WriterClass& writer) {
  const char* const extension = writer.table.file_extension;
  if (extension == nullptr || std::string_view(extension) != "sql") {
    refuse("the writer " + writer.short_name + " makes no SQL that could be read again", {},
           "--validate-output is for writers of SQL, such as sql and copy: leave it out");
  }
  if (settings.output_dir && settings.shard.count > 1 && settings.split_size == 0) {
    refuse("the files of a shard's tables are pieces of scripts, which cannot be read alone", {},
           "leave --validate-output out, or write each shard with --output, or with --split-size");
  }
}

// A profile other than safe needs a table's rows in one script, and a single transaction needs all in one.
void check_load_profile(const Settings& settings, const RunOptions& options) {
  const Node* const profile = options.writer_options ? options.writer_options->find("load_profile") : nullptr;
  if (profile == nullptr || profile->string == "safe") return;
  const std::string has = "the load profile " + profile->string;
  if (settings.split_size != 0 || settings.shard.count > 1) {
    refuse(has + " needs the rows of a table in one piece", profile->location,
           std::string("leave ") + (settings.split_size != 0 ? "--split-size" : "--shard") +
               " out, or take the load profile safe");
  }
  if (profile->string != "single-transaction") return;
  if (settings.output_dir || !settings.sections.empty()) {
    refuse(has + " needs the whole output in one file", profile->location,
           std::string("leave ") + (settings.output_dir ? "--output-dir" : "--section") +
               " out, or take the load profile fast or safe");
  }
}

}  // namespace

std::optional<std::uint64_t> parse_split_size(std::string_view text) {
  const auto size = parse_size(text);
  return size && *size >= kLeastSplitSize ? size : std::nullopt;
}

std::optional<Shard> parse_shard(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto number = whole_number<std::uint32_t>(text.substr(0, slash));
  const auto count = whole_number<std::uint32_t>(text.substr(slash + 1));
  if (!number || !count || *number < 1 || *number > *count || *count > kMostShards) return std::nullopt;
  return Shard{*number, *count};
}

std::optional<Section> parse_section(std::string_view text) {
  if (text == "pre-data") return Section::pre_data;
  if (text == "data") return Section::data;
  if (text == "post-data") return Section::post_data;
  return std::nullopt;
}

std::optional<Compression> parse_compression(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view name = text.substr(0, colon);
  Compression compression;
  if (name == "gzip") {
    compression.method = Compression::Method::gzip;
  } else if (name == "zstd") {
    compression.method = Compression::Method::zstd;
  } else if (name != "none") {
    return std::nullopt;
  }
  if (colon == std::string_view::npos) return compression;
  const auto level = whole_number<int>(text.substr(colon + 1));
  if (!level || compression.method == Compression::Method::none || *level < 1 ||
      *level > Compression::most_level(compression.method)) {
    return std::nullopt;
  }
  compression.level = *level;
  return compression;
}

void set_output_options(const Settings& settings, const WriterClass& writer, RunOptions& options) {
  if (writer.has_own_destination())
    check_destination(settings, writer);
  else
    check_load_profile(settings, options);
  const bool table_files = needs_table_files(writer);
  if (table_files) check_table_files(settings, writer);
  if (settings.validate_output) check_validation(settings, writer);
  options.shard = settings.shard;
  options.pre_data_section = settings.shard.number == 1;
  options.post_data_section = settings.shard.number == settings.shard.count;
  if (!settings.sections.empty()) {
    options.pre_data_section = settings.sections.contains(Section::pre_data);
    options.data_section = settings.sections.contains(Section::data);
    options.post_data_section = settings.sections.contains(Section::post_data);
  }
  if (!options.data && !options.pre_data_section && !options.post_data_section && !settings.sections.empty()) {
    refuse("the section data without rows leaves nothing to write", {},
           "leave out --schema-only, or choose the sections pre-data and post-data");
  }
  if (writer.has_own_destination()) return;
  if (table_files) options.definitions = false;
  options.file_per_table = settings.output_dir.has_value();
  options.split_size = settings.split_size;
  if (settings.split_size != 0 && !settings.output_dir && !is_regular_or_new(settings.output)) {
    refuse("parts of an output need names", settings.output_location,
           "name a file with --output, such as dump.sql for dump.0001.sql, or a directory with --output-dir");
  }
  const Compression::Method by_name = settings.output_dir ? Compression::Method::none : method_of_name(settings.output);
  options.compression = settings.compression.value_or(Compression{by_name, 0});
  const Compression::Method method = options.compression.method;
  if (by_name != Compression::Method::none && method != Compression::Method::none && by_name != method) {
    refuse("the output's name '" + settings.output + "' says another compression than the one that is asked for",
           settings.output_location, "give the file the extension of its compression, or leave --compress out");
  }
}

void check_tables(const Settings& settings, const WriterClass& writer, const Description& description,
                  const Plan& plan) {
  if (!needs_table_files(writer) || settings.output_dir) return;
  std::size_t tables = 0;
  for (std::size_t t = 0; t < description.tables.size(); ++t) tables += plan.is_written(t) ? 1 : 0;
  if (tables < 2) return;
  refuse("the writer " + writer.short_name + " needs a file for each table, and " + std::to_string(tables) +
             " tables are to be written",
         settings.output == "-" ? Location{} : settings.output_location,
         "write them into a directory with --output-dir DIR, or choose one with --tables NAME");
}

std::unique_ptr<OutputFile> open_output(const Settings& settings, const WriterClass& writer, const RunOptions& options,
                                        const Description& description, const Plan& plan) {
  if (writer.has_own_destination()) return open_output("-");
  if (!settings.output_dir) return options.split_size != 0 ? open_parts(settings.output) : open_output(settings.output);
  std::vector<DirectoryTable> tables;
  for (std::size_t t = 0; t < description.tables.size(); ++t)
    tables.push_back({description.tables[t].full_name(), plan.is_written(t)});
  const char* const extension = writer.table.file_extension;
  return open_directory(
      *settings.output_dir, std::move(tables), needs_table_files(writer),
      (extension == nullptr ? std::string() : "." + std::string(extension)) + extension_of(options.compression.method));
}

}  // namespace datagen::host
