// Companies, products, categories, statuses, titles: things named by a few words.
#include "data/word_lists.hpp"
#include "families.hpp"
#include "words.hpp"

namespace datagen::generators {
namespace {

constexpr std::string_view kSiteNouns = "Warehouse, Depot, Distribution Center, Hub";
constexpr std::string_view kStoreNouns = "Store, Market, Shop, Outlet, Boutique, Emporium, Mart, Corner";
constexpr std::string_view kSchoolNouns = "University, College, School, Academy, Institute";
constexpr std::string_view kHospitalNouns = "Hospital, Clinic, Medical Center, Health Center";
constexpr std::string_view kHotelNouns = "Hotel, Inn, Resort, Lodge, Suites";
constexpr std::string_view kRestaurantNouns = "Restaurant, Bistro, Grill, Kitchen, Cafe, Diner";
constexpr std::string_view kStatuses = "active, inactive, pending, archived";
constexpr std::string_view kOrderStatuses = "pending, processing, shipped, delivered, cancelled, refunded";
constexpr std::string_view kPaymentStatuses = "pending, authorized, paid, failed, refunded";
constexpr std::string_view kPaymentMethods = "credit_card, debit_card, paypal, bank_transfer, gift_card, cash";
constexpr std::string_view kPostStatuses = "draft, published, scheduled, archived";
constexpr std::string_view kTaskStatuses = "open, in_progress, blocked, review, done";
constexpr std::string_view kPriorities = "low, medium, high, urgent";
constexpr std::string_view kSizes = "XS, S, M, L, XL, XXL";
constexpr std::string_view kUnits = "piece, kg, g, l, ml, m, cm, box, pack, pair";
constexpr std::string_view kTypes = "standard, premium, basic, custom, internal, external";
constexpr std::string_view kSeverities = "debug, info, warning, error, critical";
constexpr std::string_view kCarriers = "UPS, FedEx, DHL, USPS, DPD, GLS, Royal Mail";
constexpr std::string_view kDevices = "desktop, mobile, tablet, tv";
constexpr std::string_view kMarital = "single, married, divorced, widowed";
constexpr std::string_view kBloodTypes = "O+, A+, B+, AB+, O-, A-, B-, AB-";
constexpr std::string_view kWeekdays = "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday";
constexpr std::string_view kMonths =
    "January, February, March, April, May, June, July, August, September, October, November, December";

std::string lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ') c = '-';
  }
  return text;
}

std::vector<std::string> capitalized(std::string_view list) {
  std::vector<std::string> words = split_list(list);
  for (std::string& word : words)
    word[0] = static_cast<char>(word[0] >= 'a' && word[0] <= 'z' ? word[0] - 32 : word[0]);
  return words;
}

std::vector<std::string> lowered(std::string_view list) {
  std::vector<std::string> words = split_list(list);
  for (std::string& word : words) word = lower(std::move(word));
  return words;
}

std::unique_ptr<Generator> make_phrase(const Request& request, std::vector<PhrasePart> parts) {
  require_text(request.target);
  return std::make_unique<PhraseSet>(request.target, std::move(parts), " ");
}

// A short list, or its words with another before them when more distinct values are needed.
std::unique_ptr<Generator> make_extensible(const Request& request, std::string_view list, std::string_view before) {
  require_text(request.target);
  std::vector<std::string> words = split_list(list);
  if (request.target.distinct_needed <= fitting(request.target, words).size()) {
    return make_dictionary(request.target, std::move(words));
  }
  return make_phrase(request, {{"", split_list(before)}, {" ", std::move(words)}});
}

std::unique_ptr<Generator> make_company(const Request& request) {
  if (characters_or(request.target, 255) < 25) {
    return make_phrase(request, {{"", split_list(company_words)}, {" ", split_list(company_trades)}});
  }
  return make_phrase(
      request,
      {{"", split_list(company_words)}, {" ", split_list(company_trades)}, {" ", split_list(company_suffixes)}});
}

std::unique_ptr<Generator> make_product(const Request& request) {
  return make_phrase(
      request,
      {{"", split_list(product_adjectives)}, {" ", split_list(product_materials)}, {" ", split_list(product_nouns)}});
}

