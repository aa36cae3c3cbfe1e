// Compresses pieces of output, each into a frame of its own.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "datagen/core/compression.hpp"
#include "program/buffer.hpp"

namespace datagen {

// The frame is a function of the bytes, the level and the library's version.
class Codec {
 public:
  virtual ~Codec() = default;
  // Replaces what frame holds by one frame of all the bytes; no bytes make a frame too.  Thread-safe.  Throws
  // std::bad_alloc.
  virtual void compress(std::span<const std::uint8_t> bytes, Buffer& frame) = 0;
};

// Null for Method::none.
[[nodiscard]] std::unique_ptr<Codec> make_codec(const Compression& compression);
[[nodiscard]] std::unique_ptr<Codec> make_gzip_codec(int level);
[[nodiscard]] std::unique_ptr<Codec> make_zstd_codec(int level);

}  // namespace datagen
