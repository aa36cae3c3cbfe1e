#include "tests/core/support/recording_writer.hpp"

#include <chrono>
#include <cstring>
#include <memory>
#include <string_view>
#include <thread>

#include "datagen/text/integer.hpp"

namespace datagen::test {
namespace {

std::unique_ptr<WriterRecord>& current() {
  static auto record = std::make_unique<WriterRecord>();
  return record;
}

struct TableWriter {
  std::string name;
  const datagen_table_info* info;
};
struct Sink {
  TableWriter* table;
  std::atomic<int> users{0};
  std::vector<std::uint64_t> pending;
  std::string bytes;
};

TableWriter& table_of(datagen_table_writer* writer) { return *reinterpret_cast<TableWriter*>(writer); }
const TableWriter& table_of(const datagen_table_writer* writer) {
  return *reinterpret_cast<const TableWriter*>(writer);
}

datagen_status failure(datagen_error* error, datagen_status status, const char* message, std::int64_t row = -1) {
  error->code = status;
  error->row = row;
  std::snprintf(error->message, sizeof error->message, "%s", message);
  return status;
}

// No allocation of its own: tests count those of the core.
datagen_status append(datagen_buffer* out, std::string_view text) {
  if (datagen_status status = out->reserve(out, out->size + text.size() + 32); status != DATAGEN_OK) return status;
  std::memcpy(out->data + out->size, text.data(), text.size());
  out->size += text.size();
  return DATAGEN_OK;
}
datagen_status append_number(datagen_buffer* out, std::int64_t value) {
  char digits[32 + 64];
  return append(out, {digits, static_cast<std::size_t>(text::write_integer(digits, value) - digits)});
}

// A writer is its database.
datagen_status create(const datagen_host*, const datagen_database* database, const datagen_value*, std::uint32_t,
                      datagen_writer** out, datagen_error*) noexcept {
  ++record().writers;
  *out = reinterpret_cast<datagen_writer*>(const_cast<datagen_database*>(database));
  return DATAGEN_OK;
}
void destroy(datagen_writer* writer) noexcept {
  if (writer != nullptr) --record().writers;
}
datagen_status pre_data(datagen_writer* writer, datagen_buffer* out, datagen_error*) noexcept {
  return append(out, reinterpret_cast<const datagen_database*>(writer)->contents == 0 ? "bare\n" : "schema\n");
}
datagen_status post_data(datagen_writer*, datagen_buffer* out, datagen_error* error) noexcept {
  if (record().fail_post_data) return failure(error, DATAGEN_INTERNAL, "no end");
  return append(out, "done\n");
}
datagen_status no_bytes(datagen_writer*, datagen_buffer*, datagen_error* error) noexcept {
  return record().fail_post_data ? failure(error, DATAGEN_INTERNAL, "no end") : datagen_status{DATAGEN_OK};
}
datagen_status open_table(datagen_writer*, const datagen_table_info* info, datagen_table_plan* plan,
                          datagen_table_writer** out, datagen_error* error) noexcept {
  if (record().fail_open) return failure(error, DATAGEN_UNSUPPORTED, "no such table");
  plan->row_alignment = record().alignment;
  plan->max_lanes = record().lanes;
  ++record().tables;
  *out = reinterpret_cast<datagen_table_writer*>(new TableWriter{info->definition->name, info});
  return DATAGEN_OK;
}
void close_table(datagen_table_writer* writer) noexcept {
  if (record().writers != 1) record().after_close = true;
  --record().tables;
  delete &table_of(writer);
}
datagen_status mark(const datagen_table_writer* writer, datagen_buffer* out, const char* word,
                    std::map<std::string, int> WriterRecord::*counts) {
  const std::string& name = table_of(writer).name;
  {
    std::lock_guard lock(record().mutex);
    ++(record().*counts)[name];
  }
  append(out, word);
  append(out, name);
  return append(out, "\n");
}
datagen_status begin(const datagen_table_writer* writer, datagen_buffer* out, datagen_error*) noexcept {
  return mark(writer, out, "begin ", &WriterRecord::begun);
}
datagen_status end(const datagen_table_writer* writer, datagen_buffer* out, datagen_error*) noexcept {
  return mark(writer, out, "end ", &WriterRecord::ended);
}

bool is_null(const ArrowArray& column, std::int64_t i) {
  const auto* bits = static_cast<const std::uint8_t*>(column.buffers[0]);
  return bits != nullptr && (bits[i / 8] >> (i % 8) & 1) == 0;
}
datagen_status append_cell(datagen_buffer* out, const ArrowSchema& schema, const ArrowArray& column, std::int64_t i) {
  if (is_null(column, i)) return append(out, "NULL");
  const void* data = column.buffers[1];
  const ArrowArray* texts = schema.format[0] == 'u' ? &column : nullptr;
  if (column.dictionary != nullptr) {
    i = static_cast<const std::int32_t*>(data)[i];
    texts = column.dictionary;
  }
  if (texts != nullptr) {
    const auto* offsets = static_cast<const std::int32_t*>(texts->buffers[1]);
    return append(out, {static_cast<const char*>(texts->buffers[2]) + offsets[i],
                        static_cast<std::size_t>(offsets[i + 1] - offsets[i])});
  }
  if (schema.format[0] == 's') return append_number(out, static_cast<const std::int16_t*>(data)[i]);
  if (schema.format[0] == 'i') return append_number(out, static_cast<const std::int32_t*>(data)[i]);
  return append_number(out, static_cast<const std::int64_t*>(data)[i]);
}

std::int64_t failing_row(const datagen_batch& batch) {
  const std::int64_t row = record().fail_row - static_cast<std::int64_t>(batch.first_row);
  return record().fail_row >= 0 && row >= 0 && row < batch.array->length ? row : -1;
}
void check_batch(const TableWriter& table, const datagen_batch& batch) {
  const std::uint64_t end_row = batch.first_row + static_cast<std::uint64_t>(batch.array->length);
  if (batch.first_row % record().alignment != 0 ||
      (end_row % record().alignment != 0 && end_row != table.info->row_count))
    record().misaligned = true;
}

datagen_status encode(const datagen_table_writer* writer, const datagen_call*, const datagen_batch* batch,
                      datagen_buffer* out, datagen_error* error) noexcept {
  const TableWriter& table = table_of(writer);
  ++record().encodes;
  const int now = ++record().under_way;
  for (int most = record().most_under_way; now > most && !record().most_under_way.compare_exchange_weak(most, now);) {
  }
  check_batch(table, *batch);
  if (const std::int64_t row = failing_row(*batch); row >= 0)
    return failure(error, record().fail_status, "cannot write this", row);
  for (std::int64_t i = 0; i < batch->array->length; ++i) {
    append_number(out, static_cast<std::int64_t>(batch->first_row) + i);
    for (std::int64_t c = 0; c < batch->array->n_children; ++c) {
      append(out, ",");
      append_cell(out, *table.info->schema->children[c], *batch->array->children[c], i);
    }
    if (datagen_status status = append(out, "\n"); status != DATAGEN_OK) return status;
  }
  return DATAGEN_OK;
}

datagen_status sink_open(datagen_table_writer* writer, std::uint32_t lane, datagen_sink** out,
                         datagen_error* error) noexcept {
  if (record().fail_lane == lane) return failure(error, DATAGEN_IO, "no connection");
  std::lock_guard lock(record().mutex);
  ++record().opened[table_of(writer).name];
  ++record().sinks;
  *out = reinterpret_cast<datagen_sink*>(new Sink{&table_of(writer), {}, {}, {}});
  return DATAGEN_OK;
}
datagen_status sink_write(datagen_sink* lane, const datagen_call*, const datagen_batch* batch,
                          datagen_error* error) noexcept {
  Sink& sink = *reinterpret_cast<Sink*>(lane);
  if (++sink.users != 1) record().lane_shared = true;
  if (record().pause) std::this_thread::sleep_for(std::chrono::microseconds(200));
  check_batch(*sink.table, *batch);
  const std::int64_t row = failing_row(*batch);
  if (row < 0) sink.pending.push_back(batch->first_row);
  --sink.users;
  return row < 0 ? datagen_status{DATAGEN_OK} : failure(error, record().fail_status, "cannot take this", row);
}
// Of a container: what encode() made, as it came.
datagen_status sink_append(datagen_sink* lane, const datagen_call* call, const std::uint8_t* bytes, std::uint64_t n,
                           datagen_error* error) noexcept {
  Sink& sink = *reinterpret_cast<Sink*>(lane);
  if (++sink.users != 1) record().lane_shared = true;
  if (record().pause) std::this_thread::sleep_for(std::chrono::microseconds(200));
  --record().under_way;
  if (call->scratch(call, 64) == nullptr) return failure(error, DATAGEN_OUT_OF_MEMORY, "no scratch memory");
  const bool full = record().archive_limit < sink.bytes.size() + n;
  if (!full) sink.bytes.append(reinterpret_cast<const char*>(bytes), n);
  --sink.users;
  return full ? failure(error, DATAGEN_IO, "the disk is full") : datagen_status{DATAGEN_OK};
}
void settle(Sink& sink, std::map<std::string, std::vector<std::uint64_t>>& where) {
  auto& rows = where[sink.table->name];
  rows.insert(rows.end(), sink.pending.begin(), sink.pending.end());
  sink.pending.clear();
}
datagen_status sink_commit(datagen_sink* lane, datagen_error* error) noexcept {
  Sink& sink = *reinterpret_cast<Sink*>(lane);
  std::lock_guard lock(record().mutex);
  if (record().fail_commit) return failure(error, DATAGEN_IO, "connection lost");
  ++record().commits[sink.table->name];
  settle(sink, record().committed);
  record().archive[sink.table->name] += sink.bytes;
  sink.bytes.clear();
  return DATAGEN_OK;
}
void sink_close(datagen_sink* lane) noexcept {
  Sink& sink = *reinterpret_cast<Sink*>(lane);
  std::lock_guard lock(record().mutex);
  if (record().tables == 0 || sink.users != 0) record().after_close = true;
  if (!sink.pending.empty()) settle(sink, record().rolled_back);
  --record().sinks;
  delete &sink;
}

datagen_writer_class make(const char* id) {
  datagen_writer_class made{};
  made.struct_size = sizeof made;
  made.algorithm_version = 1;
  made.id = id;
  made.summary = "For tests.";
  made.create = &create;
  made.destroy = &destroy;
  made.open_table = &open_table;
  made.close_table = &close_table;
  return made;
}

}  // namespace

WriterRecord& record() { return *current(); }
void reset_record() { current() = std::make_unique<WriterRecord>(); }

const datagen_plugin& writers_plugin() {
  static const datagen_writer_class lines = [] {
    auto made = make("org.example.lines");
    made.file_extension = "txt";
    made.pre_data = &pre_data;
    made.post_data = &post_data;
    made.begin = &begin;
    made.encode = &encode;
    made.end = &end;
    return made;
  }();
  static const datagen_writer_class recorder = [] {
    auto made = make("org.example.recorder");
    made.post_data = &no_bytes;
    made.sink_open = &sink_open;
    made.sink_write = &sink_write;
    made.sink_commit = &sink_commit;
    made.sink_close = &sink_close;
    return made;
  }();
  static const datagen_writer_class archive = [] {
    auto made = make("org.example.archive");
    made.post_data = &no_bytes;
    made.begin = &begin;
    made.encode = &encode;
    made.end = &end;
    made.sink_open = &sink_open;
    made.sink_append = &sink_append;
    made.sink_commit = &sink_commit;
    made.sink_close = &sink_close;
    return made;
  }();
  static const datagen_writer_class* const classes[] = {&lines, &recorder, &archive};
  static const datagen_plugin plugin = [] {
    datagen_plugin made{};
    made.struct_size = sizeof made;
    made.abi_version = made.minimum_host_abi = DATAGEN_ABI_VERSION;
    made.writers = classes;
    made.n_writers = 3;
    made.id = "org.example.writers";
    made.name = "Writers";
    made.version = "1.0";
    made.vendor = "Example";
    made.license = "MIT";
    return made;
  }();
  return plugin;
}

}  // namespace datagen::test