std::unique_ptr<Generator> make_category(const Request& request) {
  return make_extensible(request, product_categories, product_adjectives);
}
std::unique_ptr<Generator> make_department(const Request& request) {
  return make_extensible(request, departments, "Regional, Global, Central, Northern, Southern, Eastern, Western");
}
std::unique_ptr<Generator> make_tag(const Request& request) {
  if (request.target.distinct_needed <= 80) return make_extensible(request, tags, common_words);
  return make_phrase(request, {{"", lowered(common_words)}, {"_", split_list(tags)}});
}
std::unique_ptr<Generator> make_role(const Request& request) { return make_extensible(request, roles, departments); }
std::unique_ptr<Generator> make_color(const Request& request) {
  return make_extensible(request, color_names, "Light, Dark, Pale, Deep, Bright, Soft, Dusty");
}
std::unique_ptr<Generator> make_word(const Request& request) {
  return make_extensible(request, common_words, common_words);
}

std::unique_ptr<Generator> make_title(const Request& request) {
  const std::vector<std::string> words = capitalized(common_words);
  if (characters_or(request.target, 255) < 40) return make_phrase(request, {{"", words}, {" ", words}});
  return make_phrase(request, {{"The ", words}, {" ", words}, {" of the ", words}});
}

std::unique_ptr<Generator> make_slug(const Request& request) {
  require_text(request.target);
  std::vector<std::string> words = lowered(common_words);
  std::vector<PhrasePart> parts{{"", words}, {"-", words}};
  if (characters_or(request.target, 255) >= 32) parts.push_back({"-", words});
  return std::make_unique<PhraseSet>(request.target, std::move(parts), "-");
}

std::unique_ptr<Generator> make_team(const Request& request) {
  return make_phrase(request, {{"", split_list(team_words)}, {" ", split_list("Team, Squad, Crew, Group, Guild")}});
}
std::unique_ptr<Generator> make_project(const Request& request) {
  return make_phrase(request, {{"", split_list(company_words)}, {" ", split_list(project_nouns)}});
}
std::unique_ptr<Generator> make_event(const Request& request) {
  return make_phrase(
      request, {{"", split_list(event_kinds)}, {" ", split_list(event_subjects)}, {" ", split_list(event_nouns)}});
}
std::unique_ptr<Generator> make_course(const Request& request) {
  return make_phrase(request, {{"", split_list(course_openings)}, {" ", split_list(course_subjects)}});
}
std::unique_ptr<Generator> make_plan(const Request& request) {
  return make_extensible(request, plan_names,
                         "Monthly, Annual, Legacy, Partner, Regional, Education, Nonprofit, Early");
}
std::unique_ptr<Generator> make_permission(const Request& request) {
  require_text(request.target);
  return std::make_unique<PhraseSet>(
      request.target,
      std::vector<PhrasePart>{{"", split_list(permission_subjects)},
                              {":", split_list("read, write, create, update, delete, list, export, approve, manage")}},
      ".");
}
std::unique_ptr<Generator> make_site(const Request& request) {
  std::vector<std::string> places = split_list(
      "North, South, East, West, Central, Downtown, Uptown, Riverside, Airport, "
      "Harbor, Lakeside, Hillside, Parkside, Old Town, University, Station");
  const std::vector<std::string> names = split_list(company_words);
  return make_phrase(request, {{"", names}, {" ", std::move(places)}, {" ", split_list(kSiteNouns)}});
}
template <const auto& kNoun>
std::unique_ptr<Generator> make_named(const Request& request) {
  return make_phrase(request, {{"", split_list(company_words)}, {" ", split_list(kNoun)}});
}
// What a name in a table of anything is: two words that could stand for most things.
std::unique_ptr<Generator> make_label(const Request& request) {
  return make_phrase(request, {{"", split_list(label_adjectives)}, {" ", split_list(label_nouns)}});
}

template <const auto& kValues>
std::unique_ptr<Generator> make_listed(const Request& request) {
  return make_dictionary(request.target, split_list(kValues));
}

