// Tables as tab-separated text, one after the other, each below a line with its name and one with its columns.
#include <memory>
#include <string>

#include "datagen/postgres/copy_dialect.hpp"
#include "datagen/text/row_encoder.hpp"
#include "datagen/writer.hpp"

namespace {

namespace sdk = datagen::sdk;

// How values look.  A dialect of your own says what null, true and false are, and how text is quoted and escaped: see
// datagen/text/row_encoder.hpp.
using Dialect = datagen::postgres::CopyDialect;

// One table.  Its functions are called by any number of threads; each appends its own part of the output, and the
// program puts the parts in order.
class Table {
 public:
  Table(const datagen_table_info& info, bool header) : rows_(info) {
    header_ = std::string("# ") + info.definition->name + "\n";
    if (!header) return;
    for (std::int64_t i = 0; i < info.schema->n_children; ++i) {
      if (i != 0) header_ += '\t';
      header_ += info.schema->children[i]->name;
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
  using Encoder = datagen::text::RowEncoder<Dialect>;

  Encoder rows_;
  std::string header_;
};

constexpr sdk::OptionTable kOptionTable(sdk::bool_option("header",
                                                         "Begin each table with a line of its columns' names.",
                                                         "true"));

// One run.  The description lies in the database: tables with their columns, constraints and indexes.
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

constexpr datagen_writer_class kWriter = sdk::writer_class<Writer>({"@ID@", "Tab-separated text", 1, "tsv"});
constexpr const datagen_writer_class* kWriters[] = {&kWriter};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({"@ID@", "@NAME@", "0.1.0", "Unknown", "LicenseRef-None", ""}, {}, kWriters);

}  // namespace

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &kPlugin; }
