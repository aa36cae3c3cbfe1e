// What a header of the plugin ABI declares, as text, so that two versions can be compared: layouts alone do not show
// that two parameters of a function have changed places.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace datagen::test {

struct Declarations {
  std::map<std::string, std::vector<std::string>> structs;  // fields as written, one space between words
  std::map<std::string, std::string> enumerators;           // name -> value as written
  std::vector<std::string> others;                          // typedefs and functions
};

[[nodiscard]] Declarations declarations(std::string_view header);

// Why a plugin that was compiled against `before` may not work with a host that was compiled against `after`; empty if
// it does.  Structs may have more fields at the end, except the frozen ones; everything else may be added, not changed.
[[nodiscard]] std::vector<std::string> incompatibilities(const Declarations& before, const Declarations& after);

}  // namespace datagen::test
