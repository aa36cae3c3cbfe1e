#include "plan/parse_tree.hpp"

#include <pg_query.h>

#include <charconv>
#include <string_view>
#include <utility>
#include <vector>

namespace datagen {

namespace {

using Json = nlohmann::json;

// libpg_query's JSON leaves out the value of an integer that is not positive: it is read from the text, at its place.
std::optional<std::int64_t> written_integer(std::string_view text) {
  bool negative = false;
  while (!text.empty() && std::string_view("-+( ").find(text[0]) != std::string_view::npos) {
    negative = negative != (text[0] == '-');
    text.remove_prefix(1);
  }
  std::int64_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || (end != text.data() + text.size() && (*end == '.' || *end == 'e' || *end == 'E')))
    return std::nullopt;
  return negative ? -value : value;
}

void restore_integers(Json& root, std::string_view sql) {
  std::vector<Json*> pending{&root};
  while (!pending.empty()) {
    Json& node = *pending.back();
    pending.pop_back();
    if (!node.is_structured()) continue;
    if (node.is_object() && node.contains("ival") && node.at("ival").is_object() && node.at("ival").empty()) {
      std::size_t place = node.value("location", std::size_t{0});
      auto value = place < sql.size() ? written_integer(sql.substr(place)) : std::nullopt;
      if (value)
        node["ival"]["ival"] = *value;
      else
        node.erase("ival");
    }
    for (auto& item : node) pending.push_back(&item);
  }
}

}  // namespace

std::optional<Json> parse_tree(const std::string& expression) {
  const std::string sql = "SELECT " + expression;
  const PgQueryParseResult parsed = pg_query_parse(sql.c_str());
  Json tree = parsed.error == nullptr ? Json::parse(parsed.parse_tree, nullptr, false) : Json(Json::value_t::discarded);
  pg_query_free_parse_result(parsed);
  if (tree.is_discarded()) return std::nullopt;
  restore_integers(tree, sql);
  try {
    // Moved, for a copy of a deep tree would overflow the stack.
    return std::move(
        tree.at("stmts").at(0).at("stmt").at("SelectStmt").at("targetList").at(0).at("ResTarget").at("val"));
  } catch (const Json::exception&) {  // a statement of another shape
    return std::nullopt;
  }
}

}  // namespace datagen
