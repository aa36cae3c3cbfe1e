// What a writer is given, made in memory: tables of typed columns cut into Arrow batches, buffers with watched edges,
// and a plugin loaded from its file.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "datagen/plugin.hpp"

namespace datagen::test {

/// A column's values as bytes: fixed-width values in native layout, "\0" or "\1" for booleans, text as it is; nothing
/// for null.  With a dictionary, values are int32 indices.
struct ColumnValues {
  std::string name;
  std::string format;
  std::vector<std::optional<std::string>> values;
  std::vector<std::string> dictionary = {};

  template <class T>
  static std::string bytes(T value) {
    return std::string(reinterpret_cast<const char*>(&value), sizeof value);
  }
};

/// Arrow arrays whose buffers are as small as their contents, so that the address sanitizer sees any read beyond.
class Batch {
 public:
  Batch(const std::vector<ColumnValues>& columns, std::size_t first, std::size_t count);
  const datagen_batch& raw() const { return batch_; }

 private:
  friend class TableFixture;
  const void* keep(const void* data, std::size_t size);
  ArrowArray* column(const ColumnValues& values, std::size_t first, std::size_t count);

  std::vector<std::unique_ptr<std::uint8_t[]>> memory_;
  std::deque<ArrowArray> arrays_;
  std::deque<std::vector<const void*>> buffers_;
  std::vector<ArrowArray*> children_;
  ArrowArray root_{};
  datagen_batch batch_{};
};

/// The Arrow schema and datagen_table_info for a definition whose written columns are `columns`, in order.
class TableFixture {
 public:
  TableFixture(const datagen_table_definition& definition, std::vector<ColumnValues> columns);
  TableFixture(const TableFixture&) = delete;
  TableFixture& operator=(const TableFixture&) = delete;

  const datagen_table_info& info() const { return info_; }
  std::size_t rows() const { return columns_.empty() ? definition_->row_count : columns_[0].values.size(); }
  Batch batch(std::size_t first, std::size_t count) const { return Batch(columns_, first, count); }

 private:
  const datagen_table_definition* definition_;
  std::vector<ColumnValues> columns_;
  std::deque<ArrowSchema> schemas_;
  std::vector<ArrowSchema*> children_;
  ArrowSchema root_{};
  std::vector<std::unique_ptr<Batch>> dictionary_memory_;
  std::vector<const ArrowArray*> dictionaries_;
  std::vector<std::uint32_t> indices_;
  datagen_table_info info_{};
};

/// A datagen_buffer with exactly 64 bytes of slack, freshly allocated at each reserve, so that any write beyond is
/// seen; bytes before `size` at the time of watch() must stay.
class BufferFixture {
 public:
  explicit BufferFixture(std::string already = {});
  BufferFixture(const BufferFixture&) = delete;
  BufferFixture& operator=(const BufferFixture&) = delete;

  datagen_buffer* raw() { return &buffer_; }
  std::string text() const { return {reinterpret_cast<const char*>(buffer_.data), buffer_.size}; }
  /// reserve() fails once more than this many bytes are asked for.
  void limit(std::uint64_t bytes) { limit_ = bytes; }

 private:
  static datagen_status reserve(datagen_buffer* buffer, std::uint64_t capacity) noexcept;

  std::unique_ptr<std::uint8_t[]> memory_;
  std::uint64_t limit_ = UINT64_MAX;
  datagen_buffer buffer_{};
};

/// A datagen_call whose scratch memory is the fixture's, each piece of exactly the size asked for.  The memory is kept
/// for further calls after reset().
class CallFixture {
 public:
  CallFixture();
  CallFixture(const CallFixture&) = delete;
  CallFixture& operator=(const CallFixture&) = delete;

  const datagen_call* raw() const { return &call_; }
  /// Ends the call: a piece asked for again in the same order and size is the same memory.
  void reset() { used_ = 0; }

 private:
  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };
  struct Piece {
    std::unique_ptr<void, Free> memory;
    std::uint64_t size;
  };
  static void* scratch(const datagen_call* call, std::uint64_t bytes) noexcept;

  std::vector<Piece> pieces_;
  std::size_t used_ = 0;
  datagen_call call_{};
};

/// Loads a plugin's file (never unloaded) and returns its first writer class.  Throws std::runtime_error.
const datagen_writer_class& load_writer(const std::string& file);

}  // namespace datagen::test
