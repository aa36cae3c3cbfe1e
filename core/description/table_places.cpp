// Tables and what hangs on them: see places.hpp.
#include "description/places.hpp"

namespace datagen::places {

using namespace forms;

namespace {

const std::vector<std::string>& actions() {
  static const std::vector<std::string> words = {"CASCADE", "RESTRICT", "NO ACTION", "SET NULL", "SET DEFAULT"};
  return words;
}

Key action(const char* name, const char* clause) {
  return key(name, {choice(actions()), any_case(actions(), clause)},
             std::string("What happens to this row: ") + clause + ".");
}

// What both ways of writing a foreign key have.
std::vector<Key> foreign_key_options() {
  return {
      action("on_delete", "ON DELETE"),
      action("on_update", "ON UPDATE"),
      key("name", {text()}, "The constraint's name."),
      key("deferrable", {flag()}, "Whether its check can wait for the transaction's end."),
      key("initially_deferred", {flag()}, "Whether it waits by default."),
      key("distribution", distribution_forms(reference_distribution), "How children spread over parents."),
  };
}

Place with_options(Place place) {
  for (Key& option : foreign_key_options()) place.keys.push_back(std::move(option));
  return place;
}

}  // namespace

const Place& table() {
  static const Place place{
      "table",
      "A table.",
      {
          required(key("columns", {names({of(column), named(Form::Kind::type)}), list({of(column)})},
                       "Its columns, in order: a map from name to column, or a list of columns with names.")),
          key("row_count",
              {whole(0, INT64_MAX), other(text("^[0-9][0-9,_ ]*(\\.[0-9]+)?([eE]\\+?[0-9]+)? *[kKmMbB]?$"))},
              "Rows to generate; by default the run's, 1000.", {"rows", "num_rows", "count"}),
          key("primary_key", {list({text()}), text(), of(primary_key)}, "The columns of its primary key."),
          key("foreign_keys", {list({of(foreign_key)}), other(names({of(foreign_key), text()}))},
              "Foreign keys: composite, to its own table, or in circles."),
          key("unique_constraints",
              {list({of(unique_constraint), list({text()}), text()}),
               other(names({of(unique_constraint), list({text()}), text()}))},
              "Sets of columns whose values do not repeat.", {"unique", "uniques"}),
          key("check_constraints", {list({text(), of(check_constraint)}), other(names({text(), of(check_constraint)}))},
              "Conditions that every row meets.", {"checks"}),
          key("indexes", {list({of(index), list({text()}), text()}), other(names({of(index), list({text()}), text()}))},
              "Indexes.", {"indices"}),
          key("comment", {text()}, "The table's comment in the database.", {"description"}),
          key("locale", {text()}, "Word lists of its columns, such as de_DE."),
          accepted("name", {text()}, "Its name, in a list of tables."),
      }};
  return place;
}

const Place& primary_key() {
  static const Place place{
      "primary_key",
      "A primary key.",
      {required(key("columns", column_list(), "Its columns.")), key("name", {text()}, "The constraint's name.")}};
  return place;
}

const Place& unique_constraint() {
  static const Place place{"unique_constraint",
                           "A set of columns whose values do not repeat.",
                           {
                               key("columns", column_list(), "Its columns."),
                               accepted("column", column_list(), "As columns."),
                               key("name", {text()}, "The constraint's name."),
                               key("nulls_not_distinct", {flag()}, "Whether nulls count as equal."),
                           }};
  return place;
}

const Place& check_constraint() {
  static const Place place{"check_constraint",
                           "A condition that every row meets.",
                           {
                               required(key("expression", {text()}, "An SQL expression over columns.",
                                            {"check", "condition", "constraint"})),
                               key("name", {text()}, "The constraint's name."),
                           }};
  return place;
}

const Place& index() {
  static const std::vector<std::string> methods = {"btree", "hash", "gin", "gist", "brin", "spgist"};
  static const Place place{
      "index",
      "An index.",
      {
          key("columns", column_list(), "Columns, or what CREATE INDEX takes: created_at DESC, lower(email)."),
          accepted("column", column_list(), "As columns."),
          key("name", {text()}, "Its name."),
          key("type", {choice(methods), any_case(methods)}, "Its access method; by default btree."),
          accepted("method", {choice(methods), any_case(methods)}, "As type."),
          key("unique", {flag()}, "Whether values may not repeat."),
          key("where", {text()}, "The condition of a partial index."),
          key("include", column_list(), "Columns that it carries along."),
      }};
  return place;
}

const Place& foreign_key() {
  static const Place place =
      with_options({"foreign_key",
                    "A foreign key.",
                    {
                        key("columns", column_list(), "Its columns in this table."),
                        accepted("column", column_list(), "As columns."),
                        key("referenced_table", {text(), other(of(reference))}, "The table that it refers to.",
                            {"table", "ref_table", "references_table", "foreign_table", "target_table", "references"}),
                        key("referenced_columns", column_list(), "Columns of that table; by default its primary key.",
                            {"ref_columns", "ref_column", "references_columns", "references_column", "foreign_columns",
                             "foreign_column", "target_columns", "target_column"}),
                        accepted("referenced_column", column_list(), "As referenced_columns."),
                    }});
  return place;
}

// On a column, 'columns' are those referred to.
const Place& reference() {
  static const Place place = with_options({"reference",
                                           "What a column refers to.",
                                           {
                                               key("table", {text()}, "The table, or table.column."),
                                               key("column", column_list(), "Its column; by default its primary key."),
                                               accepted("columns", column_list(), "As column."),
                                               accepted("referenced_table", {text()}, "As table."),
                                               accepted("referenced_column", column_list(), "As column."),
                                               accepted("referenced_columns", column_list(), "As column."),
                                           }});
  return place;
}

}  // namespace datagen::places
