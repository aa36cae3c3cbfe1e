// A writer object as the checker calls it: through the function table alone.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "check/checker.hpp"
#include "check/generator_object.hpp"
#include "check/option_values.hpp"
#include "check/sample_database.hpp"

namespace datagen::host::check {

// The bytes of one call, or why there are none.
struct Bytes {
  Refusal refusal;
  std::string bytes;
  [[nodiscard]] bool ok() const { return refusal.status == DATAGEN_OK; }
  [[nodiscard]] bool same(const Bytes& other) const {
    return refusal.status == other.refusal.status && bytes == other.bytes;
  }
};

class OpenTable;

class WriterObject {
 public:
  // database: must outlive the object.  nullptr, and refusal filled, when the class refuses.
  static std::unique_ptr<WriterObject> create(const Checker& checker, const WriterClass& writer_class,
                                              const OptionTexts& options, const SampleDatabase& database,
                                              Refusal& refusal, bool with_error = true);
  ~WriterObject();
  WriterObject(const WriterObject&) = delete;
  WriterObject& operator=(const WriterObject&) = delete;

  [[nodiscard]] const WriterClass& writer_class() const { return class_; }
  [[nodiscard]] bool encodes() const { return class_.table.encode != nullptr; }
  [[nodiscard]] bool has_lanes() const { return class_.has_own_destination(); }
  [[nodiscard]] datagen_writer* raw() const { return writer_; }
  [[nodiscard]] Bytes pre_data(bool with_error = true) const;
  [[nodiscard]] Bytes post_data(bool with_error = true) const;
  // place: in the database's list.  nullptr, and refusal filled, when the writer refuses.
  std::unique_ptr<OpenTable> open(std::size_t place, std::size_t table, Refusal& refusal, bool with_error = true) const;

 private:
  WriterObject(const WriterClass& writer_class, const OptionTexts& options, const SampleDatabase& database)
      : class_(writer_class), database_(database), values_(writer_class.options, options, false) {}

  const WriterClass& class_;
  const SampleDatabase& database_;
  OptionValues values_;
  datagen_writer* writer_ = nullptr;
  Lender lender_;
};

// One table of it.
class OpenTable {
 public:
  OpenTable(const WriterClass& writer_class, datagen_table_writer* writer, const SampleTable& table,
            const datagen_table_plan& plan)
      : class_(writer_class), writer_(writer), table_(table), plan_(plan) {}
  ~OpenTable() { class_.table.close_table(writer_); }
  OpenTable(const OpenTable&) = delete;
  OpenTable& operator=(const OpenTable&) = delete;

  [[nodiscard]] const SampleTable& table() const { return table_; }
  [[nodiscard]] const datagen_table_plan& plan() const { return plan_; }
  [[nodiscard]] bool is_container() const { return class_.is_container(); }
  [[nodiscard]] bool has_sound_plan() const {
    return plan_.row_alignment >= 1 && plan_.row_alignment <= 1U << 20 && plan_.max_lanes >= 1;
  }
  // Of an encoder; nothing of a container, whose are not called.
  [[nodiscard]] Bytes begin(bool with_error = true) const;
  [[nodiscard]] Bytes end(bool with_error = true) const;
  // Encoder or container.  already: what the buffer holds before, which bytes then begins with.
  [[nodiscard]] Bytes encode(const datagen_batch* batch, bool with_error = true, const std::string& already = {}) const;
  [[nodiscard]] Bytes encode(Rows rows, std::uint64_t first, std::uint32_t n, std::uint8_t under_null = 3) const;
  // Sink or container.  Rows of a container are encoded, and appended.
  [[nodiscard]] std::uint32_t lanes() const { return class_.is_container() ? 1 : plan_.max_lanes; }
  // The least number of rows, at least `wanted`, that a batch may have.
  [[nodiscard]] std::uint32_t batch_rows(std::uint32_t wanted) const;
  datagen_sink* open_lane(std::uint32_t lane, Refusal& refusal) const;
  [[nodiscard]] Refusal append(datagen_sink* sink, const std::string& bytes) const;
  [[nodiscard]] Refusal write(datagen_sink* sink, const datagen_batch* batch, bool with_error = true) const;
  [[nodiscard]] Refusal write(datagen_sink* sink, Rows rows, std::uint64_t first, std::uint32_t n) const;
  [[nodiscard]] Refusal commit(datagen_sink* sink) const;
  void close(datagen_sink* sink) const { class_.table.sink_close(sink); }

 private:
  const WriterClass& class_;
  datagen_table_writer* writer_;
  const SampleTable& table_;
  datagen_table_plan plan_;
};

// Rows of each sample table that a writer is told of.
inline constexpr std::uint64_t kTableRows = 1000;

// Calls examine with a new writer of each sample, and of each of its tables the place and the index.
struct WriterSubject {
  const WriterClass& writer_class;
  const WriterSample& sample;
  const SampleDatabase& database;
};
void for_each_writer(Checker& checker, const std::function<void(const WriterSubject&, const WriterObject&)>& examine);
// As above, each table opened, of writers that encode or of those with lanes (a container does both); tables without a
// sound plan are passed over.
enum class Role { encoder, sink };
void for_each_table(Checker& checker, Role role, const std::function<void(const OpenTable&)>& examine);

}  // namespace datagen::host::check
