// Loops over a batch, compiled once for every processor and once for those with AVX2, chosen at run time.  Integers
// only, so that both give the same values.  For comparisons and sums: products of 64 bits are slower so, and AVX-512,
// which has them, slows down the rest of the program.
#pragma once

namespace datagen {

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define DATAGEN_WIDE_LOOPS 1
#else
#define DATAGEN_WIDE_LOOPS 0
#endif

#if DATAGEN_WIDE_LOOPS
[[nodiscard]] inline bool has_wide_loops() {
  static const bool has = __builtin_cpu_supports("avx2") != 0;
  return has;
}

// flatten: the loop's own functions are compiled anew inside, for this target.
template <typename Loop>
[[gnu::noinline, gnu::flatten, gnu::target("avx2")]] void run_wide(const Loop& loop) {
  const Loop own = loop;  // whose members nothing else can reach, so that stores do not change them
  own();
}
#endif

/// Runs `loop`, a function without arguments that calls inline functions only.
template <typename Loop>
void wide_loop(const Loop& loop) {
#if DATAGEN_WIDE_LOOPS
  if (has_wide_loops()) return run_wide(loop);
#endif
  loop();
}

}  // namespace datagen
