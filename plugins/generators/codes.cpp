// Identifiers written with digits and letters: card and article numbers, addresses of machines, tokens.
#include <charconv>
#include <unordered_map>

#include "bit_text.hpp"
#include "check_digits.hpp"
#include "data/word_lists.hpp"
#include "families.hpp"
#include "pattern_set.hpp"
#include "words.hpp"
#include "writing.hpp"

namespace datagen::generators {
namespace {

// Text made from an ordinal and bits that depend on it and the column's key.
class CodeSet final : public Generator {
 public:
  using Write = char* (*)(std::uint64_t ordinal, std::uint64_t bits, char* out);
  CodeSet(Write write, std::uint64_t cardinality, std::size_t most_bytes, bool injective)
      : write_(write), cardinality_(cardinality), most_bytes_(most_bytes), injective_(injective) {}
  GeneratorInfo info() const override { return {injective_ ? kInjective : 0u, cardinality_, most_bytes_}; }
  void values(const datagen_call& call, Ordinals ordinals, datagen_column& out) const override {
    sdk::TextColumn column(out, ordinals.size(), most_bytes_);
    for (const std::uint64_t ordinal : ordinals) {
      column.finish_value(write_(ordinal, keyed_bits(call.key, ordinal), column.cursor()));
    }
    column.finish();
  }

