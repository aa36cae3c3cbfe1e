// A generator object as the checker calls it: through the function table alone, so that every argument is the
// checker's to choose.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/checker.hpp"
#include "check/columns.hpp"
#include "check/lending.hpp"
#include "program/column_data.hpp"
#include "program/format.hpp"

namespace datagen::host::check {

// What a failing call said.  message and subject end where their array ends, if not before.
struct Refusal {
  datagen_status status = DATAGEN_OK;
  std::string message, subject;
  bool terminated = true;  // both
  bool lied = false;       // success was reported, but what there is cannot be read
};
[[nodiscard]] Refusal read_refusal(datagen_status status, const datagen_error& error);
[[nodiscard]] Refusal lie(const std::string& message);  // "reported success but " message
[[nodiscard]] datagen_error no_error();

// The values of one call.
class Values {
 public:
  [[nodiscard]] bool ok() const { return refusal.status == DATAGEN_OK; }
  [[nodiscard]] bool is_null(std::uint32_t i) const;
  [[nodiscard]] std::string_view cell(std::uint32_t i) const;  // of a value that is not null: its bytes
  [[nodiscard]] bool same(std::uint32_t i, const Values& other, std::uint32_t j) const;
  [[nodiscard]] bool same(const Values& other) const;
  // Offsets and sizes are such that every cell can be read.
  [[nodiscard]] bool readable() const;
  void append_to(std::string& digest) const;

  Refusal refusal;
  std::uint32_t n = 0;
  Format layout;
  bool nullable = false;
  std::int64_t null_count = 0;
  bool memory_was_short = false;
  std::unique_ptr<ColumnData> column;
};

struct Request {
  std::vector<std::uint64_t> ordinals;
  std::vector<std::uint64_t> rows;  // as many
  datagen_key key{0x0123456789abcdef, 0xfedcba9876543210};
  bool with_error = true;
  std::uint8_t under_null = 3;  // what lies under nulls of inputs
};

// Rows 0, 1, 2, ... with these ordinals.
[[nodiscard]] Request request(std::vector<std::uint64_t> ordinals);

struct Entries {
  Refusal refusal;
  std::vector<std::string> texts;
};
struct Weights {
  Refusal refusal;
  std::vector<double> values;
};
struct Place {
  Refusal refusal;
  std::uint64_t ordinal = 0;
};

class Object {
 public:
  // nullptr, and refusal filled, when the class refuses.
  static std::unique_ptr<Object> create(const Checker& checker, const GeneratorClass& generator_class,
                                        const GeneratorSample& sample, Refusal& refusal, bool with_error = true);
  ~Object();
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;

  // Any thread, unless successes says how often the call may grow a buffer or have scratch memory.
  [[nodiscard]] Values values(const Request& request, std::optional<std::uint64_t> successes = std::nullopt) const;
  // The entries of a DATAGEN_DICTIONARY set.
  [[nodiscard]] Entries dictionary(bool with_error = true) const;
  // Of a DATAGEN_WEIGHTED set.
  [[nodiscard]] Weights weights(bool with_error = true) const;
  // Of an ordered set whose class can locate.
  [[nodiscard]] bool can_locate() const;
  [[nodiscard]] Place locate(const std::string& value, std::uint32_t side, bool with_error = true) const;
  // Everything that the object says about itself and about these ordinals.
  [[nodiscard]] std::string answers(const Request& request) const;
  // Of describe().
  [[nodiscard]] const datagen_generator_info& info() const { return info_; }
  [[nodiscard]] bool has(std::uint32_t flag) const { return (info_.flags & flag) != 0; }
  [[nodiscard]] bool has_inputs() const { return sample_.inputs != InputKind::none; }
  [[nodiscard]] const GeneratorClass& generator_class() const { return class_; }
  [[nodiscard]] const SqlType& type() const { return type_; }
  [[nodiscard]] const datagen_generator* raw() const { return generator_; }
  // "generator org.example.dice on integer"
  [[nodiscard]] const std::string& name() const { return name_; }
  // Up to n ordinals, ascending, distinct, both ends among them.
  [[nodiscard]] std::vector<std::uint64_t> ordinals(std::size_t n, std::uint64_t seed) const;

 private:
  Object(const GeneratorClass& generator_class, const GeneratorSample& sample);

  const GeneratorClass& class_;
  const GeneratorSample& sample_;
  const SqlType& type_;
  std::string name_;
  datagen_generator* generator_ = nullptr;
  datagen_generator_info info_{};
  Lender lender_;  // of the host, which outlives the object
};

// Calls examine with an object of each sample.  Objects that cannot be made are passed over.
void for_each_object(Checker& checker, const std::function<void(Object&)>& examine);

}  // namespace datagen::host::check
