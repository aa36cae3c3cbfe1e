// A table's batches as rows of text: what the text writers share.  A dialect (dialect.hpp) says how a format differs
// from the plain encoders of this folder.
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
#include <utility>
#include <vector>

#include "datagen/buffer.hpp"
#include "datagen/plugin.hpp"
#include "datagen/text/column_kind.hpp"
#include "datagen/text/dialect.hpp"
#include "datagen/text/row_column.hpp"
#include "datagen/text/staging.hpp"

namespace datagen::text {

/// The encoders of one table's written columns.  Immutable once made; then any number of threads.
template <class Dialect>
class RowEncoder {
  using Object = DialectObject<Dialect>;
  using Column = detail::RowColumn<Object>;
  using Step = detail::Step;
  static constexpr bool kHasLeads = detail::kHasLeads<Object>;
  static constexpr bool kConverts = detail::kConverts<Object>;

 public:
  /// info is read during the call only.  Throws sdk::PluginError: DATAGEN_UNSUPPORTED for a column of an unknown
  /// format, DATAGEN_DATA for a dictionary entry that the dialect cannot hold.
  explicit RowEncoder(const datagen_table_info& info, Object dialect = {})
      : dialect_(std::move(dialect)), words_{word(dialect_.false_word()), word(dialect_.true_word())} {
    const std::size_t n = static_cast<std::size_t>(info.schema->n_children);
    columns_.reserve(n);
    for (std::size_t i = 0; i < n; ++i) {
      const Column& column = columns_.emplace_back(info, i, dialect_);
      if (detail::is_staged(column.step)) ++staged_columns_;
      row_bound_ += column.max_size;
      if constexpr (kHasLeads) {
        leads_.push_back(dialect_.lead(i));
        leads_.back().resize(std::max(leads_.back().size(), kLeadBlock));
      }
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
      const Column& column = columns_[i];
      const ColumnKind kind = column.format.kind;
      if (kind != ColumnKind::kText && kind != ColumnKind::kBytes) continue;
      const std::int32_t* offsets = static_cast<const std::int32_t*>(batch.children[i]->buffers[1]);
      const std::uint64_t text = static_cast<std::uint64_t>(offsets[batch.length] - offsets[0]);
      if constexpr (kConverts) {
        if (column.step == Step::kConverted) {
          bytes += column.conversion->bound(text, static_cast<std::uint64_t>(batch.length));
          continue;
        }
      }
      bytes += text * (kind == ColumnKind::kText ? Object::kMaxGrowth : 2);
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
        source.column = &column;
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
        } else if (detail::is_staged(source.step)) {
          source.staged = memory;
          memory += kStagedSize;
        }
        if constexpr (kHasLeads) {
          source.lead = encoder.leads_[i].data();
          source.lead_size = encoder.dialect_.lead(i).size();
        }
        if constexpr (kConverts) {
          if (source.step == Step::kConverted) source.scratch = conversion_memory(call, source);
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
      [[maybe_unused]] const char* const begin_of_row = out;
      for (const Source *source = sources_, *end = source + size_; source != end; ++source) {
        if constexpr (kHasLeads) {
          if (is_null(*source, row) && dialect().omits_nulls()) continue;
          out = put_lead(out, *source);
        }
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
            begin[10] = dialect().time_mark();
            out = separate(quote(begin + 19));
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
            out = dialect().text(out, static_cast<const char*>(source->data) + begin, size, source->text_end);
            if (out == nullptr) [[unlikely]]
              refuse(*source, row, "holds a NUL byte, which PostgreSQL's text cannot hold");
            out = separate(out);
            continue;
          }
          case Step::kUuid:
            if (is_null(*source, row)) [[unlikely]]
              break;
            out = write_uuid(quote(out), static_cast<const std::uint8_t*>(source->data) + 16 * row);
            out = separate(quote(out));
            continue;
          case Step::kBoolean: {
            if (is_null(*source, row)) [[unlikely]]
              break;
            // The words as their eight bytes, so that choosing one needs no branch.
            const bool value = static_cast<const std::uint8_t*>(source->data)[row >> 3] >> (row & 7) & 1;
            std::memcpy(out, encoder_->words_[value].data(), 8);
            out += value ? dialect().true_word().size() + Object::kSeparatorSize
                         : dialect().false_word().size() + Object::kSeparatorSize;
            continue;
          }
          case Step::kConverted:
            if constexpr (kConverts) {
              if (is_null(*source, row)) break;
              const std::int32_t begin = source->offsets[row];
              const auto& conversion = *source->column->conversion;
              out = conversion.write(out, static_cast<const char*>(source->data) + begin,
                                     static_cast<std::size_t>(source->offsets[row + 1] - begin), source->scratch);
              if (out == nullptr) [[unlikely]]
                refuse(*source, row, conversion.refusal());
              out = separate(out);
              continue;
            }
            break;
          case Step::kValue:
            break;
        }
        out = separate(is_null(*source, row) ? put(out, dialect().null()) : write_value(out, *source, row));
      }
      if constexpr (kHasLeads) {
        if (out == begin_of_row) return out;
      }
      return size_ == 0 ? out : out - Object::kSeparatorSize;
    }

