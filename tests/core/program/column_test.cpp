// Buffers, columns, nulls and the conversions of copied keys.
#include <cstring>
#include <limits>
#include <random>
#include <vector>

#include "datagen/core/error.hpp"
#include "program/nulls.hpp"
#include "program/program.hpp"
#include "program/steps.hpp"
#include "tests/core/support/fake_generator.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

__extension__ typedef __int128 Wide;

// Invariants of a buffer, whatever it is asked for: aligned, room as promised with slack to write on, its first size
// bytes kept, never smaller than before, never more than is sane.
TEST_CASE("a buffer keeps its bytes, alignment, room and slack through any requests") {
  std::mt19937_64 random(1);
  for (int round = 0; round < 300; ++round) {
    Buffer buffer;
    std::vector<std::uint8_t> expected;
    for (int step = 0; step < 20; ++step) {
      const std::uint64_t before = buffer.capacity(), wanted = random() % (std::uint64_t{1} << (random() % 17));
      if (random() % 2 == 0) {
        buffer.reserve(wanted);
      } else {
        REQUIRE(buffer.abi()->reserve(buffer.abi(), wanted) == DATAGEN_OK);
      }
      REQUIRE(buffer.intact());
      REQUIRE(buffer.capacity() >= std::max(before, wanted));
      if (buffer.capacity() == 0) continue;
      REQUIRE(reinterpret_cast<std::uintptr_t>(buffer.data()) % Buffer::alignment == 0);
      REQUIRE(buffer.size() == expected.size());
      if (!expected.empty()) REQUIRE(std::memcmp(buffer.data(), expected.data(), expected.size()) == 0);
      expected.resize(random() % (buffer.capacity() + 1));
      for (auto& byte : expected) byte = static_cast<std::uint8_t>(random());
      if (!expected.empty()) std::memcpy(buffer.data(), expected.data(), expected.size());
      std::memset(buffer.data() + expected.size(), 0xee, buffer.capacity() + Buffer::slack - expected.size());
      buffer.abi()->size = expected.size();
    }
  }
}

TEST_CASE("a buffer refuses what no memory can hold, and stays as it was") {
  Buffer buffer;
  buffer.resize(10);
  std::memcpy(buffer.data(), "0123456789", 10);
  for (const std::uint64_t much : {std::uint64_t{1} << 41, ~std::uint64_t{0}, ~std::uint64_t{0} - 63}) {
    REQUIRE(buffer.abi()->reserve(buffer.abi(), much) == DATAGEN_OUT_OF_MEMORY);
    REQUIRE_THROWS_AS(buffer.reserve(much), std::bad_alloc);
    REQUIRE(buffer.intact());
    REQUIRE(std::memcmp(buffer.data(), "0123456789", 10) == 0);
  }
}

TEST_CASE("a buffer whose fields were changed to what cannot be is not intact") {
  Buffer buffer;
  buffer.resize(100);
  const datagen_buffer good = *buffer.abi();
  auto spoilt = [&](auto change) {
    *buffer.abi() = good;
    change(*buffer.abi());
    const bool intact = buffer.intact();
    *buffer.abi() = good;
    return !intact;
  };
  CHECK(spoilt([](datagen_buffer& b) { b.size = b.capacity + 1; }));
  CHECK(spoilt([](datagen_buffer& b) { b.size = ~std::uint64_t{0}; }));
  CHECK(spoilt([](datagen_buffer& b) { ++b.capacity; }));
  CHECK(spoilt([](datagen_buffer& b) { ++b.data; }));
  CHECK(spoilt([](datagen_buffer& b) { b.data = nullptr; }));
  CHECK(!spoilt([](datagen_buffer& b) { b.size = 0; }));
}

bool bit(const std::uint8_t* bits, std::uint32_t i) { return (bits[i / 8] >> (i % 8) & 1) != 0; }

