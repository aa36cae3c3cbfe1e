// How output is compressed: as frames (zstd) or members (gzip) that are independent of each other, each of about
// 512 KiB before compression.  The standard tools read such files as one.
#pragma once

namespace datagen {

struct Compression {
  enum class Method { none, gzip, zstd };
  Method method = Method::none;
  int level = 0;  // from 1 to most_level(method); 0: default_level(method)

  static constexpr int default_level(Method method) { return method == Method::gzip ? 6 : 3; }
  static constexpr int most_level(Method method) { return method == Method::gzip ? 12 : 19; }
};

}  // namespace datagen