   private:
    struct Source {
      const Column* column;
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
      const char* lead;
      std::size_t lead_size;
      char* scratch;  // of a conversion
    };

    const Object& dialect() const { return encoder_->dialect_; }
    char* quote(char* out) const {
      if (const char quote = dialect().quote(); quote != 0) *out++ = quote;
      return out;
    }
    char* separate(char* out) const {
      std::memcpy(out, dialect().separator().data(), Object::kSeparatorSize);
      return out + Object::kSeparatorSize;
    }

    static char* put_lead(char* out, const Source& source) {
      std::memcpy(out, source.lead, kLeadBlock);
      if (source.lead_size > kLeadBlock) [[unlikely]]
        std::memcpy(out, source.lead, source.lead_size);
      return out + source.lead_size;
    }

    char* conversion_memory(const datagen_call& call, const Source& source) const {
      std::int32_t longest = 0;
      for (std::size_t i = 0; i < n_rows_; ++i) longest = std::max(longest, source.offsets[i + 1] - source.offsets[i]);
      const std::size_t bytes = source.column->conversion->scratch(static_cast<std::size_t>(longest));
      return bytes == 0 ? nullptr : static_cast<char*>(sdk::scratch(call, bytes));
    }

    [[noreturn]] void refuse(const Source& source, std::size_t row, const std::string& what) const {
      const std::string& name = source.column->name;
      throw sdk::PluginError(DATAGEN_DATA, "the text of column '" + name + "' " + what, name,
                             static_cast<std::int64_t>(row));
    }

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
        if (!detail::is_staged(source->step)) continue;
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

    void stage(const Source& source, std::size_t first, std::size_t n) const {
      const bool wide = has_avx2();
      const Frame number = frame(0), time = frame(dialect().quote());
      StagedPairs* const pairs = static_cast<StagedPairs*>(source.staged);
      switch (source.kind) {
        case ColumnKind::kInt16:
          return stage_integers(static_cast<const std::int16_t*>(source.data) + first, n, number, *pairs, wide);
        case ColumnKind::kInt32:
          return stage_integers(static_cast<const std::int32_t*>(source.data) + first, n, number, *pairs, wide);
        case ColumnKind::kInt64:
          return stage_integers(static_cast<const std::int64_t*>(source.data) + first, n, number, *pairs, wide);
        case ColumnKind::kDecimal:
          return stage_decimals(static_cast<const std::uint64_t*>(source.data) + 2 * first, n,
                                static_cast<std::uint32_t>(source.scale), number, *pairs, wide);
        case ColumnKind::kDate:
          return stage_dates(static_cast<const std::int32_t*>(source.data) + first, n, time, *pairs, wide);
        default:  // kTimestamp: the only other kind that is staged
          return stage_timestamps(static_cast<const std::int64_t*>(source.data) + first, n,
                                  *static_cast<StagedTimestamps*>(source.staged), wide);
      }
    }

