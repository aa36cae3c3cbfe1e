// E-mail addresses and user names, from the row's own names where it has them.
#include <algorithm>

#include "datagen/text/integer.hpp"
#include "families.hpp"
#include "folding.hpp"
#include "locales.hpp"
#include "text_reader.hpp"
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
  AccountSet(const datagen_target& target, const Inputs& inputs, const std::vector<std::string>& domains)
      : inputs_(inputs), names_(locale_of(target)), domains_(domains) {
    firsts_ = WordTable(names_.latin_firsts);
    lasts_ = WordTable(names_.latin_lasts);
    has_domain_ = !domains[0].empty();
    std::size_t tail = 0;
    for (const std::string& domain : domains) tail = std::max(tail, domain.size());
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
    return {numbers_ > 0 ? kInjective : 0u, numbers_, 14 + (has_domain_ ? 12u : 0u)};
  }

  void values(const datagen_call& call, Ordinals ordinals, datagen_column& out) const override {
    const auto reader = [&](std::optional<std::uint32_t> place) {
      return place ? TextReader(*call.inputs[*place]) : TextReader();
    };
    const TextReader first = reader(inputs_.first), last = reader(inputs_.last), full = reader(inputs_.full);
    sdk::TextColumn column(out, ordinals.size(), 256);
    for (std::size_t i = 0; i < ordinals.size(); ++i) {
      const std::uint64_t random = datagen_mix(ordinals[i] + 0x51ed270b0a1f39c1u);
      char* const begin = column.cursor();
      char* end = begin;
      if (full) {
        end = fold_words(end, head(full[i]));
        if (end == begin) end = write_latin(end, full[i]);
      } else {
        if (first) end = write_part(end, first[i]);
        if (last) {
          char* const place = end + (end == begin ? 0 : 1);
          char* const after = write_part(place, last[i]);
          if (after != place) {
            if (place != end) *end = '.';
            end = after;
          }
        }
      }
      if (static_cast<std::size_t>(end - begin) > longest_name_) end = begin + longest_name_;
      while (end != begin && end[-1] == '.') --end;
      if (end == begin) end = write_own_name(random, end);
      if (numbers_ > 0) {
        end = text::write_unsigned(end, ordinals[i]);
      } else {  // one in four with two digits; written always, as guessing wrong would cost more
        end[0] = static_cast<char>('1' + (random >> 8 & 0xff) * 9 / 256);
        end[1] = static_cast<char>('0' + (random >> 16 & 0xff) * 10 / 256);
        const bool fits = static_cast<std::size_t>(end - begin) + 2 <= std::min(longest_name_, kLongestLocal);
        end += 2 * static_cast<std::size_t>(static_cast<unsigned>((random & 3) == 0) & static_cast<unsigned>(fits));
      }
      column.finish_value(domains_.copy((random >> 40) * domains_.size() >> 24, end));
    }
    column.finish();
  }

 private:
  // What an address has room for, and a little more.
  static std::string_view head(std::string_view name) { return name.substr(0, 80); }

  char* write_part(char* out, std::string_view name) const {
    char* const end = fold(out, head(name));
    return end == out ? write_latin(out, name) : end;
  }
  // Of a name in another script: its usual transcription, if the locale lists one.
  char* write_latin(char* out, std::string_view name) const {
    if (names_.transcriptions.empty()) return out;
    const auto latin = names_.transcriptions.find(name);
    if (latin == names_.transcriptions.end()) return out;
    return std::copy(latin->second.begin(), latin->second.end(), out);
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
  NameLists names_;
  WordTable domains_;  // with '@' before each; one empty text for user names
  WordTable firsts_;
  WordTable lasts_;
  bool has_domain_ = false;
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
  const NameLists names(locale_of(target));
  return std::make_unique<PhraseSet>(
      target, std::vector<PhrasePart>{{"", names.latin_firsts}, {".", names.latin_lasts}}, "", tail);
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
  return std::make_unique<AccountSet>(request.target, inputs, domains);
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

constexpr datagen_hint text_hint(const char* column, const char* table = nullptr) {
  return sdk::make_hint(column, kText, DATAGEN_MATCH_SUFFIX, table);
}
constexpr sdk::HintTable kEmailHints(text_hint("email"), text_hint("e_mail"), text_hint("mail"),
                                     text_hint("email_address"), text_hint("email_addr"), text_hint("emailaddress"),
                                     text_hint("email_from"), text_hint("email_to"));
constexpr sdk::HintTable kUsernameHints(text_hint("username"), text_hint("user_name"), text_hint("login"),
                                        text_hint("handle"), text_hint("screen_name"), text_hint("user_handle"),
                                        text_hint("login_name"), text_hint("nicename"), text_hint("login_id"),
                                        text_hint("username_lower"), text_hint("lower_name", "user"),
                                        // created_by, approved_by: whoever did it.
                                        text_hint("by"));

constexpr datagen_generator_class kEmail = sdk::make_generator_class<make_email, kEmailOptions>(
    {.id = "datagen.email", .summary = "An e-mail address", .families = kText, .hints = kEmailHints});
constexpr datagen_generator_class kUsername = sdk::make_generator_class<make_username, kUsernameOptions>(
    {.id = "datagen.username", .summary = "A user name", .families = kText, .hints = kUsernameHints});

constexpr const datagen_generator_class* kClasses[] = {&kEmail, &kUsername};

}  // namespace

Classes account_classes() { return kClasses; }

}  // namespace datagen::generators
