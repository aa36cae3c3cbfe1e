// Names, titles and what else describes a person.
#include "families.hpp"
#include "locales.hpp"
#include "text_reader.hpp"
#include "words.hpp"

namespace datagen::generators {
namespace {

// One name, or double names where that many distinct ones are needed.
std::unique_ptr<Generator> make_names(const datagen_target& target, std::vector<std::string> names) {
  require_text(target);
  if (target.distinct_needed <= fitting(target, names).size()) return make_dictionary(target, std::move(names));
  return std::make_unique<PhraseSet>(target, std::vector<PhrasePart>{{"", names}, {"-", names}}, " ");
}

// The given names of each gender, chosen by the row's own column of it; any name where it says neither.
class GenderedName final : public sdk::DictionarySet {
 public:
  GenderedName(std::vector<std::string> names, std::size_t n_female, std::uint32_t input)
      : DictionarySet(std::move(names)), n_female_(n_female), input_(input) {}

  GeneratorInfo info() const override {
    GeneratorInfo result = DictionarySet::info();
    result.flags = DATAGEN_DICTIONARY;
    result.cardinality = 0;
    return result;
  }
  void values(const datagen_call& call, Ordinals ordinals, datagen_column& out) const override {
    const TextReader genders(*call.inputs[input_]);
    std::int32_t* const result = sdk::fixed_values<std::int32_t>(out);
    for (std::size_t i = 0; i < ordinals.size(); ++i) {
      const std::string_view gender = genders[i];
      std::size_t first = 0, count = entries().size();
      switch (gender.empty() ? '\0' : gender[0] | 0x20) {
        case 'f':  // female, F; and the words for woman in the languages of our locales
        case 'w':
          count = n_female_;
          break;
        case 'm':
          if (gender == "mujer" || gender == "Mujer" || gender == "mulher" || gender == "Mulher") {
            count = n_female_;
          } else {
            first = n_female_;
            count -= n_female_;
          }
          break;
        case 'h':  // homme, hombre, homem
          first = n_female_;
          count -= n_female_;
          break;
        default:
          break;
      }
      result[i] = static_cast<std::int32_t>(first + datagen_scale(datagen_mix(ordinals[i]), count));
    }
  }

 private:
  std::size_t n_female_;
  std::uint32_t input_;
};

std::unique_ptr<Generator> make_first_name(const Request& request) {
  const datagen_target& target = request.target;
  require_text(target);
  const NameLists names(locale_of(target));
  const auto gender = request.options.column("gender");
  // A unique column cannot depend on other columns.
  if (gender && target.distinct_needed == 0 && sdk::TextInput::accepts(*target.inputs[*gender])) {
    std::vector<std::string> all = fitting(target, names.female), male = fitting(target, names.male);
    const std::size_t n_female = all.size();
    if (n_female > 0 && !male.empty()) {
      all.insert(all.end(), male.begin(), male.end());
      return std::make_unique<GenderedName>(std::move(all), n_female, *gender);
    }
  }
  return make_names(target, names.first_names());
}
std::unique_ptr<Generator> make_last_name(const Request& request) {
  return make_names(request.target, NameLists(locale_of(request.target)).last);
}

std::unique_ptr<Generator> make_combined_name(const datagen_target& target) {
  const NameLists names(locale_of(target));
  std::vector<PhrasePart> parts{{"", names.first_names()}, {" ", names.last}};
  if (names.family_name_first) parts = {{"", names.last}, {" ", names.first_names()}};
  return std::make_unique<PhraseSet>(target, std::move(parts), " ");
}

// The row's own first and last name, joined; names of its own where they are null.
class JoinedName final : public Generator {
 public:
  JoinedName(const datagen_target& target, std::uint32_t first, std::uint32_t last)
      : JoinedName(target, NameLists(locale_of(target)), first, last) {}

