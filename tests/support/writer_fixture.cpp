#include "tests/support/writer_fixture.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <new>
#include <stdexcept>

namespace datagen::test {

namespace {

std::size_t width_of(const std::string& format) {
  if (format == "s") return 2;
  if (format == "i" || format == "f" || format == "tdD") return 4;
  return format.starts_with("d:") || format == "w:16" ? 16 : 8;
}

}  // namespace

const void* Batch::keep(const void* data, std::size_t size) {
  memory_.push_back(std::make_unique<std::uint8_t[]>(size));
  if (size > 0) std::memcpy(memory_.back().get(), data, size);
  return memory_.back().get();
}

ArrowArray* Batch::column(const ColumnValues& values, std::size_t first, std::size_t count) {
  ArrowArray& array = arrays_.emplace_back();
  array.length = static_cast<std::int64_t>(count);
  std::vector<std::uint8_t> validity((count + 7) / 8, 0);
  std::vector<std::uint8_t> bits((count + 7) / 8, 0);
  std::vector<std::int32_t> offsets{0};
  std::string data;
  const std::size_t width = values.dictionary.empty() ? width_of(values.format) : 4;  // of a null's value too
  const bool is_text = values.format == "u" || values.format == "z";
  const bool is_boolean = values.format == "b";
  for (std::size_t i = 0; i < count; ++i) {
    const std::optional<std::string>& value = values.values[first + i];
    const std::uint8_t bit = static_cast<std::uint8_t>(1u << (i % 8));
    if (value) validity[i / 8] = static_cast<std::uint8_t>(validity[i / 8] | bit);
    if (!value) ++array.null_count;
    if (is_boolean) {
      if (value && value->front() != 0) bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | bit);
    } else if (is_text) {
      if (value) data += *value;
      offsets.push_back(static_cast<std::int32_t>(data.size()));
    } else {
      data += value ? *value : std::string(width, '\0');
    }
  }
  std::vector<const void*>& buffers = buffers_.emplace_back();
  buffers.push_back(array.null_count == 0 ? nullptr : keep(validity.data(), validity.size()));
  if (is_text) buffers.push_back(keep(offsets.data(), offsets.size() * sizeof(std::int32_t)));
  buffers.push_back(is_boolean ? keep(bits.data(), bits.size()) : keep(data.data(), data.size()));
  array.n_buffers = static_cast<std::int64_t>(buffers.size());
  array.buffers = buffers.data();
  return &array;
}

Batch::Batch(const std::vector<ColumnValues>& columns, std::size_t first, std::size_t count) {
  for (const ColumnValues& values : columns) children_.push_back(column(values, first, count));
  root_.length = static_cast<std::int64_t>(count);
  root_.n_children = static_cast<std::int64_t>(children_.size());
  root_.children = children_.data();
  batch_.struct_size = sizeof batch_;
  batch_.first_row = first;
  batch_.array = &root_;
}

TableFixture::TableFixture(const datagen_table_definition& definition, std::vector<ColumnValues> columns)
    : definition_(&definition), columns_(std::move(columns)) {
  for (std::uint32_t i = 0; i < definition.n_columns; ++i) {
    if (definition.columns[i]->generated_expression == nullptr) indices_.push_back(i);
  }
  for (ColumnValues& column : columns_) {
    ArrowSchema& schema = schemas_.emplace_back();
    schema.format = column.dictionary.empty() ? column.format.c_str() : "i";
    schema.name = column.name.c_str();
    dictionaries_.push_back(nullptr);
    if (!column.dictionary.empty()) {
      ArrowSchema& dictionary = schemas_.emplace_back();
      dictionary.format = "u";
      schema.dictionary = &dictionary;
      ColumnValues entries{"", "u", {}};
      for (const std::string& entry : column.dictionary) entries.values.emplace_back(entry);
      dictionary_memory_.push_back(std::make_unique<Batch>(std::vector{entries}, 0, entries.values.size()));
      dictionaries_.back() = dictionary_memory_.back()->children_[0];
    }
    children_.push_back(&schema);
  }
  root_.format = "+s";
  root_.n_children = static_cast<std::int64_t>(children_.size());
  root_.children = children_.data();
  info_.struct_size = sizeof info_;
  info_.definition = definition_;
  info_.schema = &root_;
  info_.dictionaries = dictionaries_.data();
  info_.columns = indices_.data();
  info_.row_count = rows();
}

BufferFixture::BufferFixture(std::string already) {
  buffer_.reserve = reserve;
  buffer_.owner = this;
  reserve(&buffer_, already.size());
  std::memcpy(buffer_.data, already.data(), already.size());
  buffer_.size = already.size();
}

datagen_status BufferFixture::reserve(datagen_buffer* buffer, std::uint64_t capacity) noexcept {
  BufferFixture& self = *static_cast<BufferFixture*>(buffer->owner);
  if (capacity > self.limit_) return DATAGEN_OUT_OF_MEMORY;
  if (capacity <= buffer->capacity && buffer->data != nullptr) return DATAGEN_OK;
  std::unique_ptr<std::uint8_t[]> memory(new (std::nothrow) std::uint8_t[capacity + sdk::kBufferSlack]);
  if (memory == nullptr) return DATAGEN_OUT_OF_MEMORY;
  if (buffer->size > 0) std::memcpy(memory.get(), buffer->data, buffer->size);
  self.memory_ = std::move(memory);
  buffer->data = self.memory_.get();
  buffer->capacity = capacity;
  return DATAGEN_OK;
}

CallFixture::CallFixture() {
  call_.struct_size = sizeof call_;
  call_.scratch = &scratch;
  call_.context = this;
}

void* CallFixture::scratch(const datagen_call* call, std::uint64_t bytes) noexcept {
  CallFixture& fixture = *static_cast<CallFixture*>(call->context);
  if (fixture.used_ == fixture.pieces_.size()) fixture.pieces_.push_back({});
  Piece& piece = fixture.pieces_[fixture.used_++];
  if (piece.memory == nullptr || piece.size != bytes)
    piece = {std::unique_ptr<void, Free>(std::aligned_alloc(64, bytes / 64 * 64 + 64)), bytes};
  return piece.memory.get();
}

const datagen_writer_class& load_writer(const std::string& file) {
  void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) throw std::runtime_error(dlerror());
  using Entry = const datagen_plugin* (*)();
  const Entry entry = reinterpret_cast<Entry>(dlsym(library, DATAGEN_ENTRY_SYMBOL));
  if (entry == nullptr) throw std::runtime_error(file + " exports no " + DATAGEN_ENTRY_SYMBOL);
  const datagen_plugin* plugin = entry();
  if (plugin->n_writers == 0) throw std::runtime_error(file + " has no writer");
  return *plugin->writers[0];
}

}  // namespace datagen::test
