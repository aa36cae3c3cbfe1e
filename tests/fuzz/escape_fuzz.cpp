// libFuzzer entry: clang++ -std=c++20 -fsanitize=fuzzer,address -Isdk/include -I. tests/fuzz/escape_fuzz.cpp
#include "tests/fuzz/escape_fuzz.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>

#include "datagen/postgres/copy_dialect.hpp"
#include "datagen/postgres/sql_dialect.hpp"

namespace datagen::fuzz {
namespace {

using Escaped = std::optional<std::string>;

// Reads one COPY field as the documentation of COPY describes it; nothing where it would end the field or the row.
Escaped read_copy(std::string_view field) {
  if (field == "\\N" || field == "\\.") return std::nullopt;
  std::string text;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] == '\t' || field[i] == '\n' || field[i] == '\r') return std::nullopt;
    if (field[i] != '\\') {
      text += field[i];
      continue;
    }
    if (++i == field.size()) return std::nullopt;
    const std::string_view letters = "bfnrtv\\";
    const std::size_t letter = letters.find(field[i]);
    if (letter == std::string_view::npos) return std::nullopt;
    text += "\b\f\n\r\t\v\\"[letter];
  }
  return text;
}

// Reads what stands between the quotes of a standard-conforming literal.
Escaped read_sql(std::string_view inside) {
  std::string text;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (inside[i] == '\'' && (++i == inside.size() || inside[i] != '\'')) return std::nullopt;
    text += inside[i];
  }
  return text;
}

// The output buffer ends where the contract says, with a watched byte after it.
template <class Function>
Escaped run(std::size_t room, Function escape) {
  const std::unique_ptr<char[]> out(new char[room + 64 + 1]);
  out[room + 64] = 0x5a;
  char* end = escape(out.get());
  if (out[room + 64] != 0x5a) return "wrote beyond the slack";
  if (end == nullptr) return std::nullopt;
  return std::string(out.get(), end);
}

template <class Rule, class Read>
std::string fault(std::string_view text, Read read) {
  const std::size_t room = text.size() * Rule::kMaxGrowth;
  // A copy whose end is the end of its memory, so that a sanitizer sees every read too far.
  const std::unique_ptr<char[]> exact(new char[text.size()]);
  if (!text.empty()) std::memcpy(exact.get(), text.data(), text.size());
  const char* const end = exact.get() + text.size();
  const Escaped scalar = run(room, [&](char* out) { return text::escape_scalar(Rule{}, out, exact.get(), text.size()); });
  const bool has_nul = text.find('\0') != std::string_view::npos;
  if (scalar.has_value() == has_nul) return "a NUL byte is not refused, or other text is";
  if (scalar && scalar->size() > room) return "longer than promised";
  if (scalar && read(*scalar) != text) return "does not read back";
  const auto differs = [&](auto escape) { return run(room, escape) != scalar; };
  if (differs([&](char* out) { return text::escape(Rule{}, out, exact.get(), text.size(), end); })) return "fast differs";
#if DATAGEN_TEXT_BLOCKS
  if (differs([&](char* out) {
        return text::detail::escape_blocks<Rule, text::PortableSearch>(Rule{}, out, exact.get(), text.size(), end);
      })) {
    return "portable differs";
  }
#endif
  // Some parts, as a value in the middle of a column's buffer.
  for (std::size_t cut = 1; cut < text.size() && cut < 40; cut += 3) {
    const std::string_view part = text.substr(cut / 2, text.size() - cut);
    const char* start = exact.get() + cut / 2;
    const Escaped expected =
        run(room, [&](char* out) { return text::escape_scalar(Rule{}, out, part.data(), part.size()); });
    if (run(room, [&](char* out) { return text::escape(Rule{}, out, start, part.size(), end); }) != expected) {
      return "a value inside a buffer differs";
    }
  }
  return {};
}

}  // namespace

std::string escape_fault(std::string_view text) {
  const std::string copy = fault<postgres::CopyRule>(text, read_copy);
  if (!copy.empty()) return "COPY: " + copy;
  const std::string sql = fault<postgres::SqlRule>(text, read_sql);
  return sql.empty() ? sql : "SQL: " + sql;
}

}  // namespace datagen::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string fault = datagen::fuzz::escape_fault({reinterpret_cast<const char*>(data), size});
  if (!fault.empty()) {
    std::fprintf(stderr, "%s\n", fault.c_str());
    std::abort();
  }
  return 0;
}
