// Detection by column name, by the rule that datagen_hint states: which generator real columns get.
#include <algorithm>
#include <cstring>
#include <sstream>
#include <tuple>

#include "harness.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

bool ends_in_words(const std::string& name, const std::string& words) {
  if (name == words) return true;
  return name.size() > words.size() + 1 && name.compare(name.size() - words.size(), words.size(), words) == 0 &&
         name[name.size() - words.size() - 1] == '_';
}

// The last part of the best class's id by name, "" if no name hint fits.
std::string detect(const std::string& column, std::uint32_t family, const std::string& table) {
  using Rank = std::tuple<int, long, int, int>;
  Rank best{};
  std::string best_id;
  const datagen_plugin& plugin = generators_plugin();
  for (std::uint32_t i = 0; i < plugin.n_generators; ++i) {
    const datagen_generator_class& type = *plugin.generators[i];
    for (std::uint32_t k = 0; k < type.n_hints; ++k) {
      const datagen_hint& hint = *type.hints[k];
      if (hint.column == nullptr || (hint.families & family) == 0) continue;
      const bool exact = column == hint.column;
      if (!exact && (hint.match == DATAGEN_MATCH_EXACT || !ends_in_words(column, hint.column))) continue;
      if (hint.table != nullptr && !ends_in_words(table, hint.table)) continue;
      const long words = std::count(hint.column, hint.column + std::strlen(hint.column), '_') + 1;
      const Rank rank{hint.priority, words, exact ? 1 : 0, hint.table != nullptr ? 1 : 0};
      if (best_id.empty() || rank > best || (rank == best && std::string(type.id) < best_id)) {
        best = rank;
        best_id = type.id;
      }
    }
  }
  return best_id.empty() ? "" : best_id.substr(best_id.rfind('.') + 1);
}

// family: t text, i integer, d decimal, f float, s timestamp, a date, b boolean.  column family table generator, '-'
// for none.
constexpr const char* kPairs = R"(
first_name t user first_name
last_name t user last_name
firstname t user first_name
surname t person last_name
middle_name t user first_name
full_name t author full_name
display_name t user full_name
name t user full_name
name t customer full_name
name t employee full_name
name t product product_name
name t category category
name t tag tag
name t role role
name t company company
name t department department
name t supplier company
name t project project
name t event event
name t order_customer full_name
name t patient full_name
name t student full_name
name t contact full_name
name t member full_name
name t person full_name
name t staff full_name
name t tenant company
name t organization company
name t vendor company
name t brand company
name t manufacturer company
name t item product_name
name t spare_part product_name
name t team team
name t country country
name t city city
name t state state
name t course course
name t plan plan
name t permission permission
name t warehouse warehouse
name t store store
name t branch store
name t hospital hospital
name t university school
name t restaurant restaurant
name t genre category
name t playlist title
name t sensor label
name t machine label
name t user_setting label
widget_name t sensor label
state t order state
shipping_state t order state
billing_state t order state
home_state t person state
order_state t order order_status
machine_state t machine -
author t book full_name
customer_name t order full_name
middle_initial t user initial
gender t user gender
sex t patient gender
job_title t employee job_title
title t employee job_title
title t job job_title
title t book title
title t post title
title t product product_name
title t review title
email t user email
billing_email t order email
email_address t contact email
contact_email t company email
email_verified b user -
email_verified_at s user updated_at
username t user username
login t user username
user_name t user username
password t user password_hash
password_hash t user password_hash
phone t user phone
phone_number t user phone
mobile t user phone
fax t company phone
cancelled b order -
cancelled_at s order updated_at
cancelled t order -
created_by i post -
created_by t post -
created_at s post created_at
created_at a post created_at
created_at i post -
created s post created_at
created_on a post created_at
date_created s post created_at
updated_at s post updated_at
modified_at s post updated_at
last_modified s file updated_at
deleted_at s post updated_at
published_at s post updated_at
last_login s user updated_at
order_date a order created_at
hire_date a employee created_at
start_date a project created_at
end_date a project updated_at
shipped_at s order updated_at
birth_date a user birth_date
date_of_birth a user birth_date
dob a user birth_date
expires_at s token future_date
due_date a invoice future_date
recorded_at s reading recent_time
timestamp s event recent_time
address t user address
street_address t user address
shipping_address t order address
billing_address t order address
address_line_2 t user secondary_address
city t user city
shipping_city t order city
state t address state
state t order state
shipping_state t order state
billing_state t order state
province t address state
state b job -
state i job -
status t user status
status t order order_status
status t payment payment_status
status t post post_status
status t task task_status
order_status t order order_status
payment_status t order payment_status
payment_method t order payment_method
country t user country
shipping_country t order country
country_code t address country_code
postal_code t address postal_code
shipping_postal_code t order postal_code
zip t address postal_code
zip_code t address postal_code
zip i address -
latitude d location latitude
lat f location latitude
lng f location longitude
longitude d location longitude
latitude i location -
time_zone t user time_zone
timezone t user time_zone
company t customer company
organization t user company
brand t product company
manufacturer t product company
department t employee department
category t product category
tag t post tag
role t user role
role i user -
color t product color
hex_color t theme hex_color
size t product size
description t product paragraph
comment t review paragraph
bio t author paragraph
content t post article
body t post paragraph
message t chat paragraph
notes t order paragraph
excerpt t post sentence
summary t article sentence
subject t email sentence
slug t post slug
sku t product sku
sku i product -
barcode t product ean13
isbn t book isbn
price d product price
unit_price d order_item price
price i product price
price t product -
cost d product price
amount d payment amount
total d order amount
total_amount d order amount
subtotal d order_item amount
tax d order surcharge
tax_rate d order fraction
shipping_cost d order surcharge
discount_amount d order surcharge
balance d account amount
salary d employee salary
quantity i order_item quantity
qty i order_item quantity
stock i product count
stock_quantity i product count
view_count i post count
likes i post count
rating i review rating
rating d product rating
age i user age
age t user -
year i movie year
score d test percentage
discount d product percentage
progress i task percentage
weight d product measure
position i item position
priority i task position
priority t task priority
sort_order i category position
temperature f reading temperature
duration i track duration
port i server port
currency t order currency_code
currency_code t order currency_code
iban t account iban
card_number t payment credit_card
vat_number t company vat_id
url t link url
website t company url
avatar_url t user image_url
image_url t product image_url
image t product image_url
ip_address t login ipv4
client_ip t request ipv4
ip t log ipv4
mac_address t device mac_address
user_agent t session user_agent
domain t site domain
hostname t server domain
file_name t upload file_name
mime_type t upload mime_type
content_type t upload mime_type
version t app semver
checksum t file hash_sha256
token t session token
api_key t app token
locale t user locale
language t user language
tracking_number t shipment tracking_number
order_number t order order_number
uuid t thing uuid
is_active b user -
active b user -
enabled b flag -
id i user -
user_id i post -
parent_id i category -
verified_purchase b review -
data t blob -
)";

