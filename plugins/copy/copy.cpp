// datagen.copy: a dump whose rows are COPY ... FROM stdin blocks in text format, as pg_dump writes them.
#include <memory>
#include <string>

#include "datagen/postgres/copy_dialect.hpp"
#include "datagen/postgres/ddl.hpp"
#include "datagen/postgres/written_columns.hpp"
#include "datagen/text/row_encoder.hpp"
#include "datagen/writer.hpp"

namespace datagen::copy {
namespace {

constexpr sdk::OptionTable kOptionTable(postgres::kLoadProfileOption);

class Table {
 public:
  Table(const datagen_table_info& info, const datagen_database& database, postgres::LoadProfile profile)
      : rows_(info), empty_(info.row_count == 0) {
    const std::string columns = postgres::written_columns(info);
    header_ = postgres::begin_rows(profile, database, *info.definition, true);
    header_ += "COPY " + postgres::qualified(info.definition->schema, info.definition->name);
    if (!columns.empty()) header_ += " (" + columns + ")";
    header_ += postgres::freezes_rows(profile, database) ? " FROM stdin WITH (FREEZE);\n" : " FROM stdin;\n";
    footer_ = "\\.\n\n" + postgres::end_rows(profile, database, *info.definition);
  }

  void begin(sdk::Buffer& out) const {
    if (!empty_) out.append(header_);
  }

  void encode(const datagen_call& call, const datagen_batch& batch, sdk::Buffer& out) const {
    const std::size_t n = static_cast<std::size_t>(batch.array->length);
    char* end = out.reserve(rows_.bound(*batch.array) + n);
    Rows rows(rows_, call, *batch.array);
    for (std::size_t i = 0; i < n; ++i) {
      end = rows.write(end, i);
      *end++ = '\n';
    }
    out.set_end(end);
  }

  void end(sdk::Buffer& out) const {
    if (!empty_) out.append(footer_);
  }

 private:
  using Encoder = text::RowEncoder<postgres::CopyDialect>;
  using Rows = Encoder::Rows;

  Encoder rows_;
  bool empty_;
  std::string header_, footer_;
};

class Writer {
 public:
  static constexpr auto& kOptions = kOptionTable;

  Writer(const datagen_host*, const datagen_database& database, const sdk::OptionReader& options)
      : database_(database), profile_(postgres::load_profile(options)) {}

  void pre_data(sdk::Buffer& out) { out.append(postgres::pre_data(database_, profile_)); }
  void post_data(sdk::Buffer& out) { out.append(postgres::post_data(database_, profile_)); }
  std::unique_ptr<Table> open_table(const datagen_table_info& info, datagen_table_plan&) {
    return std::make_unique<Table>(info, database_, profile_);
  }

 private:
  const datagen_database& database_;
  postgres::LoadProfile profile_;
};

constexpr datagen_writer_class kWriter =
    sdk::writer_class<Writer>({"datagen.copy", "PostgreSQL dump with COPY: the fastest to load with psql", 1, "sql"});
constexpr const datagen_writer_class* kWriters[] = {&kWriter};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({"datagen.copy", "COPY", "1.0.0", "datagen", "Apache-2.0", ""}, {}, kWriters);

}  // namespace
}  // namespace datagen::copy

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &datagen::copy::kPlugin; }
