// Foreign keys: read where they are written, resolved when all tables are known.
#include <algorithm>
#include <unordered_map>

#include "description/identifier.hpp"
#include "description/parts.hpp"

namespace datagen {
namespace {

// on_delete and on_update in any case; '_' and '-' for blanks.
std::string read_action(const MapReader& reader, std::string_view key) {
  static const std::vector<std::string>& actions = places::foreign_key().find("on_delete")->forms.front().words;
  const auto written = reader.string(key);
  if (!written) return {};
  std::string action;
  for (const char c : *written) {
    const bool blank = c == '_' || c == '-' || c == ' ' || c == '\t';
    if (blank && !action.empty() && action.back() == ' ') continue;
    action += blank ? ' ' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  // "ON DELETE CASCADE"
  const std::string clause = key == "on_delete" ? "ON DELETE " : "ON UPDATE ";
  if (action.starts_with(clause)) action.erase(0, clause.size());
  if (std::find(actions.begin(), actions.end(), action) != actions.end()) return action;
  reader.fault(*reader.get(key), "'" + std::string(key) + "' is '" + *written + "'" + did_you_mean(action, actions),
               "use CASCADE, RESTRICT, NO ACTION, SET NULL or SET DEFAULT");
  return {};
}

const Node* first_of(const MapReader& reader, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (const Node* found = reader.get(key)) return found;
  }
  return nullptr;
}

bool take_target(const Node& node, const std::string& subject, WrittenForeignKey& written, Diagnostics& diagnostics) {
  written.target_location = node.location;
  written.target = node.string;
  return require_kind(node, Node::Kind::string, "the referenced table", subject, diagnostics);
}

void take_options(const MapReader& reader, WrittenForeignKey& written, Diagnostics& diagnostics) {
  ForeignKey& key = written.key;
  key.name = read_name(reader, "name", diagnostics);
  key.on_delete = read_action(reader, "on_delete");
  key.on_update = read_action(reader, "on_update");
  key.initially_deferred = reader.boolean("initially_deferred").value_or(false);
  key.deferrable = reader.boolean("deferrable").value_or(key.initially_deferred);
  if (key.initially_deferred && !key.deferrable) {
    reader.fault(*reader.get("deferrable"), "what is initially deferred must be deferrable");
  }
  key.distribution = reader.share("distribution");
}

class Resolver {
 public:
  explicit Resolver(Reading& reading) : reading_(reading), diagnostics_(reading.diagnostics) {
    std::vector<Table>& tables = reading.description.tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
      tables_.try_emplace(QualifiedName{tables[i].schema, tables[i].name}.lookup_key(), i);
      names_.push_back(tables[i].full_name());
    }
  }

  void resolve(WrittenForeignKey& written) {
    Table& table = reading_.description.tables[written.table];
    subject_ = table.full_name();
    if (written.key.columns.size() == 1) subject_ += "." + table.columns[written.key.columns.front()].name;
    if (!find_target(written) || !find_referenced(written) || !check(table, written)) return;
    const auto same = [&written](const ForeignKey& key) {
      return key.columns == written.key.columns && key.referenced_table == written.key.referenced_table &&
             key.referenced_columns == written.key.referenced_columns;
    };
    const auto twin = std::find_if(table.foreign_keys.begin(), table.foreign_keys.end(), same);
    if (twin == table.foreign_keys.end()) {
      table.foreign_keys.push_back(written.key);
      return;
    }
    diagnostics_.warning(written.key.location, subject_, "the foreign key is described twice; the first counts",
                         "it stands at " + twin->location.text() + " already");
  }

 private:
  std::optional<std::size_t> find_table(const std::string& text) const {
    QualifiedName name;
    std::string ignored;
    if (!parse_qualified_name(text, name, ignored)) return std::nullopt;
    const auto found = tables_.find(name.lookup_key());
    return found == tables_.end() ? std::nullopt : std::optional(found->second);
  }

  bool find_target(WrittenForeignKey& written) {
    auto found = find_table(written.target);
    const std::size_t dot = written.target.rfind('.');
    if (!found && written.target_may_hold_column && dot != std::string::npos) {
      found = find_table(written.target.substr(0, dot));
      if (found) written.referenced_columns = {written.target.substr(dot + 1)};
      if (found) written.referenced_location = written.target_location;
    }
    if (!found) {
      const bool split = written.target_may_hold_column && dot != std::string::npos;
      const std::string name = split ? written.target.substr(0, dot) : written.target;
      diagnostics_.fault(written.target_location, subject_,
                         "there is no table '" + name + "' to refer to" + did_you_mean(name, names_));
      return false;
    }
    written.key.referenced_table = *found;
    return true;
  }

  bool find_referenced(WrittenForeignKey& written) {
    const Table& target = reading_.description.tables[written.key.referenced_table];
    std::vector<std::size_t>& columns = written.key.referenced_columns;
    if (written.referenced_columns.empty()) {
      const UniqueSet* key = target.primary_key();
      if (key == nullptr) {
        diagnostics_.fault(written.target_location, subject_,
                           "table '" + target.full_name() + "' has no primary key to refer to",
                           "name 'referenced_columns', or give the table a primary key");
        return false;
      }
      columns = key->columns;
      return true;
    }
    for (const std::string& name : written.referenced_columns) {
      const auto found = target.find_column(name);
      if (!found) {
        diagnostics_.fault(written.referenced_location, subject_,
                           "table '" + target.full_name() + "' has no column '" + name + "'" +
                               did_you_mean(name, column_names(target)));
        return false;
      }
      if (std::find(columns.begin(), columns.end(), *found) != columns.end()) {
        diagnostics_.fault(written.referenced_location, subject_, "column '" + name + "' is referred to twice");
        return false;
      }
      columns.push_back(*found);
    }
    return true;
  }

