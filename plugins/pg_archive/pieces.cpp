#include "pieces.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

#include "datagen/text/column_kind.hpp"

namespace datagen::pg_archive {
namespace {

constexpr std::uint64_t kPieceSize = std::uint64_t{1} << 18;
constexpr std::uint32_t kLeastRows = 16, kMostRows = 8192;
constexpr std::uint64_t kTextSize = 40, kBytesSize = 80;      // of a value, as good as any guess
constexpr std::string_view kEndOfCopy = "\\.\n\n\n";          // as pg_dump ends a table's data
constexpr std::uint64_t kMostInput = std::uint64_t{1} << 30;  // of one call of deflate()

// Before the bytes of a piece.
struct PieceHead {
  std::uint64_t stored, length;  // bytes here, and of text
  std::uint32_t checksum, reserved;
};

std::uint64_t average_size(const ArrowArray& dictionary) {
  if (dictionary.length == 0) return 0;
  const auto* offsets = static_cast<const std::int32_t*>(dictionary.buffers[1]);
  return static_cast<std::uint64_t>(offsets[dictionary.length] - offsets[0]) /
         static_cast<std::uint64_t>(dictionary.length);
}

std::uint64_t row_size(const datagen_table_info& info) {
  std::uint64_t size = 1;
  for (std::int64_t i = 0; i < info.schema->n_children; ++i) {
    const std::optional<text::ColumnFormat> format = text::parse_format(*info.schema->children[i]);
    ++size;
    if (!format) continue;  // refused by the encoder
    if (format->kind == text::ColumnKind::kDictionary)
      size += average_size(*info.dictionaries[i]);
    else if (format->kind == text::ColumnKind::kText)
      size += kTextSize;
    else if (format->kind == text::ColumnKind::kBytes)
      size += kBytesSize;
    else
      size += text::max_value_size(*format) / 2;
  }
  return size;
}

std::uint32_t checksum_of(StreamKind kind, std::string_view text) {
  const auto* bytes = reinterpret_cast<const Bytef*>(text.data());
  const uLong sum = kind == StreamKind::gzip ? ::crc32_z(::crc32_z(0, nullptr, 0), bytes, text.size())
                                             : ::adler32_z(::adler32_z(0, nullptr, 0), bytes, text.size());
  return static_cast<std::uint32_t>(sum);
}

// A raw deflate stream, used again for each piece; its memory is that of the call.
class Deflater {
 public:
  Deflater(const datagen_call& call, int level) {
    stream_.zalloc = [](voidpf opaque, uInt items, uInt size) -> voidpf {
      const auto* lender = static_cast<const datagen_call*>(opaque);
      return lender->scratch == nullptr ? nullptr : lender->scratch(lender, std::uint64_t{items} * size);
    };
    stream_.zfree = [](voidpf, voidpf) {};
    stream_.opaque = const_cast<datagen_call*>(&call);
    check(deflateInit2(&stream_, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY));
  }
  ~Deflater() { ::deflateEnd(&stream_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  // Ends at a whole byte, and refers to nothing before: pieces can be put behind each other.
  void append(std::string_view text, sdk::Buffer& out) {
    check(::deflateReset(&stream_));
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    std::uint64_t left = text.size();
    do {
      stream_.avail_in = static_cast<uInt>(std::min(left, kMostInput));
      left -= stream_.avail_in;
      do {
        const std::uint64_t room = std::clamp<std::uint64_t>(stream_.avail_in / 2, 4096, kMostInput);
        char* const end = out.reserve(room);
        stream_.next_out = reinterpret_cast<Bytef*>(end);
        stream_.avail_out = static_cast<uInt>(room);
        const int result = ::deflate(&stream_, left == 0 ? Z_SYNC_FLUSH : Z_NO_FLUSH);
        if (result != Z_BUF_ERROR) check(result);
        out.set_end(end + (room - stream_.avail_out));
      } while (stream_.avail_out == 0);
    } while (left > 0);
  }

 private:
  static void check(int result) {
    if (result == Z_OK) return;
    throw sdk::PluginError(result == Z_MEM_ERROR ? DATAGEN_OUT_OF_MEMORY : DATAGEN_INTERNAL,
                           "cannot compress: zlib says " + std::to_string(result));
  }

  z_stream stream_{};
};

void put_number(std::string& out, std::uint32_t value, bool greatest_first) {
  for (int i = 0; i < 4; ++i) out += static_cast<char>(value >> 8 * (greatest_first ? 3 - i : i) & 0xFF);
}

// What comes before the deflated bytes.
std::string stream_head(StreamKind kind, int level) {
  if (kind == StreamKind::plain) return "";
  if (kind == StreamKind::gzip) {
    std::string head("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);  // no name, no time, no system
    if (level == 9) head[8] = 2;
    if (level == 1) head[8] = 4;
    return head;
  }
  return level == 1 ? "\x78\x01" : level < 6 ? "\x78\x5e" : level == 6 ? "\x78\x9c" : "\x78\xda";
}

// A last deflate block: these bytes as they are.
std::string stored_block(std::string_view bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  std::string block = "\x01";
  for (const std::uint32_t half : {size, ~size})
    for (const int shift : {0, 8}) block += static_cast<char>(half >> shift & 0xFF);
  return block.append(bytes);
}

}  // namespace

PieceEncoder::PieceEncoder(const datagen_table_info& info, StreamKind kind, int level)
    : encoder_(info),
      kind_(kind),
      level_(level),
      rows_(static_cast<std::uint32_t>(std::clamp<std::uint64_t>(kPieceSize / row_size(info), kLeastRows, kMostRows))) {
}

void PieceEncoder::encode(const datagen_call& call, const datagen_batch& batch, sdk::Buffer& out) const {
  if (batch.array->length == 0) return;
  if (kind_ == StreamKind::plain)
    encode_plain(call, batch, out);
  else
    encode_compressed(call, batch, out);
}

void PieceEncoder::encode_plain(const datagen_call& call, const datagen_batch& batch, sdk::Buffer& out) const {
  const auto n = static_cast<std::uint64_t>(batch.array->length);
  const std::uint64_t first_size = rows_ - batch.first_row % rows_;
  const std::uint64_t pieces = 1 + (n > first_size ? (n - first_size + rows_ - 1) / rows_ : 0);
  char* end = out.reserve(encoder_.bound(*batch.array) + n + pieces * sizeof(PieceHead));
  text::RowEncoder<postgres::CopyDialect>::Rows rows(encoder_, call, *batch.array);
  for (std::uint64_t row = 0; row < n;) {
    char* const head = end;
    end += sizeof(PieceHead);
    const std::uint64_t last = std::min(n, row + rows_ - (batch.first_row + row) % rows_);
    for (; row < last; ++row) {
      end = rows.write(end, row);
      *end++ = '\n';
    }
    const auto size = static_cast<std::uint64_t>(end - head) - sizeof(PieceHead);
    const PieceHead piece{size, size, 0, 0};
    std::memcpy(head, &piece, sizeof piece);
  }
  out.set_end(end);
}

void PieceEncoder::encode_compressed(const datagen_call& call, const datagen_batch& batch, sdk::Buffer& out) const {
  const auto n = static_cast<std::uint64_t>(batch.array->length);
  char* const text = static_cast<char*>(sdk::scratch(call, encoder_.bound(*batch.array) + n + sdk::kBufferSlack));
  text::RowEncoder<postgres::CopyDialect>::Rows rows(encoder_, call, *batch.array);
  Deflater deflater(call, level_);
  for (std::uint64_t row = 0; row < n;) {
    char* end = text;
    const std::uint64_t last = std::min(n, row + rows_ - (batch.first_row + row) % rows_);
    for (; row < last; ++row) {
      end = rows.write(end, row);
      *end++ = '\n';
    }
    const std::string_view piece(text, static_cast<std::size_t>(end - text));
    const std::uint64_t at = out.size();
    out.set_end(out.reserve(sizeof(PieceHead)) + sizeof(PieceHead));
    deflater.append(piece, out);
    const PieceHead head{out.size() - at - sizeof(PieceHead), piece.size(), checksum_of(kind_, piece), 0};
    std::memcpy(out.begin() + at, &head, sizeof head);
  }
}

JoinedStream::JoinedStream(StreamKind kind, int level, Take take)
    : kind_(kind), level_(level), take_(std::move(take)), checksum_(checksum_of(kind, "")) {}

void JoinedStream::add(std::string_view stored, std::uint64_t length, std::uint32_t checksum) {
  if (!begun_ && kind_ != StreamKind::plain) take_(stream_head(kind_, level_));
  begun_ = true;
  take_(stored);
  length_ += length;
  if (kind_ == StreamKind::plain) return;
  const auto size = static_cast<z_off_t>(length);
  checksum_ = static_cast<std::uint32_t>(kind_ == StreamKind::gzip ? ::crc32_combine(checksum_, checksum, size)
                                                                   : ::adler32_combine(checksum_, checksum, size));
}

void JoinedStream::append(std::span<const std::uint8_t> pieces) {
  while (!pieces.empty()) {
    PieceHead head{};
    if (pieces.size() >= sizeof head) std::memcpy(&head, pieces.data(), sizeof head);
    if (pieces.size() < sizeof head || head.stored == 0 || head.stored > pieces.size() - sizeof head)
      throw sdk::PluginError(DATAGEN_INVALID_ARGUMENT, "the bytes to be appended are not what encode() made");
    const auto* const stored = reinterpret_cast<const char*>(pieces.data()) + sizeof head;
    add({stored, static_cast<std::size_t>(head.stored)}, head.length, head.checksum);
    pieces = pieces.subspan(sizeof head + static_cast<std::size_t>(head.stored));
  }
}

void JoinedStream::end() {
  if (kind_ == StreamKind::plain) return add(kEndOfCopy, kEndOfCopy.size(), 0);
  add(stored_block(kEndOfCopy), kEndOfCopy.size(), checksum_of(kind_, kEndOfCopy));
  std::string tail;
  put_number(tail, checksum_, kind_ == StreamKind::zlib);
  if (kind_ == StreamKind::gzip) put_number(tail, static_cast<std::uint32_t>(length_), false);
  take_(tail);
}

}  // namespace datagen::pg_archive
