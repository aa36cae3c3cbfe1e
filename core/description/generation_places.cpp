// Distributions, and options of the generators that are the core's own: see places.hpp.
#include "description/places.hpp"

namespace datagen::places {

using namespace forms;

namespace {

std::vector<std::string> distribution_names() {
  std::vector<std::string> names;
  for (const Variant& variant : column_distribution().variants) names.push_back(variant.words.front());
  return names;
}

Form name_of_other(const std::vector<std::string>& more = {}) {
  std::vector<std::string> words = {"uniform",    "weighted", "normal",          "lognormal",   "exponential",
                                    "poisson",    "zipf",     "sequential",      "histogram",   "gaussian",
                                    "log normal", "zipfian",  "weighted random", "categorical", "even"};
  words.insert(words.end(), more.begin(), more.end());
  return any_case(words);
}

Form number_text() { return other(text("^ *[+-]?[0-9.]+([eE][+-]?[0-9]+)? *%?$")); }

// A number, or a date, a time, a length of time.
std::vector<Form> quantity() { return {number(), text()}; }

std::vector<Variant> variants() {
  return {
      {{"uniform"}, {"min", "max"}},
      {{"weighted"}, {"weights", "values"}},
      {{"normal"}, {"mean", "std_dev", "min", "max"}},
      {{"lognormal"}, {"mean", "std_dev", "min", "max"}},
      {{"exponential"}, {"lambda", "mean", "min", "max"}},
      {{"poisson"}, {"lambda", "min", "max"}},
      {{"zipf"}, {"alpha", "min", "max"}},
      {{"sequential"}, {"start", "increment", "min", "max"}},
      {{"histogram"}, {"buckets"}},
  };
}

std::vector<Key> distribution_keys() {
  std::vector<std::string> kinds;
  for (const Variant& variant : variants()) kinds.push_back(variant.words.front());
  return {
      key("type", {choice(std::move(kinds)), name_of_other()}, "Its kind.", {"name", "kind"}),
      key("min", quantity(), "Leaves out values below.", {"min_value"}),
      key("max", quantity(), "Leaves out values above.", {"max_value"}),
      key("mean", quantity(), "The mean, in the column's values.", {"mu", "average"}),
      key("std_dev", quantity(), "The standard deviation; of times a length, such as 30d.",
          {"stddev", "stdev", "standard_deviation", "sigma"}),
      key("lambda", {above(0), number_text()}, "Of poisson: the mean. Of exponential: 1 / mean.", {"rate"}),
      key("alpha", {above(0), number_text()}, "Of zipf: the exponent, by default 1.", {"exponent", "skew"}),
      key("weights",
          {names({number(0, UINT64_MAX), number_text()}),
           list({number(0, UINT64_MAX), number_text(), other(anything())})},
          "A map from value to weight, or a list of weights beside a list of values."),
      key("values", {list({value(), other(anything())}), other(names({number(), number_text()}))},
          "The values that a list of weights is for."),
      key("buckets", {list({of(bucket)}), other(names({number(), number_text()}))},
          "Ranges with weights, evenly filled.", {"bins"}),
      respelled("parameters", {named(Form::Kind::options)}, "The keys of the distribution.", {"params", "config"}),
  };
}

}  // namespace

std::vector<Form> distribution_forms(const Place& (*place)()) {
  return {of(place), choice(distribution_names()), name_of_other()};
}

const Place& column_distribution() {
  static const Place place = [] {
    Place made{"column_distribution", "How often each value comes.", distribution_keys()};
    made.keys.push_back(key("start", quantity(), "Of sequential: the first value."));
    made.keys.push_back(key("increment", quantity(), "Of sequential: from one value to the next.", {"step"}));
    made.null_is_absent = false;
    made.selector = "type";
    made.variants = variants();
    return made;
  }();
  return place;
}

const Place& reference_distribution() {
  static const Place place = [] {
    Place made{"reference_distribution", "How children spread over the rows of the other table.", distribution_keys()};
    made.keys.push_back(key("per_parent", {whole(0, INT64_MAX), of(per_parent)},
                            "How many children every row of the other table has."));
    made.keys.push_back(
        key("order", {choice({"scattered", "clustered"})}, "Whether the children of a row stand next to each other."));
    for (Form& form : made.keys.front().forms)
      if (form.kind == Form::Kind::text) form = name_of_other({"per parent"});
    made.null_is_absent = false;
    made.selector = "type";
    made.variants = variants();
    for (Variant& variant : made.variants) {
      std::erase_if(variant.keys, [](const std::string& name) { return name == "start" || name == "increment"; });
      variant.keys.insert(variant.keys.end(), {"per_parent", "order"});
    }
    return made;
  }();
  return place;
}

const Place& bucket() {
  static const Place place{"bucket",
                           "A range with a weight: min and max, both included, or from and to, to left out.",
                           {
                               key("min", quantity(), "The least value.", {"start", "low", "min_value"}),
                               key("max", quantity(), "The greatest value, included.", {"end", "high", "max_value"}),
                               key("from", quantity(), "The least value."),
                               key("to", quantity(), "Where it ends: not included."),
                               key("weight", {number(0, UINT64_MAX), number_text()}, "Its weight.",
                                   {"probability", "percentage", "frequency"}),
                               respelled("range", {list({value()})}, "min and max."),
                           },
                           false};
  return place;
}

const Place& per_parent() {
  static const Place place{"per_parent",
                           "How many children every row of the other table has.",
                           {key("min", {whole(0, INT64_MAX)}, "The fewest; by default 0."),
                            required(key("max", {whole(0, INT64_MAX)}, "The most."))},
                           false};
  return place;
}

const Place& array_options() {
  static const Place place{
      "options_array",
      "Options of generator array: an array of another generator's values.",
      {
          key("min", {whole(0, 64)}, "The fewest elements; by default 0."),
          key("max", {whole(0, 64)}, "The most elements; by default 4."),
          key("element", {of(branch), named(Form::Kind::generator)}, "The generator of the elements."),
      },
      false};
  return place;
}

const Place& expression_options() {
  static const Place place{"options_expression",
                           "Options of generator expression: computed from other columns of the row.",
                           {key("expression", {text()}, "An SQL expression over columns of the row.")},
                           false};
  return place;
}

const Place& lookup_options() {
  static const Place place{"options_lookup",
                           "Options of generator lookup: what a column holds in the row that a foreign key refers to.",
                           {
                               key("via", {text()}, "A column of the foreign key."),
                               key("column", {text()}, "A column of the other table."),
                           },
                           false};
  return place;
}

const Place& rollup_options() {
  static const std::vector<std::string> functions = {"count", "sum", "min", "max", "avg"};
  static const Place place{"options_rollup",
                           "Options of generator rollup: sums up the rows of another table that refer to this row.",
                           {
                               key("table", {text()}, "The table whose rows are summed up."),
                               key("function", {choice(functions), any_case(functions)}, "What is computed."),
                               key("column", {text()}, "The column that is summed up."),
                               key("via", {text()}, "A column of the foreign key, where there are several."),
                               key("where", {text()}, "An SQL condition on the rows."),
                               key("empty", {value(), null()}, "The value where there are no rows."),
                           },
                           false};
  return place;
}

const Place& template_options() {
  static const Place place{
      "options_template",
      "Options of generator template: text with placeholders.",
      {
          key("template", {text()}, "Text with placeholders in {...}, such as ORD-{year}-{seq:6}."),
          key("variables", {names({value()})}, "Placeholders of your own, and what they stand for."),
      },
      false};
  return place;
}

}  // namespace datagen::places
