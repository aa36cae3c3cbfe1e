// A table's batches as rows of text: what the text writers share.
//
// A dialect says how a format differs from the plain encoders of this folder:
//   kNull, kTrue, kFalse   words
//   kSeparator             after each value but a row's last
//   kQuote                 0, or the character around text, times, UUIDs, bytes, and numbers that are words
//   kBytesPrefix           before hexadecimal bytes, after the quote
//   Rule                   the escape rule of text (escape.hpp)
//
// The output is made row by row, one switch per value, into room that was reserved for the whole batch: nothing in the
// loop allocates or checks capacity.  Numbers and times are words of text by then, made a group of rows at a time
// (staging.hpp), as the entries of dictionaries are since the table was opened.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/buffer.hpp"
#include "datagen/plugin.hpp"
#include "datagen/text/column_kind.hpp"
#include "datagen/text/dictionary.hpp"
#include "datagen/text/escape.hpp"
#include "datagen/text/staging.hpp"

namespace datagen::text {

/// The encoders of one table's written columns.  Immutable once made; then any number of threads.
template <class Dialect>
class RowEncoder {
  // How the row loop writes a column's values.
  enum class Step : std::uint8_t { kPair, kTimestamp, kEntry, kText, kUuid, kBoolean, kValue };

  // false and true, each with the separator.
  using Word = std::array<char, 8>;
  static constexpr Word word(std::string_view text) {
    Word result{};
    std::size_t size = 0;
    for (const char byte : text) result[size++] = byte;
    for (const char byte : Dialect::kSeparator) result[size++] = byte;
    return result;
  }
  static constexpr Word kWords[] = {word(Dialect::kFalse), word(Dialect::kTrue)};
  static constexpr std::size_t kFalseSize = Dialect::kFalse.size() + Dialect::kSeparator.size();
  static constexpr std::size_t kTrueSize = Dialect::kTrue.size() + Dialect::kSeparator.size();

  static constexpr bool is_staged(Step step) { return step == Step::kPair || step == Step::kTimestamp; }

 public:
  /// info is read during the call only.  Throws sdk::PluginError: DATAGEN_UNSUPPORTED for a column of an unknown
  /// format, DATAGEN_DATA for a dictionary entry that the dialect cannot hold.
  explicit RowEncoder(const datagen_table_info& info) {
    const std::size_t n = static_cast<std::size_t>(info.schema->n_children);
    columns_.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
      const ArrowSchema& schema = *info.schema->children[i];
      Column& column = columns_[i];
      column.name = schema.name == nullptr ? "" : schema.name;
      const std::optional<ColumnFormat> format = parse_format(schema);
      if (!format) {
        throw sdk::PluginError(
            DATAGEN_UNSUPPORTED,
            "column '" + column.name + "' has the format '" + schema.format +
                "', which this writer does not know; make it text (\"u\") in PostgreSQL's input syntax",
            column.name);
      }
      column.format = *format;
      column.step = step_of(column.format);
      if (is_staged(column.step)) ++staged_columns_;
      std::size_t size = max_value_size(column.format);
      if (column.format.kind == ColumnKind::kDictionary) {
        const ArrowArray* dictionary = info.dictionaries == nullptr ? nullptr : info.dictionaries[i];
        if (dictionary == nullptr) {
          throw sdk::PluginError(DATAGEN_INVALID_ARGUMENT,
                                 "the host gave no dictionary for column '" + column.name + "'", column.name);
        }
        fill_dictionary(column, *dictionary);
        size = column.dictionary.max_size();
      }
      row_bound_ += std::max(size, Dialect::kNull.size()) + kOverhead;
    }
  }

  std::size_t size() const { return columns_.size(); }

