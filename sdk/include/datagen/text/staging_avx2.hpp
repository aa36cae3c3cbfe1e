// The words of staging.hpp for eight rows at once, with AVX2 where the processor has it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "datagen/text/staged_group.hpp"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#include <immintrin.h>
#define DATAGEN_TEXT_AVX2 1
#else
#define DATAGEN_TEXT_AVX2 0
#endif

namespace datagen::text {

/// Whether this processor takes what the functions below are made of.
inline bool has_avx2() {
#if DATAGEN_TEXT_AVX2
  static const bool has = __builtin_cpu_supports("avx2") != 0;
  return has;
#else
  return false;
#endif
}

namespace detail {

#if DATAGEN_TEXT_AVX2
#define DATAGEN_AVX2_PART [[gnu::always_inline, gnu::target("avx2")]] inline
#define DATAGEN_AVX2 [[gnu::noinline, gnu::target("avx2")]] inline

// Eight lanes of 32 bits as two vectors of four lanes of 64: lanes 0, 2, 4, 6 and lanes 1, 3, 5, 7.
struct Halves {
  __m256i even;
  __m256i odd;
};

DATAGEN_AVX2_PART __m256i all_64(std::uint64_t value) { return _mm256_set1_epi64x(static_cast<long long>(value)); }
DATAGEN_AVX2_PART __m256i all_32(std::uint32_t value) { return _mm256_set1_epi32(static_cast<int>(value)); }
DATAGEN_AVX2_PART __m256i load_eight(const std::uint32_t* from) {
  return _mm256_load_si256(reinterpret_cast<const __m256i*>(from));
}
DATAGEN_AVX2_PART void store_eight(void* to, __m256i value) { _mm256_storeu_si256(static_cast<__m256i*>(to), value); }

DATAGEN_AVX2_PART Halves halves_of(__m256i lanes) {
  return {_mm256_and_si256(lanes, all_64(0xffffffffu)), _mm256_srli_epi64(lanes, 32)};
}

// Eight words in the order of their lanes.
DATAGEN_AVX2_PART void store_halves(std::uint64_t* to, Halves words) {
  const __m256i low = _mm256_unpacklo_epi64(words.even, words.odd);
  const __m256i high = _mm256_unpackhi_epi64(words.even, words.odd);
  store_eight(to, _mm256_permute2x128_si256(low, high, 0x20));
  store_eight(to + 4, _mm256_permute2x128_si256(low, high, 0x31));
}

// split_pairs() of integer.hpp.
DATAGEN_AVX2_PART __m256i split_pairs_avx2(__m256i pairs) {
  const __m256i tens = _mm256_mulhi_epu16(pairs, _mm256_set1_epi16(6'554));
  const __m256i ones = _mm256_sub_epi16(pairs, _mm256_mullo_epi16(tens, _mm256_set1_epi16(10)));
  return _mm256_or_si256(tens, _mm256_slli_epi16(ones, 8));
}

// eight_digits() of integer.hpp, of numbers below 10^8 in lanes of 64 bits.
DATAGEN_AVX2_PART __m256i eight_digits_avx2(__m256i value) {
  const __m256i high = _mm256_srli_epi64(_mm256_mul_epu32(value, all_64(3'518'437'209u)), 45);
  const __m256i low = _mm256_sub_epi64(value, _mm256_mul_epu32(high, all_64(10'000)));
  const __m256i fours = _mm256_or_si256(high, _mm256_slli_epi64(low, 32));
  const __m256i hundreds = _mm256_srli_epi16(_mm256_mulhi_epu16(fours, _mm256_set1_epi16(5'243)), 3);
  const __m256i rest = _mm256_sub_epi16(fours, _mm256_mullo_epi16(hundreds, _mm256_set1_epi16(100)));
  return split_pairs_avx2(_mm256_or_si256(hundreds, _mm256_slli_epi32(rest, 16)));
}

DATAGEN_AVX2_PART __m256i count_digits_avx2(__m256i value) {
  __m256i count = all_32(1);
  std::uint32_t limit = 10;
#pragma GCC unroll 7
  for (int i = 0; i < 7; ++i, limit *= 10) {
    count = _mm256_sub_epi32(count, _mm256_cmpgt_epi32(value, all_32(limit - 1)));
  }
  return count;
}

// Places and sizes of 32-bit lanes as StagedPairs::Extent.
DATAGEN_AVX2_PART void store_extent(StagedPairs::Extent* to, __m256i place, __m256i size, const std::uint32_t* fits) {
  store_eight(to, _mm256_and_si256(_mm256_or_si256(place, _mm256_slli_epi32(size, 16)), load_eight(fits)));
}

DATAGEN_AVX2 void make_integers_avx2(const Staged& staged, std::size_t n, const Frame& frame, StagedPairs& out) {
  const __m256i zeros = all_64(0x3030303030303030u), tail = all_64(frame.tail), tail_size = all_32(frame.tail_size);
  for (std::size_t i = 0; i < n; i += 8) {
    const __m256i value = load_eight(staged.value + i);
    const __m256i size = count_digits_avx2(value);
    const Halves values = halves_of(value);
    const Halves surplus = halves_of(_mm256_sub_epi32(all_32(64), _mm256_slli_epi32(size, 3)));
    store_halves(out.first + i,
                 {_mm256_srlv_epi64(_mm256_or_si256(eight_digits_avx2(values.even), zeros), surplus.even),
                  _mm256_srlv_epi64(_mm256_or_si256(eight_digits_avx2(values.odd), zeros), surplus.odd)});
    store_eight(out.second + i, tail);
    store_eight(out.second + i + 4, tail);
    store_extent(out.extent + i, size, _mm256_add_epi32(size, tail_size), staged.fits + i);
  }
}

// The digits before the point with the point, in lanes of 64 bits; whole: how many bits those digits take.
DATAGEN_AVX2_PART __m256i whole_and_point(__m256i text, __m256i surplus, __m256i whole) {
  const __m256i digits = _mm256_srlv_epi64(text, surplus);
  const __m256i mask = _mm256_sub_epi64(_mm256_sllv_epi64(all_64(1), whole), all_64(1));
  return _mm256_or_si256(_mm256_and_si256(digits, mask), _mm256_sllv_epi64(all_64('.'), whole));
}

DATAGEN_AVX2 void make_decimals_avx2(const Staged& staged, std::size_t n, std::uint32_t scale, const Frame& frame,
                                     StagedPairs& out) {
  const __m256i zeros = all_64(0x3030303030303030u), tail = all_64(frame.tail << (8 * scale));
  const __m128i fraction_bits = _mm_cvtsi32_si128(static_cast<int>(64 - 8 * scale));
  for (std::size_t i = 0; i < n; i += 8) {
    const __m256i value = load_eight(staged.value + i);
    const __m256i digits = _mm256_max_epi32(count_digits_avx2(value), all_32(scale + 1));
    const __m256i whole = _mm256_sub_epi32(digits, all_32(scale));
    const Halves values = halves_of(value);
    const Halves surplus = halves_of(_mm256_sub_epi32(all_32(64), _mm256_slli_epi32(digits, 3)));
    const Halves whole_bits = halves_of(_mm256_slli_epi32(whole, 3));
    const __m256i even = _mm256_or_si256(eight_digits_avx2(values.even), zeros);
    const __m256i odd = _mm256_or_si256(eight_digits_avx2(values.odd), zeros);
    store_halves(out.first + i, {whole_and_point(even, surplus.even, whole_bits.even),
                                 whole_and_point(odd, surplus.odd, whole_bits.odd)});
    store_halves(out.second + i, {_mm256_or_si256(_mm256_srl_epi64(even, fraction_bits), tail),
                                  _mm256_or_si256(_mm256_srl_epi64(odd, fraction_bits), tail)});
    store_extent(out.extent + i, _mm256_add_epi32(whole, all_32(1)),
                 _mm256_add_epi32(digits, all_32(1 + frame.tail_size)), staged.fits + i);
  }
}

// "YYYYMMDD" of days counted from 0001-01-01, in lanes of 64 bits: plain_civil_from_days() of calendar.hpp.  Quotients
// of constants are products with their rounded-up reciprocals, exact for what days below 10000-01-01 give.
DATAGEN_AVX2_PART __m256i date_digits(__m256i plain_day) {
  const __m256i days = _mm256_add_epi64(plain_day, all_64(306));
  const __m256i quarters = _mm256_or_si256(_mm256_slli_epi64(days, 2), all_64(3));
  const __m256i century = _mm256_srli_epi64(_mm256_mul_epu32(quarters, all_64(120'414'424u)), 44);
  const __m256i in_century = _mm256_sub_epi64(quarters, _mm256_mul_epu32(century, all_64(146'097)));
  const __m256i product = _mm256_mul_epu32(_mm256_or_si256(in_century, all_64(3)), all_64(2'939'745));
  const __m256i fraction = _mm256_and_si256(product, all_64(0xffffffffu));
  const __m256i day_of_year = _mm256_srli_epi64(_mm256_mul_epu32(fraction, all_64(3'063'938'966u)), 55);
  const __m256i month_and_day = _mm256_add_epi64(_mm256_mul_epu32(day_of_year, all_64(2'141)), all_64(197'913));
  const __m256i next_year = _mm256_cmpgt_epi64(day_of_year, all_64(305));
  const __m256i month = _mm256_sub_epi64(_mm256_srli_epi64(month_and_day, 16), _mm256_and_si256(next_year, all_64(12)));
  const __m256i day = _mm256_add_epi64(
      _mm256_srli_epi64(_mm256_mul_epu32(_mm256_and_si256(month_and_day, all_64(0xffff)), all_64(2'006'057)), 32),
      all_64(1));
  const __m256i year = _mm256_sub_epi64(_mm256_srli_epi64(product, 32), next_year);  // of the century, 0 to 100
  const __m256i next_century = _mm256_cmpgt_epi64(year, all_64(99));
  const __m256i pairs = _mm256_or_si256(
      _mm256_or_si256(_mm256_sub_epi64(century, next_century),
                      _mm256_slli_epi64(_mm256_sub_epi64(year, _mm256_and_si256(next_century, all_64(100))), 16)),
      _mm256_or_si256(_mm256_slli_epi64(month, 32), _mm256_slli_epi64(day, 48)));
  return _mm256_or_si256(split_pairs_avx2(pairs), all_64(0x3030303030303030u));
}

// "YYYY-MM-".
DATAGEN_AVX2_PART __m256i year_and_month(__m256i digits) {
  const __m256i year = _mm256_and_si256(digits, all_64(0xffffffffu));
  const __m256i month = _mm256_and_si256(_mm256_slli_epi64(digits, 8), all_64(0x00ffff0000000000u));
  return _mm256_or_si256(_mm256_or_si256(year, month), all_64(0x2d00002d00000000u));
}

DATAGEN_AVX2 void make_dates_avx2(const Staged& staged, std::size_t n, const Frame& frame, StagedPairs& out) {
  const __m256i tail = all_64(frame.tail << 16), quote = all_64(static_cast<std::uint8_t>(frame.quote));
  const std::uint32_t quotes = frame.quote == 0 ? 0 : 1;
  const __m256i place = all_32(8), size = all_32(10 + quotes + frame.tail_size);
  for (std::size_t i = 0; i < n; i += 8) {
    const Halves days = halves_of(load_eight(staged.value + i));
    const Halves digits{date_digits(days.even), date_digits(days.odd)};
    Halves first{year_and_month(digits.even), year_and_month(digits.odd)};
    Halves second{_mm256_or_si256(_mm256_srli_epi64(digits.even, 48), tail),
                  _mm256_or_si256(_mm256_srli_epi64(digits.odd, 48), tail)};
    if (quotes != 0) {
      second = {_mm256_or_si256(_mm256_slli_epi64(second.even, 8), _mm256_srli_epi64(first.even, 56)),
                _mm256_or_si256(_mm256_slli_epi64(second.odd, 8), _mm256_srli_epi64(first.odd, 56))};
      first = {_mm256_or_si256(_mm256_slli_epi64(first.even, 8), quote),
               _mm256_or_si256(_mm256_slli_epi64(first.odd, 8), quote)};
    }
    store_halves(out.first + i, first);
    store_halves(out.second + i, second);
    store_extent(out.extent + i, place, size, staged.fits + i);
  }
}

// "hhmmss", from seconds of a day in lanes of 64 bits.
DATAGEN_AVX2_PART __m256i clock_digits(__m256i seconds) {
  const __m256i minutes = _mm256_srli_epi64(_mm256_mul_epu32(seconds, all_64(0x88888889u)), 37);
  const __m256i hours = _mm256_srli_epi64(_mm256_mul_epu32(minutes, all_64(0x88888889u)), 37);
  const __m256i minute = _mm256_sub_epi64(minutes, _mm256_mul_epu32(hours, all_64(60)));
  const __m256i second = _mm256_sub_epi64(seconds, _mm256_mul_epu32(minutes, all_64(60)));
  const __m256i pairs =
      _mm256_or_si256(hours, _mm256_or_si256(_mm256_slli_epi64(minute, 16), _mm256_slli_epi64(second, 32)));
  return _mm256_or_si256(split_pairs_avx2(pairs), all_64(0x0000303030303030u));
}

// "DD hh:mm".
DATAGEN_AVX2_PART __m256i day_and_minute(__m256i date, __m256i clock) {
  const __m256i hour = _mm256_slli_epi64(_mm256_and_si256(clock, all_64(0xffff)), 24);
  const __m256i minute = _mm256_slli_epi64(_mm256_and_si256(clock, all_64(0xffff0000u)), 32);
  return _mm256_or_si256(_mm256_or_si256(_mm256_srli_epi64(date, 48), all_64(0x00003a0000200000u)),
                         _mm256_or_si256(hour, minute));
}

DATAGEN_AVX2 void make_timestamps_avx2(const Staged& staged, std::size_t n, StagedTimestamps& out) {
  for (std::size_t i = 0; i < n; i += 8) {
    const Halves days = halves_of(load_eight(staged.value + i));
    const Halves seconds = halves_of(load_eight(staged.clock + i));
    const Halves dates{date_digits(days.even), date_digits(days.odd)};
    const Halves clocks{clock_digits(seconds.even), clock_digits(seconds.odd)};
    store_halves(out.first + i, {year_and_month(dates.even), year_and_month(dates.odd)});
    store_halves(out.second + i, {day_and_minute(dates.even, clocks.even), day_and_minute(dates.odd, clocks.odd)});
    // ":ss" of the even lanes in their low halves, of the odd in their high ones.
    const __m256i even = _mm256_or_si256(_mm256_slli_epi64(_mm256_srli_epi64(clocks.even, 32), 8), all_64(':'));
    const __m256i odd = _mm256_or_si256(_mm256_slli_epi64(_mm256_srli_epi64(clocks.odd, 32), 8), all_64(':'));
    store_eight(out.third + i,
                _mm256_and_si256(_mm256_or_si256(even, _mm256_slli_epi64(odd, 32)), load_eight(staged.fits + i)));
  }
}

#undef DATAGEN_AVX2
#undef DATAGEN_AVX2_PART
#else
inline void make_integers_avx2(const Staged&, std::size_t, const Frame&, StagedPairs&) {}
inline void make_decimals_avx2(const Staged&, std::size_t, std::uint32_t, const Frame&, StagedPairs&) {}
inline void make_dates_avx2(const Staged&, std::size_t, const Frame&, StagedPairs&) {}
inline void make_timestamps_avx2(const Staged&, std::size_t, StagedTimestamps&) {}
#endif

}  // namespace detail

}  // namespace datagen::text
