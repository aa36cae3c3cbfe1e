// What the core believes of a plugin: nothing that could make it read or write where it must not.
#include <functional>
#include <limits>
#include <random>

#include "datagen/core/error.hpp"
#include "tests/core/support/fake_generator.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

using test::FakeGenerator;

struct Lie {
  const char* words;  // that the message must hold
  const char* format;
  std::uint32_t flags;
  // Spoils the columns of 3 values that are otherwise sound.
  std::function<datagen_status(datagen_column&, datagen_error&)> spoil;
  std::uint32_t max_characters = 0;
};

constexpr std::uint32_t n = 3;

void sound(datagen_column& out, const char* format, std::uint32_t flags) {
  if ((flags & DATAGEN_DICTIONARY) != 0) {
    for (std::uint32_t i = 0; i < n; ++i) reinterpret_cast<std::int32_t*>(out.data->data)[i] = static_cast<int>(i);
  } else if (format[0] == 'u') {
    test::put_texts(out, {"one", "two", "three"});
  } else {
    for (std::uint32_t i = 0; i < n; ++i) reinterpret_cast<std::int64_t*>(out.data->data)[i] = 7;
  }
}

std::int32_t* offsets(datagen_column& column) { return reinterpret_cast<std::int32_t*>(column.offsets->data); }
std::int32_t* indices(datagen_column& column) { return reinterpret_cast<std::int32_t*>(column.data->data); }
constexpr datagen_status ok = DATAGEN_OK;

const std::vector<Lie>& lies() {
  static const std::vector<Lie> all{
      {"do not grow", "u", 0, [](auto& c, auto&) { return offsets(c)[1] = 7, ok; }},
      {"do not grow", "u", 0, [](auto& c, auto&) { return offsets(c)[0] = 1, ok; }},
      {"do not grow", "u", 0, [](auto& c, auto&) { return offsets(c)[0] = -1, ok; }},
      {"do not grow", "u", 0, [](auto& c, auto&) { return offsets(c)[2] = -1, ok; }},
      {"do not grow", "u", 0, [](auto& c, auto&) { return offsets(c)[3] = std::numeric_limits<int>::min(), ok; }},
      // Every difference of these is positive in 32 bits.
      {"do not grow", "u", 0,
       [](auto& c, auto&) {
         return offsets(c)[1] = std::numeric_limits<int>::max(), offsets(c)[2] = -2, offsets(c)[3] = 3, ok;
       }},
      {"beyond its data", "u", 0, [](auto& c, auto&) { return offsets(c)[3] = 12, ok; }},
      {"beyond its data", "u", 0, [](auto& c, auto&) { return c.data->size = 10, ok; }},
      {"buffer's fields", "u", 0, [](auto& c, auto&) { return c.data->size = c.data->capacity + 1, ok; }},
      {"buffer's fields", "u", 0, [](auto& c, auto&) { return c.data->capacity *= 2, ok; }},
      {"buffer's fields", "u", 0, [](auto& c, auto&) { return c.data->data += 64, ok; }},
      {"buffer's fields", "u", 0, [](auto& c, auto&) { return c.offsets->data = nullptr, ok; }},
      {"buffer's fields", "l", 0, [](auto& c, auto&) { return c.data->size = ~std::uint64_t{0}, ok; }},
      {"buffer's fields", "l", DATAGEN_MAKES_NULLS, [](auto& c, auto&) { return c.validity->data = nullptr, ok; }},
      {"number of nulls", "l", 0, [](auto& c, auto&) { return c.null_count = 1, ok; }},
      {"number of nulls", "l", DATAGEN_MAKES_NULLS, [](auto& c, auto&) { return c.null_count = n + 1, ok; }},
      {"number of nulls", "u", DATAGEN_MAKES_NULLS, [](auto& c, auto&) { return c.null_count = -1, ok; }},
      {"outside its dictionary", "u", DATAGEN_DICTIONARY, [](auto& c, auto&) { return indices(c)[2] = 3, ok; }},
      {"outside its dictionary", "u", DATAGEN_DICTIONARY, [](auto& c, auto&) { return indices(c)[0] = -1, ok; }},
      {"5 characters", "u", 0, [](auto&, auto&) { return ok; }, 4},
      {"status 77", "l", 0, [](auto&, auto&) { return datagen_status{77}; }},
      {"status -2147483648", "l", 0, [](auto&, auto&) { return std::numeric_limits<datagen_status>::min(); }},
      {"xxxxxxxx", "l", 0,
       [](auto&, auto& e) { return std::fill(std::begin(e.message), std::end(e.message), 'x'), datagen_status{6}; }},
      {"row 41", "l", 0, [](auto&, auto& e) { return e.row = 1, datagen_status{DATAGEN_DATA}; }},
      {"rows 40 to 42", "l", 0, [](auto&, auto& e) { return e.row = 3, datagen_status{DATAGEN_DATA}; }},
      {"rows 40 to 42", "l", 0, [](auto&, auto& e) { return e.row = -9, datagen_status{DATAGEN_DATA}; }},
  };
  return all;
}

