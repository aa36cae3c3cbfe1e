#include "datagen/writer.hpp"

#include <memory>
#include <new>
#include <stdexcept>
#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/writer_fixture.hpp"

namespace {

using namespace datagen;

// Throws in every function that may, as told.
struct FailingTable {
  void begin(sdk::Buffer& out) const { out.append("begin"); }
  void encode(const datagen_call&, const datagen_batch& batch, sdk::Buffer& out) const {
    if (batch.first_row == 1) throw sdk::PluginError(DATAGEN_DATA, "not this row", "column", 4);
    if (batch.first_row == 2) throw std::bad_alloc();
    if (batch.first_row == 3) throw 3;
    out.append("rows");
  }
};
struct FailingWriter {
  FailingWriter(const datagen_host* host, const datagen_database&, const sdk::OptionReader&) {
    if (host == nullptr) throw std::runtime_error("no host");
  }
  void pre_data(sdk::Buffer&) { throw std::runtime_error("no schema"); }
  std::unique_ptr<FailingTable> open_table(const datagen_table_info& info, datagen_table_plan& plan) {
    if (info.row_count == 0) throw sdk::PluginError(DATAGEN_UNSUPPORTED, "no rows");
    plan.row_alignment = 10;
    return std::make_unique<FailingTable>();
  }
};

int open_sinks = 0;
std::string sunk;

struct MemorySink {
  MemorySink() { ++open_sinks; }
  ~MemorySink() { --open_sinks; }
  void write(const datagen_call&, const datagen_batch& batch) {
    if (batch.first_row == 9) throw sdk::PluginError(DATAGEN_IO, "the destination is full");
    pending += "row ";
  }
  void commit() { sunk += pending; }
  std::string pending;
};
struct SinkTable {
  std::unique_ptr<MemorySink> open_sink(std::uint32_t) { return std::make_unique<MemorySink>(); }
};
struct SinkWriter {
  SinkWriter(const datagen_host*, const datagen_database&, const sdk::OptionReader&) {}
  std::unique_ptr<SinkTable> open_table(const datagen_table_info&, datagen_table_plan&) {
    return std::make_unique<SinkTable>();
  }
};

// Both: what encode() makes is appended.
struct ContainerSink {
  void append(const datagen_call&, std::span<const std::uint8_t> bytes) {
    if (bytes.size() > 8) throw sdk::PluginError(DATAGEN_IO, "the destination is full");
    pending.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  }
  void commit() { sunk += pending; }
  std::string pending;
};
struct ContainerTable {
  void encode(const datagen_call&, const datagen_batch&, sdk::Buffer& out) const { out.append("rows"); }
  std::unique_ptr<ContainerSink> open_sink(std::uint32_t) { return std::make_unique<ContainerSink>(); }
};
struct ContainerWriter {
  ContainerWriter(const datagen_host*, const datagen_database&, const sdk::OptionReader&) {}
  std::unique_ptr<ContainerTable> open_table(const datagen_table_info&, datagen_table_plan&) {
    return std::make_unique<ContainerTable>();
  }
};

constexpr datagen_writer_class kContainer =
    sdk::writer_class<ContainerWriter>({"test.container", "Contains.", 1, nullptr});
constexpr datagen_writer_class kFailing = sdk::writer_class<FailingWriter>({"test.failing", "Fails.", 3, "txt"});
constexpr datagen_writer_class kSink = sdk::writer_class<SinkWriter>({"test.sink", "Keeps.", 1, nullptr});

datagen_error new_error() {
  datagen_error error{};
  error.struct_size = sizeof error;
  return error;
}

}  // namespace

TEST_CASE("a writer class has the functions that its types have") {
  CHECK(kFailing.struct_size == sizeof(datagen_writer_class));
  CHECK(kFailing.algorithm_version == 3);
  CHECK(kFailing.pre_data != nullptr);
  CHECK(kFailing.post_data == nullptr);
  CHECK(kFailing.begin != nullptr);
  CHECK(kFailing.encode != nullptr);
  CHECK(kFailing.end == nullptr);
  CHECK(kFailing.sink_write == nullptr);
  CHECK(kSink.encode == nullptr);
  CHECK(kSink.sink_open != nullptr);
  CHECK(kSink.sink_close != nullptr);
  CHECK(kSink.sink_append == nullptr);
  CHECK(kContainer.encode != nullptr);
  CHECK(kContainer.sink_open != nullptr);
  CHECK(kContainer.sink_append != nullptr);
  CHECK(kContainer.sink_commit != nullptr);
  CHECK(kContainer.sink_write == nullptr);
}

