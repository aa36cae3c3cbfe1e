#include "run/table_run.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "run/plugin_call.hpp"

namespace datagen {

namespace {

void release_no_schema(ArrowSchema*) {}
void release_no_array(ArrowArray*) {}

// Arrow's encoding of key-value metadata: int32 lengths in native byte order.
void append_sized(std::string& out, std::string_view text) {
  std::int32_t size = static_cast<std::int32_t>(text.size());
  char bytes[4];
  std::memcpy(bytes, &size, 4);
  out.append(bytes, 4).append(text);
}

std::string column_metadata(const std::string& postgres_type, std::string_view format) {
  std::int32_t pairs = format == "w:16" ? 2 : 1;
  std::string out(4, '\0');
  std::memcpy(out.data(), &pairs, 4);
  append_sized(out, "postgres_type");
  append_sized(out, postgres_type);
  if (pairs == 2) {
    append_sized(out, "ARROW:extension:name");
    append_sized(out, "arrow.uuid");
  }
  return out;
}

// The dictionary of a column, which may be that of a column far away that it refers to.
const ArrowArray* dictionary_of(const Plan::Impl& plan, std::size_t t, std::size_t c) {
  const Source* source = &plan.tables[t].columns[c].source;
  if (!source->dictionary) return nullptr;
  while (source->kind == Source::Kind::reference || source->kind == Source::Kind::lookup) {
    t = looked_up_table(plan, t, *source);
    source = &plan.tables[t].columns[source->referenced_column].source;
  }
  return &source->set->dictionary()->array();
}

}  // namespace

const ArrowArray& BatchArray::gather(const Program& program, Workspace& workspace) {
  children_.clear();
  for (std::size_t column : program.outputs)
    children_.push_back(const_cast<ArrowArray*>(&workspace.column(column).array()));
  root_.length = workspace.n;
  root_.n_buffers = 1;
  root_.buffers = no_validity_;
  root_.n_children = static_cast<std::int64_t>(children_.size());
  root_.children = children_.data();
  root_.release = &release_no_array;
  return root_;
}

TableRun::TableRun(const Plan::Impl& plan, const SchemaView& view, std::size_t number, const WriterClass& writer_class,
                   datagen_writer* writer)
    : class_(writer_class), index_(view.tables()[number]), plan_(plan.tables[index_]) {
  name_ = plan.description.tables[index_].full_name();
  build_schema(plan);
  info_.struct_size = sizeof info_;
  info_.table = static_cast<std::uint32_t>(number);
  info_.definition = view.database().tables[number];
  info_.schema = &root_;
  info_.dictionaries = dictionaries_.data();
  info_.columns = columns_.data();
  info_.row_count = plan_.rows;
  table_plan_.struct_size = sizeof table_plan_;
  table_plan_.max_lanes = 1;
  const std::uint32_t batch_size = std::max<std::uint32_t>(plan.options.batch_size, 1);
  table_plan_.batch_rows = batch_size;
  table_plan_.row_alignment = 1;
  datagen_error error = empty_error();
  datagen_status status = class_.table.open_table(writer, &info_, &table_plan_, &writer_, &error);
  check_writer(class_, status, error, name_, ErrorCode::description);
  std::uint64_t alignment = table_plan_.row_alignment;
  if (alignment == 0 || alignment > 1u << 20 || table_plan_.max_lanes == 0 || writer_ == nullptr) {
    if (writer_ != nullptr) class_.table.close_table(writer_);
    throw Error(ErrorCode::plugin,
                Fault{fmt::format("writer {} asks for a row alignment of {} and {} lanes, which cannot be", class_.id,
                                  alignment, table_plan_.max_lanes),
                      {},
                      name_,
                      "report this to the makers of " + class_.origin});
  }
  batch_rows_ = static_cast<std::uint32_t>((batch_size + alignment - 1) / alignment * alignment);
  job_rows_ = batch_rows_;
  choose_range(plan.options);
}

TableRun::~TableRun() { class_.table.close_table(writer_); }

void TableRun::choose_range(const RunOptions& options) {
  range_ = rows_of_shard(plan_.rows, table_plan_.row_alignment, options.shard);
  // A table without rows is the first shard's.
  const bool here = plan_.rows == 0 ? options.shard.number == 1 : !range_.empty();
  const bool fragment = options.file_per_table && options.split_size == 0;
  begins_ = here && (!fragment || range_.first == 0);
  ends_ = here && (!fragment || range_.end == plan_.rows);
}

void TableRun::set_job_rows(std::uint64_t rows) {
  const std::uint64_t alignment = table_plan_.row_alignment;
  job_rows_ = (std::clamp<std::uint64_t>(rows, 1, std::uint64_t{1} << 20) + alignment - 1) / alignment * alignment;
}

std::vector<RowRange> TableRun::samples() const {
  constexpr std::uint64_t places = 4, least_rows = 16;
  const std::uint64_t alignment = table_plan_.row_alignment;
  const std::uint64_t n = (least_rows + alignment - 1) / alignment * alignment;
  std::vector<RowRange> ranges;
  if (plan_.rows <= places * n) return {{0, plan_.rows}};
  for (std::uint64_t k = 0; k < places; ++k) {
    const std::uint64_t first = plan_.rows / places * k / alignment * alignment;
    ranges.push_back({first, first + n});
  }
  return ranges;
}

void TableRun::append(Part part, Buffer& out) const {
  if (part == nullptr) return;
  datagen_error error = empty_error();
  check(part(writer_, out.abi(), &error), error, 0, out);
}

void TableRun::check(datagen_status status, datagen_error& error, std::uint64_t first, const Buffer& out) const {
  if (error.row >= 0) error.row += static_cast<std::int64_t>(first);
  check_writer(class_, status, error, name_, ErrorCode::generation);
  check_intact(class_, out, name_);
}

void TableRun::build_schema(const Plan::Impl& plan) {
  const Table& table = plan.description.tables[index_];
  for (std::size_t c : plan_.output_columns) {
    const Source& source = plan_.columns[c].source;
    const std::string& metadata = metadata_.emplace_back(column_metadata(table.columns[c].type.text, source.format));
    ArrowSchema& child = children_.emplace_back();
    child.format = source.dictionary ? "i" : source.format.c_str();
    child.name = table.columns[c].name.c_str();
    child.metadata = metadata.data();
    child.flags = table.columns[c].not_null ? 0 : ARROW_FLAG_NULLABLE;
    child.release = &release_no_schema;
    if (source.dictionary) {
      ArrowSchema& entries = dictionary_schemas_.emplace_back();
      entries.format = "u";
      entries.name = "";
      entries.release = &release_no_schema;
      child.dictionary = &entries;
    }
    child_pointers_.push_back(&child);
    dictionaries_.push_back(dictionary_of(plan, index_, c));
    columns_.push_back(static_cast<std::uint32_t>(c));
  }
  root_.format = "+s";
  root_.name = "";
  root_.n_children = static_cast<std::int64_t>(child_pointers_.size());
  root_.children = child_pointers_.data();
  root_.release = &release_no_schema;
}

}  // namespace datagen
