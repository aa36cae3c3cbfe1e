#include "arithmetic_set.hpp"

#include <charconv>
#include <limits>

namespace datagen::generators {
namespace {

template <class T>
void fill_integers(const Arithmetic& p, Ordinals ordinals, datagen_column& out) {
  T* const result = sdk::fixed_values<T>(out);
  const auto first = static_cast<std::uint64_t>(p.first);
  const auto step = static_cast<std::uint64_t>(p.step);
  for (std::size_t i = 0; i < ordinals.size(); ++i) result[i] = static_cast<T>(first + ordinals[i] * step);
}

template <class T>
T float_at(std::uint64_t units, double divisor) {
  return static_cast<T>(static_cast<double>(static_cast<std::int64_t>(units)) / divisor);
}

template <class T>
void fill_floats(const Arithmetic& p, Ordinals ordinals, datagen_column& out) {
  T* const result = sdk::fixed_values<T>(out);
  const auto first = static_cast<std::uint64_t>(p.first);
  const auto step = static_cast<std::uint64_t>(p.step);
  const auto divisor = static_cast<double>(power_of_ten(p.scale));
  for (std::size_t i = 0; i < ordinals.size(); ++i) {
    result[i] = float_at<T>(first + ordinals[i] * step, divisor);
  }
}

void fill_decimals(const Arithmetic& p, Ordinals ordinals, datagen_column& out) {
  int128* const result = sdk::fixed_values<int128>(out);
  for (std::size_t i = 0; i < ordinals.size(); ++i) result[i] = p.first + static_cast<int128>(ordinals[i]) * p.step;
}

void fill_text(const Arithmetic& p, Ordinals ordinals, datagen_column& out) {
  sdk::TextColumn column(out, ordinals.size(), 48);
  for (const std::uint64_t ordinal : ordinals) {
    const int128 units = p.first + static_cast<int128>(ordinal) * p.step;
    const auto narrow = static_cast<std::int64_t>(units);
    char* end = column.cursor();
    switch (p.storage) {
      case Storage::kDateText:
        end = print_date(end, narrow);
        break;
      case Storage::kTimeText:
        end = print_time_of_day(end, narrow);
        break;
      case Storage::kTimestampText:
        end = print_timestamp(end, narrow);
        break;
      default:
        end = p.scale == 0 && narrow == units ? std::to_chars(end, end + 48, narrow).ptr
                                              : print_scaled(end, units, p.scale);
    }
    column.finish_value(end);
  }
  column.finish();
}

// Neighbours may round to the same float, so the values themselves are searched.
template <class T>
std::uint64_t locate_float(const Arithmetic& p, T bound, bool greater) {
  const auto first = static_cast<std::uint64_t>(p.first);
  const auto step = static_cast<std::uint64_t>(p.step);
  const auto divisor = static_cast<double>(power_of_ten(p.scale));
  std::uint64_t low = 0;
  auto high = static_cast<std::uint64_t>(p.count);
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    const T value = float_at<T>(first + middle * step, divisor);
    if (value < bound || (greater && value == bound)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::optional<Scaled> parse_time_value(std::string_view value, std::int64_t unit) {
  auto micros = parse_timestamp(value);
  if (!micros) micros = parse_time_of_day(value);
  if (!micros) return std::nullopt;
  std::int64_t units = *micros / unit;
  if (*micros % unit < 0) --units;
  return Scaled{units, units * static_cast<int128>(unit) == *micros};
}

}  // namespace

GeneratorInfo ArithmeticSet::info() const {
  GeneratorInfo result{parameters_.flags, static_cast<std::uint64_t>(parameters_.count), 0};
  char buffer[64];
  const int128 last = parameters_.first + static_cast<int128>(parameters_.count - 1) * parameters_.step;
  const int128 widest = last < 0 ? (parameters_.first < last ? parameters_.first : last) : last;
  result.estimated_bytes = static_cast<std::uint64_t>(print_scaled(buffer, widest, parameters_.scale) - buffer);
  return result;
}

void ArithmeticSet::values(const datagen_call&, Ordinals ordinals, datagen_column& out) const {
  switch (parameters_.storage) {
    case Storage::kInt16:
      return fill_integers<std::int16_t>(parameters_, ordinals, out);
    case Storage::kInt32:
      return fill_integers<std::int32_t>(parameters_, ordinals, out);
    case Storage::kInt64:
      return fill_integers<std::int64_t>(parameters_, ordinals, out);
    case Storage::kSingle:
      return fill_floats<float>(parameters_, ordinals, out);
    case Storage::kDouble:
      return fill_floats<double>(parameters_, ordinals, out);
    case Storage::kScaled:
      return fill_decimals(parameters_, ordinals, out);
    default:
      return fill_text(parameters_, ordinals, out);
  }
}

std::uint64_t ArithmeticSet::locate(std::string_view value, bool greater) const {
  const Arithmetic& p = parameters_;
  if ((p.flags & DATAGEN_ORDERED) == 0) return Generator::locate(value, greater);
  if (p.storage == Storage::kSingle || p.storage == Storage::kDouble) {
    double bound = 0;
    const char* const end = value.data() + value.size();
    const std::from_chars_result parsed = std::from_chars(value.data(), end, bound);
    if (parsed.ec != std::errc() || parsed.ptr != end) {
      throw PluginError(DATAGEN_INVALID_ARGUMENT, "not a number: " + std::string(value));
    }
    if (p.storage == Storage::kDouble) return locate_float<double>(p, bound, greater);
    return locate_float<float>(p, static_cast<float>(bound), greater);
  }
  auto bound = parse_number(value, p.scale);
  // scale 0 is shared by integers and times: a number is no date, so trying one after the other decides.
  if (!bound && p.scale == 0) bound = parse_time_value(value, p.storage == Storage::kInt32 ? kDay : 1);
  if (!bound) throw PluginError(DATAGEN_INVALID_ARGUMENT, "not a value of this type: " + std::string(value));
  // The least units that satisfy the side.
  const int128 least = bound->units + (greater || !bound->exact ? 1 : 0);
  if (least <= p.first) return 0;
  const auto distance = static_cast<uint128>(least - p.first);
  const uint128 ordinal = (distance + static_cast<uint128>(p.step) - 1) / static_cast<uint128>(p.step);
  return static_cast<std::uint64_t>(ordinal < p.count ? ordinal : p.count);
}

namespace {

// A numeric(precision, scale) that no Arrow decimal holds: more than 38 digits, or a scale below 0.
NumberTarget wide_decimal(int precision, int scale) {
  // 37 digits: the difference of two values must fit 128 bits.
  constexpr int kMost = 37;
  NumberTarget result{Storage::kNumberText, std::clamp(scale, 0, kMaximumScale), 0, 0};
  const int zeros = std::max(-scale, 0);
  if (zeros >= kMost) return result;  // 0 is the only value that is not too long to compute with
  result.grain = power_of_ten(zeros);
  const int digits = std::min(precision - scale + result.scale, kMost);
  if (digits > zeros) result.high = power_of_ten(digits) - result.grain;
  result.low = -result.high;
  return result;
}

}  // namespace

NumberTarget number_target(const datagen_target& target, int wished_scale) {
  const std::string_view format = target.format;
  const auto integers = [](Storage storage, auto example) {
    using T = decltype(example);
    return NumberTarget{storage, 0, std::numeric_limits<T>::min(), std::numeric_limits<T>::max()};
  };
  if (format == "s") return integers(Storage::kInt16, std::int16_t{});
  if (format == "i") return integers(Storage::kInt32, std::int32_t{});
  if (format == "l") return integers(Storage::kInt64, std::int64_t{});
  if (format == "f" || format == "g") {
    const int128 most = int128{1} << 62;
    return {format == "f" ? Storage::kSingle : Storage::kDouble, wished_scale, -most, most};
  }
  if (format.substr(0, 2) == "d:") {
    int precision = 38, scale = 0;
    const char* const end = format.data() + format.size();
    const auto comma = std::from_chars(format.data() + 2, end, precision);
    if (comma.ptr == end || std::from_chars(comma.ptr + 1, end, scale).ec != std::errc() || scale < 0 ||
        scale > kMaximumPrecision || precision < 1 || precision > 38) {
      refuse_target(target, "no number can be made for the format " + std::string(format));
    }
    if (target.precision > 0) precision = std::min(precision, static_cast<int>(target.precision));
    // 37 digits: the difference of two values must fit 128 bits.
    const int128 most = power_of_ten(std::min(precision, 37)) - 1;
    return {Storage::kScaled, scale, -most, most};
  }
  if (format == "u" && target.precision > 0) return wide_decimal(target.precision, target.scale);
  if (format == "u") {
    const int scale = target.scale >= 0 ? std::min<int>(target.scale, kMaximumScale) : wished_scale;
    int digits = 18, negative_digits = digits;
    if (target.max_characters != 0) {
      const int room = static_cast<int>(std::min<std::uint32_t>(target.max_characters, 40)) - (scale > 0 ? 1 : 0);
      digits = std::min(digits, room);
      negative_digits = std::min(negative_digits, room - 1);
    }
    if (digits <= scale) refuse_target(target, std::string("a number does not fit ") + target.postgres_type);
    const int128 least = negative_digits > scale ? 1 - power_of_ten(negative_digits) : 0;
    return {Storage::kNumberText, scale, least, power_of_ten(digits) - 1};
  }
  refuse_target(target, std::string("makes numbers, which ") + target.postgres_type + " does not hold");
}

Bounds number_bounds(const datagen_target& target, const NumberTarget& number) {
  Bounds result{number.low, number.high};
  if (target.minimum != nullptr) {
    if (const auto least = parse_number(target.minimum, number.scale)) {
      const int128 units = least->units + (least->exact ? 0 : 1);
      result.has_low = units > result.low;
      result.low = std::max(result.low, units);
    }
  }
  if (target.maximum != nullptr) {
    if (const auto most = parse_number(target.maximum, number.scale)) {
      result.has_high = most->units < result.high;
      result.high = std::min(result.high, most->units);
    }
  }
  if (result.low > result.high) {
    refuse_target(target, "no value of " + std::string(target.postgres_type) + " lies between " +
                              (target.minimum != nullptr ? target.minimum : "its minimum") + " and " +
                              (target.maximum != nullptr ? target.maximum : "its maximum") +
                              ", which the column's checks ask for");
  }
  return result;
}

Range usual_range(const NumberTarget& number, Range wished) {
  if (number.grain > 1) wished.high = std::max(wished.high, times_unit(1000, number.grain));
  return {std::clamp(wished.low, number.low, number.high), std::clamp(wished.high, number.low, number.high)};
}

Arithmetic make_range(const NumberTarget& number, Range range, int128 step) {
  Arithmetic result;
  if (number.grain > 1) {
    const auto up = [&](int128 value) {
      const int128 rest = value % number.grain;
      return rest == 0 ? value : value - rest + (rest > 0 ? number.grain : 0);
    };
    step = up(step);
    range.low = up(range.low);
    range.high = std::max(range.low, range.high - (range.high % number.grain + number.grain) % number.grain);
  }
  result.storage = number.storage;
  result.first = range.low;
  result.step = step;
  result.count = static_cast<uint128>(range.high - range.low) / static_cast<uint128>(step) + 1;
  result.scale = number.scale;
  // More ordinals than 2^64 cannot be asked for: a multiple of the step spreads 2^63 of them over the range.
  constexpr uint128 kMost = uint128{1} << 64;
  if (result.count > kMost) {
    const uint128 factor = (result.count >> 63) + 1;
    result.step *= static_cast<int128>(factor);
    result.count = (result.count - 1) / factor + 1;
  }
  if (number.storage == Storage::kNumberText) result.flags &= ~std::uint32_t{DATAGEN_ORDERED};
  if (number.storage == Storage::kSingle || number.storage == Storage::kDouble) {
    // Up to here each integer, hence each integer divided by a power of ten, is a value of its own.
    const int128 exact = number.storage == Storage::kSingle ? int128{1} << (number.scale == 0 ? 24 : 20)
                                                            : int128{1} << (number.scale == 0 ? 53 : 49);
    if (range.low < -exact || range.high > exact) result.flags &= ~std::uint32_t{DATAGEN_INJECTIVE};
  }
  return result;
}

int128 times_unit(int128 value, int128 unit) {
  const int128 most = power_of_ten(37) * 6;
  return value > most / unit ? most : value < -(most / unit) ? -most : value * unit;
}

Range place_range(const Bounds& bounds, Range preferred, int128 step, std::uint64_t needed) {
  const int128 width = preferred.high - preferred.low;
  Range range = preferred;
  if (bounds.has_low && bounds.has_high) {
    range = {bounds.low, bounds.high};
  } else if (bounds.has_low) {
    if (range.low < bounds.low || range.high < bounds.low) range.low = bounds.low;
    range.high = std::max(range.high, range.low + width);
    // A lower bound is where values may start, unless it lies far below the usual ones.
    if (bounds.low <= preferred.low && preferred.low - bounds.low <= width) range.low = bounds.low;
  } else if (bounds.has_high) {
    range.high = bounds.high;
    if (range.low > range.high) range.low = range.high - width;
  }
  range.low = std::clamp(range.low, bounds.low, bounds.high);
  range.high = std::clamp(range.high, range.low, bounds.high);
  if (needed > 0) {
    const int128 need = static_cast<int128>(needed - 1) * step;
    if (range.high - range.low < need) range.high = std::min(bounds.high, range.low + need);
    if (range.high - range.low < need) range.low = std::max(bounds.low, range.high - need);
  }
  return range;
}

}  // namespace datagen::generators
