#include <libdeflate.h>

#include "compress/codec.hpp"
#include "compress/context_pool.hpp"

namespace datagen {

namespace {

// RFC 1952: a file is a sequence of members.  libdeflate writes no name and no time.
class GzipCodec final : public Codec {
 public:
  explicit GzipCodec(int level) : level_(level) {}

  void compress(std::span<const std::uint8_t> bytes, Buffer& frame) override {
    auto context = contexts_.take([this] { return libdeflate_alloc_compressor(level_); });
    frame.clear();
    frame.reserve(libdeflate_gzip_compress_bound(context.get(), bytes.size()));
    frame.resize(libdeflate_gzip_compress(context.get(), bytes.data(), bytes.size(), frame.data(), frame.capacity()));
    contexts_.give_back(std::move(context));
  }

 private:
  int level_;
  ContextPool<libdeflate_compressor, libdeflate_free_compressor> contexts_;
};

}  // namespace

std::unique_ptr<Codec> make_gzip_codec(int level) { return std::make_unique<GzipCodec>(level); }

}  // namespace datagen