FakeGenerator spoilt(const Lie& lie) {
  FakeGenerator fake;
  fake.info.flags = lie.flags;
  fake.info.cardinality = 3;
  fake.values = [&lie](const datagen_call&, const std::uint64_t*, std::uint32_t, datagen_column& out,
                       datagen_error& error) {
    sound(out, lie.format, lie.flags);
    return lie.spoil(out, error);
  };
  fake.dictionary = [](datagen_column& out, std::int64_t& length) {
    length = 3;
    return test::put_texts(out, {"a", "b", "c"});
  };
  return fake;
}

// Invariant: values that are not as plugin.h demands are refused with the class, the column and the rows named.
TEST_CASE("values of a lying generator are refused, each lie by name") {
  for (const Lie& lie : lies()) {
    CAPTURE(lie.words, lie.format, lie.flags, &lie - lies().data());
    FakeGenerator fake = spoilt(lie);
    const auto made = fake.generator_class();
    ValueSet::Status status;
    const auto set = fake.value_set(*made, lie.format, status, lie.max_characters);
    REQUIRE(set != nullptr);
    const std::uint64_t rows[] = {40, 41, 42}, ordinals[] = {0, 1, 2};
    Workspace workspace;
    workspace.prepare(1, 1, 0, n);
    std::int64_t nulls = 0;
    try {
      set->values(workspace, {}, rows, ordinals, n, {}, workspace.column(0), nulls);
      FAIL("was not refused");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::generation);
      REQUIRE(error.faults().size() == 1);
      CHECK_THAT(error.faults()[0].message, Catch::Contains(lie.words));
      CHECK_THAT(error.faults()[0].message, Catch::Contains("fake"));
      CHECK(error.faults()[0].subject == "shop.orders.code");
      CHECK_THAT(error.faults()[0].hint, Catch::Contains("fake.so"));
    }
  }
}

TEST_CASE("what the lies were made from is taken") {
  for (const Lie& lie : lies()) {
    Lie truth = lie;
    truth.spoil = [](auto&, auto&) { return ok; };
    FakeGenerator fake = spoilt(truth);
    const auto made = fake.generator_class();
    const auto set = fake.value_set(*made, lie.format);
    const std::uint64_t rows[] = {40, 41, 42};
    Workspace workspace;
    workspace.prepare(1, 1, 0, n);
    std::int64_t nulls = -1;
    REQUIRE_NOTHROW(set->values(workspace, {}, rows, rows, n, {}, workspace.column(0), nulls));
    CHECK(nulls == 0);
  }
}

