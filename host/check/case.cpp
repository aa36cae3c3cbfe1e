#include "check/case.hpp"

#include <algorithm>

namespace datagen::host::check {

const std::vector<Case>& all_cases() {
  static const std::vector<Case> all = [] {
    std::vector<Case> result;
    for (const auto part : {library_cases, declaration_cases, creation_cases, lifetime_cases, host_cases, purity_cases,
                            memory_cases, value_cases, set_cases, writer_cases, sink_cases}) {
      for (const Case& one : part()) result.push_back(one);
    }
    // What others rest on comes first.
    std::stable_sort(result.begin(), result.end(), [](const Case& a, const Case& b) { return a.needs < b.needs; });
    return result;
  }();
  return all;
}

}  // namespace datagen::host::check