  GeneratorInfo info() const override { return {0, 0, 14}; }
  void values(const datagen_call& call, Ordinals ordinals, datagen_column& out) const override {
    const TextReader fronts(*call.inputs[front_]), backs(*call.inputs[back_]);
    sdk::TextColumn column(out, ordinals.size(), 64);
    for (std::size_t i = 0; i < ordinals.size(); ++i) {
      std::string_view front = fronts[i], back = backs[i];
      if (front.empty() || back.empty()) {
        const std::uint64_t random = datagen_mix(ordinals[i]);
        if (front.empty()) front = own_fronts_[datagen_scale(random, own_fronts_.size())];
        if (back.empty()) back = own_backs_[datagen_scale(datagen_mix(random), own_backs_.size())];
      }
      char* const begin = column.ensure(front.size() + back.size() + 1);
      std::memcpy(begin, front.data(), front.size());
      begin[front.size()] = ' ';
      std::memcpy(begin + front.size() + 1, back.data(), back.size());
      column.finish_value(cut(begin, begin + front.size() + 1 + back.size()));
    }
    column.finish();
  }

 private:
  JoinedName(const datagen_target& target, const NameLists& names, std::uint32_t first, std::uint32_t last)
      : front_(names.family_name_first ? last : first),
        back_(names.family_name_first ? first : last),
        longest_(target.max_characters),
        own_fronts_(names.family_name_first ? names.last : names.first_names()),
        own_backs_(names.family_name_first ? names.first_names() : names.last) {}

  char* cut(char* begin, char* end) const {
    if (longest_ == 0 || static_cast<std::size_t>(end - begin) <= longest_) return end;
    std::size_t characters = 0;
    for (char* c = begin; c != end; ++c) {
      if ((static_cast<unsigned char>(*c) & 0xc0u) != 0x80u && ++characters > longest_) return c;
    }
    return end;
  }

