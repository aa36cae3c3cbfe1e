#include "writer.hpp"

#include "new_database.hpp"

namespace datagen::sqlite {
namespace {

// Of what is left out, as many are told in the warning.
constexpr std::size_t kMostTold = 6;

}  // namespace

Writer::Writer(const datagen_host* host, const datagen_database& database, const sdk::OptionReader& options)
    : host_(host),
      database_(database),
      output_(options.is_set("output") ? options.string("output") : ""),
      existing_(static_cast<ExistingRows>(options.choice("existing"))),
      analyze_(options.boolean("analyze")),
      page_size_(options.integer("page_size")),
      user_version_(options.integer("user_version")),
      application_id_(options.integer("application_id")) {
  if (output_.empty())
    throw sdk::PluginError(DATAGEN_INVALID_OPTION, "name the database file with --output, such as -o data.db",
                           "output");
  if ((page_size_ & (page_size_ - 1)) != 0)
    throw sdk::PluginError(DATAGEN_INVALID_OPTION, "must be a power of two, such as 4096 or 8192", "page_size");
  check_output_name(output_);
  sql_ = database_sql(database, options.boolean("strict"));
}

Writer::~Writer() {
  if (connection_ != nullptr && file_ == nullptr) connection_->try_run("ROLLBACK");
  connection_.reset();
}

void Writer::tell_left_out() const {
  if (sql_.left_out.empty()) return;
  std::string text = "SQLite cannot keep all of the description: ";
  for (std::size_t i = 0; i < sql_.left_out.size(); ++i) {
    if (i < kMostTold) text += (i == 0 ? "" : "; ") + sql_.left_out[i];
    host_->log(host_, DATAGEN_LOG_INFO, sql_.left_out[i].c_str());
  }
  if (sql_.left_out.size() > kMostTold)
    text += "; and " + std::to_string(sql_.left_out.size() - kMostTold) + " more, which -v tells";
  host_->log(host_, DATAGEN_LOG_WARNING, text.c_str());
}

void Writer::pre_data(sdk::Buffer&) {
  if (!has(DATAGEN_CONTENT_DEFINITIONS)) return;
  tell_left_out();
  file_ = std::make_unique<NewFile>(output_);
  connection_ = std::make_unique<Connection>(host_, file_->path());
  create_tables(*connection_, sql_, {page_size_, user_version_, application_id_});
}

void Writer::open_existing() {
  connection_ = std::make_unique<Connection>(host_, output_);
  connection_->run("PRAGMA foreign_keys = OFF;PRAGMA cache_size = -65536;BEGIN IMMEDIATE", "cannot begin to write");
}

std::unique_ptr<Table> Writer::open_table(const datagen_table_info& info, datagen_table_plan& plan) {
  if (connection_ == nullptr) {
    open_existing();
    check_columns(*connection_, database_);
    settle_existing_rows(*connection_, database_, existing_);
  }
  plan.max_lanes = 1;
  return std::make_unique<Table>(*this, info);
}

std::unique_ptr<Lane> Table::open_sink(std::uint32_t) {
  return std::make_unique<Lane>(*writer_.connection_, info_, writer_.sql_.tables[info_.table].name, writer_.abandoned_);
}

void Writer::complete() {
  if (file_ != nullptr && !completed_) complete_tables(*connection_, sql_);
  completed_ = true;
}

void Writer::post_data(sdk::Buffer&) {
  if (connection_ == nullptr) open_existing();
  complete();
  if (has(DATAGEN_CONTENT_DEFINITIONS)) create_indexes(*connection_, sql_);
  // Rows of a new file refer to each other as they were made to; others may have been there before.
  if (has(DATAGEN_CONTENT_DATA) && file_ == nullptr) check_foreign_keys(*connection_);
  if (has(DATAGEN_CONTENT_DATA) && analyze_) connection_->run("ANALYZE", "cannot gather statistics");
}

void Writer::finish() {
  if (connection_ == nullptr) return;
  if (abandoned_) throw sdk::PluginError(DATAGEN_INVALID_ARGUMENT, "rows were written that were not committed");
  complete();
  connection_->run("COMMIT", "cannot commit");
  connection_->close();
  connection_.reset();
  if (file_ != nullptr) file_->place();
}

}  // namespace datagen::sqlite