  bool check(const Table& table, const WrittenForeignKey& written) {
    const ForeignKey& key = written.key;
    const Table& target = reading_.description.tables[key.referenced_table];
    if (key.columns.size() != key.referenced_columns.size()) {
      diagnostics_.fault(key.location, subject_,
                         "the foreign key has " + std::to_string(key.columns.size()) + " columns, but refers to " +
                             std::to_string(key.referenced_columns.size()) + " of table '" + target.full_name() + "'");
      return false;
    }
    return check_unique(target, written) && check_types(table, target, key);
  }

  bool check_unique(const Table& target, const WrittenForeignKey& written) {
    std::vector<std::size_t> wanted = written.key.referenced_columns;
    std::sort(wanted.begin(), wanted.end());
    for (const UniqueSet& set : target.unique_sets) {
      std::vector<std::size_t> columns = set.columns;
      std::sort(columns.begin(), columns.end());
      if (!set.partial && columns == wanted) return true;
    }
    std::string names;
    for (const std::size_t column : written.key.referenced_columns) {
      names += (names.empty() ? "" : ", ") + target.columns[column].name;
    }
    diagnostics_.fault(written.target_location, subject_,
                       "'" + target.full_name() + "' has no primary key or unique constraint on (" + names + ")",
                       "a foreign key needs one, over exactly the columns that it refers to");
    return false;
  }

  bool check_types(const Table& table, const Table& target, const ForeignKey& key) {
    bool good = true;
    for (std::size_t i = 0; i < key.columns.size(); ++i) {
      const Column& from = table.columns[key.columns[i]];
      const Column& to = target.columns[key.referenced_columns[i]];
      if (from.is_generated()) {
        diagnostics_.fault(key.location, table.full_name() + "." + from.name,
                           "a generated column can not be a foreign key", "only the server knows its values");
        good = false;
      } else if (!from.type.text.empty() && !to.type.text.empty() &&
                 !comparable(from.type, to.type, reading_.description.types)) {
        diagnostics_.fault(key.location, table.full_name() + "." + from.name,
                           "type " + from.type.text + " can not refer to '" + target.full_name() + "." + to.name +
                               "' of type " + to.type.text,
                           "give both sides the same type");
        good = false;
      }
    }
    return good;
  }

  Reading& reading_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, std::size_t> tables_;
  std::vector<std::string> names_;
  std::string subject_;
};

}  // namespace

void read_foreign_key(const Node& node, std::optional<std::size_t> column, std::size_t table_index, Reading& reading) {
  const Table& table = reading.description.tables[table_index];
  Diagnostics& diagnostics = reading.diagnostics;
  const std::string subject = table.full_name() + (column ? "." + table.columns[*column].name : "");
  WrittenForeignKey written;
  written.table = table_index;
  written.key.location = node.location;
  if (column) written.key.columns = {*column};
  if (column && node.is(Node::Kind::string)) {  // references: "users.id"
    written.target_may_hold_column = true;
    if (take_target(node, subject, written, diagnostics)) reading.foreign_keys.push_back(std::move(written));
    return;
  }
  if (!require_kind(node, Node::Kind::map, "a foreign key", subject, diagnostics)) return;
  // On a column, 'columns' are those referred to; on a table, those that refer.
  const MapReader reader(node, subject, diagnostics, column ? places::reference() : places::foreign_key());
  take_options(reader, written, diagnostics);
  if (!column) {
    const Node* columns = first_of(reader, {"columns", "column"});
    if (columns == nullptr) {
      reader.fault(node, "the foreign key has no 'columns'");
      return;
    }
    const auto found = find_columns(*columns, table, subject, diagnostics);
    if (!found) return;
    written.key.columns = *found;
  }
  const Node* target = column ? first_of(reader, {"table", "referenced_table"}) : reader.get("referenced_table");
  if (target == nullptr) {
    reader.fault(node, column ? "the foreign key has no 'table'" : "the foreign key has no 'referenced_table'");
    return;
  }
  if (!take_target(*target, subject, written, diagnostics)) return;
  const Node* referenced = column ? first_of(reader, {"column", "columns", "referenced_column", "referenced_columns"})
                                  : first_of(reader, {"referenced_columns", "referenced_column"});
  written.target_may_hold_column = referenced == nullptr;
  if (referenced != nullptr) {
    const auto names = string_list(*referenced, "'referenced_columns'", subject, diagnostics);
    if (!names) return;
    written.referenced_location = referenced->location;
    for (const Node* name : *names) written.referenced_columns.push_back(name->string);
    if (!names->empty()) written.referenced_location = names->front()->location;
  }
  reading.foreign_keys.push_back(std::move(written));
}

void resolve_foreign_keys(Reading& reading) {
  Resolver resolver(reading);
  for (WrittenForeignKey& written : reading.foreign_keys) resolver.resolve(written);
}

}  // namespace datagen
