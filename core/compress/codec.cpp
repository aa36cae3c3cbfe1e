#include "compress/codec.hpp"

namespace datagen {

std::unique_ptr<Codec> make_codec(const Compression& compression) {
  const int level = compression.level != 0 ? compression.level : Compression::default_level(compression.method);
  switch (compression.method) {
    case Compression::Method::gzip:
      return make_gzip_codec(level);
    case Compression::Method::zstd:
      return make_zstd_codec(level);
    case Compression::Method::none:
      break;
  }
  return nullptr;
}

}  // namespace datagen
