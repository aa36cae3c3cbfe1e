// Names as words, and which hint wins.
#include "plan/detection.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include "plan/names.hpp"
#include "tests/support/catch.hpp"

namespace datagen {
namespace {

// Invariant: however words are written together, they are the same words.
TEST_CASE("names written in any style are the same words") {
  const std::vector<std::vector<std::string>> all{
      {"first", "name"}, {"email"}, {"shipping", "address", "line1"}, {"url", "path"}, {"x1", "y"}};
  auto capital = [](std::string word) {
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
  };
  auto upper = [](std::string word) {
    for (char& c : word)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return word;
  };
  for (const auto& words : all) {
    std::string snake, camel, pascal, spaced, loud, odd = "__";
    for (const std::string& word : words) {
      snake += (snake.empty() ? "" : "_") + word;
      camel += camel.empty() ? word : capital(word);
      pascal += capital(word);
      spaced += (spaced.empty() ? "" : " ") + capital(word);
      loud += (loud.empty() ? "" : "_") + upper(word);
      odd += word + "-. ";
    }
    for (const std::string& written : {snake, camel, pascal, spaced, loud, odd}) {
      CAPTURE(written);
      CHECK(normalized_name(written) == snake);
      CHECK(normalized_name(normalized_name(written)) == snake);
    }
  }
  CHECK(normalized_name("URLPath") == "url_path");
  CHECK(normalized_name("HTTP2Server") == "http2_server");
  CHECK(normalized_name("userID") == "user_id");
  CHECK(normalized_name("gr\xc3\xb6\xc3\x9f"
                        "e") ==
        "gr\xc3\xb6\xc3\x9f"
        "e");
  CHECK(normalized_name("").empty());
  CHECK(normalized_name("___").empty());
}

TEST_CASE("table names become singular in their last word") {
  const std::vector<std::pair<const char*, const char*>> all{{"products", "product"},
                                                             {"product_categories", "product_category"},
                                                             {"addresses", "address"},
                                                             {"boxes", "box"},
                                                             {"branches", "branch"},
                                                             {"people", "person"},
                                                             {"sales_people", "sales_person"},
                                                             {"status", "status"},
                                                             {"analysis", "analysis"},
                                                             {"address", "address"},
                                                             {"user", "user"},
                                                             {"s", "s"},
                                                             {"wishes", "wish"},
                                                             {"orders_us", "orders_us"}};
  for (const auto& [plural, singular] : all) {
    CAPTURE(plural);
    CHECK(singular_name(plural) == singular);
    CHECK(singular_name(singular_name(plural)) == singular);
  }
}

TEST_CASE("a suffix is whole words") {
  std::string_view prefix;
  CHECK(ends_with_words("billing_email", "email", prefix));
  CHECK(prefix == "billing_");
  CHECK(ends_with_words("email", "email", prefix));
  CHECK(prefix.empty());
  CHECK_FALSE(ends_with_words("gemail", "email", prefix));
  CHECK_FALSE(ends_with_words("email", "billing_email", prefix));
}

// A class with one hint or two.
struct Hinted {
  std::string id;
  datagen_hint hint{};
  datagen_hint second{};  // none if its struct_size is 0
};

Registry registry_of(const std::vector<Hinted>& classes, std::vector<datagen_generator_class>& tables,
                     std::vector<const datagen_hint*>& hints) {
  Registry registry;
  tables.resize(classes.size());
  hints.resize(2 * classes.size());
  std::vector<const datagen_generator_class*> pointers;
  for (std::size_t i = 0; i < classes.size(); ++i) {
    hints[2 * i] = &classes[i].hint;
    hints[2 * i + 1] = &classes[i].second;
    datagen_generator_class& table = tables[i];
    table.struct_size = sizeof table;
    table.algorithm_version = 1;
    table.id = classes[i].id.c_str();
    table.summary = "For tests.";
    table.hints = &hints[2 * i];
    table.n_hints = classes[i].second.struct_size == 0 ? 1 : 2;
    table.families = 0xffff;
    table.create = [](const datagen_host*, const datagen_target*, const datagen_value*, std::uint32_t,
                      datagen_generator**, datagen_error*) noexcept { return datagen_status{DATAGEN_UNSUPPORTED}; };
    table.destroy = [](datagen_generator*) noexcept {};
    table.describe = [](const datagen_generator*, datagen_generator_info*, datagen_error*) noexcept {
      return datagen_status{DATAGEN_INTERNAL};
    };
    table.values = [](const datagen_generator*, const datagen_call*, const std::uint64_t*, std::uint32_t,
                      datagen_column*, datagen_error*) noexcept { return datagen_status{DATAGEN_INTERNAL}; };
    pointers.push_back(&table);
  }
  datagen_plugin plugin{};
  plugin.struct_size = sizeof plugin;
  plugin.abi_version = plugin.minimum_host_abi = DATAGEN_ABI_VERSION;
  plugin.generators = pointers.data();
  plugin.n_generators = static_cast<std::uint32_t>(pointers.size());
  plugin.id = "org.example";
  plugin.name = "Hints";
  plugin.version = "1";
  plugin.vendor = "Example";
  plugin.license = "MIT";
  registry.add(plugin, "hints.so");
  return registry;
}

Hinted hinted(std::string id, std::int32_t priority, const char* column, std::uint32_t match,
              const char* table = nullptr) {
  Hinted result{std::move(id), {}, {}};
  result.hint.struct_size = sizeof result.hint;
  result.hint.families = DATAGEN_FAMILY_TEXT;
  result.hint.priority = priority;
  result.hint.column = column;
  result.hint.match = match;
  result.hint.table = table;
  return result;
}

// Invariant: of the hints that fit, the one that comes first in plugin.h's order wins, in whatever order classes were
// registered.  The list is in that order, best first, for shop.products.billing_email_address... of the cases below.
TEST_CASE("hints win by priority, words, exactness, table and id, not by order of registration") {
  constexpr std::uint32_t exact = DATAGEN_MATCH_EXACT, suffix = DATAGEN_MATCH_SUFFIX;
  std::vector<Hinted> best_first{
      hinted("org.example.z", 5, "email", suffix),
      hinted("org.example.y", 1, "billing_email", exact, "product"),
      hinted("org.example.x", 1, "email", suffix),
      hinted("org.example.w", 0, "billing_email", exact, "product"),
      hinted("org.example.c", 0, "billing_email", exact),
      hinted("org.example.d", 0, "billing_email", suffix),
      hinted("org.example.v", 0, "email", suffix, "product"),
      hinted("org.example.a", 0, "email", suffix),
      hinted("org.example.b", 0, "email", suffix),
      hinted("org.example.u", -1, "billing_email", exact, "product"),
  };
  // c and d both match exactly: what they declare does not matter, their ids do.
  const std::vector<Hinted> never{
      hinted("org.example.n1", 9, "email", exact), hinted("org.example.n2", 9, "mail", suffix),
      hinted("org.example.n3", 9, "email", suffix, "order"), hinted("org.example.n4", 9, nullptr, exact)};
  std::mt19937_64 random(1);
  while (!best_first.empty()) {
    for (int round = 0; round < 20; ++round) {
      std::vector<Hinted> all = best_first;
      all.insert(all.end(), never.begin(), never.end());
      std::shuffle(all.begin(), all.end(), random);
      std::vector<datagen_generator_class> tables;
      std::vector<const datagen_hint*> hints;
      const Registry registry = registry_of(all, tables, hints);
      const Detected found = detect_by_name(registry, {"shop.products", "billingEmail", DATAGEN_FAMILY_TEXT, "text"});
      REQUIRE(found.generator_class != nullptr);
      REQUIRE(found.generator_class->id == best_first.front().id);
      const bool whole = std::string_view(best_first.front().hint.column) == "billing_email";
      REQUIRE(found.prefix == (whole ? "" : "billing_"));
    }
    best_first.erase(best_first.begin());
  }
}

TEST_CASE("a hint of another family, or of another type, does not fit") {
  std::vector<Hinted> all{hinted("org.example.a", 0, "email", DATAGEN_MATCH_SUFFIX),
                          hinted("org.example.b", 0, nullptr, DATAGEN_MATCH_EXACT),
                          hinted("org.example.c", 0, nullptr, DATAGEN_MATCH_EXACT)};
  all[2].hint.postgres_type = "citext";
  std::vector<datagen_generator_class> tables;
  std::vector<const datagen_hint*> hints;
  const Registry registry = registry_of(all, tables, hints);
  CHECK(detect_by_name(registry, {"t", "email", DATAGEN_FAMILY_BOOLEAN, "boolean"}).generator_class == nullptr);
  CHECK(detect_by_name(registry, {"t", "other", DATAGEN_FAMILY_TEXT, "text"}).generator_class == nullptr);
  CHECK(detect_by_type(registry, {"t", "email", DATAGEN_FAMILY_TEXT, "text"}).generator_class->id == "org.example.b");
  CHECK(detect_by_type(registry, {"t", "email", DATAGEN_FAMILY_TEXT, "citext"}).generator_class->id == "org.example.c");
  CHECK(detect_by_type(registry, {"t", "email", DATAGEN_FAMILY_DATE, "date"}).generator_class == nullptr);
}

// Invariant: what tells one such column of a row from another belongs to the prefix, whether the class takes any words
// before its own or only these.
TEST_CASE("words that only a longer hint allows before an exact one belong to the prefix") {
  for (const char* place : {"shipping", "billing", "home"}) {
    const std::string longer = std::string(place) + "_state";
    std::vector<Hinted> all{hinted("org.example.state", 0, "state", DATAGEN_MATCH_EXACT)};
    all[0].second = hinted("", 0, longer.c_str(), DATAGEN_MATCH_SUFFIX).hint;
    std::vector<datagen_generator_class> tables;
    std::vector<const datagen_hint*> hints;
    const Registry registry = registry_of(all, tables, hints);
    const auto detected = [&](const std::string& column) {
      return detect_by_name(registry, {"orders", column, DATAGEN_FAMILY_TEXT, "text"});
    };
    CAPTURE(longer);
    CHECK(detected("state").prefix.empty());
    CHECK(detected(longer).prefix == std::string(place) + "_");
    CHECK(detected("old_" + longer).prefix == "old_" + std::string(place) + "_");
    CHECK(detected("order_state").generator_class == nullptr);
    CHECK(name_prefix(*registry.generators().front(), {"orders", longer, DATAGEN_FAMILY_TEXT, "text"}) ==
          std::string(place) + "_");
  }
  // An exact hint for some tables says nothing about other columns.
  std::vector<Hinted> all{hinted("org.example.name", 0, "name", DATAGEN_MATCH_EXACT, "user")};
  all[0].second = hinted("", 0, "full_name", DATAGEN_MATCH_SUFFIX).hint;
  std::vector<datagen_generator_class> tables;
  std::vector<const datagen_hint*> hints;
  const Registry registry = registry_of(all, tables, hints);
  CHECK(detect_by_name(registry, {"users", "full_name", DATAGEN_FAMILY_TEXT, "text"}).prefix.empty());
}

}  // namespace
}  // namespace datagen