TEST_CASE("nothing that an encoder throws leaves it") {
  const datagen_host host{};
  const datagen_database database{};
  datagen_error error = new_error();
  datagen_writer* writer = nullptr;
  CHECK(kFailing.create(nullptr, &database, nullptr, 0, &writer, &error) == DATAGEN_INTERNAL);
  CHECK(std::string(error.message) == "no host");
  REQUIRE(kFailing.create(&host, &database, nullptr, 0, &writer, &error) == DATAGEN_OK);
  test::BufferFixture buffer("kept");
  CHECK(kFailing.pre_data(writer, buffer.raw(), nullptr) == DATAGEN_INTERNAL);

  datagen_table_info info{};
  datagen_table_plan plan{};
  datagen_table_writer* table = nullptr;
  CHECK(kFailing.open_table(writer, &info, &plan, &table, &error) == DATAGEN_UNSUPPORTED);
  info.row_count = 1;
  REQUIRE(kFailing.open_table(writer, &info, &plan, &table, &error) == DATAGEN_OK);
  CHECK(plan.row_alignment == 10);
  CHECK(kFailing.begin(table, buffer.raw(), &error) == DATAGEN_OK);
  const datagen_call call{};
  datagen_batch batch{};
  const datagen_status expected[] = {DATAGEN_OK, DATAGEN_DATA, DATAGEN_OUT_OF_MEMORY, DATAGEN_INTERNAL};
  for (batch.first_row = 0; batch.first_row < 4; ++batch.first_row) {
    CHECK(kFailing.encode(table, &call, &batch, buffer.raw(), &error) == expected[batch.first_row]);
    if (batch.first_row == 1) CHECK(error.row == 4);
  }
  CHECK(buffer.text() == "keptbeginrows");
  error = new_error();
  buffer.limit(5);
  batch.first_row = 0;
  for (int i = 0; i < 100; ++i) {
    if (kFailing.encode(table, &call, &batch, buffer.raw(), &error) != DATAGEN_OK) break;
  }
  CHECK(error.code == DATAGEN_OUT_OF_MEMORY);
  kFailing.close_table(table);
  kFailing.destroy(writer);
  kFailing.destroy(nullptr);
}

TEST_CASE("a sink keeps what was committed and rolls back the rest") {
  const datagen_database database{};
  datagen_error error = new_error();
  datagen_writer* writer = nullptr;
  datagen_table_writer* table = nullptr;
  datagen_sink* sink = nullptr;
  const datagen_table_info info{};
  datagen_table_plan plan{};
  REQUIRE(kSink.create(nullptr, &database, nullptr, 0, &writer, &error) == DATAGEN_OK);
  REQUIRE(kSink.open_table(writer, &info, &plan, &table, &error) == DATAGEN_OK);
  REQUIRE(kSink.sink_open(table, 0, &sink, &error) == DATAGEN_OK);
  CHECK(open_sinks == 1);
  const datagen_call call{};
  datagen_batch batch{};
  CHECK(kSink.sink_write(sink, &call, &batch, &error) == DATAGEN_OK);
  CHECK(sunk.empty());
  CHECK(kSink.sink_commit(sink, &error) == DATAGEN_OK);
  CHECK(sunk == "row ");
  batch.first_row = 9;
  CHECK(kSink.sink_write(sink, &call, &batch, &error) == DATAGEN_IO);
  kSink.sink_close(sink);
  CHECK(open_sinks == 0);
  CHECK(sunk == "row ");
  kSink.close_table(table);
  kSink.destroy(writer);
}

TEST_CASE("a container's lane gets the bytes that its table encoded") {
  const datagen_database database{};
  datagen_error error = new_error();
  datagen_writer* writer = nullptr;
  datagen_table_writer* table = nullptr;
  datagen_sink* sink = nullptr;
  const datagen_table_info info{};
  datagen_table_plan plan{};
  sunk.clear();
  REQUIRE(kContainer.create(nullptr, &database, nullptr, 0, &writer, &error) == DATAGEN_OK);
  REQUIRE(kContainer.open_table(writer, &info, &plan, &table, &error) == DATAGEN_OK);
  REQUIRE(kContainer.sink_open(table, 0, &sink, &error) == DATAGEN_OK);
  const datagen_call call{};
  const datagen_batch batch{};
  test::BufferFixture buffer("");
  for (int i = 0; i < 2; ++i) REQUIRE(kContainer.encode(table, &call, &batch, buffer.raw(), &error) == DATAGEN_OK);
  CHECK(kContainer.sink_append(sink, &call, buffer.raw()->data, buffer.raw()->size, &error) == DATAGEN_OK);
  CHECK(sunk.empty());
  CHECK(kContainer.sink_commit(sink, &error) == DATAGEN_OK);
  CHECK(sunk == "rowsrows");
  REQUIRE(kContainer.encode(table, &call, &batch, buffer.raw(), &error) == DATAGEN_OK);
  CHECK(kContainer.sink_append(sink, &call, buffer.raw()->data, buffer.raw()->size, &error) == DATAGEN_IO);
  CHECK(std::string(error.message) == "the destination is full");
  kContainer.sink_close(sink);
  kContainer.close_table(table);
  kContainer.destroy(writer);
}
