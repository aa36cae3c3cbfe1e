// The cities with their states, countries, postal codes and places on the globe.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common.hpp"
#include "data/word_lists.hpp"

namespace datagen::generators {

struct City {
  std::string_view name, state, state_code, country, country_code, country_code_3, calling_code, currency, postal,
      time_zone;
  std::int32_t latitude;  // in hundredths of a degree
  std::int32_t longitude;
};

enum class PlaceKey { kCity, kState, kCountry };

class Gazetteer {
 public:
  /// The cities of the whole world.
  static const Gazetteer& get();
  /// Those of a locale, or the world's where the locale's country is not fixed.
  static const Gazetteer& of(const Locale& locale);

  const std::vector<City>& cities() const { return cities_; }
  /// Indices of the cities that a name stands for (a state or country also by its codes); empty if it is not known.
  const std::vector<std::uint32_t>& find(PlaceKey key, std::string_view name) const;

 private:
  Gazetteer(std::string_view cities, std::string_view own_country_name);
  std::vector<City> cities_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_name_[3];
};

}  // namespace datagen::generators
