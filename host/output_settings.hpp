// How the output is cut and compressed, as users write it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "datagen/core/description.hpp"
#include "datagen/core/run.hpp"
#include "output.hpp"
#include "settings.hpp"

namespace datagen::host {

// "100MB", "1GiB", "64K": kB, MB, GB, TB are powers of 1000; K, KiB, M, MiB, ... powers of 1024.  Capitals or not.  At
// least 1000.
[[nodiscard]] std::optional<std::uint64_t> parse_split_size(std::string_view text);
// "2/3"
[[nodiscard]] std::optional<Shard> parse_shard(std::string_view text);
[[nodiscard]] std::optional<Section> parse_section(std::string_view text);
// "zstd", "gzip:9", "none"
[[nodiscard]] std::optional<Compression> parse_compression(std::string_view text);

// Puts what the settings say about the output into the options: sections by shard, compression by the file's name.
// Throws Error(usage) for what contradicts itself, or what a writer with a destination of its own cannot do.
void set_output_options(const Settings& settings, const WriterClass& writer, RunOptions& options);

// Throws Error(usage) where several tables are to go into one file, and the writer needs one for each.
void check_tables(const Settings& settings, const WriterClass& writer, const Description& description,
                  const Plan& plan);

// Opens what the settings name, for the options that set_output_options made; of a writer with a destination of its own
// standard output, which it does not use.
[[nodiscard]] std::unique_ptr<OutputFile> open_output(const Settings& settings, const WriterClass& writer,
                                                      const RunOptions& options, const Description& description,
                                                      const Plan& plan);

}  // namespace datagen::host
