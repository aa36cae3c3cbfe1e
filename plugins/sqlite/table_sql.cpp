#include "table_sql.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "datagen/error.hpp"
#include "expression.hpp"
#include "names.hpp"

namespace datagen::sqlite {
namespace {

constexpr std::uint32_t kNumbered =
    DATAGEN_COLUMN_SERIAL | DATAGEN_COLUMN_IDENTITY_ALWAYS | DATAGEN_COLUMN_IDENTITY_DEFAULT;

ColumnLookup lookup(const TableFacts& table) {
  return [&table](std::string_view name) -> const ColumnType* {
    const ColumnFacts* const column = table.find(name);
    return column != nullptr && column->kept ? &column->type : nullptr;
  };
}

// Whether the default takes the next number of a sequence.
bool is_numbered(const datagen_column_definition& column) {
  return (column.flags & kNumbered) != 0 || (column.default_expression != nullptr &&
                                             folded(column.default_expression).find("nextval(") != std::string::npos);
}

// As lines before what they tell of; SQLite keeps them in the text of the table.
std::string comment_lines(const char* comment) {
  if (comment == nullptr) return "";
  std::string lines = "  -- ";
  for (const char* c = comment; *c != '\0'; ++c) {
    lines += *c;
    if (*c == '\n') lines += "  -- ";
  }
  return lines + '\n';
}

class TableMaker {
 public:
  TableMaker(const TableFacts& table, const AllTables& all, bool strict, std::vector<std::string>& left_out)
      : table_(table), all_(all), strict_(strict), left_out_(left_out) {
    find_row_number();
  }

  TableSql make() {
    for (const ColumnFacts& column : table_.columns)
      if (column.kept) add_column(column);
    for_each(DATAGEN_PRIMARY_KEY, [&](const datagen_constraint& key) { add_key(key, "PRIMARY KEY"); });
    for_each(DATAGEN_UNIQUE, [&](const datagen_constraint& key) { add_key(key, "UNIQUE"); });
    for_each(DATAGEN_CHECK, [&](const datagen_constraint& check) { add_check(check); });
    for_each(DATAGEN_FOREIGN_KEY, [&](const datagen_constraint& key) { add_foreign_key(key); });
    result_.name = table_.name;
    result_.create = statement(true);
    result_.create_to_load = statement(false);
    return std::move(result_);
  }

 private:
  struct Part {
    std::string before;  // lines of comment
    std::string sql;
    bool is_key = false;
  };

  template <class Function>
  void for_each(std::uint32_t kind, Function function) {
    const datagen_table_definition& table = *table_.definition;
    for (std::uint32_t i = 0; i < table.n_constraints; ++i)
      if (table.constraints[i]->kind == kind) function(*table.constraints[i]);
  }

  std::string statement(bool with_keys) const {
    std::string body;
    const Part* last = nullptr;
    for (const Part& part : parts_)
      if (with_keys || !part.is_key) last = &part;
    for (const Part& part : parts_)
      if (with_keys || !part.is_key) body += part.before + "  " + part.sql + (&part == last ? "\n" : ",\n");
    return "CREATE TABLE " + quoted(table_.name) + " (\n" + comment_lines(table_.definition->comment) + body + ')' +
           (strict_ ? " STRICT" : "");
  }

  void leave_out(const std::string& what, const std::string& reason) {
    left_out_.push_back(table_.name + what + " is left out: " + reason);
  }
  static std::string named(const datagen_constraint& constraint) {
    return constraint.name == nullptr ? "" : "CONSTRAINT " + quoted(constraint.name) + ' ';
  }

  // A primary key of one whole number is SQLite's own number of the row.
  void find_row_number() {
    for_each(DATAGEN_PRIMARY_KEY, [&](const datagen_constraint& key) {
      for (std::uint32_t i = 0; i < key.n_columns; ++i) key_columns_.insert(key.columns[i]);
      if (key.n_columns != 1) return;
      const ColumnFacts* const column = table_.find(key.columns[0]);
      if (column->type.kind == ValueKind::integer && column->definition->generated_expression == nullptr)
        row_number_ = column;
    });
  }

  void add_column(const ColumnFacts& column) {
    const datagen_column_definition& definition = *column.definition;
    const ColumnType& type = column.type;
    const bool is_row_number = &column == row_number_;
    std::string sql = quoted(definition.name);
    const std::string declared = is_row_number ? "INTEGER" : strict_ ? type.strict : type.declared;
    if (!declared.empty()) sql += ' ' + declared;
    if (is_row_number) {
      sql += " PRIMARY KEY";
      if (is_numbered(definition)) sql += " AUTOINCREMENT";
    }
    if ((definition.flags & DATAGEN_COLUMN_NOT_NULL) != 0 || key_columns_.contains(definition.name)) sql += " NOT NULL";
    if (!column.generated.empty()) sql += " GENERATED ALWAYS AS (" + column.generated + ") STORED";
    if (!is_row_number) sql += default_of(column);
    sql += type_check(column);
    for (const char* check : type.domain_checks) sql += domain_check(column, check);
    parts_.push_back({comment_lines(definition.comment), sql});
  }