TEST_CASE("columns get the generator that their name and type call for") {
  std::istringstream lines(kPairs);
  std::string column, family, table, expected;
  int pairs = 0;
  while (lines >> column >> family >> table >> expected) {
    std::uint32_t bit = 0;
    switch (family[0]) {
      case 't':
        bit = DATAGEN_FAMILY_TEXT;
        break;
      case 'i':
        bit = DATAGEN_FAMILY_INTEGER;
        break;
      case 'd':
        bit = DATAGEN_FAMILY_DECIMAL;
        break;
      case 'f':
        bit = DATAGEN_FAMILY_FLOAT;
        break;
      case 's':
        bit = DATAGEN_FAMILY_TIMESTAMP;
        break;
      case 'a':
        bit = DATAGEN_FAMILY_DATE;
        break;
      default:
        bit = DATAGEN_FAMILY_BOOLEAN;
    }
    INFO(table << "." << column << " of family " << family);
    CHECK(detect(column, bit, table) == (expected == "-" ? "" : expected));
    ++pairs;
  }
  CHECK(pairs >= 150);
}

// Each family of plain types has a default.
TEST_CASE("every type has a default") {
  for (const Column& column : all_columns()) {
    bool found = false;
    const datagen_plugin& plugin = generators_plugin();
    for (std::uint32_t i = 0; i < plugin.n_generators; ++i) {
      const datagen_generator_class& type = *plugin.generators[i];
      for (std::uint32_t k = 0; k < type.n_hints; ++k) {
        const datagen_hint& hint = *type.hints[k];
        if (hint.column != nullptr || (hint.families & column.family) == 0) continue;
        if (hint.postgres_type != nullptr && column.type.rfind(hint.postgres_type, 0) != 0) continue;
        const Object object(type, column);
        INFO(type.id << " on " << column.type << ": " << object.message());
        CHECK(object.status() == DATAGEN_OK);
        found = true;
      }
    }
    INFO(column.type);
    CHECK(found);
  }
}

}  // namespace
}  // namespace datagen::test