constexpr datagen_hint text_hint(const char* column, const char* table = nullptr) {
  return sdk::make_hint(column, kText, DATAGEN_MATCH_SUFFIX, table);
}
// In tables of these things only, and only "name" itself: products.color_name is another thing.
constexpr datagen_hint name_of(const char* table) { return sdk::make_hint("name", kText, DATAGEN_MATCH_EXACT, table); }
constexpr sdk::HintTable kCompanyHints(
    text_hint("company"), text_hint("company_name"), text_hint("organization"), text_hint("organisation"),
    text_hint("employer"), text_hint("vendor"), text_hint("manufacturer"), text_hint("brand"), text_hint("supplier"),
    text_hint("business_name"), text_hint("supplier_name"), text_hint("brand_name"), text_hint("publisher"),
    text_hint("merchant"), text_hint("company_legal_name"), text_hint("legal_name"), text_hint("vendor_name"),
    text_hint("organization_name"), name_of("company"), name_of("organization"), name_of("organisation"),
    name_of("supplier"), name_of("vendor"), name_of("brand"), name_of("tenant"), name_of("manufacturer"),
    name_of("partner"), name_of("merchant"), name_of("bank"), name_of("business"), name_of("employer"),
    name_of("client_company"), name_of("corporation"), name_of("enterprise"), name_of("firm"), name_of("agency"),
    name_of("publisher"), name_of("sponsor"), name_of("carrier"), name_of("insurer"), name_of("distributor"),
    name_of("competitor"), name_of("investor"), name_of("airline"), name_of("label"));
constexpr sdk::HintTable kProductHints(text_hint("product"), text_hint("product_name"), text_hint("item_name"),
                                       text_hint("title", "product"), name_of("product"), name_of("item"),
                                       name_of("variant"), name_of("asset"), name_of("article"), name_of("good"),
                                       name_of("sku"), name_of("part"), name_of("component"), name_of("equipment"),
                                       name_of("material"), name_of("gift"), name_of("accessory"),
                                       name_of("merchandise"), name_of("product_variant"));
constexpr sdk::HintTable kCategoryHints(text_hint("category"), text_hint("category_name"), text_hint("subcategory"),
                                        name_of("category"), name_of("subcategory"), name_of("collection"),
                                        name_of("genre"), name_of("product_type"));
constexpr sdk::HintTable kDepartmentHints(text_hint("department"), text_hint("dept"), text_hint("department_name"),
                                          text_hint("division"), text_hint("team_name"), name_of("department"),
                                          name_of("division"), name_of("office"), name_of("unit"));
constexpr sdk::HintTable kTagHints(text_hint("tag"), text_hint("tag_name"), text_hint("label"), text_hint("keyword"),
                                   text_hint("topic"), name_of("tag"), name_of("topic"), name_of("keyword"),
                                   name_of("hashtag"), name_of("skill"), name_of("interest"));
constexpr sdk::HintTable kRoleHints(text_hint("role"), text_hint("role_name"), name_of("role"), text_hint("user_role"),
                                    text_hint("user_type"));
constexpr sdk::HintTable kTeamHints(name_of("team"), name_of("group"), name_of("club"), name_of("squad"));
constexpr sdk::HintTable kProjectHints(text_hint("project_name"), name_of("project"), name_of("campaign"),
                                       name_of("initiative"), name_of("milestone"), name_of("sprint"),
                                       name_of("workspace"), name_of("board"));
constexpr sdk::HintTable kEventHints(text_hint("event_name"), name_of("event"), name_of("conference"),
                                     name_of("meeting"), name_of("session"), name_of("workshop"), name_of("webinar"));
constexpr sdk::HintTable kCourseHints(text_hint("course_name"), text_hint("course_title"), text_hint("title", "course"),
                                      name_of("course"), name_of("class"), name_of("subject"), name_of("lesson"),
                                      name_of("module"));
constexpr sdk::HintTable kPlanHints(text_hint("plan_name"), name_of("plan"), name_of("subscription_plan"),
                                    name_of("tier"), name_of("package"), name_of("membership_type"));
constexpr sdk::HintTable kPermissionHints(text_hint("permission"), text_hint("permission_name"), text_hint("scope"),
                                          name_of("permission"), name_of("scope"), name_of("privilege"));
constexpr sdk::HintTable kSiteHints(text_hint("warehouse_name"), name_of("warehouse"), name_of("depot"),
                                    name_of("facility"), name_of("site"));
