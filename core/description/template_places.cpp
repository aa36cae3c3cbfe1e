// The head of a template: see places.hpp.
#include "description/places.hpp"

namespace datagen::places {

using namespace forms;

const Place& template_head() {
  static const Place place{
      "template_head",
      "What makes a description a template.",
      {
          key("summary", {text()}, "What it describes, in one line."),
          key("doc", {text()}, "More about it."),
          key("parameters", {names({of(template_parameter)})}, "What whoever uses it may choose, by name."),
      }};
  return place;
}

const Place& template_parameter() {
  static const Place place{
      "template_parameter",
      "A parameter of a template.",
      {
          required(key("type", {text()}, "Its type.")),
          required(key("default", {value()}, "Its value where nobody gives one.")),
          key("minimum", {value()}, "The least value, of numbers and dates."),
          key("maximum", {value()}, "The greatest value, of numbers and dates."),
          key("choices", {list({value()})}, "The values that a choice has."),
          key("doc", {text()}, "What it decides."),
      }};
  return place;
}

}  // namespace datagen::places
