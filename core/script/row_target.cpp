#include "script/row_target.hpp"

#include "script/sql_words.hpp"

namespace datagen {
namespace {

bool read_name(SqlWords& words, RowTarget& target) {
  auto name = words.name();
  if (!name) return false;
  target.table = *name;
  if (!words.accept('.')) return true;
  target.schema = target.table;
  name = words.name();
  if (!name) return false;
  target.table = *name;
  return true;
}

bool read_columns(SqlWords& words, RowTarget& target) {
  if (!words.accept('(')) return true;
  do {
    auto column = words.name();
    if (!column) return false;
    target.columns.push_back(*column);
  } while (words.accept(','));
  return words.accept(')');
}

bool read_insert(SqlWords& words, RowTarget& target) {
  target.kind = RowTarget::Kind::insert;
  if (!words.accept("INTO") || !read_name(words, target) || !read_columns(words, target)) return false;
  if (words.accept("OVERRIDING") && ((!words.accept("SYSTEM") && !words.accept("USER")) || !words.accept("VALUE"))) {
    return false;
  }
  if (words.accept("DEFAULT")) {
    target.default_values = true;
    return words.accept("VALUES") && words.at_end();
  }
  return words.accept("VALUES");
}

bool read_copy(SqlWords& words, RowTarget& target) {
  target.kind = RowTarget::Kind::copy;
  if (!read_name(words, target) || !read_columns(words, target) || !words.accept("FROM")) return false;
  target.from_stdin = words.accept("STDIN");
  return true;
}

}  // namespace

std::optional<RowTarget> read_row_target(std::string_view statement) {
  SqlWords words(statement);
  RowTarget target;
  const bool insert = words.accept("INSERT");
  if (!insert && !words.accept("COPY")) return std::nullopt;
  if (!(insert ? read_insert(words, target) : read_copy(words, target))) return std::nullopt;
  target.rest = words.rest();
  return target;
}

std::string first_word(std::string_view statement) {
  SqlWords words(statement);
  return words.word();
}

}  // namespace datagen