    Frame frame(char quote) const {
      Frame result{quote, 0, 0};
      const auto append = [&result](char byte) {
        result.tail |= std::uint64_t{static_cast<std::uint8_t>(byte)} << (8 * result.tail_size++);
      };
      if (quote != 0) append(quote);
      for (std::size_t i = 0; i < Object::kSeparatorSize; ++i) append(dialect().separator()[i]);
      return result;
    }

    // A value that is not null, of a column without a step of its own.
    char* write_value(char* out, const Source& source, std::size_t row) const {
      switch (source.kind) {
        case ColumnKind::kInt16:
        case ColumnKind::kInt32:
        case ColumnKind::kInt64:
        case ColumnKind::kDecimal:
          return write_number(out, source, row);
        case ColumnKind::kFloat:
          return write_float(out, at<float>(source, row), source.column->number_quote);
        case ColumnKind::kDouble:
          return write_float(out, at<double>(source, row), source.column->number_quote);
        case ColumnKind::kDate:
          return quote(write_date(quote(out), at<std::int32_t>(source, row)));
        case ColumnKind::kTime:
          return quote(write_time(quote(out), at<std::int64_t>(source, row)));
        case ColumnKind::kTimestamp:
          return quote(dialect().timestamp(quote(out), at<std::int64_t>(source, row), false));
        case ColumnKind::kTimestampUtc:
          return quote(dialect().timestamp(quote(out), at<std::int64_t>(source, row), true));
        case ColumnKind::kBytes: {
          const std::int32_t begin = source.offsets[row];
          const std::size_t size = static_cast<std::size_t>(source.offsets[row + 1] - begin);
          return dialect().bytes(out, static_cast<const std::uint8_t*>(source.data) + begin, size);
        }
        case ColumnKind::kBoolean:
        case ColumnKind::kUuid:
        case ColumnKind::kText:
        case ColumnKind::kDictionary:
          break;
      }
      return out;
    }

    char* write_number(char* out, const Source& source, std::size_t row) const {
      const char quote = source.column->number_quote;
      if (quote != 0) *out++ = quote;
      switch (source.kind) {
        case ColumnKind::kInt16:
          out = write_integer(out, at<std::int16_t>(source, row));
          break;
        case ColumnKind::kInt32:
          out = write_integer(out, at<std::int32_t>(source, row));
          break;
        case ColumnKind::kInt64:
          out = write_integer(out, at<std::int64_t>(source, row));
          break;
        default:  // kDecimal
          out = write_decimal(out, at<Int128>(source, row), source.scale);
      }
      if (quote != 0) *out++ = quote;
      return out;
    }

    template <class Float>
    char* write_float(char* out, Float value, char number_quote) const {
      const char quote = is_word(value) ? dialect().quote() : number_quote;
      if (quote != 0) *out++ = quote;
      out = write_floating(out, value);
      if (quote != 0) *out++ = quote;
      return out;
    }

    const RowEncoder* encoder_;
    std::size_t n_rows_;
    std::size_t size_;
    Source* sources_;
  };

 private:
  static constexpr std::size_t kLeadBlock = 32;
  static_assert(Object::kSeparatorSize <= 3, "a date has to fit into two words");

  // false and true, each with the separator.
  using Word = std::array<char, 8>;
  Word word(std::string_view text) const {
    Word result{};
    std::size_t size = 0;
    for (const char byte : text) result[size++] = byte;
    for (std::size_t i = 0; i < Object::kSeparatorSize; ++i) result[size++] = dialect_.separator()[i];
    return result;
  }

  Object dialect_;
  Word words_[2];
  std::vector<Column> columns_;
  std::vector<std::string> leads_;  // at least kLeadBlock bytes each
  std::uint64_t row_bound_ = 0;
  std::size_t staged_columns_ = 0;
};

}  // namespace datagen::text
