// A table's rows as text, cut into pieces that are compressed one by one, on any thread, and the one stream that they
// are joined into.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "datagen/postgres/copy_dialect.hpp"
#include "datagen/text/row_encoder.hpp"

namespace datagen::pg_archive {

enum class StreamKind : std::uint8_t { plain, zlib, gzip };

// Immutable; any number of threads.
class PieceEncoder {
 public:
  // level: of zlib, 1 to 9; of no meaning for a plain stream.
  PieceEncoder(const datagen_table_info& info, StreamKind kind, int level);

  // Pieces end at rows whose number is a multiple of this, and at the end of the table: so they do not depend on how
  // rows come in batches.  About 256 KiB of text, by what the columns' types say.
  [[nodiscard]] std::uint32_t rows() const { return rows_; }

  // Appends pieces, each as Joined reads it.
  void encode(const datagen_call& call, const datagen_batch& batch, sdk::Buffer& out) const;

 private:
  void encode_plain(const datagen_call& call, const datagen_batch& batch, sdk::Buffer& out) const;
  void encode_compressed(const datagen_call& call, const datagen_batch& batch, sdk::Buffer& out) const;

  text::RowEncoder<postgres::CopyDialect> encoder_;
  StreamKind kind_;
  int level_;
  std::uint32_t rows_;
};

// The stream of one table.  One thread at a time.
class JoinedStream {
 public:
  // Takes bytes of the stream, in order: each call those of one piece, never none.
  using Take = std::function<void(std::string_view)>;
  JoinedStream(StreamKind kind, int level, Take take);

  // What encode() gave, of any number of calls.  Throws sdk::PluginError DATAGEN_INVALID_ARGUMENT for anything else.
  void append(std::span<const std::uint8_t> pieces);
  // With the line that ends COPY's data.
  void end();

 private:
  void add(std::string_view stored, std::uint64_t length, std::uint32_t checksum);

  StreamKind kind_;
  int level_;
  Take take_;
  std::uint32_t checksum_;
  std::uint64_t length_ = 0;
  bool begun_ = false;
};

}  // namespace datagen::pg_archive
