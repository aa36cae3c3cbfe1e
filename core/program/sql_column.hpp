// Writes SQL values into a column of a batch, as an assignment to it would.
#pragma once

#include <string>

#include "program/expression_tree.hpp"
#include "program/format.hpp"

namespace datagen {

class SqlColumn {
 public:
  struct Target {
    std::string format;                // of the column
    std::uint32_t max_characters = 0;  // 0: any
    std::int32_t precision = -1;       // of numeric(p,s), else -1
    bool not_null = false;
  };
  explicit SqlColumn(Target target);

  [[nodiscard]] const Format& layout() const { return layout_; }
  // Room for n values, all of them valid until store says otherwise.  Returns the validity bits.
  std::uint8_t* prepare(ColumnData& out, std::uint32_t n) const;
  // Value i, after those before it.  False when it is null.  Throws Error(generation) without a subject for what does
  // not fit the column.
  bool store(ColumnData& out, std::uint32_t i, const SqlValue& value, std::uint8_t* validity) const;

 private:
  template <typename T>
  void store_integer(ColumnData& out, std::uint32_t i, Int128 value) const;
  void store_converted(ColumnData& out, std::uint32_t i, const SqlValue& value) const;

  Target target_;
  Format layout_;
  SqlValue::Kind kind_;
  int scale_;
};

// The kind of the values of an Arrow format.
[[nodiscard]] SqlValue::Kind kind_of_format(const std::string& format);

}  // namespace datagen
