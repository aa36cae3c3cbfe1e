#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "verify/canonical.hpp"

namespace datagen {
namespace {

// Months, days and microseconds, which PostgreSQL keeps apart.
struct Interval {
  double months = 0, days = 0, microseconds = 0;
};

struct Unit {
  std::string_view name;
  double Interval::*part;
  double factor;
};

constexpr double kSecond = 1e6;
constexpr auto kUnits = std::to_array<Unit>({{"year", &Interval::months, 12},
                                             {"yr", &Interval::months, 12},
                                             {"y", &Interval::months, 12},
                                             {"mon", &Interval::months, 1},
                                             {"month", &Interval::months, 1},
                                             {"week", &Interval::days, 7},
                                             {"w", &Interval::days, 7},
                                             {"day", &Interval::days, 1},
                                             {"d", &Interval::days, 1},
                                             {"hour", &Interval::microseconds, 3600 * kSecond},
                                             {"hr", &Interval::microseconds, 3600 * kSecond},
                                             {"h", &Interval::microseconds, 3600 * kSecond},
                                             {"minute", &Interval::microseconds, 60 * kSecond},
                                             {"min", &Interval::microseconds, 60 * kSecond},
                                             {"m", &Interval::microseconds, 60 * kSecond},
                                             {"second", &Interval::microseconds, kSecond},
                                             {"sec", &Interval::microseconds, kSecond},
                                             {"s", &Interval::microseconds, kSecond}});

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<Interval> read() {
    if (!text_.empty() && text_[0] == 'P') return iso();
    for (skip(); !text_.empty(); skip()) {
      if (text_ == "ago") {
        result_ = {-result_.months, -result_.days, -result_.microseconds};
        return result_;
      }
      if (!part()) return std::nullopt;
    }
    return result_;
  }

 private:
  void skip() {
    while (!text_.empty() && (text_[0] == ' ' || text_[0] == '@')) text_.remove_prefix(1);
  }

  bool number(double& value) {
    double sign = 1;
    if (!text_.empty() && (text_[0] == '+' || text_[0] == '-')) {
      sign = text_[0] == '-' ? -1 : 1;
      text_.remove_prefix(1);
    }
    const auto [stop, error] =
        std::from_chars(text_.data(), text_.data() + text_.size(), value, std::chars_format::fixed);
    if (error != std::errc{} || value < 0 || std::signbit(value)) return false;
    negative_ = sign < 0;
    value *= sign;
    text_.remove_prefix(static_cast<std::size_t>(stop - text_.data()));
    return true;
  }

  bool part() {
    double value = 0;
    if (!number(value)) return false;
    if (!text_.empty() && text_[0] == ':') return clock(value);
    skip();
    std::string word;
    while (!text_.empty() && std::isalpha(static_cast<unsigned char>(text_[0])) != 0) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(text_[0])));
      text_.remove_prefix(1);
    }
    if (word.size() > 1 && word.back() == 's' && word != "s") word.pop_back();
    return add(word, value);
  }

  bool add(std::string_view word, double value) {
    for (const Unit& unit : kUnits) {
      if (unit.name != word) continue;
      result_.*unit.part += value * unit.factor;
      return true;
    }
    return false;
  }

  // HH:MM:SS.ffffff, whose sign is that of the hours.
  bool clock(double hours) {
    const double sign = negative_ ? -1 : 1;
    double total = std::abs(hours) * 3600;
    for (double unit = 60; unit >= 1 && !text_.empty() && text_[0] == ':'; unit /= 60) {
      text_.remove_prefix(1);
      double value = 0;
      if (!number(value)) return false;
      total += value * unit;
    }
    result_.microseconds += sign * std::round(total * kSecond);
    return true;
  }

  std::optional<Interval> iso() {
    text_.remove_prefix(1);
    bool time = false;
    while (!text_.empty()) {
      if (text_[0] == 'T') {
        time = true;
        text_.remove_prefix(1);
        continue;
      }
      double value = 0;
      if (!number(value) || text_.empty()) return std::nullopt;
      const char letter = text_[0];
      text_.remove_prefix(1);
      const std::string_view word = letter == 'Y'   ? "year"
                                    : letter == 'M' ? (time ? "min" : "mon")
                                    : letter == 'W' ? "week"
                                    : letter == 'D' ? "day"
                                    : letter == 'H' ? "hour"
                                    : letter == 'S' ? "sec"
                                                    : "";
      if (!add(word, value)) return std::nullopt;
    }
    return result_;
  }

  std::string_view text_;
  Interval result_;
  bool negative_ = false;
};

}  // namespace

std::optional<std::string> canonical_interval(std::string_view text) {
  const auto interval = Reader(text).read();
  if (!interval) return std::nullopt;
  const auto whole = [](double value) { return std::to_string(std::llround(value)); };
  return whole(interval->months) + " " + whole(interval->days) + " " + whole(interval->microseconds);
}

}  // namespace datagen
