// The writer: what goes into the archive, and the rows of its tables on their way.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "archive.hpp"
#include "datagen/writer.hpp"
#include "named_database.hpp"
#include "pieces.hpp"

namespace datagen::pg_archive {

inline constexpr sdk::OptionTable kOptionTable(
    sdk::string_option("output", "The archive, a file of pg_dump's custom format; standard output if none is named."),
    sdk::string_option("output_dir", "A new or an empty directory, for an archive of pg_dump's directory format."),
    sdk::integer_option("compression", "zlib's level, 0 for none.", "6", "0", "9"),
    sdk::timestamp_option("created", "When the archive says that it was made; by default the run's --as-of.",
                          "\"now\""));

class Writer;

// The rows of one table, in order; what was appended without commit() leaves the archive unfinished for ever.
class Lane {
 public:
  Lane(Writer& writer, std::uint32_t table) : writer_(writer), table_(table) {}
  ~Lane();
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  void append(const datagen_call&, std::span<const std::uint8_t> pieces);
  void commit();

 private:
  Writer& writer_;
  std::uint32_t table_;
  bool pending_ = false;
};

class Table {
 public:
  Table(Writer& writer, const datagen_table_info& info);
  [[nodiscard]] std::uint32_t piece_rows() const { return pieces_.rows(); }
  void encode(const datagen_call& call, const datagen_batch& batch, sdk::Buffer& out) const {
    pieces_.encode(call, batch, out);
  }
  std::unique_ptr<Lane> open_sink(std::uint32_t) { return std::make_unique<Lane>(writer_, table_); }

 private:
  Writer& writer_;
  std::uint32_t table_;
  PieceEncoder pieces_;
};

class Writer {
 public:
  static constexpr auto& kOptions = kOptionTable;

  Writer(const datagen_host* host, const datagen_database& database, const sdk::OptionReader& options);
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void pre_data(sdk::Buffer&);
  std::unique_ptr<Table> open_table(const datagen_table_info& info, datagen_table_plan& plan);
  void post_data(sdk::Buffer&);
  void finish();

 private:
  friend class Lane;
  friend class Table;

  Archive& archive();
  [[nodiscard]] StreamKind stream_kind() const;
  // Entries of the parts that the run has; post_data: whether that is one of them.
  [[nodiscard]] Selection selection(bool post_data) const;
  void begin_rows(std::uint32_t table);
  void end_rows();

  const datagen_host* host_;
  NamedDatabase database_;
  std::vector<Entry> entries_;
  std::string output_, output_dir_;
  Head head_;
  bool pre_data_ = false, data_ = false, post_data_ = false, abandoned_ = false;
  std::unique_ptr<Archive> archive_;
  std::optional<std::uint32_t> table_;  // whose rows are being written
  std::optional<JoinedStream> rows_;
  std::vector<bool> written_;  // tables with rows in the archive, or an end without any
};

}  // namespace datagen::pg_archive
