// Identifiers written with digits and letters: telephone, card and article numbers, addresses of machines, hashes.
#include <charconv>
#include <unordered_map>

#include "bit_text.hpp"
#include "check_digits.hpp"
#include "data/word_lists.hpp"
#include "families.hpp"
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
char* write_version(std::uint64_t ordinal, std::uint64_t, char* out) {
  out = put_number(out, ordinal / 1000 % 10);
  out = put_number(put(out, "."), ordinal / 50 % 20);
  return put_number(put(out, "."), ordinal % 50);
}
char* write_sha256(std::uint64_t, std::uint64_t bits, char* out) {
  for (std::uint64_t part = 0; part < 4; ++part) out = write_hex(out, part == 0 ? bits : datagen_mix(bits + part), 16);
  return out;
}
char* write_md5(std::uint64_t, std::uint64_t bits, char* out) {
  return write_hex(write_hex(out, bits, 16), datagen_mix(bits + 1), 16);
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
char* write_url(std::uint64_t, std::uint64_t bits, char* out) {
  return write_hex(put(out, "https://www.example.com/"), bits, 16);
}
char* write_image_url(std::uint64_t, std::uint64_t bits, char* out) {
  return put(write_hex(put(out, "https://images.example.com/"), bits, 16), ".jpg");
}
char* write_tracking(std::uint64_t ordinal, std::uint64_t, char* out) {
  return put_digits(put(out, "1Z"), ordinal * 7'919 % 10'000'000'000, 10);
}
char* write_order_number(std::uint64_t ordinal, std::uint64_t, char* out) {
  return put_digits(put(out, "ORD-"), ordinal * 7'919 % 100'000'000, 8);
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

constexpr datagen_hint text_hint(const char* column) { return sdk::make_hint(column, kText); }
constexpr std::uint32_t kNetwork = DATAGEN_FAMILY_NETWORK;
constexpr sdk::HintTable<0> kNoHints;
constexpr sdk::HintTable kIpHints(text_hint("ip"), text_hint("ip_address"), text_hint("ip_addr"), text_hint("ipv4"),
                                  sdk::make_hint("client_ip", kText), text_hint("remote_addr"),
                                  sdk::make_type_hint(kNetwork, "inet"));
constexpr sdk::HintTable kIpv6Hints(text_hint("ipv6"));
constexpr sdk::HintTable kMac8Hints(sdk::make_type_hint(kNetwork, "macaddr8"));
constexpr sdk::HintTable kMacHints(text_hint("mac"), text_hint("mac_address"),
                                   sdk::make_type_hint(kNetwork, "macaddr"));
constexpr sdk::HintTable kSkuHints(text_hint("sku"), text_hint("product_code"), text_hint("item_code"),
                                   text_hint("part_number"));
constexpr sdk::HintTable kCodeHints(text_hint("code"), text_hint("coupon"), text_hint("coupon_code"),
                                    text_hint("reference"), text_hint("promo_code"), text_hint("voucher"));
constexpr sdk::HintTable kEanHints(text_hint("ean"), text_hint("ean13"), text_hint("barcode"), text_hint("upc"),
                                   text_hint("gtin"));
constexpr sdk::HintTable kIsbnHints(text_hint("isbn"), text_hint("isbn13"));
constexpr sdk::HintTable kCardHints(text_hint("credit_card"), text_hint("card_number"),
                                    text_hint("credit_card_number"));
constexpr sdk::HintTable kIbanHints(text_hint("iban"), text_hint("bank_account"));
constexpr sdk::HintTable kVatHints(text_hint("vat_id"), text_hint("vat_number"), text_hint("tax_id"));
constexpr sdk::HintTable kHexColorHints(text_hint("hex_color"), text_hint("color_hex"), text_hint("color_code"));
constexpr sdk::HintTable kVersionHints(text_hint("version"), text_hint("semver"), text_hint("app_version"));
constexpr sdk::HintTable kShaHints(text_hint("hash"), text_hint("sha256"), text_hint("checksum"), text_hint("digest"));
constexpr sdk::HintTable kMd5Hints(text_hint("md5"));
constexpr sdk::HintTable kPasswordHints(text_hint("password"), text_hint("password_hash"), text_hint("passwd"),
                                        text_hint("hashed_password"), text_hint("encrypted_password"),
                                        text_hint("password_digest"));
constexpr sdk::HintTable kTokenHints(text_hint("token"), text_hint("api_key"), text_hint("secret"),
                                     text_hint("session_id"), text_hint("access_token"), text_hint("refresh_token"));
constexpr sdk::HintTable kUrlHints(text_hint("url"), text_hint("website"), text_hint("link"), text_hint("homepage"),
                                   text_hint("uri"), text_hint("web_site"), text_hint("referrer"), text_hint("href"));
constexpr sdk::HintTable kImageHints(text_hint("avatar_url"), text_hint("image_url"), text_hint("avatar"),
                                     text_hint("photo_url"), text_hint("image"), text_hint("thumbnail"),
                                     text_hint("picture"), text_hint("logo_url"), text_hint("photo"),
                                     text_hint("profile_picture"), text_hint("thumbnail_url"));
constexpr sdk::HintTable kTrackingHints(text_hint("tracking_number"), text_hint("tracking_code"));
constexpr sdk::HintTable kOrderHints(text_hint("order_number"), text_hint("invoice_number"), text_hint("order_no"));
constexpr sdk::HintTable kDomainHints(text_hint("domain"), text_hint("domain_name"), text_hint("hostname"),
                                      text_hint("host"), text_hint("subdomain"));
constexpr sdk::HintTable kFileHints(text_hint("file_name"), text_hint("filename"), text_hint("file"),
                                    text_hint("attachment"));
constexpr sdk::HintTable kMimeHints(text_hint("mime_type"), text_hint("content_type"), text_hint("mimetype"),
                                    text_hint("media_type"));
constexpr sdk::HintTable kExtensionHints(text_hint("file_extension"));
constexpr sdk::HintTable kCurrencyHints(text_hint("currency"), text_hint("currency_code"));
constexpr sdk::HintTable kCurrencyNameHints(text_hint("currency_name"));
constexpr sdk::HintTable kLanguageHints(text_hint("language"), text_hint("lang"));
constexpr sdk::HintTable kLanguageCodeHints(text_hint("language_code"), text_hint("lang_code"));
constexpr sdk::HintTable kLocaleHints(text_hint("locale"));
constexpr sdk::HintTable kAgentHints(text_hint("user_agent"), text_hint("useragent"), text_hint("browser"));
constexpr sdk::HintTable kMethodHints(text_hint("http_method"), text_hint("request_method"));
constexpr sdk::HintTable kJsonHints(sdk::make_type_hint(DATAGEN_FAMILY_JSON));

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
    text_class<make_code<write_short_code, 2'176'782'336, 6>>("datagen.code", "A short code", kCodeHints),
    text_class<make_code<write_ean, 40'000'000'000, 13>>("datagen.ean13", "An EAN-13 number", kEanHints),
    text_class<make_code<write_isbn, 1'000'000'000, 13>>("datagen.isbn", "An ISBN-13", kIsbnHints),
    text_class<make_code<write_card, 1'000'000'000, 16>>("datagen.credit_card", "A card number for tests", kCardHints),
    text_class<make_code<write_iban, 10'000'000'000, 22>>("datagen.iban", "An IBAN", kIbanHints),
    text_class<make_code<write_vat, 900'000'000, 11>>("datagen.vat_id", "A VAT number", kVatHints),
    text_class<make_code<write_hex_color, 16'777'216, 7>>("datagen.hex_color", "#rrggbb", kHexColorHints),
    text_class<make_code<write_version, 10'000, 7>>("datagen.semver", "A version", kVersionHints),
    text_class<make_code<write_sha256, 0, 64>>("datagen.hash_sha256", "64 hexadecimal digits", kShaHints),
    text_class<make_code<write_md5, 0, 32>>("datagen.hash_md5", "32 hexadecimal digits", kMd5Hints),
    text_class<make_code<write_password_hash, 0, 60>>("datagen.password_hash", "The form of a bcrypt hash",
                                                      kPasswordHints),
    text_class<make_code<write_token, 0, 32>>("datagen.token", "A token", kTokenHints),
    text_class<make_code<write_url, 0, 40>>("datagen.url", "A URL", kUrlHints),
    text_class<make_code<write_image_url, 0, 47>>("datagen.image_url", "An image's URL", kImageHints),
    text_class<make_code<write_tracking, 10'000'000'000, 12>>("datagen.tracking_number", "A parcel's number",
                                                              kTrackingHints),
    text_class<make_code<write_order_number, 100'000'000, 12>>("datagen.order_number", "An order's number",
                                                               kOrderHints),
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