constexpr sdk::HintTable kStoreHints(text_hint("store_name"), text_hint("shop_name"), name_of("store"), name_of("shop"),
                                     name_of("branch"), name_of("outlet"));
constexpr sdk::HintTable kSchoolHints(text_hint("school_name"), name_of("school"), name_of("university"),
                                      name_of("college"));
constexpr sdk::HintTable kHospitalHints(text_hint("hospital_name"), name_of("hospital"), name_of("clinic"));
constexpr sdk::HintTable kHotelHints(text_hint("hotel_name"), name_of("hotel"), name_of("resort"));
constexpr sdk::HintTable kRestaurantHints(text_hint("restaurant_name"), name_of("restaurant"), name_of("cafe"));
constexpr sdk::HintTable kLabelHints(sdk::make_hint("name", kText, DATAGEN_MATCH_SUFFIX, nullptr, nullptr, -10));
constexpr sdk::HintTable kColorHints(text_hint("color"), text_hint("colour"), text_hint("color_name"));
constexpr sdk::HintTable kTitleHints(text_hint("title"), text_hint("book_title"), text_hint("post_title"),
                                     text_hint("song_title"), name_of("playlist"), name_of("song"), name_of("album"),
                                     name_of("list"), name_of("book"), name_of("movie"), name_of("film"),
                                     name_of("track"), name_of("episode"), name_of("show"), name_of("series"),
                                     name_of("video"), name_of("post"), name_of("podcast"));
constexpr sdk::HintTable kSlugHints(text_hint("slug"), text_hint("permalink"), text_hint("url_key"),
                                    text_hint("url_slug"));
constexpr sdk::HintTable kStatusHints(text_hint("status"), text_hint("account_status"));
constexpr sdk::HintTable kOrderStatusHints(text_hint("status", "order"), text_hint("order_status"),
                                           text_hint("shipping_status"), text_hint("delivery_status"),
                                           text_hint("fulfillment_status"), text_hint("order_state"),
                                           text_hint("status", "shipment"));
constexpr sdk::HintTable kPaymentStatusHints(text_hint("payment_status"), text_hint("status", "payment"),
                                             text_hint("status", "invoice"), text_hint("status", "transaction"));
constexpr sdk::HintTable kPaymentMethodHints(text_hint("payment_method"), text_hint("payment_type"));
constexpr sdk::HintTable kPostStatusHints(text_hint("status", "post"), text_hint("status", "article"),
                                          text_hint("visibility"), text_hint("publish_status"));
constexpr sdk::HintTable kTaskStatusHints(text_hint("status", "task"), text_hint("status", "ticket"),
                                          text_hint("status", "issue"), text_hint("status", "job"));
constexpr sdk::HintTable kPriorityHints(text_hint("priority"));
constexpr sdk::HintTable kSizeHints(text_hint("size"));
constexpr sdk::HintTable kUnitHints(text_hint("unit"), text_hint("unit_of_measure"), text_hint("uom"));
constexpr sdk::HintTable kTypeHints(text_hint("type"), text_hint("kind"), text_hint("tier"), text_hint("plan"));
constexpr sdk::HintTable kSeverityHints(text_hint("severity"), text_hint("log_level"), text_hint("loglevel"));
constexpr sdk::HintTable kCarrierHints(text_hint("carrier"), text_hint("shipping_method"));
constexpr sdk::HintTable kDeviceHints(text_hint("device"), text_hint("device_type"), text_hint("platform"));
constexpr sdk::HintTable kMaritalHints(text_hint("marital_status"));
constexpr sdk::HintTable kBloodHints(text_hint("blood_type"), text_hint("blood_group"));
constexpr sdk::HintTable kWeekdayHints(text_hint("weekday"), text_hint("day_of_week"));
constexpr sdk::HintTable kMonthHints(text_hint("month_name"), text_hint("month"));
constexpr sdk::HintTable<0> kNoHints;

