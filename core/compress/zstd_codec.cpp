#include <zstd.h>

#include "compress/codec.hpp"
#include "compress/context_pool.hpp"

namespace datagen {

namespace {

void release(ZSTD_CCtx* context) { ZSTD_freeCCtx(context); }

// RFC 8878: a file is a sequence of frames.  Each has its size and a checksum, as the zstd program writes them.
class ZstdCodec final : public Codec {
 public:
  explicit ZstdCodec(int level) : level_(level) {}

  void compress(std::span<const std::uint8_t> bytes, Buffer& frame) override {
    auto context = contexts_.take([this] {
      ZSTD_CCtx* made = ZSTD_createCCtx();
      if (made != nullptr) {
        ZSTD_CCtx_setParameter(made, ZSTD_c_compressionLevel, level_);
        ZSTD_CCtx_setParameter(made, ZSTD_c_checksumFlag, 1);
      }
      return made;
    });
    frame.clear();
    frame.reserve(ZSTD_compressBound(bytes.size()));
    const std::size_t size = ZSTD_compress2(context.get(), frame.data(), frame.capacity(), bytes.data(), bytes.size());
    if (ZSTD_isError(size)) throw std::bad_alloc();  // with room for the bound nothing else can go wrong
    frame.resize(size);
    contexts_.give_back(std::move(context));
  }

 private:
  int level_;
  ContextPool<ZSTD_CCtx, release> contexts_;
};

}  // namespace

std::unique_ptr<Codec> make_zstd_codec(int level) { return std::make_unique<ZstdCodec>(level); }

}  // namespace datagen
