// A generator object of a plugin, with what the core must know of it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/error.hpp"
#include "datagen/core/registry.hpp"
#include "program/column_data.hpp"
#include "program/workspace.hpp"

namespace datagen {

// Immutable once made; values() may be called by any number of threads.
class ValueSet {
 public:
  struct Status {
    datagen_status code = DATAGEN_OK;
    std::string message;  // with the plugin's class named
    std::string option;   // the option at fault, or empty
  };

  // Returns nothing and fills status when the class refuses the target, or describes itself in a way that cannot be.
  static std::shared_ptr<const ValueSet> create(const GeneratorClass& generator_class, const datagen_host& host,
                                                const datagen_target& target, std::span<const datagen_value> options,
                                                std::string subject, Status& status);
  ~ValueSet();
  ValueSet(const ValueSet&) = delete;
  ValueSet& operator=(const ValueSet&) = delete;

  [[nodiscard]] const GeneratorClass& generator_class() const { return class_; }
  [[nodiscard]] const datagen_generator_info& info() const { return info_; }
  [[nodiscard]] bool has(std::uint32_t flag) const { return (info_.flags & flag) != 0; }
  [[nodiscard]] std::uint64_t cardinality() const { return info_.cardinality; }
  [[nodiscard]] const std::string& format() const { return format_; }
  // The dictionary for the whole run, or nullptr.
  [[nodiscard]] const ColumnData* dictionary() const { return dictionary_.get(); }
  [[nodiscard]] std::vector<double> weights() const;  // throws Error(generation)
  // The first ordinal whose value is not less than (or greater than) value; nothing when the class cannot tell.
  [[nodiscard]] bool locate(const std::string& value, std::uint32_t side, std::uint64_t& ordinal) const;

  // The values of ordinals [0, n) into out, checked against what plugin.h demands.  Throws Error(generation).
  // rows and inputs are those of the same n values.  null_count: nulls that the generator itself made.
  void values(Workspace& workspace, datagen_key key, const std::uint64_t* rows, const std::uint64_t* ordinals,
              std::uint32_t n, std::span<const ArrowArray* const> inputs, ColumnData& out,
              std::int64_t& null_count) const;

 private:
  ValueSet(const GeneratorClass& generator_class, std::string subject);
  [[noreturn]] void fail(const datagen_error* error, datagen_status code, const std::uint64_t* rows, std::uint32_t n,
                         std::string_view what) const;
  void check(const ColumnData& column, const datagen_column& abi, std::uint32_t n, const std::uint64_t* rows) const;
  bool load_dictionary(Status& status);

  const GeneratorClass& class_;
  std::string subject_;  // table.column
  std::string format_;
  Format layout_;  // of what values() writes
  std::uint32_t max_characters_ = 0;
  datagen_generator* generator_ = nullptr;
  datagen_generator_info info_{};
  std::unique_ptr<ColumnData> dictionary_;
};

}  // namespace datagen
