#include "check/writer_object.hpp"

#include <cstring>

namespace datagen::host::check {
namespace {

const datagen_call* lend_call(Lender& lender) {
  datagen_call call{};
  call.scratch = &Lender::scratch;
  call.context = &lender;
  return lender.lend(call);
}

// Calls function(out, error), which appends to out.
template <class Function>
Bytes collect(const std::string& already, bool with_error, Function&& function) {
  Lender lender;
  Buffer buffer;
  buffer.resize(already.size());
  if (!already.empty()) std::memcpy(buffer.data(), already.data(), already.size());
  datagen_error* const error = lender.lend(no_error());
  Bytes result;
  const datagen_status status = function(lender, buffer.abi(), with_error ? error : nullptr);
  result.refusal = read_refusal(status, *error);
  if (!result.ok()) return result;
  if (!buffer.intact()) {
    result.refusal = lie("left a buffer that cannot be read");
  } else {
    result.bytes.assign(buffer.as<char>(), buffer.size());
  }
  return result;
}

}  // namespace

std::unique_ptr<WriterObject> WriterObject::create(const Checker& checker, const WriterClass& writer_class,
                                                   const OptionTexts& options, const SampleDatabase& database,
                                                   Refusal& refusal, bool with_error) {
  std::unique_ptr<WriterObject> object(new WriterObject(writer_class, options, database));
  Lender lender;
  datagen_error* const error = lender.lend(no_error());
  const std::span<const datagen_value> values = object->values_.values();
  const datagen_status status = writer_class.table.create(object->lender_.lend(checker.host()), database.database(),
                                                          values.data(), static_cast<std::uint32_t>(values.size()),
                                                          &object->writer_, with_error ? error : nullptr);
  refusal = read_refusal(status, *error);
  if (status == DATAGEN_OK && object->writer_ != nullptr) return object;
  object->writer_ = nullptr;
  if (status == DATAGEN_OK) refusal = lie("made nothing");
  return nullptr;
}

WriterObject::~WriterObject() {
  if (writer_ != nullptr) class_.table.destroy(writer_);
}

Bytes WriterObject::pre_data(bool with_error) const {
  if (class_.table.pre_data == nullptr) return {};
  return collect("", with_error, [this](Lender&, datagen_buffer* out, datagen_error* error) {
    return class_.table.pre_data(writer_, out, error);
  });
}

Bytes WriterObject::post_data(bool with_error) const {
  if (class_.table.post_data == nullptr) return {};
  return collect("", with_error, [this](Lender&, datagen_buffer* out, datagen_error* error) {
    return class_.table.post_data(writer_, out, error);
  });
}

std::unique_ptr<OpenTable> WriterObject::open(std::size_t place, std::size_t table, Refusal& refusal,
                                              bool with_error) const {
  Lender lender;
  datagen_table_plan proposal{};
  proposal.max_lanes = 1;
  proposal.batch_rows = kTableRows;
  proposal.row_alignment = 1;
  datagen_table_plan* const plan = lender.lend(proposal);
  datagen_error* const error = lender.lend(no_error());
  datagen_table_writer* opened = nullptr;
  const datagen_status status =
      class_.table.open_table(writer_, database_.info(place), plan, &opened, with_error ? error : nullptr);
  refusal = read_refusal(status, *error);
  if (status != DATAGEN_OK) return nullptr;
  if (opened == nullptr) {
    refusal = lie("opened nothing");
    return nullptr;
  }
  datagen_table_plan agreed{};
  std::memcpy(&agreed, plan, sizeof agreed);
  return std::make_unique<OpenTable>(class_, opened, sample_tables()[table], agreed);
}

Bytes OpenTable::begin(bool with_error) const {
  if (class_.table.begin == nullptr || class_.is_container()) return {};
  return collect("", with_error, [this](Lender&, datagen_buffer* out, datagen_error* error) {
    return class_.table.begin(writer_, out, error);
  });
}

Bytes OpenTable::end(bool with_error) const {
  if (class_.table.end == nullptr || class_.is_container()) return {};
  return collect("", with_error, [this](Lender&, datagen_buffer* out, datagen_error* error) {
    return class_.table.end(writer_, out, error);
  });
}

Bytes OpenTable::encode(const datagen_batch* batch, bool with_error, const std::string& already) const {
  return collect(already, with_error, [&](Lender& lender, datagen_buffer* out, datagen_error* error) {
    return class_.table.encode(writer_, lend_call(lender), batch, out, error);
  });
}

Bytes OpenTable::encode(Rows rows, std::uint64_t first, std::uint32_t n, std::uint8_t under_null) const {
  const SampleBatch batch(table_, sample_cells(table_, rows, first, n), first, n, under_null);
  return encode(batch.batch());
}

datagen_sink* OpenTable::open_lane(std::uint32_t lane, Refusal& refusal) const {
  Lender lender;
  datagen_error* const error = lender.lend(no_error());
  datagen_sink* sink = nullptr;
  const datagen_status status = class_.table.sink_open(writer_, lane, &sink, error);
  refusal = read_refusal(status, *error);
  return status == DATAGEN_OK ? sink : nullptr;
}

std::uint32_t OpenTable::batch_rows(std::uint32_t wanted) const {
  const std::uint64_t alignment = plan_.row_alignment;
  return static_cast<std::uint32_t>((wanted + alignment - 1) / alignment * alignment);
}

Refusal OpenTable::append(datagen_sink* sink, const std::string& bytes) const {
  Lender lender;
  Buffer lent;
  lent.resize(bytes.size());
  if (!bytes.empty()) std::memcpy(lent.data(), bytes.data(), bytes.size());
  datagen_error* const error = lender.lend(no_error());
  const datagen_status status = class_.table.sink_append(sink, lend_call(lender), lent.data(), bytes.size(), error);
  return read_refusal(status, *error);
}

Refusal OpenTable::write(datagen_sink* sink, const datagen_batch* batch, bool with_error) const {
  if (class_.is_container()) {
    const Bytes encoded = encode(batch, with_error);
    return encoded.ok() && !encoded.bytes.empty() ? append(sink, encoded.bytes) : encoded.refusal;
  }
  Lender lender;
  datagen_error* const error = lender.lend(no_error());
  const datagen_status status = class_.table.sink_write(sink, lend_call(lender), batch, with_error ? error : nullptr);
  return read_refusal(status, *error);
}

Refusal OpenTable::write(datagen_sink* sink, Rows rows, std::uint64_t first, std::uint32_t n) const {
  const SampleBatch batch(table_, sample_cells(table_, rows, first, n), first, n);
  return write(sink, batch.batch());
}

Refusal OpenTable::commit(datagen_sink* sink) const {
  Lender lender;
  datagen_error* const error = lender.lend(no_error());
  const datagen_status status = class_.table.sink_commit(sink, error);
  return read_refusal(status, *error);
}

void for_each_writer(Checker& checker, const std::function<void(const WriterSubject&, const WriterObject&)>& examine) {
  const auto& classes = checker.registry().writers();
  for (const WriterSample& sample : checker.samples.writers) {
    const WriterClass& writer_class = *classes.at(sample.class_index);
    checker.at("writer " + writer_class.id);
    const SampleDatabase database(sample.tables, kTableRows);
    Refusal refusal;
    const auto writer = WriterObject::create(checker, writer_class, sample.options, database, refusal);
    if (writer != nullptr) examine({writer_class, sample, database}, *writer);
  }
}

void for_each_table(Checker& checker, Role role, const std::function<void(const OpenTable&)>& examine) {
  for_each_writer(checker, [&](const WriterSubject& subject, const WriterObject& writer) {
    if (role == Role::sink ? !writer.has_lanes() : !writer.encodes()) return;
    if (!writer.pre_data().ok()) return;
    for (std::size_t place = 0; place < subject.sample.tables.size(); ++place) {
      const std::size_t number = subject.sample.tables[place];
      checker.at("writer " + subject.writer_class.id + ", table " + sample_tables()[number].name);
      Refusal refusal;
      const auto table = writer.open(place, number, refusal);
      if (table != nullptr && table->has_sound_plan()) examine(*table);
    }
  });
}

}  // namespace datagen::host::check
