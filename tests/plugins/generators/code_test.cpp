// Codes: their form, and check digits by other means than the generators use.
#include <regex>
#include <set>

#include "harness.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

std::vector<std::string> sample(const char* name, const Json& options = Json::object()) {
  const Object object(find_class(name), text_column(255), options);
  INFO(name << object.message());
  REQUIRE(object.status() == DATAGEN_OK);
  return object.values(sample_ordinals(object.info(), 2000));
}

// Luhn by the table of doubled digits.
bool luhn(const std::string& digits) {
  static constexpr int kDoubled[] = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[digits.size() - 1 - i] - '0';
    sum += i % 2 == 1 ? kDoubled[digit] : digit;
  }
  return sum % 10 == 0;
}

bool ean(const std::string& digits) {
  int odd = 0, even = 0;
  for (std::size_t i = 0; i < 13; ++i) (i % 2 == 0 ? odd : even) += digits[i] - '0';
  return (odd + 3 * even) % 10 == 0;
}

// ISO 13616: the first four characters move to the end, letters become numbers, the whole leaves 1 modulo 97.
bool iban(const std::string& text) {
  std::string digits;
  for (const char c : text.substr(4) + text.substr(0, 4)) {
    digits += c >= 'A' ? std::to_string(c - 'A' + 10) : std::string(1, c);
  }
  unsigned rest = 0;
  for (const char c : digits) rest = (rest * 10 + static_cast<unsigned>(c - '0')) % 97;
  return rest == 1;
}

TEST_CASE("check digits are right") {
  for (const std::string& value : sample("credit_card")) CHECK((value.size() == 16 && luhn(value)));
  for (const std::string& value : sample("ean13")) CHECK((value.size() == 13 && ean(value)));
  for (const std::string& value : sample("isbn")) CHECK((value.substr(0, 3) == "978" && ean(value)));
  for (const std::string& value : sample("iban")) CHECK((value.size() == 22 && iban(value)));
}

TEST_CASE("codes have their form") {
  const struct {
    const char* name;
    const char* form;
    Json options;
  } kForms[] = {
      {"phone", R"(\([2-9]\d\d\) 555-01\d\d)", Json::object()},
      {"phone", R"((07700 900|01632 960)\d{3})", {{"format", "uk"}}},
      {"phone", R"(\+1[2-9]\d\d55501\d\d)", {{"format", "e164"}}},
      {"ipv4", R"(10\.(\d{1,2}|1\d\d|2[0-4]\d|25[0-5])(\.(\d{1,2}|1\d\d|2[0-4]\d|25[0-5])){2})", Json::object()},
      {"ipv6", R"(2001:db8(:(0|[1-9a-f][0-9a-f]{0,3})){4}::)", Json::object()},
      {"mac_address", R"(02(:[0-9a-f]{2}){5})", Json::object()},
      {"uuid", R"([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})", Json::object()},
      {"uuid", R"([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})", {{"version", 7}}},
      {"email", R"([a-z.]+\d*@example\.(com|org|net))", Json::object()},
      {"email", R"([a-z.]+\d*@corp\.test)", {{"domain", "corp.test"}}},
      {"hex_color", "#[0-9a-f]{6}", Json::object()},
      {"hash_sha256", "[0-9a-f]{64}", Json::object()},
      {"password_hash", R"(\$2b\$12\$[./A-Za-z0-9]{53})", Json::object()},
      {"semver", R"(\d+\.\d+\.\d+)", Json::object()},
      {"currency_code", "[A-Z]{3}", Json::object()},
      {"country_code", "[A-Z]{2}", Json::object()},
      {"timestamp", R"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?)", Json::object()},
      {"date", R"(\d{4}-\d\d-\d\d)", Json::object()},
      {"slug", "[a-z]+(-[a-z]+){1,2}", Json::object()}};
  for (const auto& form : kForms) {
    const std::regex regex(form.form);
    for (const std::string& value : sample(form.name, form.options)) {
      INFO(form.name << ": " << value);
      CHECK(std::regex_match(value, regex));
    }
  }
}

TEST_CASE("JSON values are objects that parse") {
  for (const std::string& value : sample("json")) CHECK(Json::parse(value).is_object());
}

TEST_CASE("word lists are broad") {
  CHECK(Object(find_class("first_name"), text_column()).info().cardinality >= 400);
  CHECK(Object(find_class("last_name"), text_column()).info().cardinality >= 500);
  CHECK(Object(find_class("city"), text_column()).info().cardinality >= 250);
  CHECK(Object(find_class("time_zone"), text_column()).info().cardinality >= 80);
}

}  // namespace
}  // namespace datagen::test