// Invariant: a row is null exactly if the source is null there or a rule says so, whatever the batch it is in.
TEST_CASE("nulls are those of the source and of every rule, and depend on the row alone") {
  std::mt19937_64 random(2);
  for (int round = 0; round < 300; ++round) {
    const auto n = static_cast<std::uint32_t>(random() % 70);
    std::vector<std::uint64_t> rows(n);
    for (auto& row : rows) row = random() % 40;
    std::vector<NullRule> rules(random() % 4);
    for (NullRule& rule : rules) {
      rule.key = {random(), random()};
      rule.fraction = random() % 2 == 0 ? 0 : static_cast<double>(random() % 11) / 10;
      rule.first_row_too = random() % 3 == 0;
      if (random() % 3 == 0) rule.first_of_groups = std::make_shared<const Groups>(rule.key, 40, 1 + random() % 9);
    }
    ColumnData column;
    std::vector<std::uint8_t> source(n / 8 + 1);
    for (auto& byte : source) byte = static_cast<std::uint8_t>(random());
    const int kind = static_cast<int>(random() % 3);  // no source, another's, its own
    if (kind == 2) std::memcpy(column.prepare_validity(n), source.data(), source.size());
    const std::int64_t count = apply_nulls(column,
                                           kind == 0   ? nullptr
                                           : kind == 1 ? source.data()
                                                       : column.validity_buffer.data(),
                                           rules, rows.data(), n);
    std::int64_t expected_count = 0;
    bool good = true;
    for (std::uint32_t i = 0; i < n; ++i) {
      bool null = kind != 0 && !bit(source.data(), i);
      for (const NullRule& rule : rules) null = null || rule.is_null(rows[i]);
      expected_count += null;
      good = good && bit(column.validity_buffer.data(), i) == !null;
    }
    CAPTURE(round, n, kind);
    REQUIRE(good);
    REQUIRE(count == expected_count);
  }
}

TEST_CASE("a null fraction is met, and 0 and 1 are exact") {
  for (const double fraction : {0.0, 0.001, 0.1, 0.5, 0.9, 1.0}) {
    const NullRule rule{{7, 9}, fraction, false, {}};
    int nulls = 0;
    for (std::uint64_t r = 0; r < 100000; ++r) nulls += rule.is_null(r);
    const double deviation = std::abs(nulls - fraction * 100000);
    CAPTURE(fraction, nulls);
    CHECK(deviation <= 4.5 * std::sqrt(100000 * fraction * (1 - fraction)));
    CHECK(rule.any() == (fraction > 0));
  }
}

TEST_CASE("a column that shows another's values has its data and either validity") {
  ColumnData source, copy;
  source.prepare(parse_format("l"), 9);
  for (int i = 0; i < 9; ++i) source.data_buffer.as<std::int64_t>()[i] = i * 11;
  source.prepare_validity(9)[0] = 0xfe;
  source.publish(parse_format("l"), 9, 1, nullptr);
  copy.alias(source, 1, false);
  CHECK(copy.is_null(0));
  CHECK(!copy.is_null(8));
  CHECK(copy.values<std::int64_t>()[8] == 88);
  CHECK(copy.array().length == 9);
  copy.prepare_validity(9)[1] = 0xfe;
  copy.alias(source, 1, true);
  CHECK(!copy.is_null(0));
  CHECK(copy.is_null(8));
  copy.alias(source, 0, false);
  CHECK(copy.array().buffers[0] == nullptr);
}

// A step that fills a column with given integers of a format; every third value of nullable ones is null.
class Fill final : public Step {
 public:
  Fill(std::string format, std::vector<Wide> values, bool nulls)
      : format_(std::move(format)), values_(std::move(values)), nulls_(nulls) {}
  void run(Workspace& workspace) const override {
    ColumnData& column = workspace.column(0);
    const Format layout = parse_format(format_);
    column.prepare(layout, workspace.n);
    std::uint8_t* validity = column.prepare_validity(workspace.n);
    std::int64_t nulls = 0;
    for (std::uint32_t i = 0; i < workspace.n; ++i) {
      std::memcpy(column.data_buffer.data() + std::size_t{i} * layout.width, &values_[i], layout.width);
      if (!nulls_ || i % 3 != 0) continue;
      validity[i / 8] = static_cast<std::uint8_t>(validity[i / 8] & ~(1u << (i % 8)));
      ++nulls;
    }
    column.publish(layout, workspace.n, nulls, nullptr);
  }

