// libFuzzer entry: clang++ -std=c++20 -fsanitize=fuzzer,address -DDATAGEN_FUZZING -Icore/include -I.
//   tests/fuzz/description_fuzz.cpp, with datagen_core built by clang too
#include "tests/fuzz/description_fuzz.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "datagen/core/description.hpp"

namespace datagen::test {
namespace {

void require(bool holds, const char* what, std::string_view text) {
  if (holds) return;
  std::fprintf(stderr, "%s:\n%.*s\n", what, static_cast<int>(text.size()), text.data());
  std::abort();
}

void check_description(const Node& document, std::string_view text) {
  Diagnostics diagnostics;
  const Description description = parse_description(document, diagnostics);
  for (const Fault& fault : diagnostics.faults()) {
    require(!fault.message.empty() && fault.location.file == "f" && fault.location.line > 0, "a fault without a place",
            text);
  }
  if (!diagnostics.ok()) return;
  require(!description.tables.empty(), "no tables, yet no fault", text);
  for (const Table& table : description.tables) {
    require(!table.columns.empty(), "a table without columns", text);
    for (const Column& column : table.columns) {
      std::string message;
      require(!column.type.format.empty() && !column.type.text.empty(), "a column without a type", text);
      require(!column.default_expression || is_single_expression(*column.default_expression, message), "a bad default",
              text);
      require(!column.generated || is_single_expression(*column.generated, message), "a bad expression", text);
    }
    for (const Check& check : table.checks) {
      std::string message;
      require(is_single_expression(check.expression, message), "a bad check", text);
    }
    for (const ForeignKey& key : table.foreign_keys) {
      require(key.referenced_table < description.tables.size() && key.columns.size() == key.referenced_columns.size(),
              "a foreign key that leads nowhere", text);
    }
  }
}

}  // namespace

void check_any_document(std::string_view text) {
  for (const DocumentFormat format : {DocumentFormat::json, DocumentFormat::toml, DocumentFormat::yaml}) {
    try {
      check_description(parse_document(text, "f", format), text);
    } catch (const Error& error) {
      require(error.code() == ErrorCode::description, "a code of another kind", text);
      require(error.faults().size() == 1 && error.faults()[0].location.file == "f", "a fault without a file", text);
    }
  }
  static_cast<void>(guess_format("-", text));
  std::string message;
  static_cast<void>(is_single_expression(text.substr(0, 200), message));
  static_cast<void>(parse_type(text.substr(0, 200), {}, message));
}

}  // namespace datagen::test

#ifdef DATAGEN_FUZZING
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  datagen::test::check_any_document({reinterpret_cast<const char*>(data), size});
  return 0;
}
#endif
