// Companies, products, categories, statuses, titles: things named by a few words.
#include "data/word_lists.hpp"
#include "families.hpp"
#include "words.hpp"

namespace datagen::generators {
namespace {

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

template <const auto& kValues>
std::unique_ptr<Generator> make_listed(const Request& request) {
  return make_dictionary(request.target, split_list(kValues));
}

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

constexpr datagen_hint text_hint(const char* column, const char* table = nullptr) {
  return sdk::make_hint(column, kText, DATAGEN_MATCH_SUFFIX, table);
}
constexpr sdk::HintTable kCompanyHints(
    text_hint("company"), text_hint("company_name"), text_hint("organization"), text_hint("organisation"),
    text_hint("employer"), text_hint("vendor"), text_hint("manufacturer"), text_hint("brand"), text_hint("supplier"),
    text_hint("business_name"), text_hint("supplier_name"), text_hint("brand_name"), text_hint("publisher"),
    text_hint("merchant"), text_hint("name", "company"), text_hint("name", "organization"),
    text_hint("name", "supplier"), text_hint("name", "vendor"), text_hint("name", "brand"), text_hint("name", "store"),
    text_hint("name", "tenant"), text_hint("name", "manufacturer"), text_hint("name", "shop"),
    text_hint("name", "partner"), text_hint("name", "merchant"), text_hint("name", "warehouse"),
    text_hint("name", "hotel"), text_hint("name", "bank"));
constexpr sdk::HintTable kProductHints(text_hint("product"), text_hint("product_name"), text_hint("item_name"),
                                       text_hint("name", "product"), text_hint("name", "item"),
                                       text_hint("title", "product"), text_hint("name", "variant"),
                                       text_hint("name", "asset"));
constexpr sdk::HintTable kCategoryHints(text_hint("category"), text_hint("category_name"),
                                        text_hint("name", "category"), text_hint("subcategory"),
                                        text_hint("name", "collection"));
constexpr sdk::HintTable kDepartmentHints(text_hint("department"), text_hint("dept"), text_hint("department_name"),
                                          text_hint("name", "department"), text_hint("name", "team"),
                                          text_hint("name", "group"), text_hint("division"));
constexpr sdk::HintTable kTagHints(text_hint("tag"), text_hint("tag_name"), text_hint("name", "tag"),
                                   text_hint("label"), text_hint("keyword"), text_hint("name", "topic"),
                                   text_hint("topic"));
constexpr sdk::HintTable kRoleHints(text_hint("role"), text_hint("role_name"), text_hint("name", "role"),
                                    text_hint("user_role"), text_hint("user_type"));
constexpr sdk::HintTable kColorHints(text_hint("color"), text_hint("colour"), text_hint("color_name"));
constexpr sdk::HintTable kTitleHints(text_hint("title"), text_hint("book_title"), text_hint("post_title"),
                                     text_hint("name", "project"), text_hint("name", "event"),
                                     text_hint("name", "course"), text_hint("name", "campaign"),
                                     text_hint("name", "playlist"), text_hint("name", "song"),
                                     text_hint("name", "album"), text_hint("project_name"), text_hint("event_name"),
                                     text_hint("course_name"), text_hint("name", "list"), text_hint("name", "board"));
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
