// Names, titles and what else describes a person.
#include "data/word_lists.hpp"
#include "families.hpp"
#include "words.hpp"

namespace datagen::generators {
namespace {

std::vector<std::string> first_names(const datagen_target& target) {
  const People& people = *find_locale(target.locale == nullptr ? "" : target.locale).people;
  std::vector<std::string> result = split_list(people.female_names);
  for (std::string& name : split_list(people.male_names)) result.push_back(std::move(name));
  return result;
}

std::vector<std::string> last_names(const datagen_target& target) {
  return split_list(find_locale(target.locale == nullptr ? "" : target.locale).people->last_names);
}

// One name, or double names where that many distinct ones are needed.
std::unique_ptr<Generator> make_names(const datagen_target& target, std::vector<std::string> names) {
  require_text(target);
  if (target.distinct_needed <= fitting(target, names).size()) return make_dictionary(target, std::move(names));
  return std::make_unique<PhraseSet>(target, std::vector<PhrasePart>{{"", names}, {"-", names}}, " ");
}

std::unique_ptr<Generator> make_first_name(const Request& request) {
  return make_names(request.target, first_names(request.target));
}
std::unique_ptr<Generator> make_last_name(const Request& request) {
  return make_names(request.target, last_names(request.target));
}

std::unique_ptr<Generator> make_combined_name(const datagen_target& target) {
  return std::make_unique<PhraseSet>(
      target, std::vector<PhrasePart>{{"", first_names(target)}, {" ", last_names(target)}}, " ");
}

// The row's own first and last name, joined; names of its own where they are null.
class JoinedName final : public Generator {
 public:
  JoinedName(const datagen_target& target, std::uint32_t first, std::uint32_t last)
      : first_(first),
        last_(last),
        longest_(target.max_characters),
        firsts_(first_names(target)),
        lasts_(last_names(target)) {}

  GeneratorInfo info() const override { return {0, 0, 14}; }
  void values(const datagen_call& call, Ordinals ordinals, datagen_column& out) const override {
    const sdk::TextInput first(*call.inputs[first_]), last(*call.inputs[last_]);
    sdk::TextColumn column(out, ordinals.size(), 32);
    std::string name;
    for (std::size_t i = 0; i < ordinals.size(); ++i) {
      const std::uint64_t random = datagen_mix(ordinals[i]);
      name = first.at(i).value_or(firsts_[datagen_scale(random, firsts_.size())]);
      name += ' ';
      name += last.at(i).value_or(lasts_[datagen_scale(datagen_mix(random), lasts_.size())]);
      cut(name);
      column.append(name);
    }
    column.finish();
  }

 private:
  void cut(std::string& name) const {
    if (longest_ == 0 || count_characters(name) <= longest_) return;
    std::size_t size = 0, characters = 0;
    while (size < name.size()) {
      if ((static_cast<unsigned char>(name[size]) & 0xc0u) != 0x80u && ++characters > longest_) break;
      ++size;
    }
    name.resize(size);
  }

