// A column of RowEncoder (row_encoder.hpp): what is decided and made once, when its table is opened.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "datagen/buffer.hpp"
#include "datagen/plugin.hpp"
#include "datagen/text/column_kind.hpp"
#include "datagen/text/dialect.hpp"
#include "datagen/text/dictionary.hpp"
#include "datagen/text/staged_group.hpp"

namespace datagen::text::detail {

/// How the row loop writes a column's values.
enum class Step : std::uint8_t { kPair, kTimestamp, kEntry, kText, kUuid, kBoolean, kValue, kConverted };

inline bool is_staged(Step step) { return step == Step::kPair || step == Step::kTimestamp; }

template <class Object>
inline constexpr bool kHasLeads = requires(const Object& dialect) {
  dialect.lead(std::size_t{});
};
template <class Object>
inline constexpr bool kConverts = requires {
  typename Object::Conversion;
};

struct NoConversion {};
template <class Object>
struct ConversionOf {
  using Type = NoConversion;
};
template <class Object>
requires kConverts<Object>
struct ConversionOf<Object> {
  using Type = typename Object::Conversion;
};

/// Object: a dialect of the second form.
template <class Object>
struct RowColumn {
  std::string name;
  ColumnFormat format;
  char number_quote;  // or 0
  Step step;
  std::size_t max_size;          // of a value with what surrounds it; of text and bytes without their contents
  EncodedDictionary dictionary;  // each entry with the separator
  std::unique_ptr<const typename ConversionOf<Object>::Type> conversion;

  /// Throws as RowEncoder's constructor does.
  RowColumn(const datagen_table_info& info, std::size_t place, const Object& dialect) {
    const ArrowSchema& schema = *info.schema->children[place];
    name = schema.name == nullptr ? "" : schema.name;
    const std::optional<ColumnFormat> known = parse_format(schema);
    if (!known) {
      throw sdk::PluginError(DATAGEN_UNSUPPORTED,
                             "column '" + name + "' has the format '" + schema.format +
                                 "', which this writer does not know; make it text (\"u\") in PostgreSQL's input "
                                 "syntax",
                             name);
    }
    format = *known;
    if constexpr (kConverts<Object>) conversion = dialect.conversion(info, place);
    number_quote = dialect.number_quote(info, place, format.kind);
    step = choose_step();
    std::size_t size = max_value_size(format);
    if (format.kind == ColumnKind::kDictionary) {
      const ArrowArray* const entries = info.dictionaries == nullptr ? nullptr : info.dictionaries[place];
      if (entries == nullptr) {
        throw sdk::PluginError(DATAGEN_INVALID_ARGUMENT, "the host gave no dictionary for column '" + name + "'", name);
      }
      fill_dictionary(*entries, dialect);
      size = dictionary.max_size();
    }
    max_size = std::max(size, dialect.null().size()) + Object::kMaxFrame + Object::kSeparatorSize;
    if constexpr (kHasLeads<Object>) max_size += dialect.lead(place).size();
  }

 private:
  Step choose_step() const {
    const bool plain_number = kCanStage && number_quote == 0;
    switch (format.kind) {
      case ColumnKind::kText:
        return conversion != nullptr ? Step::kConverted : Step::kText;
      case ColumnKind::kDictionary:
        return Step::kEntry;
      case ColumnKind::kInt16:
      case ColumnKind::kInt32:
      case ColumnKind::kInt64:
        return plain_number ? Step::kPair : Step::kValue;
      case ColumnKind::kDate:
        return kCanStage ? Step::kPair : Step::kValue;
      case ColumnKind::kDecimal: {
        constexpr std::int32_t kMostScale = 8 - static_cast<std::int32_t>(Object::kSeparatorSize);
        return plain_number && format.scale > 0 && format.scale <= kMostScale && format.scale < 8 ? Step::kPair
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

  void fill_dictionary(const ArrowArray& entries, const Object& dialect) {
    const std::int32_t* const offsets = static_cast<const std::int32_t*>(entries.buffers[1]);
    const char* const text = static_cast<const char*>(entries.buffers[2]);
    dictionary.reserve(static_cast<std::size_t>(entries.length));
    std::vector<char> encoded;
    std::vector<char> memory;
    for (std::int64_t i = 0; i < entries.length; ++i) {
      const std::size_t size = static_cast<std::size_t>(offsets[i + 1] - offsets[i]);
      const char* const from = text + offsets[i];
      char* end = nullptr;
      std::string refusal = "holds a NUL byte, which PostgreSQL's text cannot hold";
      constexpr std::size_t kAround = Object::kMaxFrame + Object::kSeparatorSize + sdk::kBufferSlack;
      if (conversion != nullptr) {
        if constexpr (kConverts<Object>) {
          encoded.resize(conversion->bound(size, 1) + kAround);
          memory.resize(conversion->scratch(size));
          end = conversion->write(encoded.data(), from, size, memory.data());
          refusal = conversion->refusal();
        }
      } else {
        encoded.resize(size * Object::kMaxGrowth + kAround);
        end = dialect.text(encoded.data(), from, size, from + size);
      }
      if (end == nullptr) {
        throw sdk::PluginError(DATAGEN_DATA,
                               "entry " + std::to_string(i) + " of the dictionary of column '" + name + "' " + refusal,
                               name);
      }
      end = put(end, dialect.separator());
      dictionary.add({encoded.data(), static_cast<std::size_t>(end - encoded.data())});
    }
  }
};

}  // namespace datagen::text::detail