 private:
  std::string format_;
  std::vector<Wide> values_;
  bool nulls_;
};

Wide read(const ColumnData& column, std::uint32_t width, std::uint32_t i) {
  if (width == 16) return column.values<Wide>()[i];
  if (width == 8) return column.values<std::int64_t>()[i];
  if (width == 4) return column.values<std::int32_t>()[i];
  return column.values<std::int16_t>()[i];
}

struct Number {
  const char* format;
  Wide least, most;  // of the stored integer
  Wide unit;         // stored integers to one
};

// Invariant: a copied number is the same number, or the copy is refused; and it is refused only when it cannot be.
TEST_CASE("a key copied into another type keeps its value or is refused") {
  static const std::vector<Number> numbers{
      {"s", std::numeric_limits<std::int16_t>::min(), std::numeric_limits<std::int16_t>::max(), 1},
      {"i", std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max(), 1},
      {"l", std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(), 1},
      {"d:5,0", -99999, 99999, 1},
      {"d:5,2", -99999, 99999, 100},
      {"d:20,4", Wide{-99999999999} * 1000000000 - 999999999, Wide{99999999999} * 1000000000 + 999999999, 10000},
  };
  std::mt19937_64 random(3);
  int refused = 0, kept = 0;
  for (const Number& from : numbers) {
    for (const Number& to : numbers) {
      for (int round = 0; round < 200; ++round) {
        Wide value = static_cast<std::int64_t>(random()) >> (random() % 63);
        if (random() % 4 == 0) value = random() % 2 == 0 ? to.most / to.unit : to.least / to.unit;
        value = value * (random() % 2 == 0 ? from.unit : 1) + static_cast<Wide>(random() % 3) - 1;
        if (value < from.least || value > from.most) continue;
        const bool null = random() % 4 == 0;
        Program program;
        program.columns = 2;
        program.steps.push_back(std::make_unique<Fill>(from.format, std::vector<Wide>{value, value}, null));
        CopyStep step;
        step.column = 1;
        step.source_format = from.format;
        step.format = to.format;
        step.subject = "orders.user_id";
        program.steps.push_back(copy_step(step));
        Workspace workspace;
        const std::uint32_t n = null ? 1 : 2;  // row 0 is the null one
        const bool whole = value * to.unit % from.unit == 0;
        const Wide wanted = value * to.unit / from.unit;
        const bool fits = null || (whole && wanted >= to.least && wanted <= to.most);
        CAPTURE(from.format, to.format, static_cast<double>(value), null);
        try {
          run_program(program, workspace, 0, n);
          REQUIRE(fits);
          const ColumnData& copy = workspace.column(1);
          REQUIRE(copy.is_null(0) == null);
          if (!null) REQUIRE(read(copy, parse_format(to.format).width, 1) == wanted);
          ++kept;
        } catch (const Error& error) {
          REQUIRE(!fits);
          REQUIRE(error.code() == ErrorCode::generation);
          REQUIRE(error.faults()[0].subject == "orders.user_id");
          REQUIRE(!error.faults()[0].hint.empty());
          ++refused;
        }
      }
    }
  }
  CHECK(refused > 100);
  CHECK(kept > 100);
}

TEST_CASE("a copy has its source's nulls and its own") {
  Program program;
  program.columns = 2;
  program.steps.push_back(std::make_unique<Fill>("l", std::vector<Wide>(64, 5), true));
  CopyStep step;
  step.column = 1;
  step.source_format = "l";
  const NullRule rule{{1, 2}, 0.5, true, {}};
  step.nulls = {rule};
  for (const char* format : {"l", "i"}) {
    step.format = format;
    program.steps.resize(1);
    program.steps.push_back(copy_step(step));
    Workspace workspace;
    run_program(program, workspace, 0, 64);
    for (std::uint32_t i = 0; i < 64; ++i) {
      REQUIRE(workspace.column(1).is_null(i) == (i % 3 == 0 || rule.is_null(i)));
      REQUIRE(workspace.column(0).is_null(i) == (i % 3 == 0));
    }
  }
}

}  // namespace
}  // namespace datagen