// Invariant: whatever garbage stands in the offsets, either it is refused or every text lies within the data.
TEST_CASE("random offsets are either refused or lie within the data") {
  std::mt19937_64 random(4);
  int taken = 0;
  for (int round = 0; round < 20000; ++round) {
    Lie lie{"", "u", 0, [&](auto& c, auto&) {
              for (std::uint32_t i = 0; i <= n; ++i)
                if (random() % 2 == 0)
                  offsets(c)[i] = random() % 3 == 0 ? static_cast<std::int32_t>(random())
                                                    : static_cast<std::int32_t>(random() % 14) - 1;
              return ok;
            }};
    FakeGenerator fake = spoilt(lie);
    const auto made = fake.generator_class();
    const auto set = fake.value_set(*made, "u");
    const std::uint64_t rows[] = {0, 1, 2};
    Workspace workspace;
    workspace.prepare(1, 1, 0, n);
    std::int64_t nulls = 0;
    ColumnData& column = workspace.column(0);
    try {
      set->values(workspace, {}, rows, rows, n, {}, column, nulls);
    } catch (const Error&) {
      continue;
    }
    ++taken;
    const auto* at = column.offsets_buffer.as<std::int32_t>();
    bool good = at[0] == 0;
    for (std::uint32_t i = 0; i < n; ++i) good = good && at[i] <= at[i + 1];
    REQUIRE(good);
    REQUIRE(static_cast<std::uint64_t>(at[n]) <= column.data_buffer.size());
  }
  CHECK(taken > 500);
}

struct BadClass {
  const char* words;
  std::function<void(FakeGenerator&)> spoil;
};

TEST_CASE("a generator that describes itself in a way that cannot be is refused") {
  const std::vector<BadClass> all{
      {"made nothing", [](auto& f) { f.creates_nothing = true; }},
      {"as told", [](auto& f) { f.create_status = DATAGEN_UNSUPPORTED; }},
      {"as told", [](auto& f) { f.describe_status = -5; }},
      {"weights over 0", [](auto& f) { f.info.flags = DATAGEN_WEIGHTED, f.info.cardinality = 0; }},
      {"weights over", [](auto& f) { f.info.flags = DATAGEN_WEIGHTED, f.info.cardinality = (1u << 24) + 1; }},
      {"cannot give them",
       [](auto& f) { f.info.flags = DATAGEN_WEIGHTED, f.info.cardinality = 3, f.weights = nullptr; }},
      {"cannot give one", [](auto& f) { f.info.flags = DATAGEN_DICTIONARY, f.dictionary = nullptr; }},
      {"neither values", [](auto& f) { f.values = nullptr, f.dictionary = nullptr; }},
      {"3 entries for 4",
       [](auto& f) {
         f.values = nullptr, f.info = {0, DATAGEN_DICTIONARY, 4, 0};
       }},
      {"16777217 entries",
       [](auto& f) {
         f.info = {0, DATAGEN_DICTIONARY, (1u << 24) + 1, 0};
       }},
      {"entries",
       [](auto& f) {
         f.info = {0, DATAGEN_DICTIONARY, 3, 0};
         f.dictionary = [](auto&, std::int64_t& length) { return length = 0, ok; };
       }},
      {"entries",
       [](auto& f) {
         f.info = {0, DATAGEN_DICTIONARY, 3, 0};
         f.dictionary = [](auto&, std::int64_t& length) {
           return length = std::numeric_limits<std::int64_t>::min(), ok;
         };
       }},
      {"within the buffers",
       [](auto& f) {  // too long for the offsets that it was lent
         f.info = {0, DATAGEN_DICTIONARY, 3, 0};
         f.dictionary = [](auto& c, std::int64_t& length) {
           return test::put_texts(c, {"a", "b"}), length = 1 << 20, ok;
         };
       }},
      {"within the buffers",
       [](auto& f) {
         f.info = {0, DATAGEN_DICTIONARY, 3, 0};
         f.dictionary = [](auto& c, std::int64_t& length) { return length = 3, c.data->size = 1u << 30, ok; };
       }},
      {"entry 1 of impossible",
       [](auto& f) {
         f.info = {0, DATAGEN_DICTIONARY, 3, 0};
         f.dictionary = [](auto& c, std::int64_t& length) {
           return test::put_texts(c, {"ab", "c", "d"}), offsets(c)[2] = 1, length = 3, ok;
         };
       }},
      {"entry 2 of impossible",
       [](auto& f) {
         f.info = {0, DATAGEN_DICTIONARY, 3, 0};
         f.dictionary = [](auto& c, std::int64_t& length) {
           return test::put_texts(c, {"ab", "c", "d"}), c.data->size = 3, length = 3, ok;
         };
       }},
      {"offset 0",
       [](auto& f) {
         f.info = {0, DATAGEN_DICTIONARY, 3, 0};
         f.dictionary = [](auto& c, std::int64_t& length) {
           return test::put_texts(c, {"ab", "c", "d"}), offsets(c)[0] = 1, length = 3, ok;
         };
       }},
  };
  for (const BadClass& bad : all) {
    CAPTURE(bad.words, &bad - all.data());
    FakeGenerator fake = test::text_generator([](std::uint64_t) { return std::string("x"); });
    fake.dictionary = [](datagen_column& out, std::int64_t& length) {
      length = 3;
      return test::put_texts(out, {"a", "b", "c"});
    };
    fake.weights = [](double* out, std::uint64_t count) { return std::fill(out, out + count, 1.0), ok; };
    bad.spoil(fake);
    const auto made = fake.generator_class();
    ValueSet::Status status;
    const auto set = fake.value_set(*made, "u", status);
    REQUIRE(set == nullptr);
    CHECK(status.code != DATAGEN_OK);
    CHECK_THAT(status.message, Catch::Contains(bad.words));
    // Whatever was made is destroyed, and only that.
    CHECK(fake.destroyed == (fake.creates_nothing || fake.create_status != DATAGEN_OK ? 0 : 1));
  }
}

