// Places.  Those of one row agree: each is read off the most exact place that the row has (city, state, country).
#include <algorithm>
#include <unordered_set>

#include "arithmetic_set.hpp"
#include "families.hpp"
#include "gazetteer.hpp"
#include "locales.hpp"
#include "words.hpp"

namespace datagen::generators {
namespace {

// The row's city: by an input's name, or any.
class CityFinder {
 public:
  CityFinder(const Request& request, const Gazetteer& gazetteer) : gazetteer_(&gazetteer) {
    struct Candidate {
      const char* option;
      PlaceKey key;
    };
    static constexpr Candidate kCandidates[] = {
        {"city", PlaceKey::kCity}, {"state", PlaceKey::kState}, {"country", PlaceKey::kCountry}};
    for (const Candidate& candidate : kCandidates) {
      const auto input = request.options.column(candidate.option);
      if (!input || !sdk::TextInput::accepts(*request.target.inputs[*input])) continue;
      input_ = input;
      key_ = candidate.key;
      return;
    }
  }

  const std::vector<City>& cities() const { return gazetteer_->cities(); }
  bool has_input() const { return input_.has_value(); }

  // Calls use(i, city) for each row.  Names of a small dictionary are looked up once.
  template <class Use>
  void for_each(const datagen_call& call, Ordinals ordinals, Use&& use) const {
    const Gazetteer& gazetteer = *gazetteer_;
    const std::vector<City>& cities = gazetteer.cities();
    using Group = const std::vector<std::uint32_t>*;
    std::optional<sdk::TextInput> input;
    Group* known = nullptr;
    if (input_) {
      input.emplace(*call.inputs[*input_]);
      const std::size_t entries = input->dictionary_size();
      if (entries > 0 && entries <= 4096 && call.scratch != nullptr) {
        known = static_cast<Group*>(call.scratch(&call, entries * sizeof(Group)));
        if (known != nullptr) std::fill_n(known, entries, nullptr);
      }
    }
    for (std::size_t i = 0; i < ordinals.size(); ++i) {
      const std::uint64_t random = datagen_mix(ordinals[i] + 0x9d3f8a6b1c24e705u);
      Group group = nullptr;
      if (input && sdk::is_valid(*call.inputs[*input_], i)) {
        Group* const cached = known == nullptr ? nullptr : known + input->index(i);
        if (cached != nullptr) group = *cached;
        if (group == nullptr) {
          group = &gazetteer.find(key_, input->at(i).value_or(std::string_view()));
          if (cached != nullptr) *cached = group;
        }
      }
      const std::size_t place = group == nullptr || group->empty()
                                    ? datagen_scale(random, cities.size())
                                    : (*group)[group->size() == 1 ? 0 : datagen_scale(random, group->size())];
      use(i, place, datagen_mix(random));
    }
  }

 private:
  const Gazetteer* gazetteer_;
  std::optional<std::uint32_t> input_;
  PlaceKey key_ = PlaceKey::kCity;
};

// The name if it fits, else the code, cut if it must be.
std::string fitted(const datagen_target& target, std::string_view name, std::string_view code) {
  if (fits(target, name)) return std::string(name);
  std::size_t size = 0;
  for (std::size_t left = target.max_characters; size < code.size(); ++size) {
    if ((static_cast<unsigned char>(code[size]) & 0xc0u) != 0x80u && left-- == 0) break;
  }
  return std::string(code.substr(0, size));
}

// One text of each city, as a dictionary.
class CityText final : public sdk::DictionarySet {
 public:
  CityText(const CityFinder& finder, std::vector<std::string> entries, std::vector<std::int32_t> entry_of_city)
      : DictionarySet(std::move(entries)), finder_(finder), entry_of_city_(std::move(entry_of_city)) {}
  GeneratorInfo info() const override {
    GeneratorInfo result = DictionarySet::info();
    if (finder_.has_input()) {
      result.flags = DATAGEN_DICTIONARY;
      result.cardinality = 0;
    }
    return result;
  }
  void values(const datagen_call& call, Ordinals ordinals, datagen_column& out) const override {
    if (!finder_.has_input()) return Generator::values(call, ordinals, out);
    std::int32_t* const result = sdk::fixed_values<std::int32_t>(out);
    finder_.for_each(call, ordinals,
                     [&](std::size_t i, std::size_t city, std::uint64_t) { result[i] = entry_of_city_[city]; });
  }

