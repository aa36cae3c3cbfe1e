// Names that may not come twice.  Tables, sequences, indexes and composite types share one name space in each schema;
// types and tables another; the constraints of one table a third.
#include <string>
#include <unordered_map>

#include "description/identifier.hpp"
#include "description/parts.hpp"

namespace datagen {
namespace {

struct Place {
  std::string what;
  Location location;
};

class NameSpace {
 public:
  NameSpace(std::string what, Diagnostics& diagnostics) : what_(std::move(what)), diagnostics_(diagnostics) {}

  void add(const QualifiedName& name, const std::string& what, const Location& location) {
    const auto [found, fresh] = claim(name, what, location);
    if (fresh) return;
    const Place& first = found->second;
    std::string hint = first.location.known() ? "the " + first.what + " stands at " + first.location.text() : "";
    diagnostics_.fault(location, {}, what + " '" + name.text() + "' has the name of another " + what_, std::move(hint));
  }

  // As add, without a report: for names whose clashes are reported elsewhere.
  auto claim(const QualifiedName& name, const std::string& what, const Location& location)
      -> std::pair<std::unordered_map<std::string, Place>::iterator, bool> {
    return seen_.try_emplace(name.lookup_key(), Place{what, location});
  }

 private:
  std::string what_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, Place> seen_;
};

void add_table(const Table& table, NameSpace& relations, Diagnostics& diagnostics) {
  relations.add({table.schema, table.name}, "table", table.location);
  NameSpace constraints("constraint of table " + table.full_name(), diagnostics);
  for (const UniqueSet& set : table.unique_sets) {
    if (set.name.empty() || set.kind == UniqueSet::Kind::index) continue;
    relations.add({table.schema, set.name}, "constraint", set.location);
    constraints.add({{}, set.name}, "constraint", set.location);
  }
  for (const Index& index : table.indexes) {
    if (!index.name.empty()) relations.add({table.schema, index.name}, "index", index.location);
  }
  for (const Check& check : table.checks) {
    if (!check.name.empty()) constraints.add({{}, check.name}, "check", check.location);
  }
  for (const ForeignKey& key : table.foreign_keys) {
    if (!key.name.empty()) constraints.add({{}, key.name}, "foreign key", key.location);
  }
}

}  // namespace

void check_names(const Description& description, Diagnostics& diagnostics) {
  NameSpace relations("table, sequence, index or composite type of its schema", diagnostics);
  NameSpace types("type or table of its schema", diagnostics);
  for (const Table& table : description.tables) {
    add_table(table, relations, diagnostics);
    types.claim({table.schema, table.name}, "table", table.location);
  }
  for (const Sequence& sequence : description.sequences) {
    relations.add({sequence.schema, sequence.name}, "sequence", sequence.location);
  }
  for (const CustomType& type : description.types) {
    types.add({type.schema, type.name}, "type", type.location);
    if (type.kind == CustomType::Kind::composite) relations.add({type.schema, type.name}, "type", type.location);
  }
}

}  // namespace datagen
