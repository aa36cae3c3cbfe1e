// Check digits of the numbers that carry one.
#pragma once

#include <cstdint>
#include <string_view>

namespace datagen::generators {

/// Luhn's digit (ISO/IEC 7812-1) for the digits before it.
inline char luhn_digit(std::string_view digits) {
  int sum = 0;
  bool doubled = true;
  for (std::size_t i = digits.size(); i-- > 0; doubled = !doubled) {
    const int digit = digits[i] - '0';
    sum += !doubled ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

/// The last digit of EAN-13 and ISBN-13 for the twelve before it (GS1 General Specifications, 7.9).
inline char ean_digit(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

/// The two check digits of an IBAN (ISO 7064, MOD 97-10) as a number; letters count 10 to 35.
inline int iban_check(std::string_view country, std::string_view account) {
  int rest = 0;
  const auto feed = [&](char c) {
    const int value = c >= 'A' ? c - 'A' + 10 : c - '0';
    rest = (value >= 10 ? rest * 100 + value : rest * 10 + value) % 97;
  };
  for (const char c : account) feed(c);
  for (const char c : country) feed(c);
  feed('0');
  feed('0');
  return 98 - rest;
}

}  // namespace datagen::generators
