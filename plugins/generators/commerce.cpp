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

// The whole phrase, or as many of its first words as the column has room for.
std::unique_ptr<Generator> make_phrase(const Request& request, std::vector<PhrasePart> parts) {
  require_text(request.target);
  for (;; parts.pop_back()) {
    try {
      return std::make_unique<PhraseSet>(request.target, parts, " ");
    } catch (const PluginError&) {
      if (parts.size() < 2) throw;
    }
  }
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
std::unique_ptr<Generator> make_task_title(const Request& request) {
  return make_phrase(request, {{"", split_list(task_verbs)}, {" ", split_list(task_subjects)}});
}
std::unique_ptr<Generator> make_setting_name(const Request& request) {
  require_text(request.target);
  return std::make_unique<PhraseSet>(
      request.target, std::vector<PhrasePart>{{"", split_list(permission_subjects)}, {".", split_list(setting_words)}},
      "_");
}
std::unique_ptr<Generator> make_keywords(const Request& request) {
  return make_phrase(request, {{"", split_list(tags)}, {", ", split_list(tags)}, {", ", split_list(tags)}});
}
std::unique_ptr<Generator> make_url_path(const Request& request) {
  require_text(request.target);
  return std::make_unique<PhraseSet>(
      request.target, std::vector<PhrasePart>{{"/", split_list(permission_subjects)}, {"/", split_list(common_words)}},
      "/");
}
std::unique_ptr<Generator> make_file_path(const Request& request) {
  require_text(request.target);
  const std::vector<std::string> words = split_list(common_words);
  return std::make_unique<PhraseSet>(request.target,
                                     std::vector<PhrasePart>{{"/", split_list(permission_subjects)},
                                                             {"/", words},
                                                             {"_", words},
                                                             {".", {"pdf", "jpg", "png", "csv", "log"}}},
                                     "");
}
// What a name in a table of anything is: two words that could stand for most things.
std::unique_ptr<Generator> make_label(const Request& request) {
  return make_phrase(request, {{"", split_list(label_adjectives)}, {" ", split_list(label_nouns)}});
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
    text_hint("organization_name"), text_hint("mfgr"), text_hint("bank_name"), text_hint("provider_name"),
    text_hint("partner_name"), text_hint("airline_name"), text_hint("agency_name"), text_hint("manufacturer_name"),
    text_hint("publisher_name"), text_hint("employer_name"), text_hint("insurer"), text_hint("sponsor"),
    text_hint("client_company"), text_hint("airline"), text_hint("insurance_provider"), text_hint("s_name", "supplier"),
    name_of("company"), name_of("organization"), name_of("organisation"), name_of("supplier"), name_of("vendor"),
    name_of("brand"), name_of("tenant"), name_of("manufacturer"), name_of("partner"), name_of("merchant"),
    name_of("bank"), name_of("business"), name_of("employer"), name_of("client_company"), name_of("corporation"),
    name_of("enterprise"), name_of("firm"), name_of("agency"), name_of("publisher"), name_of("sponsor"),
    name_of("carrier"), name_of("insurer"), name_of("distributor"), name_of("competitor"), name_of("investor"),
    name_of("airline"), name_of("label"));
constexpr sdk::HintTable kProductHints(text_hint("product"), text_hint("product_name"), text_hint("item_name"),
                                       text_hint("title", "product"), text_hint("product_title"),
                                       text_hint("p_name", "part"), text_hint("i_name", "item"), text_hint("part_name"),
                                       name_of("product"), name_of("item"), name_of("variant"), name_of("asset"),
                                       name_of("article"), name_of("good"), name_of("sku"), name_of("part"),
                                       name_of("component"), name_of("equipment"), name_of("material"), name_of("gift"),
                                       name_of("accessory"), name_of("merchandise"), name_of("product_variant"));
constexpr sdk::HintTable kCategoryHints(text_hint("category"), text_hint("category_name"), text_hint("subcategory"),
                                        name_of("category"), name_of("subcategory"), name_of("collection"),
                                        name_of("product_type"), text_hint("product_category"));
constexpr sdk::HintTable kDepartmentHints(text_hint("department"), text_hint("dept"), text_hint("department_name"),
                                          text_hint("division"), name_of("department"), name_of("division"),
                                          name_of("office"), name_of("unit"));
constexpr sdk::HintTable kTagHints(text_hint("tag"), text_hint("tag_name"), text_hint("label"), text_hint("keyword"),
                                   text_hint("topic"), name_of("tag"), name_of("topic"), name_of("keyword"),
                                   name_of("hashtag"), name_of("skill"), name_of("interest"), name_of("term"),
                                   text_hint("title", "label"), text_hint("skill"), text_hint("hashtag"));
constexpr sdk::HintTable kRoleHints(text_hint("role"), text_hint("role_name"), name_of("role"), text_hint("user_role"),
                                    text_hint("user_type"), text_hint("shortname", "role"));
constexpr sdk::HintTable kTeamHints(text_hint("team_name"), text_hint("group_name"),
                                    text_hint("displayname", "channel"), text_hint("club_name"), name_of("channel"),
                                    name_of("team"), name_of("group"), name_of("club"), name_of("squad"));
constexpr sdk::HintTable kProjectHints(text_hint("project_name"), text_hint("title", "project"),
                                       text_hint("title", "milestone"), text_hint("campaign_name"), name_of("project"),
                                       name_of("campaign"), name_of("initiative"), name_of("milestone"),
                                       name_of("sprint"), name_of("workspace"), name_of("board"));
constexpr sdk::HintTable kEventHints(text_hint("event_name"), text_hint("eventname"), text_hint("title", "event"),
                                     text_hint("title", "conference"), name_of("event"), name_of("conference"),
                                     name_of("meeting"), name_of("session"), name_of("workshop"), name_of("webinar"));
constexpr sdk::HintTable kCourseHints(text_hint("course_name"), text_hint("course_title"), text_hint("title", "course"),
                                      text_hint("fullname", "course"), text_hint("title", "lesson"),
                                      text_hint("subject_name"), name_of("course"), name_of("class"),
                                      name_of("subject"), name_of("lesson"), name_of("module"));
constexpr sdk::HintTable kPlanHints(text_hint("plan_name"), name_of("plan"), name_of("subscription_plan"),
                                    name_of("tier"), name_of("package"), name_of("membership_type"));
constexpr sdk::HintTable kPermissionHints(text_hint("permission"), text_hint("permission_name"), text_hint("scope"),
                                          text_hint("scopes"), text_hint("abilities"), text_hint("codename"),
                                          name_of("permission"), name_of("scope"), name_of("privilege"));
constexpr sdk::HintTable kSiteHints(text_hint("warehouse_name"), text_hint("w_name", "warehouse"), name_of("warehouse"),
                                    name_of("depot"), name_of("facility"), name_of("site"));
constexpr sdk::HintTable kStoreHints(text_hint("store_name"), text_hint("shop_name"), name_of("store"), name_of("shop"),
                                     name_of("branch"), name_of("outlet"));
constexpr sdk::HintTable kSchoolHints(text_hint("school_name"), text_hint("institution"), text_hint("university"),
                                      text_hint("school"), text_hint("college"), name_of("school"),
                                      name_of("university"), name_of("college"));
constexpr sdk::HintTable kHospitalHints(text_hint("hospital_name"), name_of("hospital"), name_of("clinic"));
constexpr sdk::HintTable kHotelHints(text_hint("hotel_name"), name_of("hotel"), name_of("resort"));
constexpr sdk::HintTable kRestaurantHints(text_hint("restaurant_name"), name_of("restaurant"), name_of("cafe"));
constexpr sdk::HintTable kLabelHints(sdk::make_hint("name", kText, DATAGEN_MATCH_SUFFIX, nullptr, nullptr, -10));
constexpr sdk::HintTable kTaskTitleHints(text_hint("title", "issue"), text_hint("title", "merge_request"),
                                         text_hint("title", "pull_request"), text_hint("title", "task"),
                                         text_hint("title", "ticket"), text_hint("title", "bug"),
                                         text_hint("title", "story"), text_hint("title", "todo"),
                                         text_hint("task_name"), name_of("task"), name_of("todo"), name_of("issue"),
                                         name_of("step"));
constexpr sdk::HintTable kSettingHints(text_hint("setting_name"), text_hint("option_name"), text_hint("meta_key"),
                                       text_hint("configkey"), text_hint("config_key"), text_hint("setting_key"),
                                       text_hint("key", "setting"), text_hint("key", "config"),
                                       text_hint("key", "preference"), text_hint("key", "option"),
                                       text_hint("key", "configuration"), text_hint("path", "config_data"),
                                       name_of("setting"), name_of("option"), name_of("config"), name_of("preference"));
constexpr sdk::HintTable kKeywordsHints(text_hint("keywords"), text_hint("tags"), text_hint("meta_keywords"),
                                        text_hint("hashtags"), text_hint("labels"));
constexpr sdk::HintTable kUrlPathHints(text_hint("request_path"), text_hint("url_path"), text_hint("page_path"),
                                       text_hint("path", "log"), text_hint("path", "request"),
                                       text_hint("path", "visit"), text_hint("path", "page_view"),
                                       text_hint("request_uri"), text_hint("route"));
constexpr sdk::HintTable kFilePathHints(text_hint("file_path"), text_hint("filepath"), text_hint("photo_path"),
                                        text_hint("path"), text_hint("log_path"), text_hint("image_path"),
                                        text_hint("thumbnailpath"), text_hint("storage_path"),
                                        text_hint("file_location"));
constexpr sdk::HintTable kColorHints(text_hint("color"), text_hint("colour"), text_hint("color_name"));
constexpr sdk::HintTable kTitleHints(text_hint("title"), text_hint("meta_title"), text_hint("seo_title"),
                                     text_hint("page_title"), text_hint("movie_title"), text_hint("album_title"),
                                     text_hint("film_title"), text_hint("book_title"), text_hint("post_title"),
                                     text_hint("song_title"), name_of("playlist"), name_of("song"), name_of("album"),
                                     name_of("list"), name_of("book"), name_of("movie"), name_of("film"),
                                     name_of("track"), name_of("episode"), name_of("show"), name_of("series"),
                                     name_of("video"), name_of("post"), name_of("podcast"));
constexpr sdk::HintTable kSlugHints(text_hint("slug"), text_hint("permalink"), text_hint("url_key"),
                                    text_hint("url_slug"), text_hint("path", "project"), text_hint("path", "namespace"),
                                    text_hint("post_name"), text_hint("shortcode"), text_hint("utm_campaign"),
                                    text_hint("alias"));
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
    text_class<make_task_title>("datagen.task_title", "What is to be done", kTaskTitleHints),
    text_class<make_setting_name>("datagen.setting_name", "A setting, such as orders.page_size", kSettingHints),
    text_class<make_keywords>("datagen.keywords", "Tags parted by commas", kKeywordsHints),
    text_class<make_url_path>("datagen.url_path", "The path of a URL", kUrlPathHints),
    text_class<make_file_path>("datagen.file_path", "A file with its folders", kFilePathHints),
    text_class<make_slug>("datagen.slug", "Words for a URL", kSlugHints)};

constexpr auto kClasses = [] {
  std::array<const datagen_generator_class*, std::size(kAll)> result{};
  for (std::size_t i = 0; i < std::size(kAll); ++i) result[i] = &kAll[i];
  return result;
}();

}  // namespace

Classes commerce_classes() { return kClasses; }

}  // namespace datagen::generators
