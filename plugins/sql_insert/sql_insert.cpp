// datagen.sql_insert: a dump whose rows are INSERT statements of several rows each.
#include <algorithm>
#include <cstring>
#include <memory>
#include <string>

#include "datagen/postgres/ddl.hpp"
#include "datagen/postgres/sql_dialect.hpp"
#include "datagen/postgres/written_columns.hpp"
#include "datagen/text/row_encoder.hpp"
#include "datagen/writer.hpp"

namespace datagen::sql_insert {
namespace {

constexpr sdk::OptionTable kOptions(sdk::integer_option("rows_per_insert", "Rows in one INSERT statement.", "100", "1",
                                                        "100000"),
                                    postgres::kLoadProfileOption);

class Table {
 public:
  Table(const datagen_table_info& info, const datagen_database& database, std::uint64_t rows_per_insert,
        postgres::LoadProfile profile)
      : rows_(info), rows_per_insert_(rows_per_insert) {
    if (info.row_count != 0) {
      begin_ = postgres::begin_rows(profile, database, *info.definition, false);
      end_ = postgres::end_rows(profile, database, *info.definition);
    }
    const std::string columns = postgres::written_columns(info);
    header_ = "INSERT INTO " + postgres::qualified(info.definition->schema, info.definition->name);
    if (columns.empty()) {
      header_ += " DEFAULT VALUES;\n";
      return;
    }
    header_ += " (" + columns + ")";
    if (postgres::writes_identity_always(info)) header_ += " OVERRIDING SYSTEM VALUE";
    header_ += " VALUES\n";
  }

  void begin(sdk::Buffer& out) const { out.append(begin_); }
  void end(sdk::Buffer& out) const { out.append(end_); }

  void encode(const datagen_call& call, const datagen_batch& batch, sdk::Buffer& out) const {
    const std::size_t n = static_cast<std::size_t>(batch.array->length);
    if (rows_.size() == 0) return encode_defaults(n, out);
    const std::uint64_t statements = n / rows_per_insert_ + 2;
    char* end = out.reserve(rows_.bound(*batch.array) + n * kRowFrame + statements * header_.size());
    Encoder::Rows rows(rows_, call, *batch.array);
    // Statements are cut by the row's number in its table, so that no split into batches shows.
    std::uint64_t left = rows_per_insert_ - batch.first_row % rows_per_insert_;
    for (std::size_t i = 0; i < n; left = rows_per_insert_) {
      const std::size_t stop = static_cast<std::size_t>(std::min<std::uint64_t>(n, i + left));
      std::memcpy(end, header_.data(), header_.size());
      end += header_.size();
      for (; i < stop; ++i) {
        std::memcpy(end, "  (", 3);
        end = rows.write(end + 3, i);
        std::memcpy(end, "),\n", 3);
        end += 3;
      }
      std::memcpy(end - 2, ";\n\n", 3);
      ++end;
    }
    out.set_end(end);
  }

 private:
  using Encoder = text::RowEncoder<postgres::SqlDialect>;
  static constexpr std::uint64_t kRowFrame = 7;  // "  (" before a row, ");\n\n" after it

  // A table whose columns are all generated, or that has none: VALUES has no form for rows without columns.
  void encode_defaults(std::size_t n, sdk::Buffer& out) const {
    out.reserve(n * header_.size());
    for (std::size_t i = 0; i < n; ++i) out.append(header_);
  }

  Encoder rows_;
  std::uint64_t rows_per_insert_;
  std::string header_;  // of a statement
  std::string begin_, end_;
};

class Writer {
 public:
  static constexpr auto& kOptions = sql_insert::kOptions;

  Writer(const datagen_host*, const datagen_database& database, const sdk::OptionReader& options)
      : database_(database),
        rows_per_insert_(static_cast<std::uint64_t>(options.integer("rows_per_insert"))),
        profile_(postgres::load_profile(options)) {}

  void pre_data(sdk::Buffer& out) { out.append(postgres::pre_data(database_, profile_)); }
  void post_data(sdk::Buffer& out) { out.append(postgres::post_data(database_, profile_)); }
  std::unique_ptr<Table> open_table(const datagen_table_info& info, datagen_table_plan& plan) {
    plan.row_alignment = rows_per_insert_;
    return std::make_unique<Table>(info, database_, rows_per_insert_, profile_);
  }

 private:
  const datagen_database& database_;
  std::uint64_t rows_per_insert_;
  postgres::LoadProfile profile_;
};

constexpr datagen_writer_class kWriter = sdk::writer_class<Writer>(
    {"datagen.sql_insert", "PostgreSQL dump with INSERT statements: readable, and loads anywhere", 1, "sql"});
constexpr const datagen_writer_class* kWriters[] = {&kWriter};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({"datagen.sql_insert", "INSERT", "1.0.0", "datagen", "Apache-2.0", ""}, {}, kWriters);

}  // namespace
}  // namespace datagen::sql_insert

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &datagen::sql_insert::kPlugin; }
