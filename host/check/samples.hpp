// Columns and options that objects are made for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "datagen/core/registry.hpp"
#include "datagen/core/types.hpp"

namespace datagen::host::check {

// CLASS.OPTION=VALUE of the command line: an option that objects of the class are always given.
struct Setting {
  std::string class_name;  // id or short name
  std::string option;
  std::string value;  // JSON
};

// Option values by name, as JSON.
using OptionTexts = std::map<std::string, std::string>;

// What the columns hold that DATAGEN_COLUMN options bind.
enum class InputKind : std::uint8_t { none, dictionary, text, timestamps, dates, integers };
inline constexpr InputKind kInputKinds[] = {InputKind::none,       InputKind::dictionary, InputKind::text,
                                            InputKind::timestamps, InputKind::dates,      InputKind::integers};

// A generator object that can be made.  Numbers, so that it can be passed from process to process.
struct GeneratorSample {
  std::size_t class_index = 0;   // in the registry
  std::size_t target_index = 0;  // in target_types()
  std::uint64_t distinct_needed = 0;
  InputKind inputs = InputKind::none;
  OptionTexts options;
};

// A writer object that can be made, and which of the sample tables (sample_database.hpp) it accepts.
struct WriterSample {
  std::size_t class_index = 0;
  OptionTexts options;
  std::vector<std::size_t> tables;
};

// A refused creation: for the cases that are about refusals.
struct Samples {
  std::vector<GeneratorSample> generators, refused_generators;
  std::vector<WriterSample> writers, refused_writers;
  std::vector<std::string> untried;  // ids of classes that make no object for anything tried
};

// One column type of each kind that PostgreSQL knows.
[[nodiscard]] const std::vector<SqlType>& target_types();
[[nodiscard]] const std::vector<std::string>& enum_labels();  // of the one enum type among them

[[nodiscard]] std::string to_json(const Samples& samples);
[[nodiscard]] Samples samples_from_json(const std::string& text);

}  // namespace datagen::host::check
