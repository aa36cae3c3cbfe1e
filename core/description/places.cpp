// The top level, types and sequences: see places.hpp.
#include "description/places.hpp"

#include <algorithm>

namespace datagen::places {

using namespace forms;

std::vector<Form> column_list() { return {list({text()}), text()}; }

std::vector<Form> lenient_flag() {
  return {flag(), any_case({"true", "false", "yes", "no", "1", "0"}), other(whole(0, 1))};
}

const Place& description() {
  static const Place place{
      "description",
      "A relational database, and how its values are made.",
      {
          key("$schema", {text()}, "Where editors find the JSON Schema of this file; datagen itself passes it over."),
          key("version", {choice({"1.0"}), other(text("^1(\\.0)?$")), other(whole(1, 1))},
              "The version of the description's format."),
          key("database", {of(database), other(text())}, "The database that --create makes."),
          key("extensions", {list({text()})}, "Extensions to create."),
          key("custom_types", {names({of(custom_type), list({text()})}), other(list({of(custom_type)}))},
              "Enums, composite types and domains, by name.", {"types", "enums"}),
          key("sequences", {names({of(sequence), null()})}, "Sequences, by name."),
          required(key("tables", {names({of(table)}), other(list({of(table)}))},
                       "Tables, by name. A name may be qualified, as sales.orders: the schema is created.")),
          key("seed", {whole(0, UINT64_MAX)}, "The run's seed, unless that says otherwise: same seed, same data."),
          key("as_of", {text()}, "The data's now, unless the run says otherwise, such as 2025-01-01."),
          key("default_null_fraction", {number(0, 1)},
              "How many values of columns that take nulls are null, from 0 (default) to 1."),
          key("locale", {text()}, "Word lists of the values, such as de_DE."),
          accepted("comment", {anything()}, "A remark, for people.", {"description"}),
      }};
  return place;
}

const Place& database() {
  static const Place place{
      "database",
      "The database that --create makes.",
      {
          key("name", {text()}, "Its name."),
          key("encoding", {choice({"UTF8"}), other(text("^[Uu][Nn][Ii][Cc][Oo][Dd][Ee]$|^[Uu][Tt][Ff][_-]?8$"))},
              "UTF8; the output is always UTF-8.", {"charset"}),
          key("locale", {text()}, "Its locale, such as en_US.UTF-8."),
          accepted("comment", {anything()}, "A remark, for people.", {"description"}),
      }};
  return place;
}

namespace {

const char* const kind_doc = "What it is; by default what its definition shows.";

std::vector<Key> definition_keys() {
  return {
      key("values", column_list(), "Of an enum: its values, in order.", {"labels"}),
      key("fields", {list({of(type_field)}), names({named(Form::Kind::type)})}, "Of a composite type: its fields.",
          {"attributes"}),
      key("base_type", {named(Form::Kind::type)}, "Of a domain: the type beneath it.", {"base", "underlying_type"}),
      key("constraint", {text()}, "Of a domain: an SQL expression over VALUE."),
      accepted("check", {text()}, "As constraint."),
  };
}

}  // namespace

const Place& custom_type() {
  static const Place place = [] {
    Place made{"custom_type", "A type of the database's own.", definition_keys()};
    const std::vector<std::string> kinds = {"enum", "composite", "domain"};
    made.keys.insert(made.keys.begin(), key("kind", {choice(kinds), any_case(kinds)}, kind_doc, {"type"}));
    made.keys.insert(made.keys.begin() + 1,
                     key("definition", {of(type_definition), list({text()})}, "What it is made of."));
    made.keys.push_back(respelled("name", {text()}, "Its name, in a list of types."));
    made.keys.push_back(accepted("comment", {anything()}, "A remark, for people.", {"description"}));
    return made;
  }();
  return place;
}

const Place& type_definition() {
  static const Place place{"type_definition", "What a type is made of.", definition_keys()};
  return place;
}

const Place& type_field() {
  static const Place place{
      "type_field",
      "A field of a composite type.",
      {required(key("name", {text()}, "Its name.")), required(key("type", {named(Form::Kind::type)}, "Its type."))}};
  return place;
}

const Place& sequence() {
  static const Place place{"sequence",
                           "A sequence, as CREATE SEQUENCE makes it.",
                           {
                               key("start", {whole()}, "Its first value."),
                               key("increment", {whole()}, "From one value to the next; not 0."),
                               key("min_value", {whole()}, "Its least value."),
                               key("max_value", {whole()}, "Its greatest value."),
                               key("cache", {whole(1, INT64_MAX)}, "Values that a session keeps at hand."),
                               key("cycle", {flag()}, "Whether it begins again after its last value."),
                           }};
  return place;
}

}  // namespace datagen::places

namespace datagen {
namespace {

void add_places(const Place& place, std::vector<const Place*>& found);

void add_places(const Form& form, std::vector<const Place*>& found) {
  if (form.place != nullptr && !form.other) add_places(form.place(), found);
  for (const Form& element : form.elements) add_places(element, found);
}

void add_places(const Place& place, std::vector<const Place*>& found) {
  if (std::find(found.begin(), found.end(), &place) != found.end()) return;
  found.push_back(&place);
  for (const Key& key : place.keys)
    for (const Form& form : key.forms) add_places(form, found);
}

}  // namespace

std::vector<const Place*> description_places() {
  std::vector<const Place*> found;
  add_places(places::description(), found);
  for (const Place* own : {&places::array_options(), &places::expression_options(), &places::lookup_options(),
                           &places::rollup_options(), &places::template_options()})
    found.push_back(own);
  return found;
}

}  // namespace datagen