 private:
  Write write_;
  std::uint64_t cardinality_;
  std::size_t most_bytes_;
  bool injective_;
};

template <CodeSet::Write kWrite, std::uint64_t kCardinality, std::size_t kBytes, bool kDistinct = true>
std::unique_ptr<Generator> make_code(const Request& request) {
  require_text(request.target);
  if (characters_or(request.target, kBytes) < kBytes) {
    refuse_target(request.target, std::to_string(kBytes) + " characters are needed, more than " +
                                      request.target.postgres_type + " holds");
  }
  return std::make_unique<CodeSet>(kWrite, kCardinality, kBytes, kDistinct);
}

char* write_ipv4(std::uint64_t ordinal, std::uint64_t, char* out) {
  // 10.0.0.0/8 (RFC 1918), scattered by an odd factor.
  const std::uint64_t host = ordinal * 7'368'787 % 16'777'216;
  out = put_number(put(out, "10."), host >> 16);
  out = put_number(put(out, "."), host >> 8 & 255);
  return put_number(put(out, "."), host & 255);
}
char* write_ipv6(std::uint64_t, std::uint64_t bits, char* out) {
  // 2001:db8::/32 is for documentation (RFC 3849).  Groups have no leading zeros, as PostgreSQL prints them.
  out = put(out, "2001:db8");
  for (int shift = 48; shift >= 0; shift -= 16) {
    *out++ = ':';
    out = std::to_chars(out, out + 4, static_cast<unsigned>(bits >> shift & 0xffff), 16).ptr;
  }
  return put(out, "::");
}
char* write_mac(std::uint64_t ordinal, std::uint64_t, char* out) {
  // Locally administered: 02 in the first byte; 40 bits scattered by an odd factor.
  const std::uint64_t bits = ordinal * 0x9e3779b97fu % (std::uint64_t{1} << 40);
  out = put(out, "02");
  for (int shift = 32; shift >= 0; shift -= 8) out = write_hex(put(out, ":"), bits >> shift, 2);
  return out;
}
char* write_mac_8(std::uint64_t ordinal, std::uint64_t, char* out) {
  out = put(out, "02");
  // 56 bits scattered by an odd factor.
  const std::uint64_t bits = ordinal * 0x9e3779b97f4a7du;
  for (int shift = 48; shift >= 0; shift -= 8) out = write_hex(put(out, ":"), bits >> shift, 2);
  return out;
}
char* write_sku(std::uint64_t ordinal, std::uint64_t, char* out) {
  // Three letters and five digits, scattered.
  std::uint64_t value = ordinal * 1'000'000'007 % 1'757'600'000;
  for (int i = 0; i < 3; ++i) {
    *out++ = static_cast<char>('A' + value % 26);
    value /= 26;
  }
  return put_digits(put(out, "-"), value, 5);
}
char* write_short_code(std::uint64_t ordinal, std::uint64_t, char* out) {
  std::uint64_t value = ordinal * 1'000'000'007 % 2'176'782'336;
  for (int i = 0; i < 6; ++i) {
    *out++ = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[value % 36];
    value /= 36;
  }
  return out;
}
char* write_ean(std::uint64_t ordinal, std::uint64_t, char* out) {
  // Prefixes 400 to 440: Germany's.
  put_digits(out, 400'000'000'000 + ordinal * 7'919 % 40'000'000'000, 12);
  out[12] = ean_digit({out, 12});
  return out + 13;
}
char* write_isbn(std::uint64_t ordinal, std::uint64_t, char* out) {
  put_digits(put(out, "978"), ordinal * 7'919 % 1'000'000'000, 9);
  out[12] = ean_digit({out, 12});
  return out + 13;
}
// The older ISBN of ten characters, the last of them a check digit modulo 11 (ISO 2108:1992).
char* write_isbn_10(std::uint64_t ordinal, std::uint64_t, char* out) {
  put_digits(out, ordinal * 7'919 % 1'000'000'000, 9);
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += (10 - i) * (out[i] - '0');
  out[9] = "0123456789X"[(11 - sum % 11) % 11];
  return out + 10;
}
char* write_card(std::uint64_t ordinal, std::uint64_t, char* out) {
  // 4000 00: a prefix that payment services give out for tests.
  put_digits(put(out, "400000"), ordinal * 7'919 % 1'000'000'000, 9);
  out[15] = luhn_digit({out, 15});
  return out + 16;
}
char* write_iban(std::uint64_t ordinal, std::uint64_t, char* out) {
  // Germany's: 8 digits of the bank, 10 of the account.
  char account[18];
  put_digits(put_digits(account, 50'010'517 + ordinal % 1'000'000 * 7 % 1'000'000, 8), ordinal, 10);
  out = put_digits(put(out, "DE"), static_cast<std::uint64_t>(iban_check("DE", {account, 18})), 2);
  return put(out, {account, 18});
}
char* write_vat(std::uint64_t ordinal, std::uint64_t, char* out) {
  return put_digits(put(out, "DE"), 100'000'000 + ordinal * 7'919 % 900'000'000, 9);
}
char* write_hex_color(std::uint64_t ordinal, std::uint64_t, char* out) {
  return write_hex(put(out, "#"), ordinal * 10'368'889 % 16'777'216, 6);
}
char* write_bare_hex_color(std::uint64_t ordinal, std::uint64_t, char* out) {
  return write_hex(out, ordinal * 10'368'889 % 16'777'216, 6);
}
char* write_version(std::uint64_t ordinal, std::uint64_t, char* out) {
  out = put_number(out, ordinal / 1000 % 10);
  out = put_number(put(out, "."), ordinal / 50 % 20);
  return put_number(put(out, "."), ordinal % 50);
}
// The form of bcrypt's hashes; no password hashes to it.
char* write_password_hash(std::uint64_t, std::uint64_t bits, char* out) {
  constexpr std::string_view kAlphabet = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  out = put(out, "$2b$12$");
  std::uint64_t state = bits;
  int left = 11;
  for (int i = 0; i < 53; ++i, --left) {
    if (left == 0) {
      state = datagen_mix(bits + static_cast<std::uint64_t>(i));
      left = 10;
    }
    *out++ = kAlphabet[state & 63];
    state >>= 6;
  }
  return out;
}
char* write_token(std::uint64_t, std::uint64_t bits, char* out) {
  return write_hex(write_hex(out, bits, 16), datagen_mix(~bits), 16);
}
char* write_hex_40(std::uint64_t ordinal, std::uint64_t bits, char* out) {
  return write_hex(write_token(ordinal, bits, out), datagen_mix(bits), 8);
}
char* write_url(std::uint64_t, std::uint64_t bits, char* out) {
  return write_hex(put(out, "https://www.example.com/"), bits, 16);
}
char* write_image_url(std::uint64_t, std::uint64_t bits, char* out) {
  return put(write_hex(put(out, "https://images.example.com/"), bits, 16), ".jpg");
}
char* write_tracking(std::uint64_t ordinal, std::uint64_t, char* out) {
  return put_digits(put(out, "1Z"), ordinal * 7'919 % 10'000'000'000, 10);
}

std::unique_ptr<Generator> make_short_code(const Request& request) {
  const std::uint32_t room = characters_or(request.target, 6);
  if (room >= 6 || room < 2) return make_code<write_short_code, 2'176'782'336, 6>(request);
  require_text(request.target);
  return std::make_unique<PatternSet>("[A-Z0-9]{" + std::to_string(room) + "}", room, request.target.distinct_needed);
}

// Without the '#' where there is no room for it.
std::unique_ptr<Generator> make_hex_color(const Request& request) {
  if (characters_or(request.target, 7) == 6) return make_code<write_bare_hex_color, 16'777'216, 6>(request);
  return make_code<write_hex_color, 16'777'216, 7>(request);
}

// A column too short for bcrypt's form was made for an unsalted digest.
std::unique_ptr<Generator> make_password_hash(const Request& request) {
  const std::uint32_t room = characters_or(request.target, 60);
  if (room >= 60) return make_code<write_password_hash, 0, 60>(request);
  if (room >= 40) return make_code<write_hex_40, 0, 40>(request);
  return make_code<write_token, 0, 32>(request);
}

std::unique_ptr<Generator> make_isbn(const Request& request) {
  if (characters_or(request.target, 13) < 13) return make_code<write_isbn_10, 1'000'000'000, 10>(request);
  return make_code<write_isbn, 1'000'000'000, 13>(request);
}

std::unique_ptr<Generator> make_domain(const Request& request) {
  require_text(request.target);
  const std::vector<std::string> words = split_list(common_words);
  return std::make_unique<PhraseSet>(request.target, std::vector<PhrasePart>{{"", words}, {"-", words}}, "-",
                                     ".example.com");
}

std::unique_ptr<Generator> make_file_name(const Request& request) {
  require_text(request.target);
  const std::vector<std::string> words = split_list(common_words);
  return std::make_unique<PhraseSet>(
      request.target,
      std::vector<PhrasePart>{{"", words}, {"_", words}, {".", {"pdf", "jpg", "png", "txt", "csv", "docx", "xlsx"}}},
      "");
}

// The part of "left:right" entries before or after the last colon.
std::vector<std::string> parts_of(std::string_view list, bool left) {
  std::vector<std::string> result;
  for (const std::string& entry : split_list(list)) {
    const std::size_t colon = entry.rfind(':');
    result.push_back(left ? entry.substr(0, colon) : entry.substr(colon + 1));
  }
  return result;
}
template <const std::string_view& kList, bool kLeft>
std::unique_ptr<Generator> make_part(const Request& request) {
  return make_dictionary(request.target, parts_of(kList, kLeft));
}

// A language's name, or its code where names do not fit.
std::unique_ptr<Generator> make_language(const Request& request) {
  return make_dictionary(request.target, parts_of(languages, characters_or(request.target, 99) >= 12));
}
std::unique_ptr<Generator> make_language_tag(const Request& request) {
  return make_dictionary(request.target, split_list("en_US, en_GB, de_DE, fr_FR, es_ES, it_IT, pt_BR, nl_NL, sv_SE, "
                                                    "pl_PL, ja_JP, ko_KR, zh_CN, tr_TR"));
}
std::unique_ptr<Generator> make_user_agent(const Request& request) {
  return make_dictionary(request.target, split_list(user_agents, '\n'));
}
std::unique_ptr<Generator> make_http_method(const Request& request) {
  return make_dictionary(request.target, split_list("GET, POST, PUT, PATCH, DELETE, HEAD"), {60, 25, 6, 4, 3, 2});
}

// Small JSON objects; n tells them apart.
char* write_json(std::uint64_t ordinal, std::uint64_t bits, char* out) {
  out = put_number(put(out, R"({"id": )"), ordinal);
  out = put(put(out, R"(, "active": )"), (bits & 1) != 0 ? "true" : "false");
  out = put_number(put(out, R"(, "score": )"), bits >> 8 & 127);
  out = put(put(out, R"(, "tags": [)"), (bits & 2) != 0 ? R"("new"])" : R"("sale", "top"])");
  return put(out, "}");
}

constexpr datagen_hint text_hint(const char* column, const char* table = nullptr) {
  return sdk::make_hint(column, kText, DATAGEN_MATCH_SUFFIX, table);
}
constexpr std::uint32_t kNetwork = DATAGEN_FAMILY_NETWORK;
constexpr sdk::HintTable<0> kNoHints;
constexpr sdk::HintTable kIpHints(text_hint("ip"), text_hint("ip_address"), text_hint("ip_addr"), text_hint("ipv4"),
                                  text_hint("lastip"),

                                  sdk::make_hint("client_ip", kText), text_hint("remote_addr"),
                                  sdk::make_hint("ip", kNetwork, DATAGEN_MATCH_SUFFIX, nullptr, nullptr, 0, "inet"),
                                  sdk::make_hint("ip_address", kNetwork, DATAGEN_MATCH_SUFFIX, nullptr, nullptr, 0,
                                                 "inet"),
                                  sdk::make_type_hint(kNetwork, "inet"));
constexpr sdk::HintTable kIpv6Hints(text_hint("ipv6"));
constexpr sdk::HintTable kMac8Hints(sdk::make_type_hint(kNetwork, "macaddr8"));
constexpr sdk::HintTable kMacHints(text_hint("mac"), text_hint("mac_address"),
                                   sdk::make_type_hint(kNetwork, "macaddr"));
constexpr sdk::HintTable kSkuHints(text_hint("sku"), text_hint("product_code"), text_hint("item_code"),
                                   text_hint("part_number"), text_hint("product_number"), text_hint("default_code"),
                                   text_hint("catalog_number"), text_hint("article_number"), text_hint("item_number"),
                                   text_hint("mpn"), text_hint("model_number"));
constexpr sdk::HintTable kCodeHints(text_hint("code"), text_hint("coupon"), text_hint("coupon_code"),
                                    text_hint("reference"), text_hint("promo_code"), text_hint("voucher"),
                                    text_hint("voucher_code"), text_hint("client_order_ref"),
                                    text_hint("reference_code"), text_hint("confirmation_number"),
                                    text_hint("shortname", "course"), text_hint("pnr"));
constexpr sdk::HintTable kEanHints(text_hint("ean"), text_hint("ean13"), text_hint("barcode"), text_hint("upc"),
                                   text_hint("gtin"));
constexpr sdk::HintTable kIsbnHints(text_hint("isbn"), text_hint("isbn13"), text_hint("isbn10"), text_hint("isbn_13"),
                                    text_hint("isbn_10"));
constexpr sdk::HintTable kCardHints(text_hint("credit_card"), text_hint("card_number"), text_hint("credit_card_number"),
                                    text_hint("cc_number"), text_hint("pan"));
constexpr sdk::HintTable kIbanHints(text_hint("iban"), text_hint("bank_account"), text_hint("acc_number"));
constexpr sdk::HintTable kVatHints(text_hint("vat_id"), text_hint("vat_number"), text_hint("tax_id"), text_hint("vat"),
                                   text_hint("taxvat"), text_hint("vat_no"));
constexpr sdk::HintTable kHexColorHints(text_hint("hex_color"), text_hint("color_hex"), text_hint("color_code"),
                                        text_hint("text_color"), text_hint("background_color"),
                                        text_hint("color", "label"), text_hint("color", "category"),
                                        text_hint("color", "tag"), text_hint("color", "theme"),
                                        text_hint("foreground_color"));
constexpr sdk::HintTable kVersionHints(text_hint("version"), text_hint("semver"), text_hint("app_version"),
                                       text_hint("tag", "release"), text_hint("firmware"));
constexpr sdk::HintTable kPasswordHints(text_hint("password"), text_hint("password_hash"), text_hint("passwd"),
                                        text_hint("hashed_password"), text_hint("encrypted_password"),
                                        text_hint("password_digest"), text_hint("user_pass"),
                                        text_hint("crypted_password"), text_hint("pass_crypt"), text_hint("pass_hash"),
                                        text_hint("pwd"));
constexpr sdk::HintTable kTokenHints(text_hint("token"), text_hint("api_key"), text_hint("secret"),
                                     text_hint("session_id"), text_hint("access_token"), text_hint("refresh_token"),
                                     text_hint("invite_key"), text_hint("activation_key"), text_hint("session_key"),
                                     text_hint("otp_secret"), text_hint("client_secret"), text_hint("secret_key"),
                                     text_hint("private_key"), text_hint("license_key"), text_hint("nonce"),
                                     text_hint("public_token"), text_hint("webhook_secret"),
                                     text_hint("two_factor_secret"));
constexpr sdk::HintTable kUrlHints(text_hint("url"), text_hint("website"), text_hint("link"), text_hint("homepage"),
                                   text_hint("uri"), text_hint("web_site"), text_hint("referrer"), text_hint("href"),
                                   text_hint("referer"), text_hint("home_page"), text_hint("guid", "post"),
                                   text_hint("invoice_pdf"), text_hint("endpoint"), text_hint("blog"));
constexpr sdk::HintTable kImageHints(text_hint("avatar_url"), text_hint("image_url"), text_hint("avatar"),
                                     text_hint("photo_url"), text_hint("image"), text_hint("thumbnail"),
                                     text_hint("picture"), text_hint("logo_url"), text_hint("photo"),
                                     text_hint("profile_picture"), text_hint("thumbnail_url"), text_hint("cover_image"),
                                     text_hint("banner"), text_hint("logo"), text_hint("poster"));
constexpr sdk::HintTable kTrackingHints(text_hint("tracking_number"), text_hint("tracking_code"), text_hint("tracking"),
                                        text_hint("tracking_no"), text_hint("waybill"));
constexpr sdk::HintTable kDomainHints(text_hint("domain"), text_hint("domain_name"), text_hint("hostname"),
                                      text_hint("host"), text_hint("subdomain"));
constexpr sdk::HintTable kFileHints(text_hint("file_name"), text_hint("filename"), text_hint("file"),
                                    text_hint("attachment"), text_hint("img_name"), text_hint("disk_filename"),
                                    text_hint("name", "fileinfo"), text_hint("name", "file"),
                                    text_hint("name", "attachment"), text_hint("name", "document"),
                                    text_hint("name", "upload"));
constexpr sdk::HintTable kMimeHints(text_hint("mime_type"), text_hint("content_type"), text_hint("mimetype"),
                                    text_hint("media_type"), text_hint("mime"));
constexpr sdk::HintTable kExtensionHints(text_hint("file_extension"), text_hint("extension", "upload"),
                                         text_hint("extension", "file"), text_hint("extension", "document"),
                                         text_hint("extension", "attachment"), text_hint("file_ext"),
                                         text_hint("file_format"));
constexpr sdk::HintTable kCurrencyHints(text_hint("currency"), text_hint("currency_code"),
                                        text_hint("code", "currency"), text_hint("iso_code", "currency"));
constexpr sdk::HintTable kCurrencyNameHints(text_hint("currency_name"),
                                            sdk::make_hint("name", kText, DATAGEN_MATCH_EXACT, "currency"));
constexpr sdk::HintTable kLanguageHints(text_hint("language"), text_hint("lang"), text_hint("language_name"),
                                        sdk::make_hint("name", kText, DATAGEN_MATCH_EXACT, "language"));
constexpr sdk::HintTable kLanguageCodeHints(text_hint("language_code"), text_hint("lang_code"),
                                            text_hint("iso_code", "language"), text_hint("code", "language"));
constexpr sdk::HintTable kLocaleHints(text_hint("locale"));
constexpr sdk::HintTable kAgentHints(text_hint("user_agent"), text_hint("useragent"), text_hint("comment_agent"));
constexpr sdk::HintTable kMethodHints(text_hint("http_method"), text_hint("request_method"), text_hint("method", "log"),
                                      text_hint("method", "request"), text_hint("verb"));
constexpr sdk::HintTable kJsonHints(sdk::make_type_hint(DATAGEN_FAMILY_JSON), text_hint("payload"), text_hint("json"),
                                    text_hint("metadata"));

template <sdk::GeneratorFactory kFactory>
constexpr datagen_generator_class text_class(const char* id, const char* summary,
                                             std::span<const datagen_hint* const> hints,
                                             std::uint32_t families = kText) {
  return sdk::make_generator_class<kFactory, kNoOptions>(
      {.id = id, .summary = summary, .families = families, .hints = hints});
}
constexpr datagen_generator_class kAll[] = {
    text_class<make_code<write_ipv4, 16'777'216, 15>>("datagen.ipv4", "An IPv4 address", kIpHints, kText | kNetwork),
    text_class<make_code<write_ipv6, 0, 30>>("datagen.ipv6", "An IPv6 address", kIpv6Hints, kText | kNetwork),
    text_class<make_code<write_mac_8, std::uint64_t{1} << 56, 23>>("datagen.mac_address_8", "An EUI-64 address",
                                                                   kMac8Hints, kText | kNetwork),
    text_class<make_code<write_mac, std::uint64_t{1} << 40, 17>>("datagen.mac_address", "A MAC address", kMacHints,
                                                                 kText | kNetwork),
    text_class<make_code<write_sku, 1'757'600'000, 9>>("datagen.sku", "An article number", kSkuHints),
    text_class<make_short_code>("datagen.code", "A short code", kCodeHints),
    text_class<make_code<write_ean, 40'000'000'000, 13>>("datagen.ean13", "An EAN-13 number", kEanHints),
    text_class<make_isbn>("datagen.isbn", "An ISBN-13, or an ISBN-10 where there is no room", kIsbnHints),
    text_class<make_code<write_card, 1'000'000'000, 16>>("datagen.credit_card", "A card number for tests", kCardHints),
    text_class<make_code<write_iban, 10'000'000'000, 22>>("datagen.iban", "An IBAN", kIbanHints),
    text_class<make_code<write_vat, 900'000'000, 11>>("datagen.vat_id", "A VAT number", kVatHints),
    text_class<make_hex_color>("datagen.hex_color", "#rrggbb", kHexColorHints),
    text_class<make_code<write_version, 10'000, 7>>("datagen.semver", "A version", kVersionHints),
    text_class<make_password_hash>("datagen.password_hash", "The form of a bcrypt hash", kPasswordHints),
    text_class<make_code<write_token, 0, 32>>("datagen.token", "A token", kTokenHints),
    text_class<make_code<write_url, 0, 40>>("datagen.url", "A URL", kUrlHints),
    text_class<make_code<write_image_url, 0, 47>>("datagen.image_url", "An image's URL", kImageHints),
    text_class<make_code<write_tracking, 10'000'000'000, 12>>("datagen.tracking_number", "A parcel's number",
                                                              kTrackingHints),
    text_class<make_domain>("datagen.domain", "A domain name", kDomainHints),
    text_class<make_file_name>("datagen.file_name", "A file name", kFileHints),
    text_class<make_part<mime_types, true>>("datagen.mime_type", "A media type", kMimeHints),
    text_class<make_part<mime_types, false>>("datagen.file_extension", "A file extension", kExtensionHints),
    text_class<make_part<currencies, true>>("datagen.currency_code", "An ISO 4217 code", kCurrencyHints),
    text_class<make_part<currencies, false>>("datagen.currency_name", "A currency", kCurrencyNameHints),
    text_class<make_language>("datagen.language", "A language", kLanguageHints),
    text_class<make_part<languages, false>>("datagen.language_code", "An ISO 639-1 code", kLanguageCodeHints),
    text_class<make_language_tag>("datagen.locale", "A locale", kLocaleHints),
    text_class<make_user_agent>("datagen.user_agent", "A browser's name for itself", kAgentHints),
    text_class<make_http_method>("datagen.http_method", "GET, POST, ...", kMethodHints),
    text_class<make_code<write_json, 0, 96>>("datagen.json", "A small JSON object", kJsonHints,
                                             kText | DATAGEN_FAMILY_JSON)};

constexpr auto kClasses = [] {
  std::array<const datagen_generator_class*, std::size(kAll)> result{};
  for (std::size_t i = 0; i < std::size(kAll); ++i) result[i] = &kAll[i];
  return result;
}();

}  // namespace

Classes code_classes() { return kClasses; }

}  // namespace datagen::generators
