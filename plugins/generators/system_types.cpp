// Types that few columns have: bits, search, documents, the server's own.
#include <charconv>

#include "data/word_lists.hpp"
#include "families.hpp"
#include "formatted_set.hpp"
#include "literals.hpp"
#include "words.hpp"

namespace datagen::generators {
namespace {

char* format_xml(std::uint64_t ordinal, char* out) {
  for (const char c : std::string_view("<item id=\"")) *out++ = c;
  out = put_number(out, ordinal + 1);
  for (const char c : std::string_view("\"/>")) *out++ = c;
  return out;
}

std::unique_ptr<Generator> make_bits(const Request& request) {
  const datagen_target& target = request.target;
  require_text(target);
  const std::string_view type = target.postgres_type == nullptr ? "" : target.postgres_type;
  std::uint32_t bits = target.max_characters;
  if (bits == 0) {
    const std::size_t parenthesis = type.find('(');
    if (parenthesis != std::string_view::npos) {
      std::from_chars(type.data() + parenthesis + 1, type.data() + type.size(), bits);
    }
  }
  if (bits == 0) bits = type.find("varying") == std::string_view::npos ? 1 : 16;
  class BitSet final : public Generator {
   public:
    explicit BitSet(std::uint32_t n_bits) : bits_(n_bits) {}
    GeneratorInfo info() const override {
      return {DATAGEN_INJECTIVE, bits_ >= 64 ? 0 : std::uint64_t{1} << bits_, bits_};
    }
    void values(const datagen_call&, Ordinals ordinals, datagen_column& out) const override {
      sdk::TextColumn column(out, ordinals.size(), bits_);
      for (const std::uint64_t ordinal : ordinals) {
        char* end = column.cursor();
        for (std::uint32_t bit = 0; bit < bits_; ++bit) {
          *end++ = static_cast<char>('0' + (bit < 64 ? ordinal >> bit & 1 : datagen_mix(ordinal + bit) & 1));
        }
        column.finish_value(end);
      }
      column.finish();
    }

   private:
    std::uint32_t bits_;
  };
  return std::make_unique<BitSet>(std::min<std::uint32_t>(bits, 100'000));
}

// Lexemes as PostgreSQL prints them: quoted, in order, with positions.
std::unique_ptr<Generator> make_search_vector(const Request& request) {
  const datagen_target& target = request.target;
  const bool query = target.postgres_type != nullptr && std::string_view(target.postgres_type) == "tsquery";
  std::vector<std::string> words, others;
  for (const std::string& word : split_list(common_words)) {
    (word[0] < 'n' ? words : others).push_back("'" + word + (query ? "'" : "':1"));
  }
  return std::make_unique<PhraseSet>(target, std::vector<PhrasePart>{{"", words}, {query ? " & " : " ", others}},
                                     query ? " & 'n'" : " 'n'");
}

// Two hexadecimal numbers; a WAL position (pg_lsn).
char* put_hex(char* out, std::uint64_t value) { return std::to_chars(out, out + 16, value, 16).ptr; }
char* format_lsn(std::uint64_t ordinal, char* out) {
  out = put_hex(out, ordinal >> 32);
  return put_hex(put(out, "/"), ordinal & 0xffffffffu);
}
// xmin:xmax:list of transactions in progress.
char* format_snapshot(std::uint64_t ordinal, char* out) {
  const std::uint64_t first = ordinal + 3, length = datagen_mix(ordinal) % 3;
  out = put_number(put(put_number(out, first), ":"), first + length + 1);
  out = put(out, ":");
  for (std::uint64_t i = 0; i < length; ++i) out = put_number(i == 0 ? out : put(out, ","), first + i);
  return out;
}
char* format_transaction(std::uint64_t ordinal, char* out) { return put_number(out, ordinal + 3); }
char* format_row_address(std::uint64_t ordinal, char* out) {
  out = put_number(put(out, "("), ordinal / 200);
  return put(put_number(put(out, ","), ordinal % 200 + 1), ")");
}
char* format_numbers(std::uint64_t ordinal, char* out) {
  out = put_number(out, ordinal % 30'000 + 1);
  return put_number(put(out, " "), ordinal / 30'000 + 1);
}
char* format_time_zone_time(std::uint64_t ordinal, char* out) {
  constexpr std::string_view kZones[] = {"+00", "+01", "+02", "+05:30", "+09", "-03", "-05", "-08"};
  out = print_time_of_day(out, static_cast<std::int64_t>(ordinal / 8) * kSecond);
  return put(out, kZones[ordinal % 8]);
}
char* format_json_path(std::uint64_t ordinal, char* out) {
  static constexpr std::string_view kFields[] = {"id", "name", "items", "price", "tags", "status", "address", "total"};
  out = put(put(out, "$."), kFields[ordinal % 8]);
  return put(put_number(put(out, "["), ordinal / 8), "]");
}
char* format_cursor(std::uint64_t ordinal, char* out) { return put_number(put(out, "cursor_"), ordinal + 1); }

// Objects that every server since version 14 has, so that the dump loads.
constexpr std::string_view kRelations =
    "pg_class, pg_type, pg_attribute, pg_proc, pg_index, pg_namespace, pg_constraint, pg_database, pg_operator";
constexpr std::string_view kTypes = "boolean, smallint, integer, bigint, numeric, text, uuid, date, jsonb, bytea";
constexpr std::string_view kFunctions = "now, version, pg_backend_pid, pi, current_database, clock_timestamp";
constexpr std::string_view kSignatures = "upper(text); lower(text); abs(integer); length(text); md5(text); now()";
constexpr std::string_view kOperators = "|/, ||/";
constexpr std::string_view kOperatorSignatures = "+(integer,integer); -(integer,integer); =(text,text); ||(text,text)";
constexpr std::string_view kRoles = "pg_monitor, pg_read_all_settings, pg_read_all_stats, pg_signal_backend";
constexpr std::string_view kNamespaces = "pg_catalog, information_schema, pg_toast";
constexpr std::string_view kConfigurations = "simple, english, german, french, spanish, italian, portuguese, russian";
constexpr std::string_view kDictionaries = "simple, english_stem, german_stem, french_stem, spanish_stem";
constexpr std::string_view kCollations = "\"C\", \"POSIX\", \"default\"";
constexpr std::string_view kPrivileges = "=r/pg_monitor, pg_monitor=r/pg_monitor, pg_monitor=rw/pg_monitor";

template <const auto& kList, char kSeparator = ','>
std::unique_ptr<Generator> make_listed(const Request& request) {
  return make_dictionary(request.target, split_list(kList, kSeparator));
}

constexpr std::uint32_t kOther = DATAGEN_FAMILY_OTHER, kFamilies = kOther | kText;
constexpr datagen_hint type(const char* name) { return sdk::make_type_hint(kOther, name); }
constexpr sdk::HintTable kXmlHints(type("xml"));
constexpr sdk::HintTable kBitHints(type("bit"), type("bit varying"), type("varbit"));
constexpr sdk::HintTable kSearchHints(type("tsvector"), type("tsquery"));
constexpr sdk::HintTable kLsnHints(type("pg_lsn"));
constexpr sdk::HintTable kSnapshotHints(type("pg_snapshot"), type("txid_snapshot"));
constexpr sdk::HintTable kTransactionHints(type("xid"), type("xid8"), type("cid"));
constexpr sdk::HintTable kRowAddressHints(type("tid"));
constexpr sdk::HintTable kNumbersHints(type("int2vector"), type("oidvector"));
constexpr sdk::HintTable kJsonPathHints(type("jsonpath"));
constexpr sdk::HintTable kCursorHints(type("refcursor"));
constexpr sdk::HintTable kZonedTimeHints(sdk::make_type_hint(DATAGEN_FAMILY_TIME, "time with time zone"));

template <const auto& kList, char kSeparator = ','>
constexpr datagen_generator_class listed_class(const char* id, const char* summary,
                                               std::span<const datagen_hint* const> hints) {
  return sdk::make_generator_class<make_listed<kList, kSeparator>, kNoOptions>(
      {.id = id, .summary = summary, .families = kFamilies, .hints = hints, .plain_dictionary = true});
}
constexpr sdk::HintTable kRelationHints(type("regclass"));
constexpr sdk::HintTable kTypeHints(type("regtype"));
constexpr sdk::HintTable kFunctionHints(type("regproc"));
constexpr sdk::HintTable kSignatureHints(type("regprocedure"));
constexpr sdk::HintTable kOperatorHints(type("regoper"));
constexpr sdk::HintTable kOperatorSignatureHints(type("regoperator"));
constexpr sdk::HintTable kRoleHints(type("regrole"));
constexpr sdk::HintTable kNamespaceHints(type("regnamespace"));
constexpr sdk::HintTable kConfigurationHints(type("regconfig"));
constexpr sdk::HintTable kDictionaryHints(type("regdictionary"));
constexpr sdk::HintTable kCollationHints(type("regcollation"));
constexpr sdk::HintTable kPrivilegeHints(type("aclitem"));

constexpr datagen_generator_class kAll[] = {
    formatted_class<format_xml, 0, 33>("datagen.xml", "A small element", kFamilies, kXmlHints),
    sdk::make_generator_class<make_bits, kNoOptions>(
        {.id = "datagen.bits", .summary = "0s and 1s", .families = kFamilies, .hints = kBitHints}),
    sdk::make_generator_class<make_search_vector, kNoOptions>(
        {.id = "datagen.search", .summary = "Lexemes", .families = kOther, .hints = kSearchHints}),
    formatted_class<format_lsn, 0, 17>("datagen.log_position", "A WAL position", kFamilies, kLsnHints),
    formatted_class<format_snapshot, 1'000'000'000, 47>("datagen.snapshot", "A snapshot of transactions", kFamilies,
                                                        kSnapshotHints),
    formatted_class<format_transaction, 1'000'000'000, 10>("datagen.transaction_id", "A transaction's number",
                                                           kFamilies, kTransactionHints),
    formatted_class<format_row_address, 200'000'000, 14>("datagen.row_address", "A row's place in its table", kFamilies,
                                                         kRowAddressHints),
    formatted_class<format_numbers, 900'000'000, 11>("datagen.number_vector", "Two small numbers", kFamilies,
                                                     kNumbersHints),
    formatted_class<format_json_path, 8'000, 16>("datagen.json_path", "A path into JSON", kFamilies, kJsonPathHints),
    formatted_class<format_cursor, 1'000'000'000, 17>("datagen.cursor", "A cursor's name", kFamilies, kCursorHints),
    formatted_class<format_time_zone_time, 691'200, 14>("datagen.zoned_time", "A time of day with its zone",
                                                        DATAGEN_FAMILY_TIME | kText, kZonedTimeHints),
    listed_class<kRelations>("datagen.relation", "A table of the server's catalog", kRelationHints),
    listed_class<kTypes>("datagen.type", "A built-in type", kTypeHints),
    listed_class<kFunctions>("datagen.function", "A built-in function", kFunctionHints),
    listed_class<kSignatures, ';'>("datagen.function_signature", "A built-in function", kSignatureHints),
    listed_class<kOperators>("datagen.operator", "A built-in operator", kOperatorHints),
    listed_class<kOperatorSignatures, ';'>("datagen.operator_signature", "A built-in operator",
                                           kOperatorSignatureHints),
    listed_class<kRoles>("datagen.database_role", "A predefined role", kRoleHints),
    listed_class<kNamespaces>("datagen.namespace", "A schema of the server's own", kNamespaceHints),
    listed_class<kConfigurations>("datagen.search_configuration", "A text search configuration", kConfigurationHints),
    listed_class<kDictionaries>("datagen.search_dictionary", "A text search dictionary", kDictionaryHints),
    listed_class<kCollations>("datagen.collation", "A collation", kCollationHints),
    listed_class<kPrivileges>("datagen.privilege", "An access privilege", kPrivilegeHints)};

constexpr auto kClasses = [] {
  std::array<const datagen_generator_class*, std::size(kAll)> result{};
  for (std::size_t i = 0; i < std::size(kAll); ++i) result[i] = &kAll[i];
  return result;
}();

}  // namespace

Classes system_type_classes() { return kClasses; }

}  // namespace datagen::generators
