// What a plugin says of itself.
#include <cstring>

#include "check/case.hpp"
#include "check/utf8.hpp"

namespace datagen::host::check {
namespace {

void declarations_are_sound(Checker& checker) {
  checker.plugin();  // that it loads is another case's business
  checker.count();
  try {
    checker.registry();
  } catch (const Error& error) {
    for (const Fault& fault : error.faults()) checker.fail(fault.message);
  }
}

void text(Checker& checker, const char* name, const char* value, bool may_be_absent = true) {
  if (value == nullptr) return;
  if (!is_utf8(value)) checker.fail(std::string(name) + " is not UTF-8");
  if (*value == '\0' && !may_be_absent) checker.fail(std::string(name) + " is empty");
}

constexpr std::uint32_t kFamilies = (DATAGEN_FAMILY_ARRAY << 1) - 1;

template <class Class>
void check_class(Checker& checker, const Class& one) {
  checker.count();
  text(checker, "the summary", one.table.summary, false);
  if constexpr (requires { one.table.reserved; }) {
    if (one.table.reserved != 0) checker.fail("the field 'reserved' is not 0");
  }
  for (const datagen_option& option : one.options) {
    const std::string name = std::string("the doc of option '") + option.name + "'";
    text(checker, name.c_str(), option.doc, false);
    for (std::uint32_t i = 0; i < option.n_choices; ++i) {
      text(checker, ("a choice of option '" + std::string(option.name) + "'").c_str(), option.choices[i]);
    }
    const bool required = (option.flags & DATAGEN_OPTION_REQUIRED) != 0;
    if (required && option.default_value != nullptr && option.type != DATAGEN_COLUMN) {
      checker.fail(std::string("option '") + option.name + "' is required and has a default");
    }
  }
}

void declarations_are_tidy(Checker& checker) {
  const datagen_plugin& plugin = checker.plugin();
  checker.at("the plugin descriptor");
  if (plugin.reserved != 0) checker.fail("the field 'reserved' is not 0");
  text(checker, "the name", plugin.name, false);
  text(checker, "the version", plugin.version, false);
  text(checker, "the vendor", plugin.vendor, false);
  text(checker, "the license", plugin.license, false);
  text(checker, "the url", plugin.url);
  if (plugin.n_generators + plugin.n_writers == 0) checker.fail("there is no class in it");
  for (const auto& one : checker.registry().generators()) {
    checker.at("generator " + one->id);
    check_class(checker, *one);
    if ((one->table.families & ~kFamilies) != 0) checker.fail("its families have bits that mean nothing");
    for (const datagen_hint& hint : one->hints) {
      const std::string name =
          hint.column == nullptr ? "the hint for types" : std::string("hint '") + hint.column + "'";
      if ((hint.families & ~one->table.families) != 0) checker.fail(name + " fits families that the class does not");
      if (hint.postgres_type != nullptr && hint.families == 0) checker.fail(name + " fits nothing");
    }
  }
  for (const auto& one : checker.registry().writers()) {
    checker.at("writer " + one->id);
    check_class(checker, *one);
    text(checker, "the file extension", one->table.file_extension, false);
    const bool own = one->has_own_destination();
    if (own != (one->table.file_extension == nullptr)) {
      checker.fail(own ? "a sink or container has no file_extension" : "an encoder has a file_extension");
    }
  }
}

}  // namespace

std::vector<Case> declaration_cases() {
  return {
      {kDeclares,
       "Everything that the plugin declares is what a host accepts: sizes, versions, ids, functions, options with "
       "their "
       "defaults and bounds, hints.",
       Needs::library, declarations_are_sound, ""},
      {"declarations-are-tidy",
       "Texts are UTF-8 and say something, fields named reserved are 0, hints stay within the families of their class.",
       Needs::declarations, declarations_are_tidy, ""},
  };
}

}  // namespace datagen::host::check
