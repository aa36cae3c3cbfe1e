// Plugins that were built in the past work with this host.
#include <sstream>

#include "tests/abi/declarations.hpp"
#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

namespace fs = std::filesystem;

const fs::path kSdk = DATAGEN_SDK;

std::string today() { return read_file(kSdk / "include/datagen/plugin.h"); }

std::string changed(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

bool is_there(const std::string& program) {
  Command command;
  command.arguments = {"sh", "-c", "command -v " + program};
  return run_process(command).exit_code == 0;
}

// Compiles layout.c with the headers of `include`; returns what the compiler says, "" if it is content.
std::string compile(const std::string& compiler, const std::string& language, const std::string& standard,
                    const fs::path& include) {
  Command command;
  command.arguments = {compiler,
                       "-x",
                       language,
                       "-std=" + standard,
                       "-Wall",
                       "-Wextra",
                       "-Wpedantic",
                       "-Wpadded",
                       "-Werror",
                       "-fsyntax-only",
                       "-I" + include.string(),
                       "-I" + (kSdk / "include").string(),
                       "-I" + kSdk.string(),
                       DATAGEN_TEST_SOURCES "/layout.c"};
  const ProcessResult result = run_process(command);
  return result.exit_code == 0 ? "" : "failed\n" + result.out + result.err;
}

const std::string kSwap = "datagen_status(DATAGEN_CALL* weights)(const datagen_generator*, double* out, uint64_t n,";

}  // namespace

TEST_CASE("Today's header only appends to that of version 1.0") {
  const Declarations before = declarations(read_file(kSdk / "abi/1.0.h"));
  CHECK(before.structs.size() == 27);
  CHECK(before.structs.at("datagen_generator_class").size() == 19);
  CHECK(before.enumerators.size() == 76);
  CHECK(before.others.size() == 6);
  CHECK(incompatibilities(before, declarations(today())) == std::vector<std::string>{});
}

// What may change is accepted, and each kind of change that breaks a plugin is found.
TEST_CASE("The comparison of headers tells additions from changes") {
  const Declarations before = declarations(today());
  const auto faults = [&](const std::string& from, const std::string& to) {
    return incompatibilities(before, declarations(changed(today(), from, to))).size();
  };
  CHECK(faults("} datagen_option;", "  const char* example;\n} datagen_option;") == 0);
  CHECK(faults("DATAGEN_INTERNAL = 8 ", "DATAGEN_INTERNAL = 8, DATAGEN_LATER = 9 ") == 0);
  CHECK(faults("typedef struct datagen_str {",
               "typedef struct datagen_new { uint64_t a; } datagen_new;\n"
               "typedef struct datagen_str {") == 0);

  CHECK(faults("  const char* doc;", "") >= 1);                                         // removed
  CHECK(faults("  const char* doc;", "  const char* help;\n  const char* doc;") >= 1);  // inserted
  CHECK(faults("  int64_t null_count;\n  datagen_buffer*", "  int32_t null_count;\n  datagen_buffer*") == 1);
  CHECK(faults(kSwap, "datagen_status(DATAGEN_CALL* weights)(const datagen_generator*, uint64_t n, double* out,") == 1);
  CHECK(faults("DATAGEN_UNSUPPORTED = 3", "DATAGEN_UNSUPPORTED = 9") == 1);
  CHECK(faults("DATAGEN_IO = 5,", "") == 1);
  CHECK(faults("} datagen_str;", "  uint64_t hash;\n} datagen_str;") == 1);  // frozen
  CHECK(faults("typedef int32_t datagen_status;", "typedef int64_t datagen_status;") == 1);
  CHECK(faults("datagen_plugin_v1(void) DATAGEN_NOEXCEPT", "datagen_plugin_v1(int) DATAGEN_NOEXCEPT") == 1);
}

// C and C++, gcc and clang: each field where it was, and no padding, into which an appended field could fall unnoticed.
TEST_CASE("Every field of version 1.0 lies where it lay") {
  for (const auto& [compiler, language] :
       {std::pair<std::string, std::string>{"gcc", "c"}, {"g++", "c++"}, {"clang", "c"}, {"clang++", "c++"}}) {
    if (!is_there(compiler)) {
      WARN(compiler << " is not there");
      continue;
    }
    const std::vector<std::string> standards =
        language == "c" ? std::vector<std::string>{"c11", "c17"} : std::vector<std::string>{"c++17", "c++20"};
    for (const std::string& standard : standards) {
      CAPTURE(compiler, standard);
      CHECK(compile(compiler, language, standard, kSdk / "include") == "");
    }
  }
  const TemporaryDirectory place;
  const auto verdict = [&](const std::string& from, const std::string& to) {
    static_cast<void>(place.write("datagen/plugin.h", changed(today(), from, to)));
    return compile("gcc", "c", "c11", place.path());
  };
  CHECK(verdict("} datagen_option;", "  const char* example;\n} datagen_option;") == "");
  CHECK(contains(verdict("} datagen_option;", "  uint32_t example;\n} datagen_option;"), "padding"));
  CHECK(contains(verdict("  const char* doc; ", "  uint64_t more; const char* doc; "), "datagen_option.doc"));
  CHECK(contains(verdict("} datagen_str;", "  uint64_t hash;\n} datagen_str;"), "datagen_str is frozen"));
}

// The numbers that its generator makes arrive through its writer and through ours, on one thread and on several.
TEST_CASE("A plugin that was built with the header of version 1.0 works") {
  Workplace place;
  place.write("work/numbers.yaml",
              "version: \"1.0\"\ntables:\n  t:\n    row_count: 100\n    columns:\n"
              "      frozen_number: {type: integer, nullable: false, unique: true}\n"
              "      other: {type: integer, nullable: false, generator: org.example.frozen.numbers}\n");
  std::string expected_lines, expected_copy;
  for (int i = 0; i < 100; ++i) {
    expected_lines += std::to_string(2 * i) + "\n";
    expected_copy += std::to_string(2 * i) + "\t" + std::to_string(3 * i) + "\n";
  }
  for (const char* jobs : {"1", "2"}) {
    const auto run = [&](const std::string& format) {
      return place.run({"--plugin-dir", DATAGEN_FROZEN_PLUGIN, "generate", "numbers.yaml", "--seed", "1", "--jobs",
                        jobs, "--batch-size", "7", "--data-only", "--format", format});
    };
    const ProcessResult lines = run("org.example.frozen.lines");
    INFO(lines.err);
    CHECK(lines.exit_code == 0);
    CHECK(lines.out == expected_lines);
    CHECK(contains(run("copy").out, expected_copy));
  }
}

// abidiff finds no difference that it calls harmful.  It calls swapped parameters of a function in a table harmless, so
// it is the report that counts, which is shown.
TEST_CASE("abidiff reports nothing that breaks version 1.0") {
  if (!is_there("abidiff")) {
    WARN("abidiff is not there: install abigail-tools");
    return;
  }
  Command command;
  command.arguments = {"abidiff", "--no-show-locs", DATAGEN_TYPES_FROZEN, DATAGEN_TYPES_TODAY};
  const ProcessResult result = run_process(command);
  INFO(result.out << result.err);
  CHECK((result.exit_code & ~4) == 0);
  if (result.exit_code == 4) WARN(result.out);
}

}  // namespace datagen::test
