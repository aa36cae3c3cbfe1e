// Words of closed vocabularies, by what they are said of: kinds, levels, channels, brands.
#include "families.hpp"
#include "vocabulary.hpp"

namespace datagen::generators {
namespace {

constexpr std::string_view kKind = "standard, premium, basic, custom, internal, external";
constexpr sdk::HintTable kKindHints(words_hint("type"), words_hint("kind"));

constexpr std::string_view kPaymentMethod = "credit_card, debit_card, paypal, bank_transfer, gift_card, cash";
constexpr sdk::HintTable kPaymentMethodHints(words_hint("payment_method"), words_hint("payment_type"),
                                             words_hint("collection_method"), words_hint("pay_method"),
                                             words_hint("tender_type"));

constexpr std::string_view kPaymentProvider = "stripe, paypal, adyen, braintree, square, mollie, klarna";
constexpr sdk::HintTable kPaymentProviderHints(words_hint("payment_provider"), words_hint("payment_gateway"),
                                               words_hint("gateway"), words_hint("payment_processor"),
                                               words_hint("processor"));

constexpr std::string_view kCardBrand = "Visa, Mastercard, American Express, Discover, JCB, Diners Club";
constexpr sdk::HintTable kCardBrandHints(words_hint("card_brand"), words_hint("cc_type"), words_hint("card_network"),
                                         words_hint("card_type", "credit_card"));

constexpr std::string_view kCardType = "credit, debit, prepaid";
constexpr sdk::HintTable kCardTypeHints(words_hint("card_type"), whole_name_hint("funding"));

constexpr std::string_view kAccountType = "checking, savings, credit, investment, loan";
constexpr sdk::HintTable kAccountTypeHints(words_hint("account_type"), whole_name_hint("type", "account"));

constexpr std::string_view kTransactionType = "deposit, withdrawal, transfer, payment, refund, fee";
constexpr sdk::HintTable kTransactionTypeHints(words_hint("transaction_type"), whole_name_hint("type", "transaction"),
                                               whole_name_hint("kind", "transaction"), words_hint("txn_type"),
                                               words_hint("entry_type"));

constexpr std::string_view kDiscountType = "percentage, fixed_amount, free_shipping, buy_one_get_one";
constexpr sdk::HintTable kDiscountTypeHints(words_hint("discount_type"), words_hint("coupon_type"),
                                            words_hint("promotion_type"));

constexpr std::string_view kBillingPeriod = "day, week, month, quarter, year";
constexpr sdk::HintTable kBillingPeriodHints(words_hint("billing_period"), words_hint("billing_cycle"),
                                             words_hint("recurring_interval"), words_hint("billing_interval"),
                                             words_hint("payment_frequency"), whole_name_hint("interval", "plan"),
                                             whole_name_hint("interval", "price"),
                                             whole_name_hint("interval", "subscription"));

constexpr std::string_view kFrequency = "hourly, daily, weekly, monthly, quarterly, yearly";
constexpr sdk::HintTable kFrequencyHints(words_hint("frequency"), words_hint("recurrence"),
                                         words_hint("digest_frequency"), words_hint("pay_frequency"));

constexpr std::string_view kTier = "free, starter, basic, pro, business, enterprise";
constexpr sdk::HintTable kTierHints(words_hint("tier"), words_hint("plan"), words_hint("membership_level"),
                                    words_hint("subscription_tier"), words_hint("plan_type"),
                                    words_hint("subscription_type"), words_hint("membership_type"),
                                    words_hint("loyalty_tier"), words_hint("license_type"));

constexpr std::string_view kPriority = "low, medium, high, urgent";
constexpr sdk::HintTable kPriorityHints(words_hint("priority"), words_hint("urgency"), words_hint("importance"),
                                        words_hint("orderpriority"));

constexpr std::string_view kSeverity = "debug, info, warning, error, critical";
constexpr sdk::HintTable kSeverityHints(words_hint("severity"), words_hint("log_level"), words_hint("loglevel"),
                                        whole_name_hint("level", "log"), whole_name_hint("level", "event"));

constexpr std::string_view kDifficulty = "beginner, easy, intermediate, advanced, expert";
constexpr sdk::HintTable kDifficultyHints(words_hint("difficulty"), words_hint("difficulty_level"),
                                          words_hint("skill_level"), words_hint("experience_level"),
                                          words_hint("proficiency"));

constexpr std::string_view kCondition = "new, like_new, very_good, good, fair, poor";
constexpr sdk::HintTable kConditionHints(words_hint("condition"), words_hint("item_condition"),
                                         words_hint("product_condition"));

constexpr std::string_view kSize = "XS, S, M, L, XL, XXL";
constexpr sdk::HintTable kSizeHints(words_hint("size"));

constexpr std::string_view kUnit = "piece, kg, g, l, ml, m, cm, box, pack, pair";
constexpr sdk::HintTable kUnitHints(whole_name_hint("unit"), words_hint("weight_unit"), words_hint("base_unit"),
                                    words_hint("unit_of_measure"), words_hint("uom"), words_hint("units"),
                                    words_hint("measurement_unit"), words_hint("unit_name"), words_hint("sales_unit"));

constexpr std::string_view kUnitCode = "EA, KG, G, L, ML, M, CM, BOX, PK, PR, DZ, SET";
constexpr sdk::HintTable kUnitCodeHints(words_hint("unit_code"), words_hint("uom_code"),
                                        words_hint("unit_measure_code"));

constexpr std::string_view kMaterial =
    "cotton, wool, linen, leather, silk, polyester, wood, steel, aluminum, glass, ceramic, plastic";
constexpr sdk::HintTable kMaterialHints(words_hint("material"), words_hint("fabric"), words_hint("composition"));

constexpr std::string_view kCarrier = "UPS, FedEx, DHL, USPS, DPD, GLS, Royal Mail";
constexpr sdk::HintTable kCarrierHints(words_hint("carrier"), words_hint("shipping_method"),
                                       words_hint("shipping_carrier"), words_hint("courier"),
                                       words_hint("carrier_name"), words_hint("delivery_method"),
                                       words_hint("shipmode"), words_hint("ship_mode"),
                                       whole_name_hint("name", "ship_method"),
                                       whole_name_hint("name", "shipping_method"), whole_name_hint("name", "shipper"));

constexpr std::string_view kSalesChannel = "web, mobile_app, store, phone, marketplace";
constexpr sdk::HintTable kSalesChannelHints(words_hint("sales_channel"), words_hint("order_source"),
                                            whole_name_hint("channel", "order"), whole_name_hint("channel", "sale"),
                                            words_hint("order_channel"), words_hint("purchase_channel"));

constexpr std::string_view kChannel = "email, sms, push, in_app, webhook";
constexpr sdk::HintTable kChannelHints(words_hint("channel"), words_hint("notification_channel"),
                                       words_hint("contact_method"), words_hint("preferred_contact_method"),
                                       words_hint("notification_type"), whole_name_hint("type", "notification"));

constexpr std::string_view kDirection = "inbound, outbound";
constexpr sdk::HintTable kDirectionHints(words_hint("direction"), words_hint("call_direction"));

constexpr std::string_view kTrafficSource = "google, direct, facebook, newsletter, bing, linkedin, twitter, partner";
constexpr sdk::HintTable kTrafficSourceHints(words_hint("utm_source"), words_hint("traffic_source"),
                                             words_hint("lead_source"), whole_name_hint("source", "lead"),
                                             whole_name_hint("source", "visit"), whole_name_hint("source", "session"),
                                             words_hint("acquisition_channel"), words_hint("referral_source"));

constexpr std::string_view kTrafficMedium = "organic, cpc, email, referral, social, display, affiliate";
constexpr sdk::HintTable kTrafficMediumHints(words_hint("utm_medium"), words_hint("traffic_medium"),
                                             whole_name_hint("medium", "visit"));

constexpr std::string_view kEventType = "page_view, click, search, signup, login, add_to_cart, purchase, logout";
constexpr sdk::HintTable kEventTypeHints(words_hint("event_type"), whole_name_hint("type", "event"),
                                         words_hint("event_kind"), words_hint("interaction_type"),
                                         words_hint("activity_type"));

constexpr std::string_view kAction = "create, update, delete, view, login, logout, export";
constexpr sdk::HintTable kActionHints(words_hint("action"), words_hint("operation"), words_hint("audit_action"),
                                      whole_name_hint("event", "audit_log"), words_hint("activity"));

constexpr std::string_view kVisibility = "public, private, internal, unlisted";
constexpr sdk::HintTable kVisibilityHints(words_hint("visibility"), words_hint("privacy"), words_hint("sharing"),
                                          words_hint("privacy_level"), words_hint("audience"));

constexpr std::string_view kAccessLevel = "none, read, write, admin, owner";
constexpr sdk::HintTable kAccessLevelHints(words_hint("access_level"), words_hint("permission_level"),
                                           words_hint("privilege_level"), words_hint("access"),
                                           words_hint("member_role"));

constexpr std::string_view kEnvironment = "production, staging, testing, development";
constexpr sdk::HintTable kEnvironmentHints(words_hint("environment"), words_hint("env"),
                                           words_hint("deploy_environment"), whole_name_hint("name", "environment"));

constexpr std::string_view kProtocol = "http, https, tcp, udp, ssh, mqtt, grpc";
constexpr sdk::HintTable kProtocolHints(words_hint("protocol"), words_hint("scheme"), words_hint("transport_protocol"));

constexpr std::string_view kOperatingSystem = "Windows, macOS, Linux, Android, iOS, ChromeOS";
constexpr sdk::HintTable kOperatingSystemHints(words_hint("operating_system"), words_hint("os"), words_hint("os_name"),
                                               words_hint("config_os"), words_hint("client_os"),
                                               whole_name_hint("platform", "runner"),
                                               whole_name_hint("platform", "ci_runner"),
                                               whole_name_hint("platform", "project"),
                                               whole_name_hint("platform", "device"));

constexpr std::string_view kBrowser = "Chrome, Safari, Firefox, Edge, Opera, Samsung Internet";
constexpr sdk::HintTable kBrowserHints(words_hint("browser"), words_hint("browser_name"), words_hint("browser_family"));

constexpr std::string_view kDevice = "desktop, mobile, tablet, tv";
constexpr sdk::HintTable kDeviceHints(words_hint("device"), words_hint("device_type"), words_hint("platform"),
                                      words_hint("device_category"));

constexpr std::string_view kArchitecture = "amd64, arm64, 386, arm, riscv64, s390x, ppc64le";
constexpr sdk::HintTable kArchitectureHints(words_hint("architecture"), words_hint("cpu_architecture"),
                                            words_hint("arch"));

constexpr std::string_view kScreenResolution =
    "1920x1080, 1366x768, 1440x900, 2560x1440, 390x844, 414x896, 1536x864, 3840x2160";
constexpr sdk::HintTable kScreenResolutionHints(words_hint("screen_resolution"), words_hint("resolution", "visit"),
                                                words_hint("resolution", "device"), words_hint("resolution", "session"),
                                                words_hint("config_resolution"), words_hint("screen_size"));

constexpr std::string_view kIdentityProvider = "google, github, gitlab, facebook, apple, microsoft, okta";
constexpr sdk::HintTable kIdentityProviderHints(words_hint("identity_provider"), words_hint("auth_provider"),
                                                words_hint("oauth_provider"), whole_name_hint("provider"),
                                                words_hint("social_provider"), words_hint("login_provider"),
                                                words_hint("sso_provider"));

constexpr std::string_view kQueueName = "default, mailers, high, low, critical, exports, notifications";
constexpr sdk::HintTable kQueueNameHints(words_hint("queue"), words_hint("queue_name"), words_hint("job_queue"));

constexpr std::string_view kBranchName =
    "main, develop, staging, release/1.0, release/2.0, feature/login, feature/search, feature/checkout, "
    "feature/dark-mode, fix/timeout, fix/typo, hotfix/payments, chore/dependencies, docs/readme";
constexpr sdk::HintTable kBranchNameHints(words_hint("branch_name"), words_hint("source_branch"),
                                          words_hint("target_branch"), words_hint("default_branch"),
                                          words_hint("git_branch"), words_hint("git_ref"), whole_name_hint("ref"),
                                          whole_name_hint("branch", "build"), whole_name_hint("branch", "deployment"));

constexpr std::string_view kCronSchedule =
    "* * * * *, */5 * * * *, */15 * * * *, 0 * * * *, 0 */6 * * *, 0 0 * * *, 30 2 * * *, 0 9 * * 1-5, 0 0 * * 0, 0 0 "
    "1 * *";
constexpr sdk::HintTable kCronScheduleHints(words_hint("cron_schedule"), words_hint("cron"),
                                            words_hint("cron_expression"), whole_name_hint("schedule", "monitor"),
                                            whole_name_hint("schedule", "job"), words_hint("schedule_cron"));

constexpr std::string_view kMaritalStatus = "single, married, divorced, widowed";
constexpr sdk::HintTable kMaritalStatusHints(words_hint("marital_status"), whole_name_hint("marital"),
                                             words_hint("civil_status"));

constexpr std::string_view kRelationship = "spouse, parent, child, sibling, friend, partner, colleague";
constexpr sdk::HintTable kRelationshipHints(words_hint("relationship"), words_hint("relation"),
                                            words_hint("relationship_type"), words_hint("kinship"));

constexpr std::string_view kPronouns = "she/her, he/him, they/them";
constexpr sdk::HintTable kPronounsHints(words_hint("pronouns"));

constexpr std::string_view kBloodType = "O+, A+, B+, AB+, O-, A-, B-, AB-";
constexpr sdk::HintTable kBloodTypeHints(words_hint("blood_type"), words_hint("blood_group"));

constexpr std::string_view kEducationLevel = "high school, vocational, associate, bachelor, master, doctorate";
constexpr sdk::HintTable kEducationLevelHints(words_hint("education_level"), words_hint("education"),
                                              words_hint("degree"), words_hint("education_status"),
                                              words_hint("highest_education"), words_hint("qualification"),
                                              words_hint("degree_type"));

constexpr std::string_view kEmploymentType = "full_time, part_time, contract, internship, temporary";
constexpr sdk::HintTable kEmploymentTypeHints(words_hint("employment_type"), words_hint("job_type"),
                                              words_hint("contract_type"), words_hint("employment"));

constexpr std::string_view kWorkShift = "morning, afternoon, evening, night";
constexpr sdk::HintTable kWorkShiftHints(words_hint("shift"), words_hint("work_shift"),
                                         whole_name_hint("name", "shift"), words_hint("shift_type"),
                                         words_hint("time_of_day"));

constexpr std::string_view kGrade = "A, B, C, D, F";
constexpr sdk::HintTable kGradeHints(words_hint("grade"), words_hint("letter_grade"));

constexpr std::string_view kIndustry =
    "Agriculture, Automotive, Construction, Education, Energy, Finance, Healthcare, Hospitality, Insurance, Legal, "
    "Logistics, Manufacturing, Media, Pharmaceuticals, Real Estate, Retail, Software, Telecommunications, Travel";
constexpr sdk::HintTable kIndustryHints(words_hint("industry"), words_hint("sector"), words_hint("industry_name"),
                                        words_hint("line_of_business"), whole_name_hint("name", "industry"));

constexpr std::string_view kSegment = "consumer, corporate, small_business, enterprise, government";
constexpr sdk::HintTable kSegmentHints(words_hint("segment"), words_hint("customer_segment"),
                                       words_hint("market_segment"), words_hint("mktsegment"),
                                       words_hint("customer_type"), whole_name_hint("type", "customer"),
                                       whole_name_hint("type", "client"));

constexpr std::string_view kAddressType = "billing, shipping, home, work";
constexpr sdk::HintTable kAddressTypeHints(words_hint("address_type"), whole_name_hint("type", "address"),
                                           whole_name_hint("kind", "address"));

constexpr std::string_view kPhoneType = "mobile, home, work, fax";
constexpr sdk::HintTable kPhoneTypeHints(words_hint("phone_type"), whole_name_hint("type", "phone"),
                                         whole_name_hint("name", "phone_number_type"), words_hint("phone_number_type"));

constexpr std::string_view kDocumentType = "passport, id_card, driver_license, invoice, contract, report";
constexpr sdk::HintTable kDocumentTypeHints(words_hint("document_type"), whole_name_hint("type", "document"),
                                            words_hint("id_type"), words_hint("identity_document_type"));

constexpr std::string_view kTicketType = "bug, feature, support, task, question";
constexpr sdk::HintTable kTicketTypeHints(words_hint("ticket_type"), words_hint("issue_type"),
                                          whole_name_hint("name", "tracker"), whole_name_hint("type", "issue"),
                                          whole_name_hint("type", "ticket"), whole_name_hint("type", "task"));

constexpr std::string_view kResolution = "fixed, wont_fix, duplicate, cannot_reproduce, done";
constexpr sdk::HintTable kResolutionHints(words_hint("resolution"), words_hint("resolution_code"));

constexpr std::string_view kPostType = "post, page, attachment, revision, product";
constexpr sdk::HintTable kPostTypeHints(words_hint("post_type"), words_hint("content_kind"),
                                        whole_name_hint("type", "post"), words_hint("page_type"));

constexpr std::string_view kQuestionType = "single_choice, multiple_choice, text, rating, yes_no";
constexpr sdk::HintTable kQuestionTypeHints(words_hint("question_type"), whole_name_hint("type", "question"),
                                            words_hint("field_type"), words_hint("input_type"));

constexpr std::string_view kRoomType = "single, double, twin, suite, studio, family";
constexpr sdk::HintTable kRoomTypeHints(words_hint("room_type"), whole_name_hint("type", "room"),
                                        whole_name_hint("name", "room_type"), words_hint("bed_type"));

constexpr std::string_view kPropertyType = "apartment, house, townhouse, condo, studio, villa, loft";
constexpr sdk::HintTable kPropertyTypeHints(words_hint("property_type"), whole_name_hint("type", "property"),
                                            words_hint("home_type"), words_hint("listing_type"),
                                            words_hint("housing_type"));

constexpr std::string_view kVehicleType = "sedan, suv, hatchback, coupe, wagon, van, truck, motorcycle";
constexpr sdk::HintTable kVehicleTypeHints(words_hint("vehicle_type"), whole_name_hint("type", "vehicle"),
                                           whole_name_hint("type", "car"), words_hint("body_type"),
                                           words_hint("body_style"), words_hint("vehicle_class"));

constexpr std::string_view kVehicleMake =
    "Toyota, Volkswagen, Ford, Honda, BMW, Mercedes-Benz, Audi, Hyundai, Kia, Nissan, Renault, Peugeot, Volvo, Mazda, "
    "Tesla, Skoda";
constexpr sdk::HintTable kVehicleMakeHints(words_hint("vehicle_make"), whole_name_hint("make", "vehicle"),
                                           whole_name_hint("make", "car"), words_hint("car_make"));

constexpr std::string_view kVehicleModel =
    "Corolla, Golf, Focus, Civic, Model 3, Passat, Fiesta, Octavia, Tucson, Sportage, Qashqai, Clio, 308, XC60, CX-5, "
    "A4, C-Class, 3 Series";
constexpr sdk::HintTable kVehicleModelHints(words_hint("vehicle_model"), whole_name_hint("model", "vehicle"),
                                            whole_name_hint("model", "car"), words_hint("car_model"));

constexpr std::string_view kFuelType = "gasoline, diesel, electric, hybrid, lpg";
constexpr sdk::HintTable kFuelTypeHints(words_hint("fuel_type"), words_hint("fuel"));

constexpr std::string_view kTransmission = "automatic, manual, cvt";
constexpr sdk::HintTable kTransmissionHints(words_hint("transmission"), words_hint("transmission_type"),
                                            words_hint("gearbox"));

constexpr std::string_view kFilmRating = "G, PG, PG-13, R, NC-17";
constexpr sdk::HintTable kFilmRatingHints(whole_name_hint("rating", "film"), whole_name_hint("rating", "movie"),
                                          words_hint("mpaa_rating"), words_hint("film_rating"),
                                          words_hint("content_rating"), words_hint("age_rating"));

constexpr std::string_view kGenre =
    "Action, Adventure, Animation, Blues, Classical, Comedy, Crime, Documentary, Drama, Electronic, Fantasy, Folk, Hip "
    "Hop, Horror, Jazz, Mystery, Pop, Reggae, Rock, Romance, Science Fiction, Soul, Thriller, Western";
constexpr sdk::HintTable kGenreHints(words_hint("genre"), words_hint("genres"), whole_name_hint("name", "genre"),
                                     words_hint("genre_name"), words_hint("music_genre"));

constexpr std::string_view kMediaFormat =
    "MPEG audio file, AAC audio file, FLAC audio file, WAV audio file, MPEG-4 video file, WebM video file, CD, DVD, "
    "Blu-ray, Vinyl";
constexpr sdk::HintTable kMediaFormatHints(whole_name_hint("name", "media_type"), words_hint("media_format"),
                                           whole_name_hint("format", "release"), whole_name_hint("format", "track"),
                                           words_hint("audio_format"));

constexpr std::string_view kDosage = "5 mg, 10 mg, 20 mg, 25 mg, 50 mg, 100 mg, 250 mg, 500 mg, 1 g, 2.5 ml, 5 ml";
constexpr sdk::HintTable kDosageHints(words_hint("dosage"), whole_name_hint("dose"), words_hint("strength"));

constexpr std::string_view kErrorMessage =
    "Connection refused, Connection timed out, Permission denied, File not found, Invalid argument, Out of memory, "
    "Disk quota exceeded, Request timed out after 30 s, Rate limit exceeded, Card declined, Unexpected end of file, "
    "Authentication failed, Duplicate key value, Service unavailable, Host unreachable";
constexpr sdk::HintTable kErrorMessageHints(words_hint("error_message"), whole_name_hint("error"),
                                            words_hint("error_msg"), words_hint("failure_message"),
                                            words_hint("failure_reason"), whole_name_hint("exception"),
                                            words_hint("error_description"), words_hint("last_error"),
                                            words_hint("stack_trace"));

constexpr std::string_view kContinent = "Africa, Antarctica, Asia, Europe, North America, Oceania, South America";
constexpr sdk::HintTable kContinentHints(words_hint("continent"), words_hint("continent_name"),
                                         whole_name_hint("name", "continent"));

constexpr std::string_view kSeason = "spring, summer, autumn, winter";
constexpr sdk::HintTable kSeasonHints(words_hint("season"));

constexpr std::string_view kWeekday = "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday";
constexpr sdk::HintTable kWeekdayHints(words_hint("weekday"), words_hint("day_of_week"), words_hint("day_name"),
                                       words_hint("week_day"));

constexpr std::string_view kMonth =
    "January, February, March, April, May, June, July, August, September, October, November, December";
constexpr sdk::HintTable kMonthHints(words_hint("month_name"), words_hint("month"));

constexpr std::string_view kDayHalf = "AM, PM";
constexpr sdk::HintTable kDayHalfHints(words_hint("am_pm"), words_hint("meridiem"));

constexpr std::string_view kYesNo = "yes, no";
constexpr sdk::HintTable kYesNoHints(whole_name_hint("autoload"), words_hint("flag"), words_hint("mail_notification"),
                                     words_hint("yes_no"), words_hint("opt_in"));

constexpr std::string_view kIcon =
    "home, user, settings, search, star, heart, bell, calendar, mail, phone, camera, lock, folder, download, upload, "
    "trash, edit, plus, check, globe";
constexpr sdk::HintTable kIconHints(words_hint("icon"), words_hint("icon_name"));

constexpr std::string_view kCurrencySymbol = "$, €, £, ¥, ₹, ₩, ₺, zł, kr, Fr.";
constexpr sdk::HintTable kCurrencySymbolHints(whole_name_hint("symbol", "currency"), words_hint("currency_symbol"));

constexpr std::string_view kAirportCode =
    "ATL, DXB, LHR, HND, FRA, CDG, AMS, IST, MAD, MUC, JFK, LAX, ORD, DEN, SFO, SEA, BOS, MIA, YYZ, MEX, GRU, BOG, "
    "LIM, SCL, EZE, JNB, CPT, NBO, CAI, DOH, DEL, BOM, SIN, BKK, HKG, ICN, NRT, SYD, MEL, AKL, ZRH, VIE, CPH, OSL, "
    "ARN, HEL, WAW, PRG, LIS, DUB";
constexpr sdk::HintTable kAirportCodeHints(words_hint("iata_code"), words_hint("iata"), words_hint("airport_code"),
                                           words_hint("origin_airport"), words_hint("destination_airport"),
                                           words_hint("departure_airport"), words_hint("arrival_airport"));

constexpr std::string_view kSettingValue = "true, false, 0, 1, 10, 25, 100, en, UTC, auto, default, none";
constexpr sdk::HintTable kSettingValueHints(words_hint("option_value"), words_hint("meta_value"),
                                            words_hint("configvalue"), words_hint("setting_value"),
                                            words_hint("config_value"), whole_name_hint("value", "setting"),
                                            whole_name_hint("value", "config"), whole_name_hint("value", "preference"),
                                            whole_name_hint("value", "option"));

constexpr datagen_generator_class kAll[] = {
    word_class<kKind>("datagen.kind", "A kind", kKindHints),
    word_class<kPaymentMethod>("datagen.payment_method", "A way to pay", kPaymentMethodHints),
    word_class<kPaymentProvider>("datagen.payment_provider", "Who handles payments", kPaymentProviderHints),
    word_class<kCardBrand>("datagen.card_brand", "A brand of payment cards", kCardBrandHints),
    word_class<kCardType>("datagen.card_type", "A kind of payment card", kCardTypeHints),
    word_class<kAccountType>("datagen.account_type", "A kind of bank account", kAccountTypeHints),
    word_class<kTransactionType>("datagen.transaction_type", "A kind of transaction", kTransactionTypeHints),
    word_class<kDiscountType>("datagen.discount_type", "A kind of discount", kDiscountTypeHints),
    word_class<kBillingPeriod>("datagen.billing_period", "How often a price is paid", kBillingPeriodHints),
    word_class<kFrequency>("datagen.frequency", "How often", kFrequencyHints),
    word_class<kTier>("datagen.tier", "A level of service", kTierHints),
    word_class<kPriority>("datagen.priority", "A priority", kPriorityHints),
    word_class<kSeverity>("datagen.severity", "A log level", kSeverityHints),
    word_class<kDifficulty>("datagen.difficulty", "How hard", kDifficultyHints),
    word_class<kCondition>("datagen.condition", "The state of used goods", kConditionHints),
    word_class<kSize>("datagen.size", "A size of clothes", kSizeHints),
    word_class<kUnit>("datagen.unit", "A unit of sale", kUnitHints),
    word_class<kUnitCode>("datagen.unit_code", "A unit's code", kUnitCodeHints),
    word_class<kMaterial>("datagen.material", "A material", kMaterialHints),
    word_class<kCarrier>("datagen.carrier", "A carrier", kCarrierHints),
    word_class<kSalesChannel>("datagen.sales_channel", "Where something was sold", kSalesChannelHints),
    word_class<kChannel>("datagen.channel", "How someone is reached", kChannelHints),
    word_class<kDirection>("datagen.direction", "The direction of a message or transfer", kDirectionHints),
    word_class<kTrafficSource>("datagen.traffic_source", "Where a visitor comes from", kTrafficSourceHints),
    word_class<kTrafficMedium>("datagen.traffic_medium", "How a visitor comes", kTrafficMediumHints),
    word_class<kEventType>("datagen.event_type", "What a visitor does", kEventTypeHints),
    word_class<kAction>("datagen.action", "What was done to a record", kActionHints),
    word_class<kVisibility>("datagen.visibility", "Who may see it", kVisibilityHints),
    word_class<kAccessLevel>("datagen.access_level", "What someone may do", kAccessLevelHints),
    word_class<kEnvironment>("datagen.environment", "Where software runs", kEnvironmentHints),
    word_class<kProtocol>("datagen.protocol", "A network protocol", kProtocolHints),
    word_class<kOperatingSystem>("datagen.operating_system", "An operating system", kOperatingSystemHints),
    word_class<kBrowser>("datagen.browser", "A browser", kBrowserHints),
    word_class<kDevice>("datagen.device", "A kind of device", kDeviceHints),
    word_class<kArchitecture>("datagen.architecture", "A kind of processor", kArchitectureHints),
    word_class<kScreenResolution>("datagen.screen_resolution", "A screen resolution", kScreenResolutionHints),
    word_class<kIdentityProvider>("datagen.identity_provider", "Who vouches for a user", kIdentityProviderHints),
    word_class<kQueueName>("datagen.queue_name", "A queue of jobs", kQueueNameHints),
    word_class<kBranchName>("datagen.branch_name", "A branch of a repository", kBranchNameHints),
    word_class<kCronSchedule>("datagen.cron_schedule", "A cron expression", kCronScheduleHints),
    word_class<kMaritalStatus>("datagen.marital_status", "A marital status", kMaritalStatusHints),
    word_class<kRelationship>("datagen.relationship", "What someone is to someone", kRelationshipHints),
    word_class<kPronouns>("datagen.pronouns", "Pronouns", kPronounsHints),
    word_class<kBloodType>("datagen.blood_type", "A blood type", kBloodTypeHints),
    word_class<kEducationLevel>("datagen.education_level", "A degree", kEducationLevelHints),
    word_class<kEmploymentType>("datagen.employment_type", "A kind of employment", kEmploymentTypeHints),
    word_class<kWorkShift>("datagen.work_shift", "A shift", kWorkShiftHints),
    word_class<kGrade>("datagen.grade", "A mark", kGradeHints),
    word_class<kIndustry>("datagen.industry", "An industry", kIndustryHints),
    word_class<kSegment>("datagen.segment", "A kind of customer", kSegmentHints),
    word_class<kAddressType>("datagen.address_type", "What an address is for", kAddressTypeHints),
    word_class<kPhoneType>("datagen.phone_type", "What a telephone is for", kPhoneTypeHints),
    word_class<kDocumentType>("datagen.document_type", "A kind of document", kDocumentTypeHints),
    word_class<kTicketType>("datagen.ticket_type", "A kind of issue", kTicketTypeHints),
    word_class<kResolution>("datagen.resolution", "How an issue ended", kResolutionHints),
    word_class<kPostType>("datagen.post_type", "A kind of text", kPostTypeHints),
    word_class<kQuestionType>("datagen.question_type", "A kind of question", kQuestionTypeHints),
    word_class<kRoomType>("datagen.room_type", "A kind of room", kRoomTypeHints),
    word_class<kPropertyType>("datagen.property_type", "A kind of property", kPropertyTypeHints),
    word_class<kVehicleType>("datagen.vehicle_type", "A kind of vehicle", kVehicleTypeHints),
    word_class<kVehicleMake>("datagen.vehicle_make", "A maker of vehicles", kVehicleMakeHints),
    word_class<kVehicleModel>("datagen.vehicle_model", "A model of vehicles", kVehicleModelHints),
    word_class<kFuelType>("datagen.fuel_type", "What a vehicle runs on", kFuelTypeHints),
    word_class<kTransmission>("datagen.transmission", "A kind of gearbox", kTransmissionHints),
    word_class<kFilmRating>("datagen.film_rating", "A film rating", kFilmRatingHints),
    word_class<kGenre>("datagen.genre", "A genre", kGenreHints),
    word_class<kMediaFormat>("datagen.media_format", "A format of media", kMediaFormatHints),
    word_class<kDosage>("datagen.dosage", "A dose of medicine", kDosageHints),
    word_class<kErrorMessage>("datagen.error_message", "What a program says when it fails", kErrorMessageHints),
    word_class<kContinent>("datagen.continent", "A continent", kContinentHints),
    word_class<kSeason>("datagen.season", "A season", kSeasonHints),
    word_class<kWeekday>("datagen.weekday", "A day of the week", kWeekdayHints),
    word_class<kMonth>("datagen.month", "A month", kMonthHints),
    word_class<kDayHalf>("datagen.day_half", "Before or after noon", kDayHalfHints),
    word_class<kYesNo>("datagen.yes_no", "Yes or no", kYesNoHints),
    word_class<kIcon>("datagen.icon", "An icon's name", kIconHints),
    word_class<kCurrencySymbol>("datagen.currency_symbol", "A sign for a currency", kCurrencySymbolHints),
    word_class<kAirportCode>("datagen.airport_code", "An airport's code (IATA)", kAirportCodeHints),
    word_class<kSettingValue>("datagen.setting_value", "A setting's value", kSettingValueHints)};

constexpr auto kClasses = [] {
  std::array<const datagen_generator_class*, std::size(kAll)> result{};
  for (std::size_t i = 0; i < std::size(kAll); ++i) result[i] = &kAll[i];
  return result;
}();

}  // namespace

Classes vocabulary_classes() { return kClasses; }

}  // namespace datagen::generators