  std::string default_of(const ColumnFacts& column) {
    const datagen_column_definition& definition = *column.definition;
    const std::string what = '.' + std::string(definition.name) + ": the default";
    if (is_numbered(definition)) {
      leave_out(what, "SQLite numbers the rows of a primary key only");
      return "";
    }
    if (definition.default_expression == nullptr || definition.generated_expression != nullptr) return "";
    const ExpressionContext context{Use::default_value, [](std::string_view) { return nullptr; }, &column.type,
                                    std::nullopt};
    const Translation translation = translate(definition.default_expression, context);
    if (!translation.sql.empty()) return " DEFAULT (" + translation.sql + ')';
    leave_out(what, translation.reason);
    return "";
  }

  // What the type itself demands, which generated values keep.
  std::string type_check(const ColumnFacts& column) const {
    const std::string name = quoted(column.definition->name);
    const ColumnType& type = column.type;
    if (type.kind == ValueKind::boolean) return " CHECK (" + name + " IN (0, 1))";
    if (type.max_length != 0) return " CHECK (length(" + name + ") <= " + std::to_string(type.max_length) + ')';
    if (type.enumeration == nullptr) return "";
    std::string labels;
    for (std::uint32_t i = 0; i < type.enumeration->n_labels; ++i)
      labels += (i == 0 ? "" : ", ") + literal(type.enumeration->labels[i]);
    return " CHECK (" + name + " IN (" + labels + "))";
  }

  std::string domain_check(const ColumnFacts& column, const char* expression) {
    const std::string name = column.definition->name;
    const ExpressionContext context{Use::check, lookup(table_), nullptr, name};
    const Translation translation = translate(expression, context);
    if (translation.sql.empty()) {
      leave_out('.' + name + ": the check of its domain", translation.reason);
      return "";
    }
    result_.checks.push_back({"the check of the domain of " + table_.name + '.' + name, translation.sql});
    return " CHECK (" + translation.sql + ')';
  }

  void add_key(const datagen_constraint& key, const std::string& kind) {
    const std::string what = ": " + folded(kind) + " (" + quoted_list(key.columns, key.n_columns) + ')';
    if (!table_.has(key.columns, key.n_columns)) return leave_out(what, "one of its columns is left out");
    if ((key.flags & DATAGEN_CONSTRAINT_NULLS_NOT_DISTINCT) != 0)
      left_out_.push_back(table_.name + what + ": nulls are distinct in SQLite");
    if ((key.flags & DATAGEN_CONSTRAINT_DEFERRABLE) != 0)
      left_out_.push_back(table_.name + what + ": SQLite checks it at once, it is not deferrable");
    if (row_number_ != nullptr && kind == "PRIMARY KEY") return;
    const std::string columns = quoted_list(key.columns, key.n_columns);
    // The second of the same columns would have no index of its own.
    if (std::find(result_.keys.begin(), result_.keys.end(), columns) != result_.keys.end()) return;
    result_.keys.push_back(columns);
    parts_.push_back({"", named(key) + kind + " (" + columns + ')', true});
  }

  void add_check(const datagen_constraint& check) {
    const std::string name = check.name == nullptr ? std::string("CHECK (") + check.expression + ')' : check.name;
    const ExpressionContext context{Use::check, lookup(table_), nullptr, std::nullopt};
    const Translation translation = translate(check.expression, context);
    if (translation.sql.empty()) return leave_out(": " + name, translation.reason);
    result_.checks.push_back({table_.name + ": " + name, translation.sql});
    parts_.push_back({"", named(check) + "CHECK (" + translation.sql + ')'});
  }

  void add_foreign_key(const datagen_constraint& key) {
    const std::string parent = table_name(key.referenced_schema, key.referenced_table);
    const std::string what = ": foreign key (" + quoted_list(key.columns, key.n_columns) + ") to " + parent;
    const auto found = all_.find(parent);
    if (!table_.has(key.columns, key.n_columns) ||
        (found != all_.end() && !found->second.has(key.referenced_columns, key.n_columns)))
      return leave_out(what, "one of its columns is left out");
    std::string sql = named(key) + "FOREIGN KEY (" + quoted_list(key.columns, key.n_columns) + ") REFERENCES " +
                      quoted(parent) + " (" + quoted_list(key.referenced_columns, key.n_columns) + ')';
    const auto add_action = [&](const char* when, const char* action) {
      if (action == nullptr) return;
      if (std::string_view(action).find('(') != std::string_view::npos)
        return leave_out(what + when + action, "SQLite sets all of its columns or none");
      sql += when + std::string(action);
    };
    add_action(" ON UPDATE ", key.on_update);
    add_action(" ON DELETE ", key.on_delete);
    if ((key.flags & DATAGEN_CONSTRAINT_INITIALLY_DEFERRED) != 0)
      sql += " DEFERRABLE INITIALLY DEFERRED";
    else if ((key.flags & DATAGEN_CONSTRAINT_DEFERRABLE) != 0)
      sql += " DEFERRABLE";
    parts_.push_back({"", sql});
  }

