// Names of indexes: SQLite has one name space for the tables and indexes of all schemas.
#pragma once

#include <set>
#include <string>

#include "names.hpp"

namespace datagen::sqlite {

class IndexNames {
 public:
  void add_table(const std::string& name) { taken_.insert(folded(name)); }

  // The name, with a number behind it where it is taken.
  std::string unique(const std::string& name) {
    std::string result = name.starts_with("sqlite_") ? "_" + name : name;
    for (int i = 2; !taken_.insert(folded(result)).second; ++i) result = name + '_' + std::to_string(i);
    return result;
  }

 private:
  std::set<std::string> taken_;
};

}  // namespace datagen::sqlite
