#include "datagen/core/registry.hpp"

#include <functional>

#include "datagen/core/error.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

// A sound plugin of one generator and one writer, to be spoilt.
struct Sample {
  const char* choices[2] = {"a", "b"};
  datagen_option option{};
  datagen_option choice{};
  const datagen_option* options[2] = {&option, &choice};
  datagen_hint hint{};
  const datagen_hint* hints[1] = {&hint};
  datagen_generator_class generator{};
  const datagen_generator_class* generators[1] = {&generator};
  datagen_writer_class writer{};
  const datagen_writer_class* writers[1] = {&writer};
  datagen_plugin plugin{};

  Sample() {
    option.struct_size = sizeof option;
    option.type = DATAGEN_INT;
    option.name = "count";
    option.doc = "How many.";
    option.default_value = "5";
    option.minimum = "1";
    option.maximum = "10";
    choice = option;
    choice.type = DATAGEN_CHOICE;
    choice.name = "kind";
    choice.default_value = "\"b\"";
    choice.minimum = choice.maximum = nullptr;
    choice.choices = choices;
    choice.n_choices = 2;
    hint.struct_size = sizeof hint;
    hint.families = DATAGEN_FAMILY_TEXT;
    hint.column = "some_name";
    hint.options = R"({"count": 3})";
    generator.struct_size = sizeof generator;
    generator.algorithm_version = 1;
    generator.id = "org.example.thing";
    generator.summary = "A thing.";
    generator.options = options;
    generator.n_options = 2;
    generator.hints = hints;
    generator.n_hints = 1;
    generator.families = DATAGEN_FAMILY_TEXT;
    generator.create = [](const datagen_host*, const datagen_target*, const datagen_value*, std::uint32_t,
                          datagen_generator**, datagen_error*) noexcept { return datagen_status{DATAGEN_INTERNAL}; };
    generator.destroy = [](datagen_generator*) noexcept {};
    generator.describe = [](const datagen_generator*, datagen_generator_info*, datagen_error*) noexcept {
      return datagen_status{DATAGEN_INTERNAL};
    };
    generator.values = [](const datagen_generator*, const datagen_call*, const std::uint64_t*, std::uint32_t,
                          datagen_column*, datagen_error*) noexcept { return datagen_status{DATAGEN_INTERNAL}; };
    writer.struct_size = sizeof writer;
    writer.algorithm_version = 1;
    writer.id = "org.example.text";
    writer.summary = "Text.";
    writer.options = options;
    writer.n_options = 2;
    writer.create = [](const datagen_host*, const datagen_database*, const datagen_value*, std::uint32_t,
                       datagen_writer**, datagen_error*) noexcept { return datagen_status{DATAGEN_INTERNAL}; };
    writer.destroy = [](datagen_writer*) noexcept {};
    writer.open_table = [](datagen_writer*, const datagen_table_info*, datagen_table_plan*, datagen_table_writer**,
                           datagen_error*) noexcept { return datagen_status{DATAGEN_INTERNAL}; };
    writer.close_table = [](datagen_table_writer*) noexcept {};
    writer.encode = [](const datagen_table_writer*, const datagen_call*, const datagen_batch*, datagen_buffer*,
                       datagen_error*) noexcept { return datagen_status{DATAGEN_INTERNAL}; };
    plugin.struct_size = sizeof plugin;
    plugin.abi_version = std::uint32_t{DATAGEN_ABI_MAJOR} << 16;
    plugin.minimum_host_abi = plugin.abi_version;
    plugin.generators = generators;
    plugin.n_generators = 1;
    plugin.writers = writers;
    plugin.n_writers = 1;
    plugin.id = "org.example";
    plugin.name = "Example";
    plugin.version = "1.0";
    plugin.vendor = "Example";
    plugin.license = "MIT";
  }
  Sample(const Sample&) = delete;
  Sample& operator=(const Sample&) = delete;
};

