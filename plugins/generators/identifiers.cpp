// Numbers that institutions give to people, things and papers, and the digests of data.
#include "bit_text.hpp"
#include "check_digits.hpp"
#include "families.hpp"
#include "formatted_set.hpp"
#include "pattern_set.hpp"

namespace datagen::generators {
namespace {

// The first of the patterns that has a text short enough for the target, and enough texts.
std::unique_ptr<Generator> make_first_fitting(const datagen_target& target, std::span<const char* const> patterns) {
  require_text(target);
  const std::uint32_t room = characters_or(target, 0xffffffffu);
  for (const char* const pattern : patterns) {
    std::unique_ptr<Generator> set;
    try {
      set = std::make_unique<PatternSet>(pattern, room, target.distinct_needed);
    } catch (const PluginError&) {
      continue;
    }
    if (set->info().cardinality >= target.distinct_needed) return set;
  }
  refuse_target(target, std::string("needs more characters than ") + target.postgres_type + " holds");
}
template <const auto& kPatterns>
std::unique_ptr<Generator> make_patterned(const Request& request) {
  return make_first_fitting(request.target, kPatterns);
}

// Hexadecimal digits.  Of 16 or more, the first 16 are a bijection of the ordinal; of fewer, an odd factor scatters.
class HexSet final : public Generator {
 public:
  explicit HexSet(int digits) : digits_(digits) {}
  GeneratorInfo info() const override {
    return {DATAGEN_INJECTIVE, digits_ >= 16 ? 0 : std::uint64_t{1} << 4 * digits_,
            static_cast<std::uint64_t>(digits_)};
  }
  void values(const datagen_call& call, Ordinals ordinals, datagen_column& out) const override {
    sdk::TextColumn column(out, ordinals.size(), static_cast<std::size_t>(digits_));
    for (const std::uint64_t ordinal : ordinals) {
      char* end = column.cursor();
      if (digits_ < 16) {
        end = write_hex(end, ordinal * 0x9e3779b97f4a7c15u, digits_);
      } else {
        const std::uint64_t bits = keyed_bits(call.key, ordinal);
        end = write_hex(end, bits, 16);
        for (int done = 16; done < digits_; done += 16) {
          end = write_hex(end, datagen_mix(bits + static_cast<std::uint64_t>(done) / 16), std::min(16, digits_ - done));
        }
      }
      column.finish_value(end);
    }
    column.finish();
  }

