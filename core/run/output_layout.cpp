#include "run/output_layout.hpp"

#include <utility>

namespace datagen {

namespace {

std::span<const std::uint8_t> view(const Buffer& buffer) { return {buffer.data(), buffer.size()}; }

std::span<const std::uint8_t> view(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace

OutputLayout::OutputLayout(const RunOptions& options, std::size_t tables, Output& output, Output* uncompressed,
                           Codec* codec, std::string preamble)
    : file_per_table_(options.file_per_table),
      fragments_(options.file_per_table && options.split_size == 0),
      split_size_(options.split_size),
      tables_(tables),
      output_(output),
      uncompressed_(uncompressed),
      codec_(codec),
      preamble_(std::move(preamble)) {
  text_.reserve(64);
}

void OutputLayout::pre_data(const Buffer& bytes) {
  if (bytes.size() == 0) return;
  open({Section::pre_data, 0, 0, split_size_ != 0 && !file_per_table_ ? 1u : 0u}, false);
  emit_text(view(bytes));
  holds_something_ = true;
}

void OutputLayout::rows(const TableRun& table, const Job& job, const Buffer& piece, const Buffer& frame) {
  const Buffer& bytes = codec_ != nullptr ? frame : piece;
  const bool new_table = table_ != &table;
  table_ = &table;
  if (new_table) closing_size_ = split_size_ != 0 ? closing_size(table) : 0;
  if (!is_open_ || (file_per_table_ && new_table)) {
    open({Section::data, table.description_index(), table.number() + 1, split_size_ != 0 ? 1u : 0u},
         !fragments_ || job.begins);
  } else if (too_long(bytes.size() + (job.ends ? 0 : closing_size_))) {
    if (!job.begins) {
      text_.clear();
      table.append_end(text_);
      emit_text(view(text_));
    }
    open_next_part();
    if (!job.begins) {
      text_.clear();
      table.append_begin(text_);
      emit_text(view(text_));
    }
  }
  if (uncompressed_ != nullptr && piece.size() != 0) uncompressed_->write(view(piece));
  emit(view(bytes));
  if (bytes.size() != 0) holds_something_ = true;
}

void OutputLayout::post_data(const Buffer& bytes) {
  if (bytes.size() == 0) return;
  if (!is_open_ || file_per_table_) {
    open({Section::post_data, 0, tables_ + 1, split_size_ != 0 && !file_per_table_ ? 1u : 0u}, true);
  } else if (split_size_ != 0 && too_long(compressed(view(bytes)).size())) {
    open_next_part();
  }
  emit_text(view(bytes));
}

// No output is not a script, nor something that can be decompressed.
void OutputLayout::finish() {
  if (!is_open_ && !file_per_table_) open({Section::data, 0, 0, split_size_ != 0 ? 1u : 0u}, true);
  end_file();
}

OutputLayout::Bytes OutputLayout::compressed(Bytes bytes) {
  if (codec_ == nullptr) return bytes;
  codec_->compress(bytes, frame_);
  return view(frame_);
}

void OutputLayout::emit(Bytes bytes) {
  if (bytes.empty()) return;
  output_.write(bytes);
  file_bytes_ += bytes.size();
  bytes_ += bytes.size();
}

void OutputLayout::open(const OutputPart& part, bool with_preamble) {
  end_file();
  part_ = part;
  is_open_ = true;
  if (file_per_table_ || split_size_ != 0) {
    output_.next_file(part);
    if (uncompressed_ != nullptr) uncompressed_->next_file(part);
  }
  if (with_preamble) emit_text(view(preamble_));
}

void OutputLayout::open_next_part() {
  OutputPart next = part_;
  ++next.number;
  open(next, true);
}

void OutputLayout::end_file() {
  if (is_open_ && file_bytes_ == 0 && codec_ != nullptr) emit(compressed({}));
  file_bytes_ = 0;
  holds_something_ = false;
}

std::uint64_t OutputLayout::closing_size(const TableRun& table) {
  text_.clear();
  table.append_end(text_);
  return text_.size() == 0 ? 0 : compressed(view(text_)).size();
}

}  // namespace datagen