datagen_status sink_append(datagen_sink*, const datagen_call*, const std::uint8_t*, std::uint64_t,
                           datagen_error*) noexcept {
  return DATAGEN_OK;
}
datagen_status pre_data(datagen_writer*, datagen_buffer*, datagen_error*) noexcept { return DATAGEN_OK; }
datagen_status sink_write(datagen_sink*, const datagen_call*, const datagen_batch*, datagen_error*) noexcept {
  return DATAGEN_INTERNAL;
}

struct Spoilt {
  const char* words;  // that the message must hold
  std::function<void(Sample&)> spoil;
};

const std::vector<Spoilt>& spoilt() {
  static const std::vector<Spoilt> all{
      {"struct_size 20", [](Sample& s) { s.plugin.struct_size = 20; }},
      {"ABI 2.0", [](Sample& s) { s.plugin.abi_version = 2u << 16; }},
      {"needs a datagen with ABI 1.7", [](Sample& s) { s.plugin.minimum_host_abi = (1u << 16) + 7; }},
      {"NULL array", [](Sample& s) { s.plugin.generators = nullptr; }},
      {"NULL array", [](Sample& s) { s.plugin.writers = nullptr; }},
      {"more than", [](Sample& s) { s.plugin.n_writers = 0xffffffff; }},
      {"has no id", [](Sample& s) { s.plugin.id = nullptr; }},
      {"'example'", [](Sample& s) { s.plugin.id = "example"; }},
      {"no name", [](Sample& s) { s.plugin.name = nullptr; }},
      {"no version", [](Sample& s) { s.plugin.version = nullptr; }},
      {"no vendor", [](Sample& s) { s.plugin.vendor = nullptr; }},
      {"no license", [](Sample& s) { s.plugin.license = nullptr; }},
      {"generator 0 is NULL", [](Sample& s) { s.generators[0] = nullptr; }},
      {"writer 0 is NULL", [](Sample& s) { s.writers[0] = nullptr; }},
      {"struct_size", [](Sample& s) { s.generator.struct_size -= 8; }},
      {"struct_size", [](Sample& s) { s.writer.struct_size = 0; }},
      {"has no id", [](Sample& s) { s.generator.id = nullptr; }},
      {"'thing'", [](Sample& s) { s.generator.id = "thing"; }},
      {"must look like", [](Sample& s) { s.generator.id = "org..thing"; }},
      {"must look like", [](Sample& s) { s.generator.id = ".org.thing"; }},
      {"must look like", [](Sample& s) { s.generator.id = "org.thing."; }},
      {"must look like", [](Sample& s) { s.writer.id = "org.a thing"; }},
      {"requires features", [](Sample& s) { s.generator.required = 4; }},
      {"requires features", [](Sample& s) { s.writer.required = 0x80000000; }},
      {"algorithm_version 0", [](Sample& s) { s.generator.algorithm_version = 0; }},
      {"no summary", [](Sample& s) { s.writer.summary = nullptr; }},
      {"no family", [](Sample& s) { s.generator.families = 0; }},
      {"function create", [](Sample& s) { s.generator.create = nullptr; }},
      {"function destroy", [](Sample& s) { s.generator.destroy = nullptr; }},
      {"function describe", [](Sample& s) { s.generator.describe = nullptr; }},
      {"function values", [](Sample& s) { s.generator.values = nullptr; }},
      {"function create", [](Sample& s) { s.writer.create = nullptr; }},
      {"function destroy", [](Sample& s) { s.writer.destroy = nullptr; }},
      {"function open_table", [](Sample& s) { s.writer.open_table = nullptr; }},
      {"function close_table", [](Sample& s) { s.writer.close_table = nullptr; }},
      {"neither encode", [](Sample& s) { s.writer.encode = nullptr; }},
      {"both encode", [](Sample& s) { s.writer.sink_write = sink_write; }},
      {"function sink_commit",
       [](Sample& s) {
         s.writer.encode = nullptr;
         s.writer.sink_write = sink_write;
       }},
      {"sink_append without encode",
       [](Sample& s) {
         s.writer.encode = nullptr;
         s.writer.sink_write = sink_write;
         s.writer.sink_append = sink_append;
       }},
      {"function sink_open", [](Sample& s) { s.writer.sink_append = sink_append; }},
      {"flags", [](Sample& s) { s.writer.flags = 0x80000000; }},
      {"a file for each table",
       [](Sample& s) {
         s.writer.flags = DATAGEN_WRITER_TABLE_FILES;
         s.writer.pre_data = pre_data;
       }},
      {"options in a NULL array", [](Sample& s) { s.generator.options = nullptr; }},
      {"more than", [](Sample& s) { s.writer.n_options = 1u << 30; }},
      {"option 1 is NULL", [](Sample& s) { s.options[1] = nullptr; }},
      {"struct_size", [](Sample& s) { s.option.struct_size = 8; }},
      {"no name", [](Sample& s) { s.option.name = nullptr; }},
      {"no doc", [](Sample& s) { s.option.doc = nullptr; }},
      {"cannot be written", [](Sample& s) { s.option.name = "a b"; }},
      {"cannot be written", [](Sample& s) { s.option.name = "comment"; }},
      {"cannot be written", [](Sample& s) { s.option.name = ""; }},
      {"declared twice", [](Sample& s) { s.option.name = "kind"; }},
      {"type 0", [](Sample& s) { s.option.type = 0; }},
      {"type 99", [](Sample& s) { s.option.type = 99; }},
      {"default that is not JSON", [](Sample& s) { s.option.default_value = "five"; }},
      {"default that does not fit", [](Sample& s) { s.option.default_value = "\"five\""; }},
      {"default that does not fit", [](Sample& s) { s.option.default_value = "11"; }},
      {"minimum that is not JSON", [](Sample& s) { s.option.minimum = ""; }},
      {"maximum of the wrong type", [](Sample& s) { s.option.maximum = "[]"; }},
      {"maximum below its minimum", [](Sample& s) { s.option.maximum = "0"; }},
      {"no order", [](Sample& s) { s.option.type = DATAGEN_STRING; }},
      {"choice of nothing", [](Sample& s) { s.choice.n_choices = 0; }},
      {"choices in a NULL array", [](Sample& s) { s.choice.choices = nullptr; }},
      {"choice that is NULL", [](Sample& s) { s.choices[1] = nullptr; }},
      {"'a' twice", [](Sample& s) { s.choices[1] = "a"; }},
      {"default that does not fit", [](Sample& s) { s.choice.default_value = "\"c\""; }},
      {"not a choice", [](Sample& s) { s.option.n_choices = 2; }},
      {"list of column names",
       [](Sample& s) {
         s.choice.type = DATAGEN_COLUMN;
         s.choice.n_choices = 0;
       }},
      {"hints in a NULL array", [](Sample& s) { s.generator.hints = nullptr; }},
      {"hint 0 is NULL", [](Sample& s) { s.hints[0] = nullptr; }},
      {"struct_size", [](Sample& s) { s.hint.struct_size = 4; }},
      {"no family", [](Sample& s) { s.hint.families = 0; }},
      {"match 9", [](Sample& s) { s.hint.match = 9; }},
      {"never match", [](Sample& s) { s.hint.column = "Some Name"; }},
      {"never match", [](Sample& s) { s.hint.table = ""; }},
      {"not JSON", [](Sample& s) { s.hint.options = "{"; }},
      {"no JSON object", [](Sample& s) { s.hint.options = "[]"; }},
      {"does not declare", [](Sample& s) { s.hint.options = R"({"nothing": 1})"; }},
      {"sets 'count' wrongly", [](Sample& s) { s.hint.options = R"({"count": 99})"; }},
  };
  return all;
}

}  // namespace

