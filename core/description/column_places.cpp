// Columns: see places.hpp.
#include "description/places.hpp"

namespace datagen::places {

using namespace forms;

namespace {

// "20%", "0.2"
Form number_text() { return other(text("^ *[+-]?[0-9.]+([eE][+-]?[0-9]+)? *%?$")); }

std::vector<Form> branch_forms() { return {value(), null(), of(branch)}; }

Key whole_or_text(const char* name, const char* doc, std::vector<std::string> other_names = {}) {
  return respelled(name, {number(), number_text()}, doc, std::move(other_names));
}

}  // namespace

const Place& column() {
  static const std::vector<std::string> identities = {"always", "by default"};
  static const std::vector<Form> references = {text(), of(reference)};
  static const std::vector<Form> distributions = [] {
    std::vector<Form> made = distribution_forms(column_distribution);
    made.push_back(of(reference_distribution));
    return made;
  }();
  static const Place place{
      "column",
      "A column.",
      {
          key("name", {text()}, "Its name, in a list of columns."),
          required(key("type", {named(Form::Kind::type)},
                       "Any PostgreSQL type by any of its names, an array of one (text[]), or one of custom_types.",
                       {"data_type"})),
          key("nullable", lenient_flag(),
              "Whether it takes nulls: true unless it is in the primary key, serial or an identity.", {"is_nullable"}),
          key("null_fraction", {number(0, 1), number_text()}, "How many of its values are null, from 0 to 1.",
              {"null_probability", "null_rate", "null_ratio"}),
          key("default", {anything()}, "An SQL expression, or a plain value.", {"default_value"}),
          key("unique", lenient_flag(), "Whether its values do not repeat.", {"is_unique"}),
          key("primary_key", lenient_flag(), "Whether it is the primary key, or in it.", {"pk", "is_primary_key"}),
          key("references", references, "What it refers to: table.column."),
          accepted("foreign_key", references, "As references."),
          key("identity", {choice(identities), any_case(identities)}, "Whether it is an identity column."),
          key("generated", {text()}, "The SQL expression of a stored generated column, which the server computes."),
          key("check", {text(), of(check_constraint)}, "A condition that its values meet."),
          key("generator", {named(Form::Kind::generator), other(of(named_generator))}, "What makes its values."),
          key("generator_config", {named(Form::Kind::options)}, "Options of its generator.",
              {"generator_options", "generator_params"}),
          key("pattern", {text(), of(text_pattern)}, "A regular expression that its values match."),
          key("distribution", distributions, "How often each value comes; on a foreign key, how children spread."),
          key("rules", {list({of(rule)}), other(of(rule))},
              "Values that depend on other columns of the row: the first rule that applies decides."),
          key("comment", {text()}, "The column's comment in the database.", {"description"}),
          key("locale", {text()}, "Word lists of its values, such as de_DE."),
          respelled("not_null", lenient_flag(), "The contrary of nullable.", {"required"}),
          respelled("auto_increment", lenient_flag(), "identity: by default.", {"autoincrement"}),
          whole_or_text("null_percentage", "null_fraction, in percent.", {"null_percent"}),
          whole_or_text("length", "Of the type.", {"max_length", "size"}),
          whole_or_text("precision", "Of the type."),
          whole_or_text("scale", "Of the type."),
          respelled("on_delete", {text()}, "Of the foreign key."),
          respelled("on_update", {text()}, "Of the foreign key."),
          respelled("values", {list({anything()}), names({number(), number_text()})}, "Of generator enum.",
                    {"enum", "enum_values", "allowed_values"}),
          respelled("weights", {list({anything()}), names({number(), number_text()})}, "Of generator weighted_enum."),
          respelled("min", {value()}, "Of the generator, or evenly from here.", {"min_value"}),
          respelled("max", {value()}, "Of the generator, or evenly up to here.", {"max_value"}),
      }};
  return place;
}

const Place& named_generator() {
  static const Place place = [] {
    Place made{
        "named_generator",
        "A generator with its options.",
        {respelled("type", {named(Form::Kind::generator)}, "The generator's name.", {"name"}),
         respelled("config", {named(Form::Kind::options)}, "Its options.", {"options", "params", "generator_config"})}};
    made.generator = "*";
    return made;
  }();
  return place;
}

const Place& text_pattern() {
  static const Place place = [] {
    Place made{"text_pattern",
               "Text with placeholders.",
               {
                   key("template", {text()}, "Text with placeholders in {...}, such as ORD-{year}-{seq:6}."),
                   key("variables", {names({value()})}, "Placeholders of your own, and what they stand for."),
                   respelled("pattern", {text()}, "A regular expression.", {"regex", "regexp", "regular_expression"}),
                   respelled("format", {named(Form::Kind::generator)}, "The generator instead of a pattern."),
               }};
    made.generator = "pattern";
    return made;
  }();
  return place;
}

const Place& rule() {
  static const Form compared = names({value(), null(), list({value(), null()}), of(comparison)});
  static const Place place{
      "rule",
      "A rule: what a value is where its condition holds.",
      {
          key("if", {compared, text(), other(list({compared}))},
              "A map from columns of the row to a value, a list of values or a comparison; or an SQL expression.",
              {"when", "condition"}),
          key("then", branch_forms(), "The value where the condition holds.", {"value"}),
          key("else", branch_forms(), "The value where it does not.", {"otherwise", "default"}),
      },
      false};
  return place;
}

const Place& comparison() {
  static const Place place{"comparison",
                           "Comparisons with another column's value; all of them must hold.",
                           {
                               key("=", {value(), null()}, "Equal.", {"==", "eq", "equals"}),
                               key("!=", {value(), null()}, "Not equal.", {"<>", "ne", "not_equals"}),
                               key("<", {value()}, "Less.", {"lt", "less_than"}),
                               key("<=", {value()}, "Less or equal.", {"lte", "le"}),
                               key(">", {value()}, "Greater.", {"gt", "greater_than"}),
                               key(">=", {value()}, "Greater or equal.", {"gte", "ge"}),
                               key("in", {list({value()}), value()}, "One of a list."),
                               key("not_in", {list({value()}), value()}, "None of a list."),
                               key("between", {list({value()})}, "From the first of two values to the second."),
                               key("is_null", {flag()}, "Whether it is null."),
                           },
                           false};
  return place;
}

const Place& branch() {
  static const Place place = [] {
    Place made{"branch",
               "What a rule gives: a value, a range, or a generator's values.",
               {
                   key("value", {value(), null()}, "The value."),
                   key("min", {number(), text()}, "The least value."),
                   key("max", {number(), text()}, "The greatest value."),
                   key("generator", {named(Form::Kind::generator)}, "What makes the values."),
                   key("generator_config", {named(Form::Kind::options)}, "The generator's options.",
                       {"config", "options", "params"}),
               }};
    made.null_is_absent = false;
    return made;
  }();
  return place;
}

}  // namespace datagen::places
