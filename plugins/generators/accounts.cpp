// E-mail addresses and user names, from the row's own names where it has them.
#include <algorithm>
#include <charconv>

#include "data/word_lists.hpp"
#include "families.hpp"
#include "words.hpp"

namespace datagen::generators {
namespace {

constexpr std::string_view kDefaultDomains = "example.com, example.org, example.net";  // RFC 2606
constexpr std::size_t kLongestLocal = 64;                                              // RFC 5321, 4.5.3.1.1

// first.last[number][@domain].  Where the column must be distinct the number is the ordinal, so no two values are equal
// whatever the names are: letters and digits cannot be confused.
class AccountSet final : public Generator {
 public:
  struct Inputs {
    std::optional<std::uint32_t> first, last, full;
  };
  AccountSet(const datagen_target& target, const Inputs& inputs, std::vector<std::string> domains)
      : inputs_(inputs), domains_(std::move(domains)) {
    const People& people = *find_locale(target.locale == nullptr ? "" : target.locale).people;
    std::vector<std::string> firsts = folded(people.female_names);
    const std::vector<std::string> more = folded(people.male_names);
    firsts.insert(firsts.end(), more.begin(), more.end());
    firsts_ = WordTable(firsts);
    lasts_ = WordTable(folded(people.last_names));
    std::size_t tail = 0;
    for (const std::string& domain : domains_) tail = std::max(tail, domain.size());
    if (target.distinct_needed > 0) {
      numbers_ = 10;
      digits_ = 1;
      while (numbers_ < target.distinct_needed && digits_ < 18) {
        numbers_ *= 10;
        ++digits_;
      }
    }
    const std::size_t room = std::min<std::size_t>(characters_or(target, 254), 254);
    const std::size_t least = tail + std::max<std::size_t>(digits_, 1);
    if (room < least || (digits_ == 0 && room < least + 1)) {
      refuse_target(target, std::string(target.postgres_type) + " is too short: " + std::to_string(least + 1) +
                                " characters are needed");
    }
    longest_name_ = std::min(room - tail - digits_, kLongestLocal - digits_);
  }

  GeneratorInfo info() const override {
    return {numbers_ > 0 ? kInjective : 0u, numbers_, 14 + (domains_[0].empty() ? 0u : 12u)};
  }

  void values(const datagen_call& call, Ordinals ordinals, datagen_column& out) const override {
    const auto input = [&](std::optional<std::uint32_t> place) {
      return place ? std::optional<sdk::TextInput>(*call.inputs[*place]) : std::nullopt;
    };
    const auto first = input(inputs_.first), last = input(inputs_.last), full = input(inputs_.full);
    sdk::TextColumn column(out, ordinals.size(), 256);
    std::string name;
    for (std::size_t i = 0; i < ordinals.size(); ++i) {
      const std::uint64_t random = datagen_mix(ordinals[i] + 0x51ed270b0a1f39c1u);
      name.clear();
      if (full) {
        if (const auto text = full->at(i)) append_words(name, *text);
      } else {
        if (first) {
          if (const auto text = first->at(i)) append_folded(name, *text);
        }
        if (last) {
          if (const auto text = last->at(i)) {
            if (!name.empty()) name += '.';
            append_folded(name, *text);
          }
        }
      }
      char* end = column.cursor();
      if (name.empty() || name == ".") {
        end = write_own_name(random, end);
      } else {
        if (name.size() > longest_name_) {
          name.resize(longest_name_);
          while (!name.empty() && name.back() == '.') name.pop_back();
        }
        end = std::copy(name.begin(), name.end(), end);
      }
      if (numbers_ > 0) {
        end = std::to_chars(end, end + 20, ordinals[i]).ptr;
      } else if ((random & 3) == 0 &&
                 static_cast<std::size_t>(end - column.cursor()) + 2 <= std::min(longest_name_, kLongestLocal)) {
        *end++ = static_cast<char>('1' + (random >> 8) % 9);
        *end++ = static_cast<char>('0' + (random >> 16) % 10);
      }
      const std::string& domain =
          domains_[domains_.size() == 1 ? 0 : datagen_scale(datagen_mix(random), domains_.size())];
      end = std::copy(domain.begin(), domain.end(), end);
      column.finish_value(end);
    }
    column.finish();
  }

 private:
  static std::vector<std::string> folded(std::string_view names) {
    std::vector<std::string> result;
    for (const std::string& name : split_list(names)) {
      result.emplace_back();
      append_folded(result.back(), name);
    }
    return result;
  }

  // "Dr. Ana María López" gives "dr.ana.maria.lopez".
  static void append_words(std::string& name, std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find(' '), text.size());
      const std::size_t before = name.size();
      if (before != 0) name += '.';
      append_folded(name, text.substr(0, end));
      if (before != 0 && name.size() == before + 1) name.pop_back();
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  char* write_own_name(std::uint64_t random, char* out) const {
    char* const begin = out;
    out = firsts_.copy(datagen_scale(random, firsts_.size()), out);
    if (static_cast<std::size_t>(out - begin) + 2 <= longest_name_) {
      *out++ = '.';
      out = lasts_.copy(datagen_scale(datagen_mix(random ^ 0x2545f4914f6cdd1du), lasts_.size()), out);
    }
    if (static_cast<std::size_t>(out - begin) > longest_name_) out = begin + longest_name_;
    while (out != begin && out[-1] == '.') --out;
    return out;
  }