TEST_CASE("a sound plugin is registered and found by id and by short name") {
  const Sample sample;
  Registry registry;
  registry.add(sample.plugin, "sound.so");
  REQUIRE(registry.find_generator("org.example.thing") != nullptr);
  CHECK(registry.find_generator("thing") == registry.find_generator("org.example.thing"));
  CHECK(registry.find_generator("thing")->origin == "sound.so");
  CHECK(registry.find_generator("thing")->options.size() == 2);
  CHECK(registry.find_generator("thing")->hints.size() == 1);
  CHECK(registry.find_writer("text")->table.encode == sample.writer.encode);
  CHECK(registry.find_writer("thing") == nullptr);
  CHECK(registry.find_generator("") == nullptr);
}

// Whatever is wrong is refused with the file, the reason and a remedy, and leaves the registry as it was.
TEST_CASE("each way to be malformed is refused by name") {
  for (const Spoilt& one : spoilt()) {
    Sample sample;
    one.spoil(sample);
    Registry registry;
    INFO("expected: " << one.words);
    try {
      registry.add(sample.plugin, "bad.so");
      FAIL("it was accepted");
    } catch (const Error& error) {
      INFO("said: " << error.what());
      CHECK(error.code() == ErrorCode::plugin);
      CHECK(std::string(error.what()).find(one.words) != std::string::npos);
      for (const Fault& fault : error.faults()) {
        CHECK(fault.subject == "bad.so");
        CHECK_FALSE(fault.hint.empty());
      }
    }
    CHECK(registry.generators().empty());
    CHECK(registry.writers().empty());
  }
}

