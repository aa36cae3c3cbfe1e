#include "tests/fuzz/script_fuzz.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "script/copy_line.hpp"
#include "script/row_target.hpp"
#include "script/script_reader.hpp"
#include "script/sql_parser.hpp"
#include "script/utf8.hpp"
#include "script/values_reader.hpp"

namespace datagen::fuzz {
namespace {

void require(bool holds, const char* what, const std::string& text) {
  if (holds) return;
  std::fprintf(stderr, "%s: %s\n", what, text.c_str());
  std::abort();
}

// Everything that a script holds, as one text.
class Recorder : public ScriptHandler {
 public:
  bool statement(std::string_view text, const ScriptPlace& place) override {
    note('S', text, place);
    const auto target = read_row_target(text);
    return target && target->from_stdin;
  }
  void command(std::string_view text, const ScriptPlace& place) override { note('C', text, place); }
  void data_line(std::string_view line, const ScriptPlace& place) override { note('D', line, place); }
  void end_of_data(const ScriptPlace& place) override { note('E', {}, place); }

  std::string events;

 private:
  void note(char kind, std::string_view text, const ScriptPlace& place) {
    events += kind + std::to_string(place.offset) + ":" + std::to_string(place.line) + ":" +
              std::to_string(place.column) + "[" + std::string(text) + "]\n";
  }
};

std::string events_of(std::string_view script, std::size_t piece) {
  Recorder recorder;
  ScriptReader reader("s", recorder);
  try {
    for (std::size_t i = 0; i < script.size(); i += piece) reader.feed(script.substr(i, piece));
    reader.finish();
  } catch (const Error& error) {
    recorder.events += error.what();
  }
  return recorder.events;
}

void check_values(const std::string& text) {
  if (text.find('\0') != std::string::npos || !is_utf8(text)) return;
  ValuesReader reader(text);
  std::vector<Cell> cells;
  std::size_t rows = 0;
  ValuesReader::Result result;
  while ((result = reader.next(cells)) == ValuesReader::Result::row) ++rows;
  if (result != ValuesReader::Result::end || rows == 0 || reader.has_casts()) return;
  require(!find_syntax_error("INSERT INTO t VALUES " + text), "rows that PostgreSQL does not read", text);
}

void check_line(const std::string& line) {
  if (line.find('\n') != std::string::npos) return;
  CopyLineReader reader, again;
  std::vector<Cell> cells, same;
  if (reader.read(line, cells) != nullptr) return;
  std::string escaped;
  for (const Cell& cell : cells) {
    if (!escaped.empty() || &cell != &cells.front()) escaped += '\t';
    if (cell.null) escaped += "\\N";
    for (const char c : cell.text) {
      static const std::string special = "\b\f\n\r\t\v\\", letters = "bfnrtv\\";
      const std::size_t at = special.find(c);
      if (at != std::string::npos) escaped += '\\';
      escaped += at == std::string::npos ? c : letters[at];
    }
  }
  require(again.read(escaped, same) == nullptr && same.size() == cells.size(), "other fields", line);
  for (std::size_t i = 0; i < cells.size(); ++i)
    require(same[i].null == cells[i].null && same[i].text == cells[i].text, "another field", line);
}

}  // namespace

void check_script(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string whole = events_of(text, text.size() + 1);
  require(events_of(text, data[0] % 7 + 1u) == whole, "pieces give something else", text);
  check_values(text);
  check_line(text);
}

}  // namespace datagen::fuzz

#ifdef DATAGEN_FUZZING
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  datagen::fuzz::check_script(data, size);
  return 0;
}
#endif
