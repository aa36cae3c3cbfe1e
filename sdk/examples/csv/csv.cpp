// An encoder: every table as comma-separated values (RFC 4180), one after the other, each with a header line.  It shows how
// little a writer needs; the program has one with every option, plugins/csv (--format csv).
#include <memory>
#include <string>

#include "datagen/text/row_encoder.hpp"
#include "datagen/writer.hpp"

namespace {

namespace sdk = datagen::sdk;
namespace text = datagen::text;

// Within quotes, only the quote is special.  PostgreSQL's text cannot hold NUL, so a NUL is refused.
struct CsvRule {
  static constexpr std::size_t kMaxGrowth = 2;

  static constexpr bool is_special(std::uint8_t byte) { return byte == '"' || byte == 0; }

#if DATAGEN_TEXT_BLOCKS
  static auto special(text::Block block) { return (block == '"') | (block == 0); }
#endif

  static char* write(char* out, std::uint8_t byte) {
    if (byte == 0) return nullptr;
    out[0] = '"';
    out[1] = '"';
    return out + 2;
  }
};

// Null is nothing, the empty text is "".
struct CsvDialect {
  using Rule = CsvRule;
  static constexpr std::string_view kNull = "";
  static constexpr std::string_view kTrue = "true";
  static constexpr std::string_view kFalse = "false";
  static constexpr std::string_view kSeparator = ",";
  static constexpr std::string_view kBytesPrefix = "\\x";
  static constexpr char kQuote = '"';
};

std::string quoted(const char* name) {
  std::string result = "\"";
  for (const char* at = name; *at != '\0'; ++at) {
    if (*at == '"') result += '"';
    result += *at;
  }
  return result + "\"";
}

// One table: const functions that any number of threads call at once.
class Table {
 public:
  Table(const datagen_table_info& info, bool header) : rows_(info) {
    if (!header) return;
    for (std::int64_t i = 0; i < info.schema->n_children; ++i) {
      if (i != 0) header_ += ',';
      header_ += quoted(info.schema->children[i]->name);
    }
    header_ += '\n';
  }

  void begin(sdk::Buffer& out) const { out.append(header_); }

  void encode(const datagen_call& call, const datagen_batch& batch, sdk::Buffer& out) const {
    const std::size_t n = static_cast<std::size_t>(batch.array->length);
    char* end = out.reserve(rows_.bound(*batch.array) + n);
    Encoder::Rows rows(rows_, call, *batch.array);
    for (std::size_t i = 0; i < n; ++i) {
      end = rows.write(end, i);
      *end++ = '\n';
    }
    out.set_end(end);
  }

 private:
  using Encoder = text::RowEncoder<CsvDialect>;

  Encoder rows_;
  std::string header_;
};

constexpr sdk::OptionTable kOptionTable(sdk::bool_option("header", "Begin each table with its columns' names.",
                                                         "true"));

class Writer {
 public:
  static constexpr auto& kOptions = kOptionTable;

  Writer(const datagen_host*, const datagen_database&, const sdk::OptionReader& options)
      : header_(options.boolean("header")) {}

  std::unique_ptr<Table> open_table(const datagen_table_info& info, datagen_table_plan&) {
    return std::make_unique<Table>(info, header_);
  }

 private:
  bool header_;
};

constexpr datagen_writer_class kWriter =
    sdk::writer_class<Writer>({"org.example.csv", "Comma-separated values, table after table", 1, "csv"});
constexpr const datagen_writer_class* kWriters[] = {&kWriter};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({"org.example.csv", "Comma-separated values", "1.0.0", "Example", "Apache-2.0", ""}, {}, kWriters);

}  // namespace

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &kPlugin; }
