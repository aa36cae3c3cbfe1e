// What maps of a document may hold, as tables: readers refuse what is not in them, and JSON Schemas are written from
// them (json_schema.hpp), so that neither can say what the other does not.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/document.hpp"

namespace datagen {

struct Place;

// One way in which a value may be written.
struct Form {
  enum class Kind : std::uint8_t {
    text,
    flag,
    whole,   // least..most
    number,  // least..most
    value,   // a string, a number, or true or false
    null,    // of itself, where it says something
    anything,
    choice,     // one of words
    generator,  // the name of a generator
    type,       // the name of an SQL type
    writer,     // the name of a writer
    options,    // options of a generator or writer, named beside it
    list,       // of elements
    names,      // a map from names of the user's own to elements
    defaults,   // a map from generators' names to their options
    place,      // a map with the keys of *place
  };

  Kind kind = Kind::anything;
  std::int64_t least = 0;
  std::uint64_t most = 0;
  bool bounded = false;      // by least and most, both included
  bool above_least = false;  // least itself is left out
  std::vector<std::string> words;
  std::string pattern;  // of a text: a regular expression (ECMA 262) that it matches; empty: any
  std::vector<Form> elements;
  const Place& (*place)() = nullptr;
  // Accepted, but not offered: another way to write what a form before it says.  It is turned into that one before the
  // map is read, so that no reader sees it.
  bool other = false;
};

struct Key {
  std::string name;
  std::vector<Form> forms;         // a value has one of them
  std::string doc;                 // one sentence, for people; a form's remarks with it
  std::vector<std::string> other;  // names that mean the same, and are accepted without being offered
  // offered: shown to people.  accepted: read, but not shown.  respelled: turned into other keys before the map is
  // read.
  enum class Use : std::uint8_t { offered, accepted, respelled } use = Use::offered;
  bool required = false;
};

// Keys that go only with certain values of another key.
struct Variant {
  std::vector<std::string> words;  // of the place's selector
  std::vector<std::string> keys;   // that it allows, beside the selector; names of keys of the place
};

// One kind of map.
struct Place {
  std::string name;  // unique in its document: "column"
  std::string doc;
  std::vector<Key> keys;
  bool null_is_absent = true;  // a key whose value is null counts as left out
  std::string selector{};      // the key that variants depend on; empty: none
  std::vector<Variant> variants{};
  std::string generator{};  // also takes the options of this generator; empty: of none

  // By its own name; nullptr where there is none.
  [[nodiscard]] const Key* find(std::string_view key) const;
  // Those that a reader knows: offered and accepted ones.
  [[nodiscard]] std::vector<std::string> known() const;
};

// The maps of a description, the whole of it first, then in the order in which they are met in it.
[[nodiscard]] std::vector<const Place*> description_places();

[[nodiscard]] bool is_free_key(std::string_view key);  // "comment" and "x-...", which any map may hold
[[nodiscard]] bool can_be(const Form& form, Node::Kind kind);

// ---- making tables -----------------------------------------------------------------------------------------------

namespace forms {
[[nodiscard]] Form text(std::string pattern = {});
[[nodiscard]] Form flag();
[[nodiscard]] Form whole();
[[nodiscard]] Form whole(std::int64_t least, std::uint64_t most);
[[nodiscard]] Form number();
[[nodiscard]] Form number(std::int64_t least, std::uint64_t most);
[[nodiscard]] Form above(std::int64_t least);
[[nodiscard]] Form value();
[[nodiscard]] Form null();
[[nodiscard]] Form anything();
[[nodiscard]] Form choice(std::vector<std::string> words);
[[nodiscard]] Form named(Form::Kind kind);  // generator, type, writer, options, defaults
[[nodiscard]] Form list(std::vector<Form> elements);
[[nodiscard]] Form names(std::vector<Form> elements);
[[nodiscard]] Form of(const Place& (*place)());  // a map with its keys
[[nodiscard]] Form other(Form form);
// As choice, not offered: the words in any case, with '_', '-' or several blanks for a blank, after lead or without it.
[[nodiscard]] Form any_case(const std::vector<std::string>& words, const std::string& lead = {});
}  // namespace forms

[[nodiscard]] Key key(std::string name, std::vector<Form> forms, std::string doc, std::vector<std::string> other = {});
[[nodiscard]] Key accepted(std::string name, std::vector<Form> forms, std::string doc,
                           std::vector<std::string> other = {});
[[nodiscard]] Key respelled(std::string name, std::vector<Form> forms, std::string doc,
                            std::vector<std::string> other = {});
[[nodiscard]] Key required(Key key);

}  // namespace datagen