// Several faults at once are all survived, and refused.
TEST_CASE("any two faults together are refused") {
  const auto& all = spoilt();
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      Sample sample;
      all[i].spoil(sample);
      all[j].spoil(sample);
      Registry registry;
      try {
        registry.add(sample.plugin, "bad.so");
        INFO(all[i].words << " + " << all[j].words);
        CHECK(false);
      } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::plugin);
      }
    }
  }
}

TEST_CASE("a struct that is larger than the known one is accepted") {
  struct Larger {
    datagen_generator_class known;
    std::uint64_t unknown;
  };
  Sample sample;
  Larger larger{sample.generator, 0xdeadbeef};
  larger.known.struct_size = sizeof larger;
  sample.generators[0] = &larger.known;
  Registry registry;
  registry.add(sample.plugin, "larger.so");
  CHECK(registry.find_generator("thing")->table.struct_size == sizeof(datagen_generator_class));
}

TEST_CASE("a set of values may do without values() if it has a dictionary") {
  Sample sample;
  sample.generator.values = nullptr;
  sample.generator.dictionary = [](const datagen_generator*, datagen_column*, std::int64_t*, datagen_error*) noexcept {
    return datagen_status{DATAGEN_INTERNAL};
  };
  Registry registry;
  CHECK_NOTHROW(registry.add(sample.plugin, "dictionary.so"));
}

TEST_CASE("an id that two files declare is refused, naming both") {
  const Sample sample;
  Registry registry;
  registry.add(sample.plugin, "first.so");
  try {
    registry.add(sample.plugin, "second.so");
    FAIL("it was accepted");
  } catch (const Error& error) {
    CHECK_THAT(error.what(), Catch::Matchers::Contains("first.so") && Catch::Matchers::Contains("second.so"));
  }
  CHECK(registry.generators().size() == 1);
}

TEST_CASE("a short name that several classes have means ours, or is refused") {
  Sample one, two, ours;
  two.generator.id = "com.other.thing";
  two.writer.id = "com.other.text";
  ours.generator.id = "datagen.thing";
  ours.writer.id = "datagen.text";
  Registry registry;
  registry.add(one.plugin, "one.so");
  registry.add(two.plugin, "two.so");
  CHECK_THROWS_AS(registry.find_generator("thing"), Error);
  CHECK(registry.find_generator("com.other.thing")->origin == "two.so");
  registry.add(ours.plugin, "ours.so");
  CHECK(registry.find_generator("thing")->origin == "ours.so");
}

}  // namespace datagen
