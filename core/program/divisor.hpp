// Division by a number that stays the same over many rows.
#pragma once

#include <cstdint>

namespace datagen {

// Any divisor but 0.  A product with 2^64 / divisor, rounded down, is the quotient or one less (T. Granlund and
// P. Montgomery, "Division by invariant integers using multiplication", PLDI 1994).
class Divisor {
 public:
  explicit constexpr Divisor(std::uint64_t divisor)
      : divisor_(divisor), reciprocal_(divisor == 1 ? ~std::uint64_t{0} : ~std::uint64_t{0} / divisor) {
    // 2^64 itself, which has no 64 bits, is divided exactly by powers of two only.
    if (divisor > 1 && (divisor & (divisor - 1)) == 0) ++reciprocal_;
  }

  struct Parts {
    std::uint64_t quotient;
    std::uint64_t remainder;
  };
  [[nodiscard]] constexpr Parts split(std::uint64_t number) const {
    __extension__ using Wide = unsigned __int128;
    const auto quotient = static_cast<std::uint64_t>(static_cast<Wide>(number) * reciprocal_ >> 64);
    const std::uint64_t rest = number - quotient * divisor_;
    const bool one_less = rest >= divisor_;
    return {quotient + (one_less ? 1 : 0), rest - (one_less ? divisor_ : 0)};
  }
  [[nodiscard]] constexpr std::uint64_t value() const { return divisor_; }

 private:
  std::uint64_t divisor_, reciprocal_;
};

}  // namespace datagen
