// datagen.csv: a file of delimited values for each table.
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include "datagen/text/row_encoder.hpp"
#include "datagen/writer.hpp"
#include "dialect.hpp"
#include "settings.hpp"

namespace datagen::csv {
namespace {

class Table {
 public:
  Table(const datagen_table_info& info, const Settings& settings)
      : dialect_(settings, info.schema->n_children == 1),
        rows_(info, dialect_),
        end_of_line_(settings.crlf ? "\r\n" : "\n") {
    if (settings.bom) first_line_ = "\xEF\xBB\xBF";
    if (settings.header) add_header(info, settings.delimiter);
  }

  void begin(sdk::Buffer& out) const { out.append(first_line_); }

  void encode(const datagen_call& call, const datagen_batch& batch, sdk::Buffer& out) const {
    const std::size_t n = static_cast<std::size_t>(batch.array->length);
    char* end = out.reserve(rows_.bound(*batch.array) + n * end_of_line_.size());
    Encoder::Rows rows(rows_, call, *batch.array);
    const std::size_t end_size = end_of_line_.size();
    for (std::size_t i = 0; i < n; ++i) {
      end = rows.write(end, i);
      std::memcpy(end, end_of_line_.data(), 2);
      end += end_size;
    }
    out.set_end(end);
  }

 private:
  using Encoder = text::RowEncoder<Dialect>;

  void add_header(const datagen_table_info& info, char delimiter) {
    for (std::int64_t i = 0; i < info.schema->n_children; ++i) {
      if (i != 0) first_line_ += delimiter;
      const std::string_view name = info.schema->children[i]->name;
      std::string field(name.size() * Dialect::kMaxGrowth + Dialect::kMaxFrame + sdk::kBufferSlack, '\0');
      const char* const end = dialect_.text(field.data(), name.data(), name.size(), name.data() + name.size());
      first_line_.append(field.data(), static_cast<std::size_t>(end - field.data()));
    }
    first_line_ += end_of_line_;
  }

  Dialect dialect_;
  Encoder rows_;
  std::string_view end_of_line_;
  std::string first_line_;
};

class Writer {
 public:
  static constexpr auto& kOptions = csv::kOptions;

  Writer(const datagen_host*, const datagen_database&, const sdk::OptionReader& options)
      : settings_(read_settings(options)) {}

  std::unique_ptr<Table> open_table(const datagen_table_info& info, datagen_table_plan&) {
    return std::make_unique<Table>(info, settings_);
  }

 private:
  Settings settings_;
};

constexpr datagen_writer_class kWriter = sdk::writer_class<Writer>(
    {"datagen.csv", "Comma-separated values, or any other delimited text: a file for each table", 1, "csv",
     DATAGEN_WRITER_TABLE_FILES});
constexpr const datagen_writer_class* kWriters[] = {&kWriter};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({"datagen.csv", "CSV", "1.0.0", "datagen", "Apache-2.0", ""}, {}, kWriters);

}  // namespace
}  // namespace datagen::csv

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &datagen::csv::kPlugin; }
