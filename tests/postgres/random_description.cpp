#include "tests/postgres/random_description.hpp"

#include <array>
#include <random>
#include <string>
#include <vector>

namespace datagen::test {
namespace {

class Builder {
 public:
  explicit Builder(std::uint64_t seed) : random_(seed) {}

  Json build() {
    const std::size_t n_tables = 1 + below(6);
    for (std::size_t i = 0; i < n_tables; ++i) add_table(i);
    for (std::size_t i = 0; i < n_tables; ++i) {
      for (std::size_t n = below(3); n > 0; --n) add_reference(i);
    }
    Json description;
    description["tables"] = Json::object();
    for (Entry& table : tables_) {
      if (below(4) == 0) add_unique_set(table.json);
      description["tables"][table.name] = std::move(table.json);
    }
    return description;
  }

 private:
  struct KeyColumn {
    std::string name, type;
  };
  struct Entry {
    std::string name;
    Json json;
    std::vector<KeyColumn> key;
  };

  std::uint64_t below(std::uint64_t n) { return random_() % n; }

  template <typename Values>
  auto pick(const Values& values) {
    return values[below(values.size())];
  }

  Json key_column(const std::string& name, bool alone) {
    Json column;
    column["name"] = name;
    switch (below(alone ? 5 : 3)) {
      case 0:
        column["type"] = "integer";
        column["generator"] = "integer_range";
        column["generator_config"] = {{"min", 1}, {"max", alone ? 5000 : 60}};
        break;
      case 1:
        column["type"] = "varchar(9)";
        column["pattern"] = alone ? "[A-Z]{3}-[0-9]{3}" : "[a-f]{2}";
        break;
      case 2:
        column["type"] = "uuid";
        break;
      case 3:
        column["type"] = "serial";
        break;
      default:
        column["type"] = "bigint";
        column["identity"] = "always";
    }
    return column;
  }

  Json plain_column(const std::string& name) {
    static constexpr std::array types = {"text",        "integer", "boolean", "date",  "timestamptz", "numeric(7,3)",
                                         "varchar(12)", "uuid",    "real",    "jsonb", "bytea",       "smallint"};
    Json column;
    column["name"] = name;
    column["type"] = pick(types);
    if (below(3) == 0) {
      column["nullable"] = false;
    } else if (below(2) == 0) {
      column["null_fraction"] = pick(std::array{0.0, 0.1, 0.9, 1.0});
    }
    return column;
  }

  void add_table(std::size_t number) {
    Entry table;
    table.name = (below(4) == 0 ? "s" + std::to_string(below(2)) + "." : "") + "t" + std::to_string(number);
    table.json["columns"] = Json::array();
    const std::size_t n_key = pick(std::array<std::size_t, 5>{0, 1, 1, 2, 3});
    for (std::size_t i = 0; i < n_key; ++i) {
      const std::string name = "k" + std::to_string(i);
      Json column = key_column(name, n_key == 1);
      std::string type = column["type"];
      if (type == "serial") type = "integer";
      table.key.push_back({name, type});
      table.json["columns"].push_back(std::move(column));
      table.json["primary_key"].push_back(name);
    }
    for (std::size_t i = n_key == 0 ? 1 : 0; i < 1 + below(5); ++i) {
      table.json["columns"].push_back(plain_column("c" + std::to_string(i)));
    }
    if (table.json["columns"].empty()) table.json["columns"].push_back(plain_column("c0"));
    table.json["row_count"] = pick(std::array<std::uint64_t, 8>{0, 1, 2, 17, 99, 100, 101, 1234});
    tables_.push_back(std::move(table));
  }

  void add_reference(std::size_t from) {
    const std::size_t to = below(tables_.size());  // itself and later ones too: trees and cycles
    if (tables_[to].key.empty()) return;
    Json& table = tables_[from].json;
    Json reference;
    reference["referenced_table"] = tables_[to].name;
    const bool not_null = below(2) == 0;
    const std::string prefix = "r" + std::to_string(++n_references_) + "_";
    for (const KeyColumn& key : tables_[to].key) {
      reference["columns"].push_back(prefix + key.name);
      table["columns"].push_back({{"name", prefix + key.name}, {"type", key.type}, {"nullable", !not_null}});
      if (!not_null) table["columns"].back()["null_fraction"] = 0.2;
    }
    if (below(3) == 0) reference["deferrable"] = true;
    // A part of the key, perhaps of a junction table.
    if (not_null && below(3) == 0) {
      table["unique_constraints"].push_back({{"columns", reference["columns"]}});
    }
    if (below(3) == 0) reference["distribution"] = {{"type", "zipf"}, {"alpha", 1.2}};
    if (table.contains("unique_constraints")) reference.erase("distribution");
    table["foreign_keys"].push_back(std::move(reference));
  }

  void add_unique_set(Json& table) {
    const Json& columns = table["columns"];
    Json set = Json::array();
    for (const Json& column : columns) {
      if (column["type"] != "jsonb" && below(2) == 0) set.push_back(column["name"]);
    }
    if (set.empty()) return;
    table["unique_constraints"].push_back({{"columns", set}});
  }

  std::mt19937_64 random_;
  std::vector<Entry> tables_;
  int n_references_ = 0;
};

}  // namespace

Json random_description(std::uint64_t seed) { return Builder(seed).build(); }

}  // namespace datagen::test
