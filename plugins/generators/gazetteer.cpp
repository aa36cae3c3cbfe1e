#include "gazetteer.hpp"

#include <map>
#include <memory>
#include <mutex>

#include "literals.hpp"

namespace datagen::generators {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> result;
  while (true) {
    const std::size_t end = text.find(separator);
    result.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return result;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

const Gazetteer& Gazetteer::get() {
  static const Gazetteer gazetteer(datagen::generators::cities, "");
  return gazetteer;
}

const Gazetteer& Gazetteer::of(const Locale& locale) {
  if (locale.places->country.empty()) return get();
  // One for each locale that was asked for; they live as long as the plugin.
  static std::mutex mutex;
  static std::map<const Places*, std::unique_ptr<const Gazetteer>> known;
  const std::lock_guard lock(mutex);
  std::unique_ptr<const Gazetteer>& entry = known[locale.places];
  if (entry == nullptr) entry.reset(new Gazetteer(locale.places->cities, locale.places->country));
  return *entry;
}

Gazetteer::Gazetteer(std::string_view cities, std::string_view own_country_name) {
  std::unordered_map<std::string_view, std::vector<std::string_view>> countries_by_code;
  for (const std::string_view line : split(datagen::generators::countries, '\n')) {
    auto fields = split(line, '|');
    const std::string_view code = fields[0];
    countries_by_code.emplace(code, std::move(fields));
  }
  for (const std::string_view line : split(cities, '\n')) {
    const auto fields = split(line, '|');
    const auto& country = countries_by_code.at(fields.at(3));
    cities_.push_back({.name = fields[0],
                       .state = fields[1],
                       .state_code = fields[2],
                       .country = own_country_name.empty() ? country[2] : own_country_name,
                       .country_code = country[0],
                       .country_code_3 = country[1],
                       .calling_code = country.at(4),
                       .currency = country[3],
                       .postal = fields.at(4),
                       .time_zone = fields.at(7),
                       .latitude = static_cast<std::int32_t>(parse_number(fields.at(5), 2).value().units),
                       .longitude = static_cast<std::int32_t>(parse_number(fields.at(6), 2).value().units)});
  }
  const auto add = [&](PlaceKey key, std::string_view name, std::uint32_t city) {
    by_name_[static_cast<std::size_t>(key)][name].push_back(city);
  };
  for (std::uint32_t i = 0; i < cities_.size(); ++i) {
    const City& city = cities_[i];
    add(PlaceKey::kCity, city.name, i);
    add(PlaceKey::kState, city.state, i);
    add(PlaceKey::kCountry, city.country, i);
    add(PlaceKey::kCountry, city.country_code, i);
    add(PlaceKey::kCountry, city.country_code_3, i);
  }
  // A state's code may be another country's too: the state that is listed first has it.
  for (std::uint32_t i = 0; i < cities_.size(); ++i) {
    auto& group = by_name_[static_cast<std::size_t>(PlaceKey::kState)][cities_[i].state_code];
    if (group.empty() || cities_[group.front()].state == cities_[i].state) group.push_back(i);
  }
}

const std::vector<std::uint32_t>& Gazetteer::find(PlaceKey key, std::string_view name) const {
  static const std::vector<std::uint32_t> kNone;
  const auto& names = by_name_[static_cast<std::size_t>(key)];
  const auto place = names.find(name);
  return place == names.end() ? kNone : place->second;
}

}  // namespace datagen::generators
