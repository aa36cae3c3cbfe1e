#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>

#include "datagen/text/decimal.hpp"
#include "datagen/text/floating.hpp"
#include "datagen/text/integer.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace datagen::text;

constexpr std::uint64_t kSeed = 20'240'229;
constexpr std::size_t kRoom = 2048;

template <class Write>
std::string written(Write write) {
  static char buffer[kRoom];
  return {buffer, static_cast<std::size_t>(write(buffer) - buffer)};
}

// Values whose number of digits is spread evenly, not only the longest.
template <class Unsigned>
Unsigned any_size(std::mt19937_64& random) {
  return static_cast<Unsigned>(static_cast<Unsigned>(random()) >> (random() % (8 * sizeof(Unsigned))));
}

template <class Integer>
void check_integer(Integer value) {
  const std::string text = written([&](char* out) { return write_integer(out, value); });
  if (text != std::to_string(value) || text.size() > kMaxIntegerSize) {
    CAPTURE(value, text);
    FAIL("an integer does not read back");
  }
}

template <class Integer>
void check_integers() {
  using Limits = std::numeric_limits<Integer>;
  for (int distance = 0; distance < 300; ++distance) {
    check_integer(static_cast<Integer>(Limits::min() + distance));
    check_integer(static_cast<Integer>(Limits::max() - distance));
    check_integer(static_cast<Integer>(distance - 150));
  }
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 1'000'000; ++i) {
    const Integer value = static_cast<Integer>(any_size<std::make_unsigned_t<Integer>>(random));
    check_integer(i % 2 == 0 ? value : static_cast<Integer>(0 - static_cast<std::make_unsigned_t<Integer>>(value)));
  }
}

std::string slow_decimal(Int128 value, std::int32_t scale) {
  const bool negative = value < 0;
  Uint128 magnitude = negative ? ~static_cast<Uint128>(value) + 1 : static_cast<Uint128>(value);
  std::string digits;
  do {
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(magnitude % 10)));
    magnitude /= 10;
  } while (magnitude != 0);
  if (scale < 0 && digits != "0") digits.append(static_cast<std::size_t>(-scale), '0');
  if (scale > 0) {
    while (digits.size() <= static_cast<std::size_t>(scale)) digits.insert(digits.begin(), '0');
    digits.insert(digits.end() - scale, '.');
  }
  return negative ? "-" + digits : digits;
}

void check_decimal(Int128 value, std::int32_t scale) {
  const std::string text = written([&](char* out) { return write_decimal(out, value, scale); });
  const std::string expected = slow_decimal(value, scale);
  if (text != expected || text.size() > max_decimal_size(scale)) {
    CAPTURE(text, expected, scale);
    FAIL("a decimal is not as it should be");
  }
}

// What PostgreSQL does with the shortest digits: fixed notation for exponents in [-4, digits10), else scientific.
template <class Float>
void check_floating(Float value) {
  const std::string text = written([&](char* out) { return write_floating(out, value); });
  Float back{};
  const std::from_chars_result result = std::from_chars(text.data(), text.data() + text.size(), back);
  const bool whole = result.ec == std::errc() && result.ptr == text.data() + text.size();
  char scientific[64];
  char* end = std::to_chars(scientific, scientific + sizeof scientific, value, std::chars_format::scientific).ptr;
  const std::string shortest(scientific, end);
  const int exponent = std::atoi(shortest.c_str() + shortest.find('e') + 1);
  const bool fixed = exponent >= -4 && exponent < std::numeric_limits<Float>::digits10;
  const auto significant = [](std::string digits) {
    digits = digits.substr(0, digits.find('e'));
    std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    while (!digits.empty() && digits.back() == '0') digits.pop_back();
    return digits;
  };
  const bool form = fixed ? text.find('e') == std::string::npos : text == shortest;
  if (!whole || std::memcmp(&back, &value, sizeof value) != 0 || !form || significant(text) != significant(shortest) ||
      text.size() > kMaxFloatingSize) {
    CAPTURE(text, shortest, value);
    FAIL("a floating-point number is not as it should be");
  }
}

}  // namespace

