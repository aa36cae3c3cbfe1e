#include "datagen/core/keys.hpp"

#include <algorithm>
#include <utility>

namespace datagen {

const Key* Place::find(std::string_view wanted) const {
  const auto found = std::find_if(keys.begin(), keys.end(), [wanted](const Key& each) { return each.name == wanted; });
  return found == keys.end() ? nullptr : &*found;
}

std::vector<std::string> Place::known() const {
  std::vector<std::string> names;
  for (const Key& each : keys)
    if (each.use != Key::Use::respelled) names.push_back(each.name);
  return names;
}

bool is_free_key(std::string_view key) { return key == "comment" || key.substr(0, 2) == "x-"; }

bool can_be(const Form& form, Node::Kind kind) {
  using Kind = Form::Kind;
  switch (form.kind) {
    case Kind::text:
    case Kind::choice:
    case Kind::generator:
    case Kind::type:
    case Kind::writer:
      return kind == Node::Kind::string;
    case Kind::flag:
      return kind == Node::Kind::boolean;
    case Kind::whole:
      return kind == Node::Kind::integer || kind == Node::Kind::floating;  // above 2^63 - 1
    case Kind::number:
      return kind == Node::Kind::integer || kind == Node::Kind::floating;
    case Kind::value:
      return kind != Node::Kind::list && kind != Node::Kind::map && kind != Node::Kind::null;
    case Kind::null:
      return kind == Node::Kind::null;
    case Kind::list:
      return kind == Node::Kind::list;
    case Kind::options:
    case Kind::names:
    case Kind::defaults:
    case Kind::place:
      return kind == Node::Kind::map;
    case Kind::anything:
      return true;
  }
  return false;
}

namespace forms {
namespace {

Form of_kind(Form::Kind kind) {
  Form form;
  form.kind = kind;
  return form;
}

Form bounded(Form::Kind kind, std::int64_t least, std::uint64_t most) {
  Form form = of_kind(kind);
  form.least = least;
  form.most = most;
  form.bounded = true;
  return form;
}

// "SET NULL" as "[Ss][Ee][Tt][ _-]+[Nn]...": ECMA 262 has no flag inside of a pattern.
std::string case_free(const std::string& words) {
  std::string pattern;
  for (const char c : words) {
    const bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z';
    if (lower || upper) {
      const char small = static_cast<char>(lower ? c : c - 'A' + 'a');
      pattern += {'[', static_cast<char>(small - 'a' + 'A'), small, ']'};
    } else if (c == ' ') {
      pattern += "[ _\\t-]+";
    } else {
      pattern += std::string(std::string_view(".*+?()[]{}|^$\\").find(c) == std::string_view::npos ? "" : "\\") + c;
    }
  }
  return pattern;
}

}  // namespace

Form text(std::string pattern) {
  Form form = of_kind(Form::Kind::text);
  form.pattern = std::move(pattern);
  return form;
}
Form flag() { return of_kind(Form::Kind::flag); }
Form whole() { return of_kind(Form::Kind::whole); }
Form whole(std::int64_t least, std::uint64_t most) { return bounded(Form::Kind::whole, least, most); }
Form number() { return of_kind(Form::Kind::number); }
Form number(std::int64_t least, std::uint64_t most) { return bounded(Form::Kind::number, least, most); }
Form above(std::int64_t least) {
  Form form = of_kind(Form::Kind::number);
  form.least = least;
  form.above_least = true;
  return form;
}
Form value() { return of_kind(Form::Kind::value); }
Form null() { return of_kind(Form::Kind::null); }
Form anything() { return of_kind(Form::Kind::anything); }
Form choice(std::vector<std::string> words) {
  Form form = of_kind(Form::Kind::choice);
  form.words = std::move(words);
  return form;
}
Form named(Form::Kind kind) { return of_kind(kind); }
Form list(std::vector<Form> elements) {
  Form form = of_kind(Form::Kind::list);
  form.elements = std::move(elements);
  return form;
}
Form names(std::vector<Form> elements) {
  Form form = of_kind(Form::Kind::names);
  form.elements = std::move(elements);
  return form;
}
Form of(const Place& (*place)()) {
  Form form = of_kind(Form::Kind::place);
  form.place = place;
  return form;
}
Form other(Form form) {
  form.other = true;
  return form;
}
Form any_case(const std::vector<std::string>& words, const std::string& lead) {
  std::string pattern = "^";
  if (!lead.empty()) pattern += "(" + case_free(lead + " ") + ")?";
  pattern += "(";
  for (const std::string& word : words) pattern += (pattern.ends_with("(") ? "" : "|") + case_free(word);
  return other(text(pattern + ")$"));
}

}  // namespace forms

Key key(std::string name, std::vector<Form> forms, std::string doc, std::vector<std::string> other) {
  return {std::move(name), std::move(forms), std::move(doc), std::move(other), Key::Use::offered, false};
}
Key accepted(std::string name, std::vector<Form> forms, std::string doc, std::vector<std::string> other) {
  return {std::move(name), std::move(forms), std::move(doc), std::move(other), Key::Use::accepted, false};
}
Key respelled(std::string name, std::vector<Form> forms, std::string doc, std::vector<std::string> other) {
  return {std::move(name), std::move(forms), std::move(doc), std::move(other), Key::Use::respelled, false};
}
Key required(Key key) {
  key.required = true;
  return key;
}

}  // namespace datagen