template <sdk::GeneratorFactory kFactory>
constexpr datagen_generator_class text_class(const char* id, const char* summary,
                                             std::span<const datagen_hint* const> hints) {
  return sdk::make_generator_class<kFactory, kNoOptions>(
      {.id = id, .summary = summary, .families = kText, .hints = hints});
}
constexpr datagen_generator_class kAll[] = {
    text_class<make_company>("datagen.company", "A company", kCompanyHints),
    text_class<make_product>("datagen.product_name", "A product", kProductHints),
    text_class<make_category>("datagen.category", "A category of goods", kCategoryHints),
    text_class<make_department>("datagen.department", "A department", kDepartmentHints),
    text_class<make_tag>("datagen.tag", "A tag", kTagHints),
    text_class<make_role>("datagen.role", "A role of users", kRoleHints),
    text_class<make_team>("datagen.team", "A team", kTeamHints),
    text_class<make_project>("datagen.project", "A project", kProjectHints),
    text_class<make_event>("datagen.event", "An event", kEventHints),
    text_class<make_course>("datagen.course", "A course", kCourseHints),
    text_class<make_plan>("datagen.plan", "A plan that customers subscribe to", kPlanHints),
    text_class<make_permission>("datagen.permission", "A permission, such as orders:read", kPermissionHints),
    text_class<make_site>("datagen.warehouse", "A warehouse", kSiteHints),
    text_class<make_named<kStoreNouns>>("datagen.store", "A store", kStoreHints),
    text_class<make_named<kSchoolNouns>>("datagen.school", "A school or university", kSchoolHints),
    text_class<make_named<kHospitalNouns>>("datagen.hospital", "A hospital", kHospitalHints),
    text_class<make_named<kHotelNouns>>("datagen.hotel", "A hotel", kHotelHints),
    text_class<make_named<kRestaurantNouns>>("datagen.restaurant", "A restaurant", kRestaurantHints),
    text_class<make_label>("datagen.label", "A name for anything", kLabelHints),
    text_class<make_color>("datagen.color", "A color's name", kColorHints),
    text_class<make_word>("datagen.word", "A common word", kNoHints),
    text_class<make_title>("datagen.title", "A title", kTitleHints),
    text_class<make_slug>("datagen.slug", "Words for a URL", kSlugHints),
    text_class<make_listed<kStatuses>>("datagen.status", "A status", kStatusHints),
    text_class<make_listed<kOrderStatuses>>("datagen.order_status", "An order's status", kOrderStatusHints),
    text_class<make_listed<kPaymentStatuses>>("datagen.payment_status", "A payment's status", kPaymentStatusHints),
    text_class<make_listed<kPaymentMethods>>("datagen.payment_method", "A way to pay", kPaymentMethodHints),
    text_class<make_listed<kPostStatuses>>("datagen.post_status", "A text's status", kPostStatusHints),
    text_class<make_listed<kTaskStatuses>>("datagen.task_status", "A task's status", kTaskStatusHints),
    text_class<make_listed<kPriorities>>("datagen.priority", "A priority", kPriorityHints),
    text_class<make_listed<kSizes>>("datagen.size", "A size of clothes", kSizeHints),
    text_class<make_listed<kUnits>>("datagen.unit", "A unit of sale", kUnitHints),
    text_class<make_listed<kTypes>>("datagen.kind", "A kind", kTypeHints),
    text_class<make_listed<kSeverities>>("datagen.severity", "A log level", kSeverityHints),
    text_class<make_listed<kCarriers>>("datagen.carrier", "A carrier", kCarrierHints),
    text_class<make_listed<kDevices>>("datagen.device", "A kind of device", kDeviceHints),
    text_class<make_listed<kMarital>>("datagen.marital_status", "A marital status", kMaritalHints),
    text_class<make_listed<kBloodTypes>>("datagen.blood_type", "A blood type", kBloodHints),
    text_class<make_listed<kWeekdays>>("datagen.weekday", "A day of the week", kWeekdayHints),
    text_class<make_listed<kMonths>>("datagen.month", "A month", kMonthHints)};

constexpr auto kClasses = [] {
  std::array<const datagen_generator_class*, std::size(kAll)> result{};
  for (std::size_t i = 0; i < std::size(kAll); ++i) result[i] = &kAll[i];
  return result;
}();

}  // namespace

Classes commerce_classes() { return kClasses; }

}  // namespace datagen::generators
