#include "script/sql_parser.hpp"

#include <pg_query.h>

#include <memory>

namespace datagen {
namespace {

// The parser counts code points from 1; 0 is no place.
std::size_t byte_offset(std::string_view text, int code_point) {
  std::size_t offset = 0;
  for (int left = code_point - 1; left > 0 && offset < text.size(); --left) {
    ++offset;
    while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80) ++offset;
  }
  return offset;
}

}  // namespace

std::optional<SyntaxError> find_syntax_error(const std::string& text) {
  // Of what the library offers the only call that parses and makes nothing of the tree.
  const PgQuerySplitResult result = pg_query_split_with_parser(text.c_str());
  const auto free_result = [](const PgQuerySplitResult* r) { pg_query_free_split_result(*r); };
  const std::unique_ptr<const PgQuerySplitResult, decltype(free_result)> guard(&result, free_result);
  if (result.error == nullptr) return std::nullopt;
  return SyntaxError{result.error->message, byte_offset(text, result.error->cursorpos)};
}

}  // namespace datagen
