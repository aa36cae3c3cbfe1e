// datagen.jsonl: a file of JSON objects for each table, one a line, as PostgreSQL's row_to_json makes them.
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "conversion.hpp"
#include "datagen/text/base64.hpp"
#include "datagen/text/row_encoder.hpp"
#include "datagen/writer.hpp"
#include "json_text.hpp"
#include "shape.hpp"

namespace datagen::jsonl {
namespace {

constexpr const char* kNulls[] = {"keep", "omit"};
constexpr const char* kNumbers[] = {"number", "string"};
constexpr const char* kBytes[] = {"hex", "base64"};

constexpr sdk::OptionTable kOptionTable(
    sdk::choice_option("nulls", "Keep nulls as \"key\": null, or omit the key.", kNulls, "\"keep\""),
    sdk::choice_option("bigint", "Values of bigint: numbers, or strings, for readers that know doubles only.", kNumbers,
                       "\"number\""),
    sdk::choice_option("numeric", "Values of numeric: numbers, or strings, for readers that know doubles only.",
                       kNumbers, "\"number\""),
    sdk::choice_option("bytes", "bytea as \\x and hexadecimal digits, as PostgreSQL writes it, or in base64.", kBytes,
                       "\"hex\""));

/// Of one table.
class Dialect {
 public:
  using Conversion = jsonl::Conversion;
  static constexpr std::size_t kMaxGrowth = JsonRule::kMaxGrowth;
  static constexpr std::size_t kSeparatorSize = 1;
  static constexpr std::size_t kMaxFrame = 6;  // quotes, an escaped \x; or base64's last four

  Dialect(const datagen_table_info& info, const datagen_database& database, const Settings& settings)
      : database_(&database), settings_(settings) {
    for (std::int64_t i = 0; i < info.schema->n_children; ++i) {
      leads_.push_back(key(info.schema->children[i]->name));
    }
  }

  static constexpr std::string_view null() { return "null"; }
  static constexpr std::string_view true_word() { return "true"; }
  static constexpr std::string_view false_word() { return "false"; }
  static constexpr std::string_view separator() { return ","; }
  static constexpr char quote() { return '"'; }
  static constexpr char time_mark() { return 'T'; }
  /// Numbers that are strings in JSON: oid, and what options ask for.
  char number_quote(const datagen_table_info& info, std::size_t column, text::ColumnKind) const {
    return shape_of(type_of(info, column), *database_, settings_).kind == Shape::Kind::kQuotedNumber ? '"' : '\0';
  }
  const std::string& lead(std::size_t column) const { return leads_[column]; }
  bool omits_nulls() const { return settings_.omit_nulls; }

  static char* text(char* out, const char* text, std::size_t size, const char* readable_end) {
    *out = '"';
    out = text::escape(JsonRule{}, out + 1, text, size, readable_end);
    if (out == nullptr) return nullptr;
    *out = '"';
    return out + 1;
  }
  char* bytes(char* out, const std::uint8_t* bytes, std::size_t size) const {
    *out++ = '"';
    out =
        settings_.base64 ? text::write_base64(out, bytes, size) : text::write_hex(text::put(out, "\\\\x"), bytes, size);
    *out = '"';
    return out + 1;
  }
  static char* timestamp(char* out, std::int64_t microseconds, bool utc) {
    return text::write_timestamp(out, microseconds, 'T', utc ? "+00:00" : "");
  }

  /// For text that is more than a string.
  std::unique_ptr<const Conversion> conversion(const datagen_table_info& info, std::size_t column) const {
    const std::string_view format = info.schema->children[column]->format;
    if (format != "u" && info.schema->children[column]->dictionary == nullptr) return nullptr;
    const char* const type = type_of(info, column);
    Shape shape = shape_of(type, *database_, settings_);
    if (shape.kind == Shape::Kind::kString) return nullptr;
    return std::make_unique<const Conversion>(std::move(shape), type);
  }

 private:
  static const char* type_of(const datagen_table_info& info, std::size_t column) {
    return info.definition->columns[info.columns[column]]->type;
  }

  const datagen_database* database_;
  Settings settings_;
  std::vector<std::string> leads_;
};

class Table {
 public:
  Table(const datagen_table_info& info, const datagen_database& database, const Settings& settings)
      : rows_(info, Dialect(info, database, settings)) {}

  void encode(const datagen_call& call, const datagen_batch& batch, sdk::Buffer& out) const {
    constexpr std::uint64_t kRowFrame = 3;  // { and }, and the end of the line
    const std::size_t n = static_cast<std::size_t>(batch.array->length);
    char* end = out.reserve(rows_.bound(*batch.array) + n * kRowFrame);
    Encoder::Rows rows(rows_, call, *batch.array);
    for (std::size_t i = 0; i < n; ++i) {
      *end = '{';
      end = rows.write(end + 1, i);
      *end++ = '}';
      *end++ = '\n';
    }
    out.set_end(end);
  }

 private:
  using Encoder = text::RowEncoder<Dialect>;

  Encoder rows_;
};

class Writer {
 public:
  static constexpr auto& kOptions = kOptionTable;

  Writer(const datagen_host*, const datagen_database& database, const sdk::OptionReader& options)
      : database_(database) {
    settings_.omit_nulls = options.choice("nulls") == 1;
    settings_.bigint_strings = options.choice("bigint") == 1;
    settings_.numeric_strings = options.choice("numeric") == 1;
    settings_.base64 = options.choice("bytes") == 1;
  }

  std::unique_ptr<Table> open_table(const datagen_table_info& info, datagen_table_plan&) {
    return std::make_unique<Table>(info, database_, settings_);
  }

 private:
  const datagen_database& database_;
  Settings settings_;
};

constexpr datagen_writer_class kWriter =
    sdk::writer_class<Writer>({"datagen.jsonl", "JSON Lines, an object for each row: a file for each table", 1, "jsonl",
                               DATAGEN_WRITER_TABLE_FILES});
constexpr const datagen_writer_class* kWriters[] = {&kWriter};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({"datagen.jsonl", "JSON Lines", "1.0.0", "datagen", "Apache-2.0", ""}, {}, kWriters);

}  // namespace
}  // namespace datagen::jsonl

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &datagen::jsonl::kPlugin; }