TEST_CASE("weights that are no weights are refused") {
  const double infinity = std::numeric_limits<double>::infinity();
  for (const std::vector<double>& weights : std::vector<std::vector<double>>{
           {0, 0, 0}, {1, -1, 1}, {1, infinity, 1}, {1, std::nan(""), 1}, {1e308, 1e308, 1e308}}) {
    FakeGenerator fake = test::text_generator([](std::uint64_t) { return std::string("x"); });
    fake.info.flags = DATAGEN_WEIGHTED;
    fake.info.cardinality = 3;
    fake.weights = [&](double* out, std::uint64_t) { return std::copy(weights.begin(), weights.end(), out), ok; };
    const auto made = fake.generator_class();
    const auto set = fake.value_set(*made, "u");
    REQUIRE(set != nullptr);
    CHECK_THROWS_AS(set->weights(), Error);
  }
}

TEST_CASE("scratch memory is aligned, stays where it is during a call, and is lent again at the next") {
  FakeGenerator fake;
  std::vector<void*> lent;
  fake.values = [&](const datagen_call& call, const std::uint64_t*, std::uint32_t, datagen_column& out,
                    datagen_error&) {
    sound(out, "l", 0);
    lent.clear();
    for (std::uint64_t i = 0; i < 20; ++i) {
      auto* memory = static_cast<std::uint8_t*>(call.scratch(&call, i * 100));
      if (memory == nullptr) return datagen_status{DATAGEN_OUT_OF_MEMORY};
      std::fill(memory, memory + i * 100, static_cast<std::uint8_t>(i));
      lent.push_back(memory);
    }
    for (std::uint64_t i = 0; i < 20; ++i)
      for (std::uint64_t k = 0; k < i * 100; ++k)
        if (static_cast<std::uint8_t*>(lent[i])[k] != i) return datagen_status{DATAGEN_INTERNAL};
    if (call.scratch(&call, std::uint64_t{1} << 50) != nullptr) return datagen_status{DATAGEN_INTERNAL};
    return ok;
  };
  const auto made = fake.generator_class();
  const auto set = fake.value_set(*made, "l");
  Workspace workspace;
  workspace.prepare(1, 1, 0, n);
  const std::uint64_t rows[] = {0, 1, 2};
  std::int64_t nulls = 0;
  set->values(workspace, {}, rows, rows, n, {}, workspace.column(0), nulls);
  const std::vector<void*> first = lent;
  set->values(workspace, {}, rows, rows, n, {}, workspace.column(0), nulls);
  CHECK(lent == first);
  for (const void* memory : lent) CHECK(reinterpret_cast<std::uintptr_t>(memory) % 64 == 0);
}

}  // namespace
}  // namespace datagen