// Invariant: an integer's text is the one the standard library writes, for extremes and for random values of all sizes.
TEST_CASE("integers of every width are written exactly") {
  check_integers<std::int16_t>();
  check_integers<std::int32_t>();
  check_integers<std::int64_t>();
  for (std::uint64_t power : kPowersOfTen) {
    for (std::uint64_t value : {power - 1, power, power + 1}) {
      CHECK(written([&](char* out) { return write_unsigned(out, value); }) == std::to_string(value));
    }
  }
  CHECK(written([](char* out) { return write_unsigned(out, UINT64_MAX); }) == "18446744073709551615");
}

// Invariant: a decimal's text is the one that long division by ten gives, with the point put in afterwards.
TEST_CASE("decimals of every scale are written exactly") {
  const Int128 greatest = static_cast<Int128>(~Uint128{0} >> 1);
  std::mt19937_64 random(kSeed);
  for (std::int32_t scale : {-1000, -38, -3, -1, 0, 1, 2, 3, 6, 15, 16, 17, 18, 19, 20, 37, 38, 39, 100, 1000}) {
    for (int i = 0; i < 3; ++i) {
      check_decimal(greatest - i, scale);
      check_decimal(-greatest - 1 + i, scale);
      check_decimal(i - 1, scale);
    }
    Int128 power = 1;
    for (int digits = 0; digits < 39; ++digits) {
      check_decimal(power, scale);
      check_decimal(power - 1, scale);
      check_decimal(-power, scale);
      if (digits < 38) power *= 10;
    }
    for (int i = 0; i < 5'000; ++i) {
      const Uint128 bits = (static_cast<Uint128>(random()) << 64 | random()) >> (random() % 128);
      check_decimal(static_cast<Int128>(bits), scale);
      check_decimal(-static_cast<Int128>(bits >> 1), scale);
    }
  }
}

// Invariant: the text reads back as the same bits, has the shortest digits, and is in PostgreSQL's notation.
TEST_CASE("floating-point numbers read back and have PostgreSQL's form") {
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 60'000; ++i) {
    const std::uint64_t bits = random();
    double wide;
    float narrow;
    std::memcpy(&wide, &bits, sizeof wide);
    std::memcpy(&narrow, &bits, sizeof narrow);
    if (std::isfinite(wide)) check_floating(wide);
    if (std::isfinite(narrow)) check_floating(narrow);
    // The values that descriptions ask for: few decimals.
    const double scale = std::pow(10.0, static_cast<double>(random() % 9));
    check_floating(static_cast<double>(static_cast<std::int64_t>(random() >> (random() % 64))) / scale);
    check_floating(-static_cast<double>(random() % 1'000'000) / scale);
    check_floating(static_cast<float>(random() % 1'000'000) / static_cast<float>(scale));
  }
  for (double value : {0.0, -0.0, 1e-4, 9.9999e-5, 1e14, 999999999999999.0, 1e15, 1e9, 999999999.999999, 5e-324,
                       std::numeric_limits<double>::max()}) {
    check_floating(value);
    check_floating(-value);
  }
}

TEST_CASE("floating-point numbers print as the server prints them") {
  const auto text = [](auto value) { return written([&](char* out) { return write_floating(out, value); }); };
  CHECK(text(0.0) == "0");
  CHECK(text(-0.0) == "-0");
  CHECK(text(0.1) == "0.1");
  CHECK(text(-12.5) == "-12.5");
  CHECK(text(0.0001) == "0.0001");
  CHECK(text(0.00001) == "1e-05");
  CHECK(text(123456789012345.0) == "123456789012345");
  CHECK(text(1e15) == "1e+15");
  CHECK(text(1.5e300) == "1.5e+300");
  CHECK(text(100000.0f) == "100000");
  CHECK(text(1e6f) == "1e+06");
  CHECK(text(0.1f) == "0.1");
  CHECK(text(std::numeric_limits<double>::quiet_NaN()) == "NaN");
  CHECK(text(-std::numeric_limits<float>::infinity()) == "-Infinity");
  CHECK(text(std::numeric_limits<double>::infinity()) == "Infinity");
}