  Inputs inputs_;
  std::vector<std::string> domains_;  // with '@' before each; one empty text for user names
  WordTable firsts_;
  WordTable lasts_;
  std::uint64_t numbers_ = 0;
  std::size_t digits_ = 0;
  std::size_t longest_name_ = 0;
};

AccountSet::Inputs bound_inputs(const Request& request) {
  const auto text_column = [&](const char* name) {
    auto place = request.options.column(name);
    if (place && !sdk::TextInput::accepts(*request.target.inputs[*place])) place.reset();
    return place;
  };
  AccountSet::Inputs inputs{text_column("first_name"), text_column("last_name"), text_column("full_name")};
  if (inputs.first || inputs.last) inputs.full.reset();
  return inputs;
}

bool any(const AccountSet::Inputs& inputs) { return inputs.first || inputs.last || inputs.full; }

// Without names in the row: combinations of names, told apart by a number only when they do not suffice.
std::unique_ptr<Generator> make_own(const datagen_target& target, const std::string& tail) {
  const People& people = *find_locale(target.locale == nullptr ? "" : target.locale).people;
  const auto folded = [](std::string_view names) {
    std::string list;
    for (const std::string& name : split_list(names)) {
      append_folded(list, name);
      list += ',';
    }
    return split_list(list);
  };
  const std::string firsts = std::string(people.female_names) + "," + std::string(people.male_names);
  return std::make_unique<PhraseSet>(
      target, std::vector<PhrasePart>{{"", folded(firsts)}, {".", folded(people.last_names)}}, "", tail);
}

std::unique_ptr<Generator> make_email(const Request& request) {
  require_text(request.target);
  std::vector<std::string> domains;
  if (request.options.is_set("domain")) {
    const std::string_view domain = request.options.string("domain");
    if (domain.empty() || domain.size() > 180 || domain.find_first_of("@ \t\r\n,") != std::string_view::npos) {
      refuse_option("domain", "'" + std::string(domain) + "' is no domain name; write one such as \"example.com\"");
    }
    domains.emplace_back(1, '@');
    domains.back() += domain;
  } else {
    for (const std::string& domain : split_list(kDefaultDomains)) domains.push_back(std::string(1, '@').append(domain));
  }
  const AccountSet::Inputs inputs = bound_inputs(request);
  const std::uint32_t room = characters_or(request.target, 254);
  if (!any(inputs) && request.target.distinct_needed > 0 && room >= 40 && domains[0].size() + 26 < room) {
    return make_own(request.target, domains[0]);
  }
  return std::make_unique<AccountSet>(request.target, inputs, std::move(domains));
}

std::unique_ptr<Generator> make_username(const Request& request) {
  require_text(request.target);
  const AccountSet::Inputs inputs = bound_inputs(request);
  if (!any(inputs) && request.target.distinct_needed > 0 && characters_or(request.target, 254) >= 30) {
    return make_own(request.target, "");
  }
  return std::make_unique<AccountSet>(request.target, inputs, std::vector<std::string>{""});
}

constexpr datagen_option kFirst = sdk::column_option(
    "first_name", "The column of the first name.", R"(["first_name", "firstname", "fname", "given_name", "forename"])");
constexpr datagen_option kLast = sdk::column_option("last_name", "The column of the last name.",
                                                    R"(["last_name", "lastname", "lname", "surname", "family_name"])");
constexpr datagen_option kFull =
    sdk::column_option("full_name", "The column of the whole name.",
                       R"(["full_name", "fullname", "name", "display_name", "author_name"])");
constexpr sdk::OptionTable kEmailOptions(
    sdk::string_option("domain", "The domain; example.com, .org and .net by turns if left out."), kFirst, kLast, kFull);
constexpr sdk::OptionTable kUsernameOptions(kFirst, kLast, kFull);

constexpr datagen_hint text_hint(const char* column) { return sdk::make_hint(column, kText); }
constexpr sdk::HintTable kEmailHints(text_hint("email"), text_hint("e_mail"), text_hint("mail"),
                                     text_hint("email_address"), text_hint("email_addr"));
constexpr sdk::HintTable kUsernameHints(text_hint("username"), text_hint("user_name"), text_hint("login"),
                                        text_hint("handle"), text_hint("screen_name"), text_hint("user_handle"),
                                        text_hint("login_name"));

constexpr datagen_generator_class kEmail = sdk::make_generator_class<make_email, kEmailOptions>(
    {.id = "datagen.email", .summary = "An e-mail address", .families = kText, .hints = kEmailHints});
constexpr datagen_generator_class kUsername = sdk::make_generator_class<make_username, kUsernameOptions>(
    {.id = "datagen.username", .summary = "A user name", .families = kText, .hints = kUsernameHints});

constexpr const datagen_generator_class* kClasses[] = {&kEmail, &kUsername};

}  // namespace

Classes account_classes() { return kClasses; }

}  // namespace datagen::generators
