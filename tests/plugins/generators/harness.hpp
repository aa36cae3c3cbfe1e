// A host of one generator at a time: loads the plugin, makes option values from JSON, calls through the C ABI alone,
// and checks on each call what holds for every generator (guard bytes, offsets, UTF-8, dictionary indices).
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "datagen/plugin.h"
#include "tests/support/sanitized.hpp"

namespace datagen::test {

using Json = nlohmann::ordered_json;

const datagen_plugin& generators_plugin();
/// By the last part of its id; fails the test if there is none.
const datagen_generator_class& find_class(const std::string& name);

struct Column {
  std::string type = "integer";
  std::string format = "i";
  std::uint32_t family = DATAGEN_FAMILY_INTEGER;
  std::uint32_t max_characters = 0;
  int precision = -1;
  int scale = -1;
  std::uint64_t distinct_needed = 0;
  std::string minimum = {};
  std::string maximum = {};
  std::vector<std::string> labels = {};
  std::string locale = "en_US";
};
Column integer_column();
Column bigint_column();
Column text_column(std::uint32_t max_characters = 0);
Column numeric_column(int precision, int scale);
Column timestamp_column();
Column date_column();
/// A column of arrays, its values in PostgreSQL's input syntax.
Column array_column(const std::string& element_type);
/// One column of each type that generators meet.
std::vector<Column> all_columns();

/// An input column of text, plain or dictionary-encoded, or of timestamps; null where the value is "NULL".
struct Input {
  std::vector<std::string> texts;
  bool dictionary = false;
  std::vector<std::int64_t> timestamps;
};

inline constexpr std::int64_t kNow = 1'704'067'200'000'000;  // 2024-01-01

/// One object, with what describe() said.
class Object {
 public:
  /// options holds option values by name; a COLUMN option's value is the index of its input.  Fails to construct with
  /// status() set where create() refuses.
  Object(const datagen_generator_class& type, const Column& column, const Json& options = Json::object(),
         std::vector<Input> inputs = {});
  ~Object();
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;

  datagen_status status() const { return status_; }
  const std::string& message() const { return message_; }
  const datagen_generator_info& info() const { return info_; }
  bool has(std::uint32_t flag) const { return (info_.flags & flag) != 0; }
  /// The values as text: numbers in decimal, times as their integer, dictionary entries by their text.  With inputs
  /// there are as many ordinals as input rows.
  std::vector<std::string> values(const std::vector<std::uint64_t>& ordinals, std::uint64_t key = 1) const;
  /// A hash of each value's bytes; of a dictionary set, of the index.  For millions of values.
  std::vector<std::uint64_t> hashes(const std::vector<std::uint64_t>& ordinals, std::uint64_t key = 1) const;
  std::vector<double> weights() const;
  std::vector<std::string> dictionary() const;
  std::uint64_t locate(const std::string& value, std::uint32_t side) const;

 private:
  struct Made;
  Made make(const std::vector<std::uint64_t>& ordinals, std::uint64_t key) const;

  const datagen_generator_class* type_;
  Column column_;
  std::vector<Input> inputs_;
  datagen_generator* handle_ = nullptr;
  datagen_generator_info info_{};
  datagen_status status_ = 0;
  std::string message_;
};

/// Up to `n` ordinals: all of a small set, else pseudo-random ones with both ends.
std::vector<std::uint64_t> sample_ordinals(const datagen_generator_info& info, std::size_t n);

bool is_utf8(const std::string& text);
std::size_t characters(const std::string& text);

}  // namespace datagen::test
