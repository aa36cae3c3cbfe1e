#include "plan/names.hpp"

namespace datagen {

namespace {
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_word(char c) { return is_upper(c) || is_lower(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }
}  // namespace

std::string normalized_name(std::string_view name) {
  std::string result;
  for (std::size_t i = 0; i < name.size(); ++i) {
    char c = name[i];
    if (!is_word(c)) {
      if (!result.empty() && result.back() != '_') result.push_back('_');
      continue;
    }
    // A new word begins at fooBar's B, and at URLPath's P.
    bool after_lower = i > 0 && (is_lower(name[i - 1]) || is_digit(name[i - 1]));
    bool before_lower = i > 0 && is_upper(name[i - 1]) && i + 1 < name.size() && is_lower(name[i + 1]);
    if (is_upper(c) && (after_lower || before_lower) && !result.empty() && result.back() != '_') result.push_back('_');
    result.push_back(to_lower(c));
  }
  while (!result.empty() && result.back() == '_') result.pop_back();
  return result;
}

std::string singular_name(std::string_view normalized) {
  std::string name(normalized);
  auto ends = [&](std::string_view tail) { return name.size() > tail.size() + 1 && name.ends_with(tail); };
  if (ends("ies"))
    name.replace(name.size() - 3, 3, "y");
  else if (ends("sses") || ends("shes") || ends("ches") || ends("xes"))
    name.resize(name.size() - 2);
  else if (name == "people" || ends("_people"))
    name.replace(name.size() - 6, 6, "person");
  else if (ends("s") && !ends("ss") && !ends("us") && !ends("is"))
    name.pop_back();
  return name;
}

bool ends_with_words(std::string_view name, std::string_view suffix, std::string_view& prefix) {
  if (!name.ends_with(suffix)) return false;
  std::size_t before = name.size() - suffix.size();
  if (before > 0 && name[before - 1] != '_') return false;
  prefix = name.substr(0, before);
  return true;
}

}  // namespace datagen