  const TableFacts& table_;
  const AllTables& all_;
  bool strict_;
  std::vector<std::string>& left_out_;
  const ColumnFacts* row_number_ = nullptr;
  std::set<std::string> key_columns_;
  std::vector<Part> parts_;
  TableSql result_;
};

void check_names(const datagen_table_definition& table, const std::string& name) {
  if (folded(name).starts_with("sqlite_"))
    throw sdk::PluginError(DATAGEN_UNSUPPORTED,
                           "SQLite keeps names that begin with sqlite_ for itself: rename the table " + name);
  std::set<std::string> seen;
  for (std::uint32_t i = 0; i < table.n_columns; ++i)
    if (!seen.insert(folded(table.columns[i]->name)).second)
      throw sdk::PluginError(DATAGEN_UNSUPPORTED, "SQLite takes two columns of " + name + " named " +
                                                      quoted(table.columns[i]->name) +
                                                      " for one, as it folds capitals: rename one");
}

}  // namespace

const ColumnFacts* TableFacts::find(std::string_view column) const {
  for (const ColumnFacts& one : columns)
    if (column == one.definition->name) return &one;
  return nullptr;
}

bool TableFacts::has(const char* const* names, std::uint32_t count) const {
  return std::all_of(names, names + count, [&](const char* each) {
    const ColumnFacts* const column = find(each);
    return column != nullptr && column->kept;
  });
}

TableFacts table_facts(const datagen_database& database, const datagen_table_definition& table,
                       std::vector<std::string>& left_out) {
  TableFacts facts{&table, table_name(table.schema, table.name), {}, true};
  check_names(table, facts.name);
  for (std::uint32_t i = 0; i < table.n_columns; ++i)
    facts.columns.push_back({table.columns[i], column_type(database, table.columns[i]->type), "", true});
  bool any = false;
  for (ColumnFacts& column : facts.columns) {
    if (column.definition->generated_expression == nullptr) {
      any = true;
      continue;
    }
    const ExpressionContext context{Use::generated, lookup(facts), &column.type, std::nullopt};
    const Translation translation = translate(column.definition->generated_expression, context);
    column.generated = translation.sql;
    column.kept = !translation.sql.empty();
    if (!column.kept)
      left_out.push_back(facts.name + '.' + column.definition->name +
                         " is left out, a generated column: " + translation.reason);
  }
  facts.kept = any;
  if (!any) left_out.push_back(facts.name + " is left out: SQLite has no tables without a column of their own");
  return facts;
}

TableSql table_sql(const TableFacts& table, const AllTables& all, bool strict, std::vector<std::string>& left_out) {
  return TableMaker(table, all, strict, left_out).make();
}

std::vector<std::string> index_sql(const TableFacts& table, IndexNames& names, std::vector<std::string>& left_out) {
  std::vector<std::string> result;
  const ColumnLookup columns = lookup(table);
  for (std::uint32_t i = 0; i < table.definition->n_indexes; ++i) {
    const datagen_index& index = *table.definition->indexes[i];
    const bool is_unique = (index.flags & DATAGEN_INDEX_UNIQUE) != 0;
    std::string default_name = table.name, elements, reason;
    for (std::uint32_t j = 0; j < index.n_columns; ++j) default_name += '_' + std::string(index.columns[j]);
    const std::string wanted = index.name == nullptr ? default_name + "_idx" : index.name;
    const std::string_view method = index.method == nullptr ? "btree" : index.method;
    if (method != "btree" && method != "hash" && method != "brin")
      reason = "SQLite has no indexes of the kind " + std::string(method);
    const std::uint32_t count = index.n_elements == 0 ? index.n_columns : index.n_elements;
    for (std::uint32_t j = 0; j < count && reason.empty(); ++j) {
      const IndexElement element =
          translate_index_element(index.n_elements == 0 ? quoted(index.columns[j]) : index.elements[j], columns);
      reason = element.reason;
      elements += (j == 0 ? "" : ", ") + element.sql;
    }
    // In an index that is not unique, a further column is as good as one of INCLUDE.
    if (!is_unique && reason.empty() && table.has(index.included, index.n_included) && index.n_included > 0)
      elements += ", " + quoted_list(index.included, index.n_included);
    std::string where;
    if (index.where != nullptr && reason.empty()) {
      const ExpressionContext context{Use::index, columns, nullptr, std::nullopt};
      const Translation translation = translate(index.where, context);
      if (!translation.sql.empty())
        where = " WHERE " + translation.sql;
      else if (is_unique)
        reason = translation.reason;
      else
        left_out.push_back(table.name + ": the condition of the index " + wanted +
                           " is left out: " + translation.reason);
    }
    if (!reason.empty()) {
      left_out.push_back(table.name + ": the index " + wanted + " is left out: " + reason);
      continue;
    }
    result.push_back("CREATE " + std::string(is_unique ? "UNIQUE " : "") + "INDEX " + quoted(names.unique(wanted)) +
                     " ON " + quoted(table.name) + " (" + elements + ')' + where);
  }
  return result;
}

}  // namespace datagen::sqlite