 private:
  CityFinder finder_;
  std::vector<std::int32_t> entry_of_city_;
};

const Gazetteer& gazetteer_of(const datagen_target& target) { return Gazetteer::of(locale_of(target)); }

// Names that have no code: those that fit.
std::unique_ptr<Generator> make_city(const Request& request) {
  const auto names_of = [](const Gazetteer& gazetteer) {
    std::vector<std::string> names;
    std::unordered_set<std::string_view> known;
    for (const City& city : gazetteer.cities()) {
      if (known.insert(city.name).second) names.emplace_back(city.name);
    }
    return names;
  };
  std::vector<std::string> names = names_of(gazetteer_of(request.target));
  // A locale has not as many cities as the world.
  if (names.size() < request.target.distinct_needed) names = names_of(Gazetteer::get());
  return make_dictionary(request.target, std::move(names));
}

template <std::string_view City::*kName, std::string_view City::*kCode>
std::unique_ptr<Generator> make_city_text(const Request& request) {
  require_text(request.target);
  std::vector<std::string> entries;
  std::vector<std::int32_t> entry_of_city;
  const Gazetteer* gazetteer = &gazetteer_of(request.target);
  const auto list = [&] {
    entries.clear();
    entry_of_city.clear();
    std::unordered_map<std::string, std::int32_t> known;
    for (const City& city : gazetteer->cities()) {
      std::string text = fitted(request.target, city.*kName, city.*kCode);
      const auto [place, is_new] = known.try_emplace(text, static_cast<std::int32_t>(entries.size()));
      if (is_new) entries.push_back(std::move(text));
      entry_of_city.push_back(place->second);
    }
  };
  list();
  if (entries.size() < request.target.distinct_needed) {
    gazetteer = &Gazetteer::get();
    list();
  }
  return std::make_unique<CityText>(CityFinder(request, *gazetteer), std::move(entries), std::move(entry_of_city));
}

class PostalCode final : public Generator {
 public:
  PostalCode(const CityFinder& finder, std::uint32_t room) : finder_(finder), room_(room) {}
  GeneratorInfo info() const override { return {0, 0, 5}; }
  void values(const datagen_call& call, Ordinals ordinals, datagen_column& out) const override {
    const std::vector<City>& cities = finder_.cities();
    sdk::TextColumn column(out, ordinals.size(), 16);
    finder_.for_each(call, ordinals, [&](std::size_t, std::size_t city, std::uint64_t random) {
      char* end = column.cursor();
      for (const char c : cities[city].postal.substr(0, room_)) {
        *end++ = c == '#' ? static_cast<char>('0' + random % 10) : c == '@' ? "ABCEGHJKLMNPRSTVWXYZ"[random % 20] : c;
        random /= 20;
      }
      column.finish_value(end);
    });
    column.finish();
  }

