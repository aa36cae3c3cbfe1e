// Frames: what goes in comes out, alone and one after the other, from any thread.
#include "compress/codec.hpp"

#include <libdeflate.h>
#include <zstd.h>

#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/catch.hpp"

namespace datagen {
namespace {

using Method = Compression::Method;

std::string compressed(Codec& codec, const std::string& text) {
  Buffer frame;
  codec.compress({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, frame);
  return {frame.as<char>(), frame.size()};
}

// What zstd's and libdeflate's own readers make of one frame after the other.
std::string decompressed(Method method, std::string frames) {
  std::string text;
  while (!frames.empty()) {
    std::string part(std::size_t{4} << 20, '\0');
    std::size_t taken = 0, made = 0;
    if (method == Method::zstd) {
      taken = ZSTD_findFrameCompressedSize(frames.data(), frames.size());
      REQUIRE_FALSE(ZSTD_isError(taken));
      CHECK(ZSTD_getFrameContentSize(frames.data(), frames.size()) != ZSTD_CONTENTSIZE_UNKNOWN);
      made = ZSTD_decompress(part.data(), part.size(), frames.data(), taken);
      REQUIRE_FALSE(ZSTD_isError(made));
    } else {
      libdeflate_decompressor* reader = libdeflate_alloc_decompressor();
      const auto result =
          libdeflate_gzip_decompress_ex(reader, frames.data(), frames.size(), part.data(), part.size(), &taken, &made);
      libdeflate_free_decompressor(reader);
      REQUIRE(result == LIBDEFLATE_SUCCESS);
    }
    text.append(part, 0, made);
    frames.erase(0, taken);
  }
  return text;
}

// Of any size from nothing on, and of any compressibility.
std::string random_text(std::mt19937_64& random) {
  const std::size_t size = random() % 3 == 0 ? random() % 3 : random() % (std::size_t{1} << (random() % 21));
  const std::uint64_t alphabet = 1 + random() % 256;
  std::string text(size, '\0');
  for (char& c : text) c = static_cast<char>(random() % alphabet);
  return text;
}

}  // namespace

// Invariant: frames one after the other decompress to the texts one after the other, at every level.
TEST_CASE("frames that follow each other hold what was compressed") {
  for (const Method method : {Method::gzip, Method::zstd}) {
    for (int level = 0; level <= Compression::most_level(method); ++level) {
      std::mt19937_64 random(static_cast<std::uint64_t>(level));
      const auto codec = make_codec({method, level});
      std::string frames, expected;
      for (int i = 0; i < 12; ++i) {
        const std::string text = random_text(random);
        frames += compressed(*codec, text);
        expected += text;
      }
      CAPTURE(static_cast<int>(method), level);
      CHECK((decompressed(method, frames) == expected));
    }
  }
  CHECK(make_codec({}) == nullptr);
}

// Invariant: a frame depends neither on the thread, nor on what was compressed before.
TEST_CASE("the same bytes make the same frame, on any thread and after anything") {
  for (const Method method : {Method::gzip, Method::zstd}) {
    std::mt19937_64 random(7);
    std::vector<std::string> texts, frames;
    for (int i = 0; i < 40; ++i) {
      texts.push_back(random_text(random));
      frames.push_back(compressed(*make_codec({method, 0}), texts.back()));
    }
    const auto codec = make_codec({method, 0});
    std::vector<std::thread> threads;
    std::atomic<int> different{0};
    for (std::uint64_t t = 0; t < 4; ++t) {
      threads.emplace_back([&, t] {
        std::mt19937_64 order(t);
        for (int i = 0; i < 100; ++i) {
          const std::size_t which = order() % texts.size();
          if (compressed(*codec, texts[which]) != frames[which]) ++different;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(different == 0);
  }
}

TEST_CASE("nothing makes a frame too") {
  for (const Method method : {Method::gzip, Method::zstd}) {
    const auto codec = make_codec({method, 0});
    const std::string frame = compressed(*codec, "");
    CHECK_FALSE(frame.empty());
    CHECK(decompressed(method, frame).empty());
  }
}

}  // namespace datagen