 private:
  int digits_;
};

// The longest of the usual digests, from kDigits down, that the column holds.
template <int kDigits>
std::unique_ptr<Generator> make_digest(const Request& request) {
  require_text(request.target);
  const std::uint32_t room = characters_or(request.target, 0xffffffffu);
  for (const int digits : {128, 64, 40, 32, 16, 8}) {
    if (digits <= kDigits && static_cast<std::uint32_t>(digits) <= room) return std::make_unique<HexSet>(digits);
  }
  refuse_target(request.target, std::string(request.target.postgres_type) + " is too short for a digest of 8 digits");
}

// A prefix and digits, eight if there is room and they suffice.
class DocumentNumbers final : public Generator {
 public:
  DocumentNumbers(std::string prefix, int digits) : prefix_(std::move(prefix)), digits_(digits) {
    for (int i = 0; i < digits; ++i) cardinality_ *= 10;
  }
  GeneratorInfo info() const override {
    return {DATAGEN_INJECTIVE, cardinality_, prefix_.size() + static_cast<std::size_t>(digits_)};
  }
  void values(const datagen_call&, Ordinals ordinals, datagen_column& out) const override {
    sdk::TextColumn column(out, ordinals.size(), prefix_.size() + static_cast<std::size_t>(digits_));
    for (const std::uint64_t ordinal : ordinals) {
      column.finish_value(put_digits(put(column.cursor(), prefix_), ordinal * 7'919 % cardinality_, digits_));
    }
    column.finish();
  }

 private:
  std::string prefix_;
  int digits_;
  std::uint64_t cardinality_ = 1;
};

std::unique_ptr<Generator> make_document_number(const Request& request) {
  require_text(request.target);
  const std::string prefix(request.options.string("prefix"));
  constexpr std::uint32_t kUsual = 8, kLeast = 3, kMost = 15;
  const std::uint32_t room = characters_or(request.target, 64);
  const auto before = static_cast<std::uint32_t>(count_characters(prefix));
  if (before + kLeast > room) {
    refuse_target(request.target, "prefix '" + prefix + "' and " + std::to_string(kLeast) + " digits are longer than " +
                                      request.target.postgres_type + " holds");
  }
  std::uint32_t digits = std::min(kUsual, room - before);
  std::uint64_t values = 1;
  for (std::uint32_t i = 0; i < digits; ++i) values *= 10;
  for (; values < request.target.distinct_needed && digits < kMost && before + digits < room; ++digits) values *= 10;
  return std::make_unique<DocumentNumbers>(prefix, static_cast<int>(digits));
}

// Letters and digits after a prefix: 20 if there is room, fewer where there is less.
std::unique_ptr<Generator> make_external_id(const Request& request) {
  require_text(request.target);
  const std::string prefix(request.options.string("prefix"));
  for (const char c : prefix) {
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-') continue;
    refuse_option("prefix", "'" + prefix + "' may hold letters, digits, '_' and '-' only");
  }
  const std::uint32_t room = characters_or(request.target, 64);
  if (prefix.size() >= room) {
    refuse_target(request.target, "prefix '" + prefix + "' leaves no room in " + request.target.postgres_type);
  }
  const std::uint32_t letters = std::min<std::uint32_t>(20, room - static_cast<std::uint32_t>(prefix.size()));
  const std::string pattern = prefix + (letters < 12 ? "[A-Z0-9]{" : "[A-Za-z0-9]{") + std::to_string(letters) + "}";
  return std::make_unique<PatternSet>(pattern, room, request.target.distinct_needed);
}

// Areas from 900 up are no one's (SSA, "Social Security Number Randomization"), nor are groups below 50 of those
// an individual taxpayer's (IRS, "Individual Taxpayer Identification Number").
constexpr std::uint64_t kSsnCount = std::uint64_t{100} * 49 * 9'999;
char* write_ssn(std::uint64_t ordinal, char* out) {
  const std::uint64_t value = ordinal * 7'368'787 % kSsnCount;
  out = put_digits(out, 900 + value % 100, 3);
  out = put_digits(put(out, "-"), 1 + value / 100 % 49, 2);
  return put_digits(put(out, "-"), 1 + value / 4'900, 4);
}

// ISO 3779 with the check digit of 49 CFR 565.15(c).  Serial and model digits hold the ordinal.
constexpr std::uint64_t kVinCount = std::uint64_t{6} * 33 * 33 * 33 * 33 * 1'000'000;
char* write_vin(std::uint64_t ordinal, char* out) {
  constexpr std::string_view kLetters = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
  constexpr std::string_view kMakers[] = {"1HG", "WVW", "JTD", "5YJ", "WBA", "3FA"};
  constexpr std::string_view kYears = "ABCDEFGHJKLMNPRSTVWXY123456789";
  const std::uint64_t scattered = ordinal * 1'000'003 % kVinCount;
  char* const begin = out;
  std::uint64_t rest = scattered / 1'000'000;
  out = put(out, kMakers[rest % 6]);
  rest /= 6;
  for (int i = 0; i < 4; ++i, rest /= 33) *out++ = kLetters[rest % 33];
  *out++ = kLetters[datagen_mix(ordinal) % 33];
  *out++ = '0';
  *out++ = kYears[datagen_mix(ordinal) / 33 % kYears.size()];
  *out++ = kLetters[datagen_mix(ordinal) / 1'024 % 23];
  out = put_digits(out, scattered % 1'000'000, 6);
  constexpr int kWeights[] = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  // A to H are 1 to 8, J to R 1 to 9, S to Z 2 to 9.
  const auto value = [](char c) {
    if (c <= '9') return c - '0';
    return c <= 'H' ? c - 'A' + 1 : c <= 'R' ? c - 'J' + 1 : c - 'S' + 2;
  };
  int sum = 0;
  for (int i = 0; i < 17; ++i) sum += value(begin[i]) * kWeights[i];
  begin[8] = "0123456789X"[sum % 11];
  return out;
}

// 3GPP TS 23.003, 6.2: eight digits of the type, six of the device, Luhn's digit.  35 is a reporting body's prefix.
char* write_imei(std::uint64_t ordinal, char* out) {
  put_digits(put(out, "35"), ordinal * 7'919 % 1'000'000'000'000, 12);
  out[14] = luhn_digit({out, 14});
  return out + 15;
}

// ABA: 3, 7, 1 by turns; the sum of products is a multiple of 10.
char* write_routing(std::uint64_t ordinal, char* out) {
  put_digits(out, 1'000'000 + ordinal * 7'919 % 11'000'000, 8);
  constexpr int kWeights[] = {3, 7, 1, 3, 7, 1, 3, 7};
  int sum = 0;
  for (int i = 0; i < 8; ++i) sum += kWeights[i] * (out[i] - '0');
  out[8] = static_cast<char>('0' + (10 - sum % 10) % 10);
  return out + 9;
}

// ISO 9362: four letters of the bank, two of the country, two of the place.
constexpr std::uint64_t kBicCount = std::uint64_t{26} * 26 * 26 * 26 * 20;
char* write_bic(std::uint64_t ordinal, char* out) {
  constexpr std::string_view kPlaces[] = {"DEFF", "DEMM", "FRPP", "GB2L", "ESMM", "ITMM", "NL2A",
                                          "BEBB", "CHZZ", "ATWW", "USNY", "USCH", "SESS", "DKKK",
                                          "NOKK", "FIHH", "PLPW", "PTPL", "IE2D", "JPJT"};
  std::uint64_t value = ordinal * 1'000'003 % kBicCount;
  const std::string_view place = kPlaces[value % 20];
  value /= 20;
  for (int i = 0; i < 4; ++i, value /= 26) *out++ = static_cast<char>('A' + value % 26);
  return put(out, place);
}

constexpr std::string_view kBase64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
char* write_base_64(char* out, std::uint64_t ordinal, int characters) {
  // An odd factor is a bijection of 64 bits; eleven characters hold them.
  std::uint64_t state = ordinal * 0x9e3779b97f4a7c15u;
  for (int i = 0; i < characters; ++i) {
    if (i > 0 && i % 11 == 0) state = datagen_mix(ordinal + static_cast<std::uint64_t>(i));
    *out++ = kBase64[state & 63];
    state >>= 6;
  }
  return out;
}
char* write_fingerprint(std::uint64_t ordinal, char* out) { return write_base_64(put(out, "SHA256:"), ordinal, 43); }
char* write_public_key(std::uint64_t ordinal, char* out) {
  return write_base_64(put(out, "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI"), ordinal, 43);
}

constexpr const char* kPassports[] = {"[A-Z][0-9]{8}", "[A-Z][0-9]{6}"};
constexpr const char* kLicenses[] = {"[A-Z][0-9]{7}", "[A-Z][0-9]{5}"};
constexpr const char* kPlates[] = {"[A-HJ-NPR-Z]{3}-[0-9]{4}", "[A-HJ-NPR-Z]{3}[0-9]{3}"};
constexpr const char* kNationalIds[] = {"[1-9][0-9]{8}", "[1-9][0-9]{7}"};
constexpr const char* kAccountNumbers[] = {"[1-9][0-9]{9}", "[1-9][0-9]{7}", "[1-9][0-9]{5}", "[1-9][0-9]{3}"};
constexpr const char* kSerialNumbers[] = {"SN[0-9A-HJ-NP-Z]{10}", "[0-9A-HJ-NP-Z]{8}", "[0-9A-HJ-NP-Z]{5}"};
constexpr const char* kBatchNumbers[] = {"LOT-[0-9]{6}[A-Z]", "LOT-[0-9]{8}[A-Z]", "[0-9]{6}"};
constexpr const char* kRegistrations[] = {"HRB [1-9][0-9]{7}", "[1-9][0-9]{7}"};
constexpr const char* kTaxNumbers[] = {"[1-9][0-9]-[0-9]{7}", "[1-9][0-9]{8}"};
constexpr const char* kExtensions[] = {"[1-9][0-9]{3}", "[1-9][0-9]{2}"};
constexpr const char* kHouseNumbers[] = {"[1-9][0-9]{0,3}"};
constexpr const char* kRoomNumbers[] = {"[1-9][0-2][0-9]", "[1-9]{1,2}"};
constexpr const char* kSecurityCodes[] = {"[0-9]{3}"};
constexpr const char* kLastDigits[] = {"[0-9]{4}"};
constexpr const char* kOneTimeCodes[] = {"[0-9]{6}", "[0-9]{4}"};
constexpr const char* kFlights[] = {"(LH|BA|AF|KL|UA|DL|AA|EK|QR|SQ|NH|QF|IB|TK|LX|OS)[1-9][0-9]{1,3}"};
constexpr const char* kTickers[] = {"[A-Z]{3,4}", "[A-Z]{2,3}"};
constexpr const char* kSalts[] = {"[0-9a-f]{32}", "[0-9a-zA-Z]{16}", "[0-9a-zA-Z]{7}="};
constexpr const char* kStorageKeys[] = {"[a-z0-9]{28}", "[a-z0-9]{16}"};
constexpr const char* kQuarterNames[] = {"(19[7-9]|20[01])[0-9]Q[1-4]"};

constexpr sdk::OptionTable kNumberOptions(sdk::string_option("prefix", "What stands before the digits.", R"("ORD-")"));
constexpr sdk::OptionTable kIdOptions(sdk::string_option("prefix", "What stands before it, such as \"cus_\".",
                                                         R"("")"));

constexpr datagen_hint text_hint(const char* column, const char* table = nullptr, const char* options = nullptr) {
  return sdk::make_hint(column, kText, DATAGEN_MATCH_SUFFIX, table, options);
}
constexpr datagen_hint exact_hint(const char* column, const char* table = nullptr, const char* options = nullptr) {
  return sdk::make_hint(column, kText, DATAGEN_MATCH_EXACT, table, options);
}
constexpr const char* kInvoice = R"({"prefix": "INV-"})";
constexpr const char* kPurchase = R"({"prefix": "PO-"})";
constexpr const char* kTicket = R"({"prefix": "TKT-"})";
constexpr sdk::HintTable kDocumentHints(
    text_hint("order_number"), text_hint("order_no"), exact_hint("number", "order"),
    text_hint("invoice_number", nullptr, kInvoice), text_hint("invoice_no", nullptr, kInvoice),
    exact_hint("number", "invoice", kInvoice), text_hint("po_number", nullptr, kPurchase),
    text_hint("purchase_order_number", nullptr, kPurchase), text_hint("ticket_number", nullptr, kTicket),
    exact_hint("number", "ticket", kTicket), exact_hint("number", "case", R"({"prefix": "CASE-"})"),
    text_hint("case_number", nullptr, R"({"prefix": "CASE-"})"),
    text_hint("contract_number", nullptr, R"({"prefix": "CON-"})"),
    text_hint("policy_number", nullptr, R"({"prefix": "POL-"})"),
    text_hint("claim_number", nullptr, R"({"prefix": "CLM-"})"),
    text_hint("receipt_number", nullptr, R"({"prefix": "RCP-"})"),
    text_hint("quote_number", nullptr, R"({"prefix": "QUO-"})"),
    text_hint("shipment_number", nullptr, R"({"prefix": "SHP-"})"),
    text_hint("return_number", nullptr, R"({"prefix": "RMA-"})"),
    text_hint("booking_number", nullptr, R"({"prefix": "BKG-"})"),
    text_hint("booking_reference", nullptr, R"({"prefix": "BKG-"})"),
    exact_hint("name", "sale_order", R"({"prefix": "SO-"})"),
    text_hint("transaction_number", nullptr, R"({"prefix": "TXN-"})"),
    text_hint("reference_number", nullptr, R"({"prefix": "REF-"})"));
constexpr sdk::HintTable kIdHints(
    // Text that identifies something elsewhere; a key of this database is a foreign key and has its values from there.
    sdk::make_hint("id", kText, DATAGEN_MATCH_SUFFIX, nullptr, nullptr, -5), text_hint("external_id"),
    text_hint("stripe_customer_id", nullptr, R"({"prefix": "cus_"})"),
    text_hint("stripe_subscription_id", nullptr, R"({"prefix": "sub_"})"),
    text_hint("stripe_price_id", nullptr, R"({"prefix": "price_"})"),
    text_hint("stripe_product_id", nullptr, R"({"prefix": "prod_"})"),
    text_hint("stripe_account_id", nullptr, R"({"prefix": "acct_"})"),
    text_hint("stripe_charge_id", nullptr, R"({"prefix": "ch_"})"),
    text_hint("stripe_invoice_id", nullptr, R"({"prefix": "in_"})"),
    text_hint("payment_intent_id", nullptr, R"({"prefix": "pi_"})"),
    text_hint("payment_method_id", nullptr, R"({"prefix": "pm_"})"),
    text_hint("transaction_id", nullptr, R"({"prefix": "txn_"})"), exact_hint("uid"), exact_hint("identifier"),
    text_hint("external_reference"));
constexpr sdk::HintTable kDigestHints(text_hint("hash"), text_hint("sha256"), text_hint("checksum"),
                                      text_hint("digest"), text_hint("sha_256"));
constexpr sdk::HintTable kSha1Hints(text_hint("sha1"), text_hint("sha"), text_hint("commit_hash"),
                                    text_hint("commit_sha"), text_hint("contenthash"), text_hint("revision"),
                                    text_hint("commit_id"), text_hint("git_commit"));
constexpr sdk::HintTable kSha512Hints(text_hint("sha512"), text_hint("sha_512"));
constexpr sdk::HintTable kMd5Hints(text_hint("md5"), text_hint("etag"), text_hint("md5sum"), text_hint("md5_hash"),
                                   text_hint("path_hash", "filecache"));
constexpr sdk::HintTable kSsnHints(text_hint("ssn"), text_hint("ssnid"), text_hint("social_security_number"));
constexpr sdk::HintTable kVinHints(text_hint("vin"), text_hint("vin_number"),
                                   text_hint("vehicle_identification_number"), text_hint("chassis_number"));
constexpr sdk::HintTable kImeiHints(text_hint("imei"), text_hint("imei_number"));
constexpr sdk::HintTable kRoutingHints(text_hint("routing_number"), text_hint("aba"), text_hint("routing_no"));
constexpr sdk::HintTable kBicHints(text_hint("bic"), text_hint("swift"), text_hint("swift_code"), text_hint("bic_code"),
                                   text_hint("swift_bic"));
constexpr sdk::HintTable kFingerprintHints(text_hint("fingerprint"), text_hint("key_fingerprint"));
constexpr sdk::HintTable kPublicKeyHints(text_hint("public_key"), text_hint("ssh_key"), text_hint("pubkey"));
constexpr sdk::HintTable kPassportHints(text_hint("passport_number"), text_hint("passport_id"), text_hint("passport"),
                                        text_hint("passport_no"));
constexpr sdk::HintTable kLicenseHints(text_hint("driver_license"), text_hint("drivers_license"),
                                       text_hint("driving_license"), text_hint("license_number"),
                                       text_hint("driver_license_number"), text_hint("licence_number"));
constexpr sdk::HintTable kPlateHints(text_hint("license_plate"), text_hint("plate_number"), text_hint("plate"),
                                     text_hint("licence_plate"), text_hint("registration_plate"),
                                     text_hint("number_plate"));
constexpr sdk::HintTable kNationalIdHints(text_hint("national_id"), text_hint("idnumber"),
                                          text_hint("national_id_number"), text_hint("id_number"),
                                          text_hint("identity_number"), text_hint("personal_number"),
                                          text_hint("citizen_id"), text_hint("id_card_number"));
constexpr sdk::HintTable kAccountNumberHints(
    text_hint("account_number"), text_hint("account_no"), text_hint("student_number"), text_hint("employee_number"),
    text_hint("customer_number"), text_hint("member_number"), text_hint("membership_number"),
    text_hint("insurance_number"), text_hint("medical_record_number"), text_hint("mrn"), text_hint("patient_number"),
    text_hint("student_id_number"), text_hint("bank_account_number"), text_hint("badge_number"), text_hint("card_no"),
    text_hint("employee_code"), text_hint("customer_code"));
constexpr sdk::HintTable kSerialNumberHints(text_hint("serial_number"), text_hint("serial_no"), text_hint("serial"),
                                            text_hint("asset_tag"), text_hint("device_serial"));
constexpr sdk::HintTable kBatchHints(text_hint("batch_number"), text_hint("lot_number"), text_hint("batch_no"),
                                     text_hint("lot_no"), text_hint("batch_code"), exact_hint("name", "stock_lot"));
constexpr sdk::HintTable kRegistrationHints(text_hint("registration_number"), text_hint("company_registry"),
                                            text_hint("company_number"), text_hint("registration_no"));
constexpr sdk::HintTable kTaxNumberHints(text_hint("ein"), text_hint("tax_number"), text_hint("tin"),
                                         text_hint("taxpayer_id"), text_hint("fiscal_code"));
constexpr sdk::HintTable kExtensionHints(text_hint("phone_extension"), text_hint("phone_ext"),
                                         exact_hint("extension", "employee"), exact_hint("extension", "contact"),
                                         exact_hint("extension", "user"));
constexpr sdk::HintTable kHouseHints(text_hint("house_number"), text_hint("street_number"), text_hint("housenumber"),
                                     text_hint("building_number"), text_hint("house_no"));
constexpr sdk::HintTable kRoomHints(text_hint("room_number"), text_hint("room_no"), exact_hint("number", "room"),
                                    text_hint("room"));
constexpr sdk::HintTable kSecurityCodeHints(text_hint("cvv"), text_hint("cvc"), text_hint("security_code"),
                                            text_hint("cvv2"));
constexpr sdk::HintTable kLastDigitHints(text_hint("last4"), text_hint("last_four"), text_hint("last_digits"),
                                         text_hint("last_4"), text_hint("card_last4"), text_hint("card_last_four"));
constexpr sdk::HintTable kOneTimeHints(text_hint("otp"), text_hint("otp_code"), text_hint("verification_code"),
                                       text_hint("pin"), text_hint("pin_number"), text_hint("activation_code"));
constexpr sdk::HintTable kFlightHints(text_hint("flight_number"), text_hint("flight_no"),
                                      exact_hint("number", "flight"));
constexpr sdk::HintTable kTickerHints(text_hint("ticker"), text_hint("stock_symbol"), text_hint("ticker_symbol"),
                                      exact_hint("symbol", "stock"), exact_hint("symbol", "security"));
constexpr sdk::HintTable kSaltHints(text_hint("salt"), text_hint("password_salt"));
constexpr sdk::HintTable kStorageKeyHints(text_hint("storage_key"), text_hint("s3_key"), text_hint("object_key"),
                                          exact_hint("key", "blob"), exact_hint("key", "storage_blob"));
constexpr sdk::HintTable kQuarterNameHints(text_hint("quarter_name"), text_hint("fiscal_quarter"));

template <sdk::GeneratorFactory kFactory, const auto& kOptions = kNoOptions>
constexpr datagen_generator_class text_class(const char* id, const char* summary,
                                             std::span<const datagen_hint* const> hints) {
  return sdk::make_generator_class<kFactory, kOptions>(
      {.id = id, .summary = summary, .families = kText, .hints = hints});
}
constexpr datagen_generator_class kAll[] = {
    text_class<make_document_number, kNumberOptions>("datagen.order_number", "A prefix and digits", kDocumentHints),
    text_class<make_external_id, kIdOptions>("datagen.external_id", "Letters and digits that identify something",
                                             kIdHints),
    text_class<make_digest<64>>("datagen.hash_sha256", "64 hexadecimal digits, or fewer where there is no room",
                                kDigestHints),
    text_class<make_digest<40>>("datagen.hash_sha1", "40 hexadecimal digits", kSha1Hints),
    text_class<make_digest<128>>("datagen.hash_sha512", "128 hexadecimal digits", kSha512Hints),
    text_class<make_digest<32>>("datagen.hash_md5", "32 hexadecimal digits", kMd5Hints),
    formatted_class<write_ssn, kSsnCount, 11>("datagen.ssn", "A social security number that is no one's", kText,
                                              kSsnHints),
    formatted_class<write_vin, kVinCount, 17>("datagen.vin", "A vehicle's identification number", kText, kVinHints),
    formatted_class<write_imei, 1'000'000'000'000, 15>("datagen.imei", "A telephone's IMEI", kText, kImeiHints),
    formatted_class<write_routing, 11'000'000, 9>("datagen.routing_number", "An American bank's number", kText,
                                                  kRoutingHints),
    formatted_class<write_bic, kBicCount, 8>("datagen.bic", "A bank's code (BIC, SWIFT)", kText, kBicHints),
    formatted_class<write_fingerprint, 0, 50>("datagen.fingerprint", "A key's fingerprint", kText, kFingerprintHints),
    formatted_class<write_public_key, 0, 80>("datagen.public_key", "A public key of SSH", kText, kPublicKeyHints),
    text_class<make_patterned<kPassports>>("datagen.passport_number", "A passport's number", kPassportHints),
    text_class<make_patterned<kLicenses>>("datagen.driver_license", "A driving licence's number", kLicenseHints),
    text_class<make_patterned<kPlates>>("datagen.license_plate", "A vehicle's plate", kPlateHints),
    text_class<make_patterned<kNationalIds>>("datagen.national_id", "A number of an identity card", kNationalIdHints),
    text_class<make_patterned<kAccountNumbers>>("datagen.account_number", "A number of an account or person",
                                                kAccountNumberHints),
    text_class<make_patterned<kSerialNumbers>>("datagen.serial_number", "A device's serial number", kSerialNumberHints),
    text_class<make_patterned<kBatchNumbers>>("datagen.batch_number", "A number of a batch of goods", kBatchHints),
    text_class<make_patterned<kRegistrations>>("datagen.registration_number", "A company's number", kRegistrationHints),
    text_class<make_patterned<kTaxNumbers>>("datagen.tax_number", "An employer's number (EIN)", kTaxNumberHints),
    text_class<make_patterned<kExtensions>>("datagen.phone_extension", "A telephone's extension", kExtensionHints),
    text_class<make_patterned<kHouseNumbers>>("datagen.house_number", "A house's number", kHouseHints),
    text_class<make_patterned<kRoomNumbers>>("datagen.room_number", "A room's number", kRoomHints),
    text_class<make_patterned<kSecurityCodes>>("datagen.card_security_code", "A card's security code",
                                               kSecurityCodeHints),
    text_class<make_patterned<kLastDigits>>("datagen.card_last_digits", "A card's last four digits", kLastDigitHints),
    text_class<make_patterned<kOneTimeCodes>>("datagen.one_time_code", "Six digits", kOneTimeHints),
    text_class<make_patterned<kFlights>>("datagen.flight_number", "A flight's number", kFlightHints),
    text_class<make_patterned<kTickers>>("datagen.ticker", "A share's symbol", kTickerHints),
    text_class<make_patterned<kSalts>>("datagen.salt", "Random letters and digits", kSaltHints),
    text_class<make_patterned<kStorageKeys>>("datagen.storage_key", "A key of stored objects", kStorageKeyHints),
    text_class<make_patterned<kQuarterNames>>("datagen.quarter_name", "A quarter, such as 1999Q4", kQuarterNameHints)};

constexpr auto kClasses = [] {
  std::array<const datagen_generator_class*, std::size(kAll)> result{};
  for (std::size_t i = 0; i < std::size(kAll); ++i) result[i] = &kAll[i];
  return result;
}();

}  // namespace

Classes identifier_classes() { return kClasses; }

}  // namespace datagen::generators
