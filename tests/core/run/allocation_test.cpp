// Memory is constant because nothing is allocated once the buffers have grown: counted here, where operator new is.
#include <atomic>
#include <cstdlib>
#include <new>
#include <vector>

#include "tests/core/run/runner.hpp"
#include "tests/support/catch.hpp"

namespace {
std::atomic<long> allocations{0};

void* count_and_allocate(std::size_t size) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
}  // namespace

void* operator new(std::size_t size) { return count_and_allocate(size); }
void* operator new[](std::size_t size) { return count_and_allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace datagen {
namespace {

class Discard final : public Output {
 public:
  void write(std::span<const std::uint8_t>) override {}
};

// Every kind of column: references, composite ones, nulls, dictionaries, templates, rules, unique sets, inputs.
constexpr const char* everything = R"(
tables:
  users:
    row_count: 500
    columns:
      - {name: region, type: integer, generator: numbers, generator_config: {count: 30}}
      - {name: number, type: integer, generator: numbers, generator_config: {count: 40}}
      - {name: title, type: text}
    primary_key: [region, number]
  orders:
    row_count: 60000
    columns:
      - {name: id, type: serial}
      - {name: region, type: integer, null_fraction: 0.1}
      - {name: number, type: integer}
      - {name: title, type: text, generator: lookup, generator_config: {via: region, column: title}}
      - {name: colour, type: text, generator: colours, null_fraction: 0.2}
      - {name: size, type: smallint, generator: numbers, generator_config: {count: 100, weighted: true}}
      - {name: after, type: integer, generator: follower, generator_config: {column: id}}
      - {name: code, type: text, pattern: {template: "ORD-{seq:6}-{numbers}-{colours}"}}
      - name: kind
        type: text
        rules:
          - {if: {title: a value that is numbered 5}, then: {generator: numbers, generator_config: {count: 9}}}
          - {if: {colour: [red, blue]}, then: {generator: colours}}
          - {if: {size: {"<": 50}}, then: {generator: numbers}, else: {generator: colours}}
    primary_key: [id]
    foreign_keys: [{columns: [region, number], referenced_table: users}]
)";

// Invariant: from one batch to the next, once all buffers have grown, there is no allocation at all.
TEST_CASE("nothing is allocated for a batch once warm") {
  test::reset_record();
  std::vector<long> at_batch;
  at_batch.reserve(1000);
  Environment environment;
  environment.progress = [&](const TableProgress& progress) {
    if (progress.rows_total == 60000 && progress.rows_done > 0) at_batch.push_back(allocations.load());
  };
  Registry registry;
  registry.add(test::numbers_plugin(), "numbers.so");
  registry.add(test::writers_plugin(), "writers.so");
  Diagnostics diagnostics;
  const Description description =
      parse_description(parse_document(everything, "test.yaml", DocumentFormat::yaml), diagnostics);
  diagnostics.throw_if_any(ErrorCode::description);
  std::vector<Fault> warnings;
  const RunOptions options = test::run_options(1, 500);
  const Plan plan(description, registry, options, environment, warnings);
  Discard output;
  run(plan, description, registry, options, environment, output);
  REQUIRE(at_batch.size() == 120);
  static constexpr std::size_t warm = 40;
  for (std::size_t i = warm; i + 1 < at_batch.size(); ++i) {  // the last batch also ends the table
    CAPTURE(i);
    REQUIRE(at_batch[i] == at_batch[i - 1]);
  }
  CHECK(at_batch[0] > 0);
}

}  // namespace
}  // namespace datagen
