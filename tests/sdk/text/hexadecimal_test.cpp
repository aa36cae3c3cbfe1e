#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "datagen/text/hexadecimal.hpp"
#include "tests/support/catch.hpp"

// Invariant: the digits are printf's, for every byte value at every place of a block and every length.
TEST_CASE("bytes and UUIDs are written in hexadecimal") {
  std::mt19937_64 random(5);
  for (int round = 0; round < 20'000; ++round) {
    std::vector<std::uint8_t> bytes(16 + random() % 70);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      bytes[i] = static_cast<std::uint8_t>(round < 256 ? static_cast<std::size_t>(round) + i : random());
    }
    std::string expected;
    for (const std::uint8_t byte : bytes) {
      char digits[3];
      std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned>(byte));
      expected += digits;
    }
    std::string out(2 * bytes.size() + 64, '\0');
    const std::size_t size = round % 2 == 0 ? bytes.size() : bytes.size() % 16;
    char* end = datagen::text::write_hex(out.data(), bytes.data(), size);
    REQUIRE(std::string(out.data(), end) == expected.substr(0, 2 * size));
    char uuid[36 + 64];
    end = datagen::text::write_uuid(uuid, bytes.data());
    REQUIRE(std::string(uuid, end) == expected.substr(0, 8) + "-" + expected.substr(8, 4) + "-" +
                                          expected.substr(12, 4) + "-" + expected.substr(16, 4) + "-" +
                                          expected.substr(20, 12));
  }
}
