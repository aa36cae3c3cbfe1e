#include "program/template_step.hpp"

#include <fmt/format.h>

#include <cstring>
#include <utility>

#include "datagen/core/error.hpp"
#include "datagen/text/hexadecimal.hpp"
#include "datagen/text/integer.hpp"
#include "program/format.hpp"
#include "program/render.hpp"
#include "program/text_checks.hpp"

namespace datagen {

namespace {

using Piece = TextTemplate::Piece;

class Assemble final : public Step {
 public:
  explicit Assemble(TemplateStep step) : step_(std::move(step)) {
    for (const Piece& piece : step_.text->pieces)
      fixed_size_ += piece.kind == Piece::Kind::literal ? piece.text.size()
                     : piece.kind == Piece::Kind::column || piece.kind == Piece::Kind::part
                         ? largest_rendered_size
                         : std::max<std::size_t>(piece.width, 40);
  }

  void run(Workspace& workspace) const override {
    const std::uint64_t* rows = workspace.rows(step_.view);
    const std::uint64_t* ordinals =
        step_.draw ? step_.draw->ordinals(workspace, rows, workspace.n, workspace.ordinals()) : nullptr;
    ColumnData& out = workspace.column(step_.column);
    Format layout{Storage::variable, 0};
    out.prepare(layout, workspace.n);
    for (std::uint32_t i = 0; i < workspace.n; ++i) {
      std::uint64_t begin = out.data_buffer.size();
      for (const Piece& piece : step_.text->pieces)
        append(workspace, out.data_buffer, piece, i, rows[i], ordinals == nullptr ? 0 : ordinals[i]);
      check(out.data_buffer, begin, rows[i]);
      out.offsets_buffer.as<std::int32_t>()[i + 1] = static_cast<std::int32_t>(out.data_buffer.size());
    }
    std::int64_t null_count = apply_nulls(out, nullptr, step_.nulls, rows, workspace.n);
    out.publish(layout, workspace.n, null_count, nullptr);
  }

 private:
  void append(Workspace& workspace, Buffer& buffer, const Piece& piece, std::uint32_t i, std::uint64_t row,
              std::uint64_t ordinal) const {
    std::string_view copied;
    if (piece.kind == Piece::Kind::literal) copied = piece.text;
    bool is_column = piece.kind == Piece::Kind::column, is_part = piece.kind == Piece::Kind::part;
    const ColumnData* source = is_column ? &workspace.column(step_.inputs[piece.index])
                               : is_part ? &workspace.column(step_.parts[piece.index])
                                         : nullptr;
    std::string_view format;
    if (source != nullptr) {
      format = is_column ? step_.input_formats[piece.index] : step_.part_formats[piece.index];
      if (source->is_null(i)) return;
      if (source->array().dictionary != nullptr || format == "u") {
        copied = source->text(i);
        source = nullptr;
      }
    }
    buffer.reserve(buffer.size() + fixed_size_ + copied.size() + 64);
    char* begin = buffer.as<char>() + buffer.size();
    char* end = begin;
    switch (piece.kind) {
      case Piece::Kind::literal:
        break;
      case Piece::Kind::column:
      case Piece::Kind::part:
        if (source != nullptr) end = render_value(begin, *source, format, i);
        break;
      case Piece::Kind::row_number:
        end = write_row_number(begin, row + 1, piece.width);
        break;
      case Piece::Kind::random:
        end = write_random(begin, piece, row, ordinal);
        break;
      case Piece::Kind::uuid:
        end = write_uuid(begin, piece.key, row);
        break;
    }
    if (!copied.empty()) {
      std::memcpy(begin, copied.data(), copied.size());
      end = begin + copied.size();
    }
    buffer.abi()->size += static_cast<std::uint64_t>(end - begin);
  }

  static char* write_row_number(char* out, std::uint64_t number, std::uint32_t width) {
    for (std::uint32_t digits = text::count_digits(number); digits < width; ++digits) *out++ = '0';
    return text::write_unsigned(out, number);
  }

  static char* write_random(char* out, const Piece& piece, std::uint64_t row, std::uint64_t ordinal) {
    std::uint64_t base = piece.text.size();
    if (piece.count > 0) {
      std::uint64_t digit = ordinal / piece.divisor % piece.count;
      for (std::uint32_t k = piece.width; k-- > 0; digit /= base) out[k] = piece.text[digit % base];
    } else {
      for (std::uint32_t k = 0; k < piece.width; ++k)
        out[k] = piece.text[datagen_scale(datagen_random(piece.key, row, k), base)];
    }
    return out + piece.width;
  }

  static char* write_uuid(char* out, datagen_key key, std::uint64_t row) {
    std::uint64_t words[2] = {datagen_random(key, row, 0), datagen_random(key, row, 1)};
    std::uint8_t bytes[16];
    std::memcpy(bytes, words, sizeof bytes);
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
    return text::write_uuid(out, bytes);
  }

  void check(const Buffer& buffer, std::uint64_t begin, std::uint64_t row) const {
    std::uint64_t size = buffer.size() - begin;
    const TextTemplate& text = *step_.text;
    if (buffer.size() > 0x7fffffff)
      throw Error(ErrorCode::generation,
                  Fault{"a batch of this column is over 2 GiB", {}, text.subject, "lower the batch size"});
    if (text.max_characters == 0 || size <= text.max_characters) return;
    std::string_view value(buffer.as<char>() + begin, size);
    if (count_characters(value) > text.max_characters)
      throw Error(ErrorCode::generation,
                  Fault{fmt::format("the template gives '{}', {} characters, where the column takes {} (row {})", value,
                                    count_characters(value), text.max_characters, row),
                        {},
                        text.subject,
                        "shorten the template or widen the column's type"});
  }

  TemplateStep step_;
  std::size_t fixed_size_ = 0;
};

}  // namespace

std::unique_ptr<Step> template_step(TemplateStep step) { return std::make_unique<Assemble>(std::move(step)); }

}  // namespace datagen
