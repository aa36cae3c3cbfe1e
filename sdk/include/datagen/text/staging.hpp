// Numbers, dates and times of a column made text a group of rows at a time, before the rows are put together.
//
// A value of usual size becomes two or three words of eight bytes whose places in the text are known, so that putting
// it into a row is two or three stores and an addition, and making the words is the same arithmetic for every row:
// where the processor has AVX2, for eight rows at once (staging_avx2.hpp; the same bytes, chosen at run time).  Values
// of unusual size are marked, for the caller to write one by one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "datagen/text/calendar.hpp"
#include "datagen/text/integer.hpp"
#include "datagen/text/staging_avx2.hpp"

namespace datagen::text {

namespace detail {

inline StagedPairs::Extent extent(std::uint64_t place, std::uint64_t size, std::uint32_t fits) {
  return {static_cast<std::uint16_t>(place & fits), static_cast<std::uint16_t>(size & fits)};
}

inline void make_integers(const Staged& staged, std::size_t n, const Frame& frame, StagedPairs& out) {
  for (std::size_t i = 0; i < n; ++i) {
    char text[16] = {};
    const std::size_t size = static_cast<std::size_t>(write_up_to_eight(text, staged.value[i], 1) - text);
    std::memcpy(&out.first[i], text, 8);
    out.second[i] = frame.tail;
    out.extent[i] = extent(size, size + frame.tail_size, staged.fits[i]);
  }
}

// 0 < scale, scale + tail_size <= 8.
inline void make_decimals(const Staged& staged, std::size_t n, std::uint32_t scale, const Frame& frame,
                          StagedPairs& out) {
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint64_t text = eight_digits(staged.value[i]) | kZeros;
    char whole[16] = {};
    const std::size_t digits = static_cast<std::size_t>(write_up_to_eight(whole, staged.value[i], scale + 1) - whole);
    whole[digits - scale] = '.';
    std::memcpy(&out.first[i], whole, 8);
    out.second[i] = text >> (64 - 8 * scale) | frame.tail << (8 * scale);
    out.extent[i] = extent(digits - scale + 1, digits + 1 + frame.tail_size, staged.fits[i]);
  }
}

// "YYYY-MM-" and "DD" of a day counted from kFirstPlainDay.
inline void date_words(std::uint32_t plain_day, std::uint64_t& first, std::uint64_t& second) {
  char text[16] = {};
  write_plain_date(text, static_cast<std::int32_t>(plain_day) + kFirstPlainDay);
  std::memcpy(&first, text, 8);
  second = 0;
  std::memcpy(&second, text + 8, 2);
}

inline void make_dates(const Staged& staged, std::size_t n, const Frame& frame, StagedPairs& out) {
  const std::uint32_t quotes = frame.quote == 0 ? 0 : 1;
  for (std::size_t i = 0; i < n; ++i) {
    std::uint64_t first, second;
    date_words(staged.value[i], first, second);
    second |= frame.tail << 16;
    out.first[i] = quotes == 0 ? first : first << 8 | static_cast<std::uint8_t>(frame.quote);
    out.second[i] = quotes == 0 ? second : second << 8 | first >> 56;
    out.extent[i] = extent(8, 10 + quotes + frame.tail_size, staged.fits[i]);
  }
}

inline void make_timestamps(const Staged& staged, std::size_t n, StagedTimestamps& out) {
  for (std::size_t i = 0; i < n; ++i) {
    std::uint64_t day;
    date_words(staged.value[i], out.first[i], day);
    char clock[16] = {};
    write_clock(clock, staged.clock[i]);
    std::uint64_t words;
    std::memcpy(&words, clock, 8);
    out.second[i] = day | std::uint64_t{' '} << 16 | words << 24;
    out.third[i] = static_cast<std::uint32_t>(words >> 40) & staged.fits[i];
  }
}

template <class Value>
void take(Staged& staged, std::size_t i, Value value, bool fits) {
  staged.value[i] = fits ? static_cast<std::uint32_t>(value) : 0;
  staged.fits[i] = fits ? ~0u : 0;
}

template <class Integer>
void take_integers(Staged& staged, const Integer* values, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint64_t value = static_cast<std::uint64_t>(std::int64_t{values[i]});
    take(staged, i, value, value < kEightDigits);
  }
}

// Each decimal is two words, the low one first.
inline void take_decimals(Staged& staged, const std::uint64_t* words, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i)
    take(staged, i, words[2 * i], words[2 * i] < kEightDigits && words[2 * i + 1] == 0);
}

inline void take_days(Staged& staged, const std::int32_t* days, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t day = static_cast<std::uint32_t>(days[i]) - static_cast<std::uint32_t>(kFirstPlainDay);
    take(staged, i, day, day < kPlainDays);
  }
}

inline void take_timestamps(Staged& staged, const std::int64_t* microseconds, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) {
    const PlainTimestamp parts = plain_timestamp(microseconds[i]);
    const std::uint64_t seconds = parts.time / 1'000'000;
    const bool fits = parts.day < kPlainDays && parts.time == seconds * 1'000'000;
    take(staged, i, parts.day, fits);
    staged.clock[i] = static_cast<std::uint32_t>(seconds);
  }
}

}  // namespace detail

/// Integers below 10^8, not negative.  n is at most kGroupRows, here and below; wide: use AVX2 (has_avx2()).
template <class Integer>
void stage_integers(const Integer* values, std::size_t n, const Frame& frame, StagedPairs& out, bool wide) {
  detail::Staged staged;
  detail::take_integers(staged, values, n);
  if (wide) return detail::make_integers_avx2(staged, n, frame, out);
  detail::make_integers(staged, n, frame, out);
}

/// Decimals whose digits are below 10^8, not negative; given as pairs of words, the low one first.  0 < scale and
/// scale + frame.tail_size <= 8.
inline void stage_decimals(const std::uint64_t* words, std::size_t n, std::uint32_t scale, const Frame& frame,
                           StagedPairs& out, bool wide) {
  detail::Staged staged;
  detail::take_decimals(staged, words, n);
  if (wide) return detail::make_decimals_avx2(staged, n, scale, frame, out);
  detail::make_decimals(staged, n, scale, frame, out);
}

/// Dates with years 1 to 9999.
inline void stage_dates(const std::int32_t* days, std::size_t n, const Frame& frame, StagedPairs& out, bool wide) {
  detail::Staged staged;
  detail::take_days(staged, days, n);
  if (wide) return detail::make_dates_avx2(staged, n, frame, out);
  detail::make_dates(staged, n, frame, out);
}

/// Timestamps of whole seconds with years 1 to 9999.
inline void stage_timestamps(const std::int64_t* microseconds, std::size_t n, StagedTimestamps& out, bool wide) {
  detail::Staged staged;
  detail::take_timestamps(staged, microseconds, n);
  if (wide) return detail::make_timestamps_avx2(staged, n, out);
  detail::make_timestamps(staged, n, out);
}

}  // namespace datagen::text
