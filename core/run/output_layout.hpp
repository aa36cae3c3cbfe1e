// Puts an encoder's pieces into files, in order.
#pragma once

#include <cstdint>
#include <string>

#include "compress/codec.hpp"
#include "run/coordinator.hpp"

namespace datagen {

// Opens each file with what makes it a script of its own, cuts at split_size, and ends and begins again a table in
// which it cuts.  Pieces of rows come compressed; everything else is compressed here.  One thread at a time.
class OutputLayout {
 public:
  // preamble: what every script begins with.  codec: null for none.  uncompressed: receives every byte before output
  // does, and before it is compressed; null for none.
  OutputLayout(const RunOptions& options, std::size_t tables, Output& output, Output* uncompressed, Codec* codec,
               std::string preamble);

  void pre_data(const Buffer& bytes);
  // frame: the piece compressed, where there is a codec.
  void rows(const TableRun& table, const Job& job, const Buffer& piece, const Buffer& frame);
  void post_data(const Buffer& bytes);
  void finish();

  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }  // handed to Output so far

 private:
  using Bytes = std::span<const std::uint8_t>;

  Bytes compressed(Bytes bytes);  // valid until the next call
  void emit(Bytes bytes);
  void emit_text(Bytes bytes) {
    if (bytes.empty()) return;
    if (uncompressed_ != nullptr) uncompressed_->write(bytes);
    emit(compressed(bytes));
  }
  void open(const OutputPart& part, bool with_preamble);
  void open_next_part();
  void end_file();
  [[nodiscard]] bool too_long(std::uint64_t more) const {
    return split_size_ != 0 && holds_something_ && file_bytes_ + more > split_size_;
  }
  std::uint64_t closing_size(const TableRun& table);

  const bool file_per_table_, fragments_;
  const std::uint64_t split_size_;
  const std::size_t tables_;
  Output& output_;
  Output* const uncompressed_;
  Codec* const codec_;
  const std::string preamble_;

  bool is_open_ = false;
  bool holds_something_ = false;  // beside what it was opened with
  OutputPart part_;
  std::uint64_t file_bytes_ = 0, bytes_ = 0;
  const TableRun* table_ = nullptr;  // whose rows came last
  std::uint64_t closing_size_ = 0;   // of table_
  Buffer text_, frame_;
};

}  // namespace datagen
