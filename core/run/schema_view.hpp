// The description as writers see it: the structs of plugin.h, with everything that they point at.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "datagen/core/run.hpp"

namespace datagen {

// Immutable once made.  Tables that are not written are left out, and so are foreign keys that refer to them, if what
// they refer to is not in the output either.
class SchemaView {
 public:
  explicit SchemaView(const Plan::Impl& plan);
  SchemaView(const SchemaView&) = delete;
  SchemaView& operator=(const SchemaView&) = delete;

  [[nodiscard]] const datagen_database& database() const { return database_; }
  // For each table of the database: its index in the description.
  [[nodiscard]] const std::vector<std::size_t>& tables() const { return table_order_; }

 private:
  const char* text(const std::string& value) { return strings_.emplace_back(value).c_str(); }
  const char* text_or_null(const std::string& value) { return value.empty() ? nullptr : text(value); }
  const char* const* names(const Table& table, const std::vector<std::size_t>& columns);
  const char* const* list(const std::vector<std::string>& values);
  void add_types();
  void add_sequences();
  void add_table(std::size_t table);
  void add_column(std::size_t table, std::size_t column, std::vector<const datagen_column_definition*>& columns);
  template <typename T>
  const T* const* keep(std::vector<const T*> pointers);

  const Plan::Impl& plan_;
  datagen_database database_{};
  std::vector<std::size_t> table_order_;
  std::deque<std::string> strings_;
  std::deque<std::vector<const char*>> lists_;
  std::deque<std::vector<const void*>> pointers_;
  std::deque<datagen_type> types_;
  std::deque<datagen_sequence> sequences_;
  std::deque<datagen_column_definition> columns_;
  std::deque<datagen_constraint> constraints_;
  std::deque<datagen_index> indexes_;
  std::deque<datagen_table_definition> tables_;
};

}  // namespace datagen
