// Which JSON a PostgreSQL type becomes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/plugin.h"

namespace datagen::jsonl {

/// What a run's options decide.
struct Settings {
  bool omit_nulls = false;
  bool bigint_strings = false;
  bool numeric_strings = false;
  bool base64 = false;
};

/// As row_to_json has it.  A domain is what it is made of.
struct Shape {
  enum class Kind : std::uint8_t {
    kString,
    kPadded,  // char(n): filled up with blanks
    kNumber,
    kQuotedNumber,
    kBoolean,
    kJson,
    kTimestamp,
    kTimestampUtc,
    kInterval,
    kBytes,
    kBase64,
    kArray,
    kVector,  // int2vector, oidvector: numbers with blanks between them
    kComposite
  };
  Kind kind = Kind::kString;
  char separator = ',';                  // between elements of an array of these
  std::uint32_t characters = 0;          // of kPadded
  std::shared_ptr<const Shape> element;  // of kArray and kVector
  std::vector<std::string> leads;        // of kComposite: each field's key, with quotes and colon
  std::vector<Shape> fields;             // the same
};

/// type: canonical, as a column's metadata or a declared type has it.
Shape shape_of(std::string_view type, const datagen_database& database, const Settings& settings);

}  // namespace datagen::jsonl