  /// Bytes that encode() may need for this batch besides what the caller writes around rows.  Throws sdk::PluginError
  /// DATAGEN_INVALID_ARGUMENT if the batch does not fit the table.
  std::uint64_t bound(const ArrowArray& batch) const {
    if (batch.n_children != static_cast<std::int64_t>(columns_.size())) {
      throw sdk::PluginError(DATAGEN_INVALID_ARGUMENT, "the batch has " + std::to_string(batch.n_children) +
                                                           " columns, the table " + std::to_string(columns_.size()));
    }
    std::uint64_t bytes = static_cast<std::uint64_t>(batch.length) * row_bound_;
    if (batch.length == 0) return bytes;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const ColumnKind kind = columns_[i].format.kind;
      if (kind != ColumnKind::kText && kind != ColumnKind::kBytes) continue;
      const std::int32_t* offsets = static_cast<const std::int32_t*>(batch.children[i]->buffers[1]);
      const std::uint64_t text = static_cast<std::uint64_t>(offsets[batch.length] - offsets[0]);
      bytes += text * (kind == ColumnKind::kText ? Dialect::Rule::kMaxGrowth : 2);
    }
    return bytes;
  }

  /// One batch being written: what the columns' buffers are.  Used by one thread.
  class Rows {
   public:
    /// call: that of the writer's encode(), whose scratch memory is used.
    Rows(const RowEncoder& encoder, const datagen_call& call, const ArrowArray& batch)
        : encoder_(&encoder), n_rows_(static_cast<std::size_t>(batch.length)), size_(encoder.columns_.size()) {
      constexpr std::size_t kStagedSize = std::max(sizeof(StagedPairs), sizeof(StagedTimestamps));
      static_assert(kStagedSize % alignof(StagedPairs) == 0);
      char* memory =
          static_cast<char*>(sdk::scratch(call, encoder.staged_columns_ * kStagedSize + size_ * sizeof(Source)));
      sources_ = reinterpret_cast<Source*>(memory + encoder.staged_columns_ * kStagedSize);
      for (std::size_t i = 0; i < size_; ++i) {
        const ArrowArray& array = *batch.children[i];
        const Column& column = encoder.columns_[i];
        Source& source = *new (sources_ + i) Source{};
        source.step = column.step;
        source.kind = column.format.kind;
        source.scale = column.format.scale;
        source.validity = array.null_count == 0 ? nullptr : static_cast<const std::uint8_t*>(array.buffers[0]);
        source.data = array.buffers[1];
        if (source.kind == ColumnKind::kText || source.kind == ColumnKind::kBytes) {
          source.offsets = static_cast<const std::int32_t*>(array.buffers[1]);
          source.data = array.buffers[2];
          source.text_end = static_cast<const char*>(source.data) + source.offsets[batch.length];
        } else if (source.kind == ColumnKind::kDictionary) {
          source.dictionary = &column.dictionary;
        } else if (is_staged(source.step)) {
          source.staged = memory;
          memory += kStagedSize;
        }
      }
    }

    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    /// The values of one row, separated; rows are asked for in order, from 0 on.  Throws sdk::PluginError DATAGEN_DATA,
    /// naming column and row, for a value that the dialect cannot hold.
    char* write(char* out, std::size_t row) {
      const std::size_t place = row % kGroupRows;
      if (place == 0) stage(row);
      for (const Source *source = sources_, *end = source + size_; source != end; ++source) {
        switch (source->step) {
          case Step::kPair: {
            const StagedPairs& group = *static_cast<const StagedPairs*>(source->staged);
            const StagedPairs::Extent extent = group.extent[place];
            std::memcpy(out, &group.first[place], 8);
            std::memcpy(out + extent.place, &group.second[place], 8);
            out += extent.size;
            if (extent.size != 0) [[likely]]
              continue;
            break;
          }
          case Step::kTimestamp: {
            const StagedTimestamps& group = *static_cast<const StagedTimestamps*>(source->staged);
            if (group.third[place] == 0) [[unlikely]]
              break;
            char* const begin = quote(out);
            std::memcpy(begin, &group.first[place], 8);
            std::memcpy(begin + 8, &group.second[place], 8);
            std::memcpy(begin + 16, &group.third[place], 4);
            out = quote(begin + 19);
            out = put(out, Dialect::kSeparator);
            continue;
          }
          case Step::kEntry:
            if (is_null(*source, row)) [[unlikely]]
              break;
            out = source->dictionary->write(out, at<std::int32_t>(*source, row));
            continue;
          case Step::kText: {
            if (is_null(*source, row)) [[unlikely]]
              break;
            const std::int32_t begin = source->offsets[row];
            const std::size_t size = static_cast<std::size_t>(source->offsets[row + 1] - begin);
            out = escape<typename Dialect::Rule>(quote(out), static_cast<const char*>(source->data) + begin, size,
                                                 source->text_end);
            if (out == nullptr) [[unlikely]]
              encoder_->refuse(static_cast<std::size_t>(source - sources_), row);
            out = put(quote(out), Dialect::kSeparator);
            continue;
          }
          case Step::kUuid:
            if (is_null(*source, row)) [[unlikely]]
              break;
            out = write_uuid(quote(out), static_cast<const std::uint8_t*>(source->data) + 16 * row);
            out = put(quote(out), Dialect::kSeparator);
            continue;
          case Step::kBoolean: {
            if (is_null(*source, row)) [[unlikely]]
              break;
            // The words as their eight bytes, so that choosing one needs no branch.
            const bool value = static_cast<const std::uint8_t*>(source->data)[row >> 3] >> (row & 7) & 1;
            const char* const word = kWords[value].data();
            std::memcpy(out, word, 8);
            out += value ? kTrueSize : kFalseSize;
            continue;
          }
          case Step::kValue:
            break;
        }
        out =
            put(is_null(*source, row) ? put(out, Dialect::kNull) : write_value(out, *source, row), Dialect::kSeparator);
      }
      return size_ == 0 ? out : out - Dialect::kSeparator.size();
    }

   private:
    struct Source {
      Step step;
      ColumnKind kind;
      std::int32_t scale;
      const std::uint8_t* validity;
      const void* data;
      union {
        const std::int32_t* offsets;
        const EncodedDictionary* dictionary;
        void* staged;
      };
      const char* text_end;
    };

    template <class T>
    static T at(const Source& source, std::size_t row) {
      T value;
      std::memcpy(&value, static_cast<const char*>(source.data) + row * sizeof(T), sizeof(T));
      return value;
    }

    static bool is_null(const Source& source, std::size_t row) {
      return source.validity != nullptr && (source.validity[row >> 3] >> (row & 7) & 1) == 0;
    }

    // The words of the group of rows from `first` on.
    void stage(std::size_t first) {
      const std::size_t n = std::min(kGroupRows, n_rows_ - first);
      for (const Source *source = sources_, *end = source + size_; source != end; ++source) {
        if (!is_staged(source->step)) continue;
        stage(*source, first, n);
        if (source->validity == nullptr) continue;
        for (std::size_t i = 0; i < n; ++i) {
          if (!is_null(*source, first + i)) continue;
          if (source->step == Step::kTimestamp) {
            static_cast<StagedTimestamps*>(source->staged)->third[i] = 0;
          } else {
            static_cast<StagedPairs*>(source->staged)->extent[i] = {};
          }
        }
      }
    }

    static void stage(const Source& source, std::size_t first, std::size_t n) {
      const bool wide = has_avx2();
      constexpr Frame kNumber = frame(0), kTime = frame(Dialect::kQuote);
      StagedPairs* const pairs = static_cast<StagedPairs*>(source.staged);
      switch (source.kind) {
        case ColumnKind::kInt16:
          return stage_integers(static_cast<const std::int16_t*>(source.data) + first, n, kNumber, *pairs, wide);
        case ColumnKind::kInt32:
          return stage_integers(static_cast<const std::int32_t*>(source.data) + first, n, kNumber, *pairs, wide);
        case ColumnKind::kInt64:
          return stage_integers(static_cast<const std::int64_t*>(source.data) + first, n, kNumber, *pairs, wide);
        case ColumnKind::kDecimal:
          return stage_decimals(static_cast<const std::uint64_t*>(source.data) + 2 * first, n,
                                static_cast<std::uint32_t>(source.scale), kNumber, *pairs, wide);
        case ColumnKind::kDate:
          return stage_dates(static_cast<const std::int32_t*>(source.data) + first, n, kTime, *pairs, wide);
        default:  // kTimestamp: the only other kind that is staged
          return stage_timestamps(static_cast<const std::int64_t*>(source.data) + first, n,
                                  *static_cast<StagedTimestamps*>(source.staged), wide);
      }
    }

    // A value that is not null, of a column without a step of its own.
    static char* write_value(char* out, const Source& source, std::size_t row) {
      switch (source.kind) {
        case ColumnKind::kInt16:
          return write_integer(out, at<std::int16_t>(source, row));
        case ColumnKind::kInt32:
          return write_integer(out, at<std::int32_t>(source, row));
        case ColumnKind::kInt64:
          return write_integer(out, at<std::int64_t>(source, row));
        case ColumnKind::kFloat:
          return write_number(out, at<float>(source, row));
        case ColumnKind::kDouble:
          return write_number(out, at<double>(source, row));
        case ColumnKind::kDecimal:
          return write_decimal(out, at<Int128>(source, row), source.scale);
        case ColumnKind::kDate:
          return quote(write_date(quote(out), at<std::int32_t>(source, row)));
        case ColumnKind::kTime:
          return quote(write_time(quote(out), at<std::int64_t>(source, row)));
        case ColumnKind::kTimestamp:
          return quote(write_timestamp(quote(out), at<std::int64_t>(source, row), false));
        case ColumnKind::kTimestampUtc:
          return quote(write_timestamp(quote(out), at<std::int64_t>(source, row), true));
        case ColumnKind::kBytes: {
          const std::int32_t begin = source.offsets[row];
          const std::size_t size = static_cast<std::size_t>(source.offsets[row + 1] - begin);
          out = put(quote(out), Dialect::kBytesPrefix);
          return quote(write_hex(out, static_cast<const std::uint8_t*>(source.data) + begin, size));
        }
        case ColumnKind::kBoolean:
        case ColumnKind::kUuid:
        case ColumnKind::kText:
        case ColumnKind::kDictionary:
          break;
      }
      return out;
    }

    template <class Float>
    static char* write_number(char* out, Float value) {
      return is_word(value) ? quote(write_floating(quote(out), value)) : write_floating(out, value);
    }

    const RowEncoder* encoder_;
    std::size_t n_rows_;
    std::size_t size_;
    Source* sources_;
  };

 private:
  struct Column {
    std::string name;
    ColumnFormat format;
    Step step;
    EncodedDictionary dictionary;  // each entry with the separator
  };

  static Step step_of(const ColumnFormat& format) {
    switch (format.kind) {
      case ColumnKind::kText:
        return Step::kText;
      case ColumnKind::kDictionary:
        return Step::kEntry;
      case ColumnKind::kInt16:
      case ColumnKind::kInt32:
      case ColumnKind::kInt64:
      case ColumnKind::kDate:
        return kCanStage ? Step::kPair : Step::kValue;
      case ColumnKind::kDecimal: {
        constexpr std::int32_t kMostScale = 8 - static_cast<std::int32_t>(Dialect::kSeparator.size());
        return kCanStage && format.scale > 0 && format.scale <= kMostScale && format.scale < 8 ? Step::kPair
                                                                                               : Step::kValue;
      }
      case ColumnKind::kTimestamp:
        return kCanStage ? Step::kTimestamp : Step::kValue;
      case ColumnKind::kUuid:
        return Step::kUuid;
      case ColumnKind::kBoolean:
        return Step::kBoolean;
      default:
        return Step::kValue;
    }
  }

  static constexpr Frame frame(char quote) {
    Frame result{quote, 0, 0};
    const auto append = [&result](char byte) {
      result.tail |= std::uint64_t{static_cast<std::uint8_t>(byte)} << (8 * result.tail_size++);
    };
    if (quote != 0) append(quote);
    for (const char byte : Dialect::kSeparator) append(byte);
    return result;
  }
  static_assert(Dialect::kSeparator.size() <= 3, "a date has to fit into two words");

  static constexpr std::size_t kOverhead = 2 + Dialect::kBytesPrefix.size() + Dialect::kSeparator.size();

  static char* put(char* out, std::string_view word) {
    std::memcpy(out, word.data(), word.size());
    return out + word.size();
  }
  static char* quote(char* out) {
    if constexpr (Dialect::kQuote != 0) *out++ = Dialect::kQuote;
    return out;
  }

  static void fill_dictionary(Column& column, const ArrowArray& dictionary) {
    const std::int32_t* offsets = static_cast<const std::int32_t*>(dictionary.buffers[1]);
    const char* text = static_cast<const char*>(dictionary.buffers[2]);
    column.dictionary.reserve(static_cast<std::size_t>(dictionary.length));
    std::vector<char> encoded;
    for (std::int64_t i = 0; i < dictionary.length; ++i) {
      const std::size_t size = static_cast<std::size_t>(offsets[i + 1] - offsets[i]);
      encoded.resize(size * Dialect::Rule::kMaxGrowth + kOverhead + sdk::kBufferSlack);
      char* end = quote(encoded.data());
      end = escape_scalar<typename Dialect::Rule>(end, text + offsets[i], size);
      if (end == nullptr) {
        throw sdk::PluginError(DATAGEN_DATA,
                               "entry " + std::to_string(i) + " of the dictionary of column '" + column.name +
                                   "' holds a NUL byte, which PostgreSQL's text cannot hold",
                               column.name);
      }
      end = put(quote(end), Dialect::kSeparator);
      column.dictionary.add({encoded.data(), static_cast<std::size_t>(end - encoded.data())});
    }
  }

  [[noreturn]] void refuse(std::size_t column, std::size_t row) const {
    const std::string& name = columns_[column].name;
    throw sdk::PluginError(DATAGEN_DATA,
                           "the text of column '" + name + "' holds a NUL byte, which PostgreSQL's text cannot hold",
                           name, static_cast<std::int64_t>(row));
  }

  std::vector<Column> columns_;
  std::uint64_t row_bound_ = 0;
  std::size_t staged_columns_ = 0;
};

}  // namespace datagen::text