  std::uint32_t front_;
  std::uint32_t back_;
  std::uint32_t longest_;
  WordTable own_fronts_;
  WordTable own_backs_;
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
  return make_dictionary(request.target, split_list(locale_of(request.target).people->*kList));
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

constexpr sdk::OptionTable kFirstNameOptions(sdk::column_option("gender",
                                                                "The column of the gender, which the name then suits.",
                                                                R"(["gender", "sex"])"));
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
                                         text_hint("nickname"), text_hint("preferred_name"),
                                         text_hint("c_first", "customer"), text_hint("first", "customer"));
constexpr sdk::HintTable kLastNameHints(text_hint("last_name"), text_hint("lastname"), text_hint("lname"),
                                        text_hint("surname"), text_hint("family_name"), text_hint("maiden_name"),
                                        text_hint("c_last", "customer"), text_hint("last", "customer"));
// "name" alone is a person's only in tables of people.
constexpr datagen_hint of_people(const char* table) {
  return sdk::make_hint("name", kText, DATAGEN_MATCH_EXACT, table);
}
constexpr sdk::HintTable kFullNameHints(
    text_hint("full_name"), text_hint("fullname"), text_hint("display_name"), text_hint("customer_name"),
    text_hint("contact_name"), text_hint("author_name"), text_hint("employee_name"), text_hint("patient_name"),
    text_hint("student_name"), text_hint("recipient_name"), text_hint("cardholder_name"), text_hint("owner_name"),
    text_hint("manager_name"), text_hint("account_name"), text_hint("user_full_name"), text_hint("member_name"),
    text_hint("client_name"), text_hint("teacher_name"), text_hint("doctor_name"), text_hint("guest_name"),
    text_hint("driver_name"), text_hint("sender_name"), text_hint("reviewer_name"), text_hint("holder_name"),
    text_hint("artist_name"), text_hint("player_name"), text_hint("passenger_name"), text_hint("contact_person"),
    text_hint("real_name"), text_hint("displayname"), text_hint("account_holder_name"), text_hint("emergency_contact"),
    text_hint("emergency_contact_name"), text_hint("sort_name", "artist"), text_hint("ship_name"),
    text_hint("primary_name"), text_hint("comment_author"), text_hint("clerk"), text_hint("account_holder"),
    text_hint("c_name", "customer"), text_hint("instructor_name"), text_hint("agent_name"), text_hint("buyer_name"),
    text_hint("seller_name"), text_hint("billing_name"), text_hint("shipping_name"), text_hint("beneficiary_name"),
    text_hint("signatory"), text_hint("cardholder"), text_hint("lead_name"), text_hint("person_name"),
    text_hint("lecturer"), text_hint("salesperson"), text_hint("committer"),
    sdk::make_hint("composer", kText, DATAGEN_MATCH_EXACT), sdk::make_hint("director", kText, DATAGEN_MATCH_EXACT),
    sdk::make_hint("instructor", kText, DATAGEN_MATCH_EXACT), sdk::make_hint("teacher", kText, DATAGEN_MATCH_EXACT),
    sdk::make_hint("doctor", kText, DATAGEN_MATCH_EXACT), sdk::make_hint("author", kText, DATAGEN_MATCH_EXACT),
    sdk::make_hint("contact", kText, DATAGEN_MATCH_EXACT), sdk::make_hint("assignee", kText, DATAGEN_MATCH_EXACT),
    sdk::make_hint("recipient", kText, DATAGEN_MATCH_EXACT), of_people("user"), of_people("customer"),
    of_people("employee"), of_people("author"), of_people("person"), of_people("contact"), of_people("student"),
    of_people("teacher"), of_people("patient"), of_people("doctor"), of_people("member"), of_people("client"),
    of_people("lead"), of_people("profile"), of_people("instructor"), of_people("guest"), of_people("driver"),
    of_people("account"), of_people("people"), of_people("nurse"), of_people("physician"), of_people("professor"),
    of_people("worker"), of_people("staff"), of_people("candidate"), of_people("applicant"), of_people("subscriber"),
    of_people("player"), of_people("artist"), of_people("actor"), of_people("director"), of_people("athlete"),
    of_people("coach"), of_people("artisan"), of_people("agent"), of_people("passenger"), of_people("resident"),
    of_people("tenant_user"), of_people("owner"), of_people("manager"), of_people("buyer"), of_people("seller"),
    of_people("shopper"), of_people("admin"), of_people("administrator"), of_people("participant"),
    of_people("attendee"), of_people("speaker"), of_people("volunteer"), of_people("donor"), of_people("beneficiary"),
    of_people("borrower"), of_people("reader"), of_people("writer"), of_people("editor"), of_people("reviewer"),
    of_people("recipient"), of_people("sender"), of_people("technician"), of_people("officer"), of_people("parent"),
    of_people("child"), of_people("friend"), of_people("user_account"), of_people("freelancer"),
    of_people("consultant"), of_people("recruiter"), of_people("mentor"), of_people("lawyer"), of_people("voter"),
    of_people("citizen"), of_people("researcher"), of_people("scientist"), of_people("musician"), of_people("singer"),
    of_people("trainer"), of_people("trainee"));
constexpr sdk::HintTable kPrefixHints(text_hint("salutation"), text_hint("name_prefix"), text_hint("honorific"),
                                      text_hint("title_of_courtesy"), text_hint("title", "person"),
                                      text_hint("prefix", "person_name"));
constexpr sdk::HintTable kSuffixHints(text_hint("name_suffix"), text_hint("suffix", "person"));
constexpr sdk::HintTable kInitialHints(text_hint("middle_initial"), text_hint("initial"),
                                       text_hint("middle", "customer"));
constexpr sdk::HintTable kGenderHints(text_hint("gender"), text_hint("sex"));
constexpr sdk::HintTable kJobHints(text_hint("job_title"), text_hint("job"), text_hint("occupation"),
                                   text_hint("profession"), text_hint("title", "job"), text_hint("title", "employee"),
                                   text_hint("title", "position"), text_hint("position_title"),
                                   text_hint("designation"), text_hint("contact_title"),
                                   text_hint("primary_profession"), text_hint("function", "partner"),
                                   text_hint("title", "staff"), text_hint("job_name"), text_hint("title", "contact"),
                                   text_hint("title", "vacancy"), text_hint("title", "job_posting"),
                                   text_hint("job_role"));

constexpr datagen_generator_class kFirstName = sdk::make_generator_class<make_first_name, kFirstNameOptions>(
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