  std::uint32_t first_;
  std::uint32_t last_;
  std::uint32_t longest_;
  WordTable firsts_;
  WordTable lasts_;
};

std::unique_ptr<Generator> make_full_name(const Request& request) {
  const datagen_target& target = request.target;
  require_text(target);
  const auto first = request.options.column("first_name"), last = request.options.column("last_name");
  // A unique column cannot depend on other columns: it takes combinations of its own.
  if (first && last && target.distinct_needed == 0 && sdk::TextInput::accepts(*target.inputs[*first]) &&
      sdk::TextInput::accepts(*target.inputs[*last])) {
    return std::make_unique<JoinedName>(target, *first, *last);
  }
  return make_combined_name(target);
}

template <std::string_view People::*kList>
std::unique_ptr<Generator> make_from_people(const Request& request) {
  const Locale& locale = find_locale(request.target.locale == nullptr ? "" : request.target.locale);
  return make_dictionary(request.target, split_list(locale.people->*kList));
}

std::unique_ptr<Generator> make_initial(const Request& request) {
  const bool dotted = characters_or(request.target, 2) >= 2;
  std::vector<std::string> initials;
  for (char c = 'A'; c <= 'Z'; ++c) initials.push_back(dotted ? std::string{c, '.'} : std::string{c});
  return make_dictionary(request.target, initials);
}

std::unique_ptr<Generator> make_gender(const Request& request) {
  const std::uint32_t room = characters_or(request.target, 20);
  if (room < 10) {
    return room < 6 ? make_dictionary(request.target, {"F", "M", "X"}, {49, 49, 2})
                    : make_dictionary(request.target, {"female", "male"}, {50, 50});
  }
  return make_dictionary(request.target, {"female", "male", "non-binary"}, {49, 49, 2});
}

std::unique_ptr<Generator> make_job_title(const Request& request) {
  require_text(request.target);
  const std::uint32_t room = characters_or(request.target, 255);
  if (room < 30) {
    return std::make_unique<PhraseSet>(
        request.target, std::vector<PhrasePart>{{"", split_list(job_fields)}, {" ", split_list(job_roles)}}, " ");
  }
  return std::make_unique<PhraseSet>(
      request.target,
      std::vector<PhrasePart>{
          {"", split_list(job_levels)}, {" ", split_list(job_fields)}, {" ", split_list(job_roles)}},
      " ");
}

constexpr sdk::OptionTable kFullNameOptions(
    sdk::column_option("first_name", "The column of the first name.",
                       R"(["first_name", "firstname", "fname", "given_name", "forename"])"),
    sdk::column_option("last_name", "The column of the last name.",
                       R"(["last_name", "lastname", "lname", "surname", "family_name"])"));

constexpr datagen_hint text_hint(const char* column, const char* table = nullptr) {
  return sdk::make_hint(column, kText, DATAGEN_MATCH_SUFFIX, table);
}
constexpr sdk::HintTable kFirstNameHints(text_hint("first_name"), text_hint("firstname"), text_hint("fname"),
                                         text_hint("given_name"), text_hint("forename"), text_hint("middle_name"),
                                         text_hint("nickname"), text_hint("preferred_name"));
constexpr sdk::HintTable kLastNameHints(text_hint("last_name"), text_hint("lastname"), text_hint("lname"),
                                        text_hint("surname"), text_hint("family_name"), text_hint("maiden_name"));
// "name" alone is a person's only in tables of people.
constexpr sdk::HintTable kFullNameHints(
    text_hint("full_name"), text_hint("fullname"), text_hint("display_name"), text_hint("customer_name"),
    text_hint("contact_name"), text_hint("author_name"), text_hint("employee_name"), text_hint("patient_name"),
    text_hint("student_name"), text_hint("recipient_name"), text_hint("cardholder_name"), text_hint("owner_name"),
    text_hint("manager_name"), text_hint("account_name"), sdk::make_hint("author", kText, DATAGEN_MATCH_EXACT),
    sdk::make_hint("contact", kText, DATAGEN_MATCH_EXACT), sdk::make_hint("assignee", kText, DATAGEN_MATCH_EXACT),
    sdk::make_hint("recipient", kText, DATAGEN_MATCH_EXACT), text_hint("name", "user"), text_hint("name", "customer"),
    text_hint("name", "employee"), text_hint("name", "author"), text_hint("name", "person"),
    text_hint("name", "people"), text_hint("name", "contact"), text_hint("name", "student"),
    text_hint("name", "teacher"), text_hint("name", "patient"), text_hint("name", "doctor"),
    text_hint("name", "member"), text_hint("name", "client"), text_hint("name", "lead"), text_hint("name", "profile"),
    text_hint("name", "instructor"), text_hint("name", "guest"), text_hint("name", "driver"),
    text_hint("name", "account"), sdk::make_hint("name", kText, DATAGEN_MATCH_EXACT, nullptr, nullptr, -10));
constexpr sdk::HintTable kPrefixHints(text_hint("salutation"), text_hint("name_prefix"), text_hint("honorific"));
constexpr sdk::HintTable kSuffixHints(text_hint("name_suffix"));
constexpr sdk::HintTable kInitialHints(text_hint("middle_initial"), text_hint("initial"));
constexpr sdk::HintTable kGenderHints(text_hint("gender"), text_hint("sex"));
constexpr sdk::HintTable kJobHints(text_hint("job_title"), text_hint("job"), text_hint("occupation"),
                                   text_hint("profession"), text_hint("title", "job"), text_hint("title", "employee"),
                                   text_hint("title", "position"), text_hint("position_title"),
                                   text_hint("designation"));

constexpr datagen_generator_class kFirstName = sdk::make_generator_class<make_first_name, kNoOptions>(
    {.id = "datagen.first_name", .summary = "A given name", .families = kText, .hints = kFirstNameHints});
constexpr datagen_generator_class kLastName = sdk::make_generator_class<make_last_name, kNoOptions>(
    {.id = "datagen.last_name", .summary = "A family name", .families = kText, .hints = kLastNameHints});
constexpr datagen_generator_class kFullName = sdk::make_generator_class<make_full_name, kFullNameOptions>(
    {.id = "datagen.full_name", .summary = "Given and family name", .families = kText, .hints = kFullNameHints});
constexpr datagen_generator_class kPrefix =
    sdk::make_generator_class<make_from_people<&People::prefixes>, kNoOptions>({.id = "datagen.name_prefix",
                                                                                .summary = "Ms., Dr., ...",
                                                                                .families = kText,
                                                                                .hints = kPrefixHints,
                                                                                .plain_dictionary = true});
constexpr datagen_generator_class kSuffix =
    sdk::make_generator_class<make_from_people<&People::suffixes>, kNoOptions>({.id = "datagen.name_suffix",
                                                                                .summary = "Jr., PhD, ...",
                                                                                .families = kText,
                                                                                .hints = kSuffixHints,
                                                                                .plain_dictionary = true});
constexpr datagen_generator_class kInitial =
    sdk::make_generator_class<make_initial, kNoOptions>({.id = "datagen.initial",
                                                         .summary = "A capital letter",
                                                         .families = kText,
                                                         .hints = kInitialHints,
                                                         .plain_dictionary = true});
constexpr datagen_generator_class kGender =
    sdk::make_generator_class<make_gender, kNoOptions>({.id = "datagen.gender",
                                                        .summary = "A gender",
                                                        .families = kText,
                                                        .hints = kGenderHints,
                                                        .plain_dictionary = true});
constexpr datagen_generator_class kJobTitle = sdk::make_generator_class<make_job_title, kNoOptions>(
    {.id = "datagen.job_title", .summary = "A job title", .families = kText, .hints = kJobHints});

constexpr const datagen_generator_class* kClasses[] = {&kFirstName, &kLastName, &kFullName, &kPrefix,
                                                       &kSuffix,    &kInitial,  &kGender,   &kJobTitle};

}  // namespace

Classes people_classes() { return kClasses; }

}  // namespace datagen::generators
