#include "writer.hpp"

namespace datagen::pg_archive {

Writer::Writer(const datagen_host* host, const datagen_database& database, const sdk::OptionReader& options)
    : host_(host),
      database_(database),
      entries_(entries_of(database_.get())),
      output_(options.is_set("output") ? options.string("output") : ""),
      output_dir_(options.is_set("output_dir") ? options.string("output_dir") : ""),
      written_(database.n_tables) {
  if (!output_dir_.empty() && !output_.empty() && output_ != "-") {
    throw sdk::PluginError(DATAGEN_INVALID_OPTION,
                           "an archive is a file or a directory; leave out the file, or the directory", "output_dir");
  }
  head_.compression = static_cast<int>(options.integer("compression"));
  head_.created = options.timestamp("created");
  if (database.name != nullptr) head_.database = database.name;
}

Archive& Writer::archive() {
  if (archive_ == nullptr)
    archive_ = output_dir_.empty() ? open_custom(host_, output_, head_) : open_directory(host_, output_dir_, head_);
  return *archive_;
}

StreamKind Writer::stream_kind() const {
  if (head_.compression == 0) return StreamKind::plain;
  return output_dir_.empty() ? StreamKind::zlib : StreamKind::gzip;
}

Selection Writer::selection(bool post_data) const {
  Selection selected;
  for (const Entry& entry : entries_) {
    const bool wanted = entry.part == Part::settings || (entry.part == Part::pre_data && pre_data_) ||
                        (entry.part == Part::data && data_) || (entry.part == Part::post_data && post_data);
    if (wanted) selected.push_back(&entry);
  }
  return selected;
}

void Writer::pre_data(sdk::Buffer&) {
  pre_data_ = true;
  archive();
}

std::unique_ptr<Table> Writer::open_table(const datagen_table_info& info, datagen_table_plan& plan) {
  data_ = true;
  archive();
  auto table = std::make_unique<Table>(*this, info);
  plan.row_alignment = table->piece_rows();
  return table;
}

void Writer::begin_rows(std::uint32_t table) {
  if (table_ == table) return;
  end_rows();
  for (const Entry& entry : entries_) {
    if (entry.table != table) continue;
    if (written_[table]) {
      throw sdk::PluginError(DATAGEN_INVALID_ARGUMENT,
                             "the rows of table " + entry.tag + " come in two parts, with those of another between");
    }
    archive().begin_data(entry, selection(true));
    written_[table] = true;
    table_ = table;
    rows_.emplace(stream_kind(), head_.compression, [this](std::string_view bytes) { archive_->data(bytes); });
    return;
  }
  throw sdk::PluginError(DATAGEN_INVALID_ARGUMENT, "rows of a table where there are to be none");
}

void Writer::end_rows() {
  if (!table_) return;
  rows_->end();
  archive_->end_data();
  rows_.reset();
  table_.reset();
}

void Writer::post_data(sdk::Buffer&) { post_data_ = true; }

void Writer::finish() {
  if (abandoned_) throw sdk::PluginError(DATAGEN_INVALID_ARGUMENT, "rows were appended that were never committed");
  end_rows();
  archive().finish(selection(post_data_));
}

Table::Table(Writer& writer, const datagen_table_info& info)
    : writer_(writer), table_(info.table), pieces_(info, writer.stream_kind(), writer.head_.compression) {}

Lane::~Lane() {
  if (pending_) writer_.abandoned_ = true;
}

void Lane::append(const datagen_call&, std::span<const std::uint8_t> pieces) {
  pending_ = true;
  writer_.begin_rows(table_);
  writer_.rows_->append(pieces);
}

void Lane::commit() {
  writer_.begin_rows(table_);  // a table without rows has an end all the same
  pending_ = false;
}

}  // namespace datagen::pg_archive
