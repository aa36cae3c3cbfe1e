/* The counter-based random function that the host and every plugin share.  C11 or C++17, no state.
 *
 * datagen_random(key, row, draw) is a pure function: 64 random bits for each (key, row, draw).  A key belongs to one
 * column (datagen_call.key); draw tells apart several random numbers that one value needs (0, 1, 2, ...).
 *
 * Algorithm: the counter row * 2^64/phi + key.low is mixed as in SplitMix64 (Steele, Lea, Flood: "Fast splittable
 * pseudorandom number generators", OOPSLA 2014), with the shifts and multipliers of Stafford's variant 13 and the second
 * half of the key added between its rounds, so that the streams of two keys are not shifts of each other.
 */
#ifndef DATAGEN_RANDOM_H_
#define DATAGEN_RANDOM_H_

#include <stdint.h>

#include "plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Bijective on 64 bits: distinct x give distinct results. */
static inline uint64_t datagen_mix(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

/* The key of draw number `draw`: compute it once outside a loop over rows. */
static inline datagen_key datagen_draw_key(datagen_key key, uint64_t draw) {
  datagen_key result;
  result.low = key.low + datagen_mix(draw);
  result.high = key.high ^ datagen_mix(draw + 0x632be59bd9b4e019u);
  return draw == 0 ? key : result;
}

/* 64 random bits for one row of a key.  Distinct rows give distinct results. */
static inline uint64_t datagen_random_at(datagen_key key, uint64_t row) {
  uint64_t x = row * 0x9e3779b97f4a7c15u + key.low;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x += key.high;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

static inline uint64_t datagen_random(datagen_key key, uint64_t row, uint64_t draw) {
  return datagen_random_at(datagen_draw_key(key, draw), row);
}

/* High 64 bits of the 128-bit product: maps 64 random bits to [0, n) with a bias below n / 2^64 (Lemire, "Fast random
 * integer generation in an interval", ACM TOMACS 2019).  n = 0 gives 0. */
static inline uint64_t datagen_scale(uint64_t random, uint64_t n) {
#if defined(__SIZEOF_INT128__)
  __extension__ typedef unsigned __int128 datagen_uint128;
  return (uint64_t)(((datagen_uint128)random * n) >> 64);
#else
  uint64_t random_low = (uint32_t)random, random_high = random >> 32, n_low = (uint32_t)n, n_high = n >> 32;
  uint64_t middle = random_high * n_low + ((random_low * n_low) >> 32);
  uint64_t middle_low = (uint32_t)middle + random_low * n_high;
  return random_high * n_high + (middle >> 32) + (middle_low >> 32);
#endif
}

/* Uniform in [0, 1), a multiple of 2^-53. */
static inline double datagen_unit(uint64_t random) { return (double)(random >> 11) * 0x1.0p-53; }

#ifdef __cplusplus
}
#endif
#endif /* DATAGEN_RANDOM_H_ */