 private:
  CityFinder finder_;
  std::uint32_t room_;
};

std::unique_ptr<Generator> make_postal_code(const Request& request) {
  require_text(request.target);
  return std::make_unique<PostalCode>(CityFinder(request, gazetteer_of(request.target)),
                                      characters_or(request.target, 16));
}

// A point within about 10 km of the city, to six decimals.
class Coordinate final : public Generator {
 public:
  Coordinate(const CityFinder& finder, const NumberTarget& number, bool is_latitude)
      : finder_(finder), number_(number), is_latitude_(is_latitude) {}
  GeneratorInfo info() const override { return {0, 0, 9}; }
  void values(const datagen_call& call, Ordinals ordinals, datagen_column& out) const override {
    const bool text = number_.storage == Storage::kNumberText;
    std::optional<sdk::TextColumn> column;
    if (text) column.emplace(out, ordinals.size(), 48);
    const double unit = static_cast<double>(power_of_ten(number_.scale)) / 1e6;
    finder_.for_each(call, ordinals, [&](std::size_t i, std::size_t place, std::uint64_t random) {
      const City& city = finder_.cities()[place];
      const std::int64_t jitter = static_cast<std::int64_t>(random % 200'001) - 100'000;
      const std::int64_t micro = (is_latitude_ ? city.latitude : city.longitude) * std::int64_t{10'000} + jitter;
      const int128 units =
          std::clamp(static_cast<int128>(static_cast<double>(micro) * unit), number_.low, number_.high);
      switch (number_.storage) {
        case Storage::kSingle:
          sdk::fixed_values<float>(out)[i] = static_cast<float>(static_cast<double>(micro) / 1e6);
          break;
        case Storage::kDouble:
          sdk::fixed_values<double>(out)[i] = static_cast<double>(micro) / 1e6;
          break;
        case Storage::kScaled:
          sdk::fixed_values<int128>(out)[i] = units;
          break;
        default:
          column->finish_value(print_scaled(column->cursor(), units, number_.scale));
      }
    });
    if (text) column->finish();
  }

 private:
  CityFinder finder_;
  NumberTarget number_;
  bool is_latitude_;
};

template <bool kLatitude>
std::unique_ptr<Generator> make_coordinate(const Request& request) {
  NumberTarget number = number_target(request.target, 6);
  if (number.storage == Storage::kInt16 || number.storage == Storage::kInt32 || number.storage == Storage::kInt64) {
    refuse_target(request.target, "degrees need decimals, which an integer has not");
  }
  if (number.scale > 12) number.scale = std::min(number.scale, kMaximumScale);
  return std::make_unique<Coordinate>(CityFinder(request, gazetteer_of(request.target)), number, kLatitude);
}

constexpr datagen_option kCityOption =
    sdk::column_option("city", "The column of the city.", R"(["city", "town", "city_name"])");
constexpr datagen_option kStateOption = sdk::column_option(
    "state", "The column of the state.", R"(["state", "province", "region", "state_code", "county"])");
constexpr datagen_option kCountryOption = sdk::column_option(
    "country", "The column of the country.", R"(["country", "country_code", "country_name", "country_iso"])");
constexpr sdk::OptionTable kOfCity(kCityOption, sdk::column_option("state", "The column of the state."),
                                   sdk::column_option("country", "The column of the country."));
constexpr sdk::OptionTable kOfState(kCityOption, kStateOption,
                                    sdk::column_option("country", "The column of the country."));
constexpr sdk::OptionTable kOfAny(kCityOption, kStateOption, kCountryOption);

constexpr datagen_hint text_hint(const char* column, const char* table = nullptr) {
  return sdk::make_hint(column, kText, DATAGEN_MATCH_SUFFIX, table);
}
constexpr datagen_hint exact_hint(const char* column) { return sdk::make_hint(column, kText, DATAGEN_MATCH_EXACT); }
constexpr datagen_hint name_of(const char* table) { return sdk::make_hint("name", kText, DATAGEN_MATCH_EXACT, table); }
constexpr datagen_hint degree_hint(const char* column) { return sdk::make_hint(column, kDecimal | kFloat); }
constexpr sdk::HintTable kCityHints(text_hint("city"), text_hint("town"), text_hint("city_name"),
                                    text_hint("birthplace"), text_hint("birth_place"), text_hint("hometown"),
                                    text_hint("place_of_birth"), text_hint("city_village"), text_hint("municipality"),
                                    exact_hint("capital"), exact_hint("location"), text_hint("location_name"),
                                    name_of("city"), name_of("town"), name_of("village"), name_of("location"),
                                    name_of("place"));
// The state of a thing, such as an order's, is no place.  It is one in tables of places and of what has an address, as
// a code of two letters, and after words that say where.  (The hint for char(n) also makes those words part of what
// tells shipping_state from billing_state.)
constexpr datagen_hint state_of(const char* table) {
  return sdk::make_hint("state", kText, DATAGEN_MATCH_EXACT, table);
}
constexpr sdk::HintTable kStateHints(
    sdk::make_hint("state", kText, DATAGEN_MATCH_EXACT, nullptr, nullptr, 0, "character"), state_of("address"),
    state_of("customer"), state_of("person"), state_of("people"), state_of("contact"), state_of("employee"),
    state_of("supplier"), state_of("vendor"), state_of("store"), state_of("shop"), state_of("branch"),
    state_of("warehouse"), state_of("location"), state_of("place"), state_of("office"), state_of("company"),
    state_of("organization"), state_of("client"), state_of("patient"), state_of("student"), state_of("teacher"),
    state_of("member"), state_of("property"), state_of("hotel"), state_of("restaurant"), state_of("school"),
    state_of("university"), state_of("college"), state_of("hospital"), state_of("clinic"), state_of("facility"),
    state_of("site"), state_of("venue"), state_of("profile"), state_of("city"), state_of("county"),
    state_of("zip_code"), state_of("zipcode"), state_of("airport"), state_of("station"), state_of("agency"),
    state_of("bank"), state_of("donor"), state_of("provider"), state_of("physician"), state_of("doctor"),
    state_of("listing"), state_of("house"), state_of("home"), state_of("park"), state_of("institution"),
    state_of("partner"), state_of("guest"), state_of("candidate"), state_of("applicant"), state_of("lawyer"),
    state_of("contractor"), state_of("owner"), state_of("landlord"), state_of("staff"), state_of("lead"),
    state_of("passenger"), state_of("driver"), state_of("dealer"), state_of("merchant"), state_of("manufacturer"),
    state_of("publisher"), state_of("business"), state_of("brewery"), state_of("winery"), state_of("library"),
    state_of("museum"), state_of("church"), state_of("gym"), state_of("salon"), state_of("depot"),
    text_hint("shipping_state"), text_hint("billing_state"), text_hint("home_state"), text_hint("mailing_state"),
    text_hint("address_state"), text_hint("delivery_state"), text_hint("work_state"), text_hint("birth_state"),
    text_hint("residence_state"), text_hint("permanent_state"), text_hint("postal_state"), text_hint("legal_state"),
    text_hint("office_state"), text_hint("origin_state"), text_hint("destination_state"), text_hint("company_state"),
    text_hint("customer_state"), text_hint("store_state"), text_hint("warehouse_state"), text_hint("school_state"),
    text_hint("venue_state"), text_hint("hq_state"), text_hint("headquarters_state"), text_hint("ship_state"),
    text_hint("province"), text_hint("state_province"), text_hint("state_name"), exact_hint("region"),
    exact_hint("district"), text_hint("county_district"), text_hint("shipping_region"), text_hint("ship_region"),
    text_hint("billing_region"), text_hint("home_region"), text_hint("mailing_region"), text_hint("address_region"),
    text_hint("county"), text_hint("region_name"), text_hint("location_region"), name_of("state"), name_of("province"),
    name_of("state_province"), name_of("region"), name_of("county"), name_of("district"));
constexpr sdk::HintTable kStateCodeHints(text_hint("state_code"), text_hint("province_code"), text_hint("state_abbr"),
                                         text_hint("state_province_code"), text_hint("abbr", "state"),
                                         text_hint("region_code"), text_hint("c_state"), text_hint("ca_state"),
                                         text_hint("d_state"), text_hint("w_state"), text_hint("s_state"));
constexpr sdk::HintTable kCountryHints(text_hint("country"), text_hint("country_name"), text_hint("nationality"),
                                       text_hint("citizenship"), text_hint("iso_name", "country"),
                                       text_hint("n_name", "nation"), text_hint("country_of_origin"),
                                       text_hint("country_of_birth"), text_hint("country_region"), name_of("country"),
                                       name_of("nation"), name_of("country_region"));
constexpr sdk::HintTable kCountryCodeHints(text_hint("country_code"), text_hint("country_iso"),
                                           text_hint("country_iso2"), text_hint("iso_code"), exact_hint("iso2"),
                                           text_hint("iso2_code"), exact_hint("iso"), text_hint("alpha2"),
                                           text_hint("country_region_code"), text_hint("alpha_2"),
                                           text_hint("location_country"), text_hint("code", "country"),
                                           text_hint("code", "iso_3166_1"), text_hint("abbr", "country"));
constexpr sdk::HintTable kCountryCode3Hints(exact_hint("iso3"), text_hint("iso3_code"), text_hint("country_iso3"),
                                            text_hint("alpha3"), text_hint("alpha_3"), text_hint("country_code3"));
constexpr sdk::HintTable kCallingCodeHints(text_hint("calling_code"), text_hint("dialing_code"), text_hint("dial_code"),
                                           text_hint("phone_code"), text_hint("phone_country_code"));
constexpr sdk::HintTable kPostalHints(text_hint("postal_code"), text_hint("postcode"), text_hint("post_code"),
                                      text_hint("zip"), text_hint("zip_code"), text_hint("zipcode"),
                                      text_hint("postal"), text_hint("plz"));
constexpr sdk::HintTable kLatitudeHints(degree_hint("latitude"), degree_hint("lat"), degree_hint("geo_lat"));
constexpr sdk::HintTable kLongitudeHints(degree_hint("longitude"), degree_hint("lng"), degree_hint("lon"),
                                         degree_hint("long"));
constexpr sdk::HintTable kTimeZoneHints(text_hint("time_zone"), text_hint("timezone"), exact_hint("tz"));
template <std::string_view City::*kName, std::string_view City::*kCode, const auto& kOptions>
constexpr datagen_generator_class city_class(const char* id, const char* summary,
                                             std::span<const datagen_hint* const> hints) {
  return sdk::make_generator_class<make_city_text<kName, kCode>, kOptions>(
      {.id = id, .summary = summary, .families = kText, .hints = hints});
}
constexpr datagen_generator_class kCity = sdk::make_generator_class<make_city, kNoOptions>(
    {.id = "datagen.city", .summary = "A city", .families = kText, .hints = kCityHints, .plain_dictionary = true});
constexpr datagen_generator_class kState =
    city_class<&City::state, &City::state_code, kOfCity>("datagen.state", "A state or region", kStateHints);
constexpr datagen_generator_class kStateCode = city_class<&City::state_code, &City::state_code, kOfState>(
    "datagen.state_code", "A state's abbreviation", kStateCodeHints);
constexpr datagen_generator_class kCountry =
    city_class<&City::country, &City::country_code, kOfState>("datagen.country", "A country", kCountryHints);
constexpr datagen_generator_class kCountryCode = city_class<&City::country_code, &City::country_code, kOfAny>(
    "datagen.country_code", "A country's code of two letters", kCountryCodeHints);
constexpr datagen_generator_class kCountryCode3 = city_class<&City::country_code_3, &City::country_code_3, kOfAny>(
    "datagen.country_code_3", "A country's code of three letters", kCountryCode3Hints);
constexpr datagen_generator_class kCallingCode = city_class<&City::calling_code, &City::calling_code, kOfAny>(
    "datagen.calling_code", "What is dialled before a country's numbers", kCallingCodeHints);
constexpr datagen_generator_class kTimeZone =
    city_class<&City::time_zone, &City::time_zone, kOfAny>("datagen.time_zone", "An IANA time zone", kTimeZoneHints);
constexpr datagen_generator_class kPostal = sdk::make_generator_class<make_postal_code, kOfAny>(
    {.id = "datagen.postal_code", .summary = "A postal code", .families = kText, .hints = kPostalHints});
constexpr std::uint32_t kDegrees = kDecimal | kFloat | kText;
constexpr datagen_generator_class kLatitude = sdk::make_generator_class<make_coordinate<true>, kOfAny>(
    {.id = "datagen.latitude", .summary = "Degrees north", .families = kDegrees, .hints = kLatitudeHints});
constexpr datagen_generator_class kLongitude = sdk::make_generator_class<make_coordinate<false>, kOfAny>(
    {.id = "datagen.longitude", .summary = "Degrees east", .families = kDegrees, .hints = kLongitudeHints});
constexpr const datagen_generator_class* kClasses[] = {&kCity,        &kState,        &kStateCode,   &kCountry,
                                                       &kCountryCode, &kCountryCode3, &kCallingCode, &kTimeZone,
                                                       &kPostal,      &kLatitude,     &kLongitude};

}  // namespace

Classes place_classes() { return kClasses; }

}  // namespace datagen::generators
