#include "tests/abi/declarations.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <sstream>

namespace datagen::test {
namespace {

// Comments and preprocessor lines become spaces.
std::string code_of(std::string_view header) {
  std::string text;
  for (std::size_t at = 0; at < header.size();) {
    if (header.substr(at, 2) == "/*") {
      const std::size_t end = header.find("*/", at + 2);
      at = end == std::string_view::npos ? header.size() : end + 2;
      text += ' ';
    } else {
      text += header[at++];
    }
  }
  std::istringstream lines(text);
  std::string code;
  bool continued = false;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t first = line.find_first_not_of(" \t");
    const bool directive = continued || (first != std::string::npos && line[first] == '#');
    continued = directive && !line.empty() && line.back() == '\\';
    if (!directive) code += line + '\n';
  }
  return code;
}

// One space between words; none beside punctuation.
std::string plain(std::string_view text) {
  const auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; };
  std::string result;
  bool space = false;
  for (const char c : text) {
    if (std::isspace(static_cast<unsigned char>(c)) != 0) {
      space = true;
      continue;
    }
    if (space && !result.empty() && is_word(result.back()) && is_word(c)) result += ' ';
    result += c;
    space = false;
  }
  return result;
}

// Parts that end in a separator outside of brackets.
std::vector<std::string> parts(std::string_view text, char separator) {
  std::vector<std::string> result;
  std::string part;
  int depth = 0;
  for (const char c : text) {
    if (c == '{' || c == '(') ++depth;
    if (c == '}' || c == ')') --depth;
    if (c == separator && depth == 0) {
      result.push_back(plain(part));
      part.clear();
    } else {
      part += c;
    }
  }
  if (!plain(part).empty()) result.push_back(plain(part));
  return result;
}

void add_enumerators(const std::string& body, Declarations& result) {
  for (const std::string& one : parts(body, ',')) {
    const std::size_t equals = one.find('=');
    result.enumerators[one.substr(0, equals)] = equals == std::string::npos ? "" : one.substr(equals + 1);
  }
}

const std::set<std::string>& frozen() {
  static const std::set<std::string> names{"ArrowSchema",   "ArrowArray",     "datagen_str",
                                           "datagen_value", "datagen_buffer", "datagen_key"};
  return names;
}

}  // namespace

Declarations declarations(std::string_view header) {
  Declarations result;
  std::string code = code_of(header);
  // The braces of extern "C" are within #ifdef, so the code is a list of declarations.
  const std::size_t linkage = code.find("extern \"C\" {");
  if (linkage != std::string::npos) {
    code.erase(linkage, 12);
    code.erase(code.rfind('}'), 1);
  }
  for (const std::string& one : parts(code, ';')) {
    const std::size_t open = one.find('{');
    const std::size_t close = one.rfind('}');
    const bool is_enum = one.starts_with("enum{");
    const std::size_t word = one.find("struct ");
    if (open == std::string::npos || (!is_enum && word > open)) {
      result.others.push_back(one);
    } else if (is_enum) {
      add_enumerators(one.substr(open + 1, close - open - 1), result);
    } else {
      result.structs[one.substr(word + 7, open - word - 7)] = parts(one.substr(open + 1, close - open - 1), ';');
    }
  }
  return result;
}

std::vector<std::string> incompatibilities(const Declarations& before, const Declarations& after) {
  std::vector<std::string> faults;
  for (const auto& [name, fields] : before.structs) {
    const auto now = after.structs.find(name);
    if (now == after.structs.end()) {
      faults.push_back("struct " + name + " is gone");
      continue;
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const std::string other = i < now->second.size() ? now->second[i] : "nothing";
      if (other != fields[i]) faults.push_back("struct " + name + ": was '" + fields[i] + "', is '" + other + "'");
    }
    if (now->second.size() > fields.size() && frozen().contains(name)) {
      faults.push_back("struct " + name + " is frozen, but has another field");
    }
  }
  for (const auto& [name, value] : before.enumerators) {
    const auto now = after.enumerators.find(name);
    if (now == after.enumerators.end()) {
      faults.push_back("enumerator " + name + " is gone");
    } else if (now->second != value) {
      faults.push_back("enumerator " + name + ": was " + value + ", is " + now->second);
    }
  }
  for (const std::string& one : before.others) {
    if (std::find(after.others.begin(), after.others.end(), one) == after.others.end()) {
      faults.push_back("'" + one + "' is gone");
    }
  }
  return faults;
}

}  // namespace datagen::test
