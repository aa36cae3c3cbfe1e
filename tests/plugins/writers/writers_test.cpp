#include <limits>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/writer_fixture.hpp"

namespace {

using namespace datagen;
using test::ColumnValues;

constexpr std::uint64_t kSeed = 2024;

// A table definition that owns its columns.
class Definition {
 public:
  explicit Definition(const char* name, std::uint64_t rows = 0) {
    table_.struct_size = sizeof table_;
    table_.name = name;
    table_.row_count = rows;
  }
  void add(const std::string& name, std::uint32_t flags = 0, const char* generated = nullptr) {
    names_.push_back(std::make_unique<std::string>(name));
    columns_.push_back(std::make_unique<datagen_column_definition>());
    columns_.back()->struct_size = sizeof(datagen_column_definition);
    columns_.back()->name = names_.back()->c_str();
    columns_.back()->type = "text";
    columns_.back()->flags = flags;
    columns_.back()->generated_expression = generated;
    pointers_.push_back(columns_.back().get());
    table_.columns = pointers_.data();
    table_.n_columns = static_cast<std::uint32_t>(pointers_.size());
  }
  const datagen_table_definition& table() const { return table_; }

 private:
  std::vector<std::unique_ptr<std::string>> names_;
  std::vector<std::unique_ptr<datagen_column_definition>> columns_;
  std::vector<const datagen_column_definition*> pointers_;
  datagen_table_definition table_{};
};

struct Outcome {
  datagen_status status = DATAGEN_OK;
  std::string text;
  datagen_error error{};
};

// As the host would pass them where the user says nothing, but for rows_per_insert.
std::vector<datagen_value> default_values(const datagen_writer_class& writer, std::int64_t rows_per_insert) {
  std::vector<datagen_value> values;
  for (std::uint32_t i = 0; i < writer.n_options; ++i) {
    const datagen_option& option = *writer.options[i];
    datagen_value& value = values.emplace_back();
    value.type = option.type;
    const std::string text = option.default_value == nullptr ? "" : option.default_value;
    if (text.empty()) continue;
    value.is_set = 1;
    if (option.type == DATAGEN_BOOL) value.as.i = text == "true" ? 1 : 0;
    if (option.type == DATAGEN_INT) value.as.i = rows_per_insert;
    for (std::uint32_t choice = 0; choice < option.n_choices; ++choice) {
      if (text == "\"" + std::string(option.choices[choice]) + "\"") value.as.i = choice;
    }
  }
  return values;
}

class Run {
 public:
  Run(const char* plugin, const test::TableFixture& table, std::int64_t rows_per_insert = 100)
      : class_(test::load_writer(plugin)), table_(table) {
    const std::vector<datagen_value> values = default_values(class_, rows_per_insert);
    outcome_.error.struct_size = sizeof outcome_.error;
    database_.struct_size = sizeof database_;
    plan_.struct_size = sizeof plan_;
    plan_.row_alignment = 1;
    REQUIRE(class_.create(nullptr, &database_, values.data(), class_.n_options, &writer_, &outcome_.error) ==
            DATAGEN_OK);
    outcome_.status = class_.open_table(writer_, &table.info(), &plan_, &table_writer_, &outcome_.error);
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
  ~Run() {
    if (table_writer_ != nullptr) class_.close_table(table_writer_);
    class_.destroy(writer_);
  }

  // Each part in its own buffer, which already holds something.
  template <class Function>
  void part(const Function& function) {
    if (outcome_.status != DATAGEN_OK) return;
    test::BufferFixture buffer("before");
    outcome_.status = function(buffer.raw());
    REQUIRE(buffer.text().starts_with("before"));
    if (outcome_.status == DATAGEN_OK) outcome_.text += buffer.text().substr(6);
  }

  Outcome whole(std::size_t batch_rows) {
    test::CallFixture call;
    if (class_.begin != nullptr) {
      part([&](datagen_buffer* out) { return class_.begin(table_writer_, out, &outcome_.error); });
    }
    for (std::size_t first = 0; first < table_.rows(); first += batch_rows) {
      const test::Batch batch = table_.batch(first, std::min(batch_rows, table_.rows() - first));
      part([&](datagen_buffer* out) {
        return class_.encode(table_writer_, call.raw(), &batch.raw(), out, &outcome_.error);
      });
    }
    if (class_.end != nullptr) {
      part([&](datagen_buffer* out) { return class_.end(table_writer_, out, &outcome_.error); });
    }
    return outcome_;
  }

  std::uint64_t alignment() const { return plan_.row_alignment; }

 private:
  const datagen_writer_class& class_;
  const test::TableFixture& table_;
  datagen_database database_{};
  datagen_table_plan plan_{};
  datagen_writer* writer_ = nullptr;
  datagen_table_writer* table_writer_ = nullptr;
  Outcome outcome_;
};

template <class T>
std::string bytes(T value) {
  return ColumnValues::bytes(value);
}

// Columns of every format, with random values from all of the type's range, and nulls.
std::vector<ColumnValues> every_format(std::size_t rows, std::mt19937_64& random) {
  std::vector<ColumnValues> columns;
  for (const char* format : {"b", "s", "i", "l", "f", "g", "d:38,0", "d:10,2", "d:38,38", "tdD", "ttu",
                             "tsu:", "tsu:UTC", "w:16", "u", "z", "dictionary"}) {
    ColumnValues column{std::string("column ") + format, format, {}};
    if (column.format == "dictionary") {
      column.dictionary = {"", "it's", "a\tb\\", std::string(31, 'x'), std::string(32, 'y'), std::string(500, '\'')};
    }
    for (std::size_t row = 0; row < rows; ++row) {
      const std::uint64_t bits = random();
      std::string value;
      if (column.format == "b") value = std::string(1, static_cast<char>(bits & 1));
      if (column.format == "s") value = bytes(static_cast<std::int16_t>(bits));
      if (column.format == "i" || column.format == "f" || column.format == "tdD") {
        value = bytes(static_cast<std::int32_t>(bits));
      }
      if (column.format == "l" || column.format == "g" || column.format == "tsu:" || column.format == "tsu:UTC") {
        value = bytes(bits);
      }
      if (column.format == "ttu") value = bytes(static_cast<std::int64_t>(bits % 86'400'000'001));
      if (column.format.starts_with("d:") || column.format == "w:16") value = bytes(bits) + bytes(random());
      if (column.format == "u" || column.format == "z") {
        const std::size_t size = bits % 7 == 0 ? bits % 300 : bits % 40;
        for (std::size_t i = 0; i < size; ++i) value += static_cast<char>(1 + random() % 255);
      }
      if (column.format == "z" && bits % 3 == 0) value += '\0';
      if (!column.dictionary.empty()) value = bytes(static_cast<std::int32_t>(bits % column.dictionary.size()));
      if (random() % 10 == 0) {
        column.values.emplace_back(std::nullopt);
      } else {
        column.values.emplace_back(value);
      }
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

std::string encoded(const char* plugin, const Definition& definition, std::vector<ColumnValues> columns,
                    std::int64_t rows_per_insert = 100) {
  const test::TableFixture table(definition.table(), std::move(columns));
  const Outcome outcome = Run(plugin, table, rows_per_insert).whole(1'000);
  INFO(outcome.error.message);
  REQUIRE(outcome.status == DATAGEN_OK);
  return outcome.text;
}

}  // namespace

// Invariant: the bytes are those of one big batch, however the rows are cut into batches that keep the alignment; each
// part stays within what it reserved and leaves what was there before (buffers end where the contract says, so the
// address sanitizer sees the rest).
TEST_CASE("output does not depend on how rows are cut into batches") {
  std::mt19937_64 random(kSeed);
  for (const char* plugin : {COPY_PLUGIN, SQL_INSERT_PLUGIN, CSV_PLUGIN, JSONL_PLUGIN}) {
    for (const std::size_t rows : {1u, 7u, 64u, 333u}) {
      const std::vector<ColumnValues> columns = every_format(rows, random);
      Definition definition("every type");
      for (const ColumnValues& column : columns) definition.add(column.name);
      const test::TableFixture table(definition.table(), columns);
      for (const std::int64_t rows_per_insert : {1, 5, 100}) {
        Run reference(plugin, table, rows_per_insert);
        const Outcome whole = reference.whole(rows);
        INFO(whole.error.message);
        REQUIRE(whole.status == DATAGEN_OK);
        for (const std::size_t multiple : {1u, 2u, 3u, 10u}) {
          Run run(plugin, table, rows_per_insert);
          CAPTURE(plugin, rows, rows_per_insert, multiple, kSeed);
          REQUIRE(run.whole(multiple * static_cast<std::size_t>(run.alignment())).text == whole.text);
        }
      }
    }
  }
}

TEST_CASE("tables of many columns are written like tables of few") {
  std::vector<ColumnValues> columns;
  Definition definition("wide");
  std::string expected;
  for (int i = 0; i < 200; ++i) {
    columns.push_back({"c" + std::to_string(i), "i", {bytes(std::int32_t{i})}});
    definition.add(columns.back().name);
    expected += (i == 0 ? "" : "\t") + std::to_string(i);
  }
  const std::string text = encoded(COPY_PLUGIN, definition, columns);
  CHECK(text.ends_with(" FROM stdin;\n" + expected + "\n\\.\n\n"));
}

TEST_CASE("COPY writes every type as the server reads it") {
  Definition definition("Users");
  for (const char* name : {"id", "order", "b", "n", "t", "u", "x", "e", "f"}) definition.add(name);
  const std::int64_t moment = 1'709'211'600'250'000;  // 2024-02-29 13:00:00.25
  std::string uuid;
  for (int i = 0; i < 16; ++i) uuid += static_cast<char>(i * 17);
  const std::string text =
      encoded(COPY_PLUGIN, definition,
              {{"id", "l", {bytes(std::int64_t{-1}), bytes(std::numeric_limits<std::int64_t>::min())}},
               {"order", "u", {"a\tb\\", "\\."}},
               {"b", "b", {std::string(1, '\1'), std::string(1, '\0')}},
               {"n", "d:10,2", {bytes(std::int64_t{-5}) + bytes(std::int64_t{-1}), std::nullopt}},
               {"t", "tsu:UTC", {bytes(moment), bytes(std::int64_t{0})}},
               {"u", "w:16", {uuid, uuid}},
               {"x", "z", {std::string("\0\xff", 2), ""}},
               {"e", "i", {bytes(std::int32_t{1}), bytes(std::int32_t{0})}, {"plain", "it's"}},
               {"f", "g", {bytes(0.1), bytes(std::numeric_limits<double>::infinity())}}});
  CHECK(
      text ==
      "COPY \"Users\" (id, \"order\", b, n, t, u, x, e, f) FROM stdin;\n"
      "-1\ta\\tb\\\\\tt\t-0.05\t2024-02-29 13:00:00.25+00\t00112233-4455-6677-8899-aabbccddeeff\t\\\\x00ff\tit's\t0.1\n"
      "-9223372036854775808\t\\\\.\tf\t\\N\t1970-01-01 00:00:00+00\t00112233-4455-6677-8899-aabbccddeeff\t\\\\x\t"
      "plain\tInfinity\n"
      "\\.\n\n");
}

TEST_CASE("INSERT writes every type as SQL") {
  Definition definition("users");
  for (const char* name : {"id", "name", "b", "d", "x", "e", "f"}) definition.add(name);
  const std::string text = encoded(SQL_INSERT_PLUGIN, definition,
                                   {{"id", "i", {bytes(1), bytes(2), bytes(3)}},
                                    {"name", "u", {"it's", "back\\slash", std::nullopt}},
                                    {"b", "b", {std::string(1, '\1'), std::string(1, '\0'), std::nullopt}},
                                    {"d", "tdD", {bytes(0), bytes(19'782), std::nullopt}},
                                    {"x", "z", {std::string("\0\xff", 2), "", std::nullopt}},
                                    {"e", "i", {bytes(1), bytes(0), std::nullopt}, {"plain", "it's"}},
                                    {"f", "g", {bytes(0.5), bytes(std::nan("")), std::nullopt}}},
                                   2);
  CHECK(text ==
        "INSERT INTO users (id, name, b, d, x, e, f) VALUES\n"
        "  (1, 'it''s', true, '1970-01-01', '\\x00ff', 'it''s', 0.5),\n"
        "  (2, 'back\\slash', false, '2024-02-29', '\\x', 'plain', 'NaN');\n\n"
        "INSERT INTO users (id, name, b, d, x, e, f) VALUES\n"
        "  (3, NULL, NULL, NULL, NULL, NULL, NULL);\n\n");
}

TEST_CASE("CSV quotes what would be read as something else, and tells null from empty text") {
  Definition definition("t");
  for (const char* name : {"id", "a,b", "b", "d", "x", "e", "f"}) definition.add(name);
  const std::string text = encoded(CSV_PLUGIN, definition,
                                   {{"id", "i", {bytes(1), bytes(2), bytes(3)}},
                                    {"a,b", "u", {"say \"x\"", "", std::nullopt}},
                                    {"b", "b", {std::string(1, '\1'), std::string(1, '\0'), std::nullopt}},
                                    {"d", "tsu:UTC", {bytes(std::int64_t{0}), bytes(std::int64_t{-1}), std::nullopt}},
                                    {"x", "z", {std::string("\0\xff", 2), "", std::nullopt}},
                                    {"e", "i", {bytes(1), bytes(0), std::nullopt}, {"two\nlines", "it's"}},
                                    {"f", "g", {bytes(0.5), bytes(std::nan("")), std::nullopt}}});
  CHECK(text ==
        "id,\"a,b\",b,d,x,e,f\n"
        "1,\"say \"\"x\"\"\",t,1970-01-01 00:00:00+00,\\x00ff,it's,0.5\n"
        "2,\"\",f,1969-12-31 23:59:59.999999+00,\\x,\"two\nlines\",NaN\n"
        "3,,,,,,\n");
}

TEST_CASE("JSON Lines keep types, and escape what JSON has to") {
  Definition definition("t");
  for (const char* name : {"id", "a\"b", "b", "d", "x", "e", "f", "n"}) definition.add(name);
  const std::string text =
      encoded(JSONL_PLUGIN, definition,
              {{"id", "l", {bytes(std::int64_t{1} << 60), bytes(std::int64_t{-2})}},
               {"a\"b", "u", {"\\ \"\x01\x1f\t\x7f\xc3\xa9", ""}},
               {"b", "b", {std::string(1, '\1'), std::nullopt}},
               {"d", "tsu:UTC", {bytes(std::int64_t{0}), std::nullopt}},
               {"x", "z", {std::string("\0\xff", 2), std::nullopt}},
               {"e", "i", {bytes(1), std::nullopt}, {"two\nlines", "it's"}},
               {"f", "g", {bytes(1e300), bytes(std::nan(""))}},
               {"n", "d:10,2", {bytes(std::int64_t{-5}) + bytes(std::int64_t{-1}), std::nullopt}}});
  CHECK(text ==
        "{\"id\":1152921504606846976,\"a\\\"b\":\"\\\\ \\\"\\u0001\\u001f\\t\x7f\xc3\xa9\",\"b\":true,"
        "\"d\":\"1970-01-01T00:00:00+00:00\",\"x\":\"\\\\x00ff\",\"e\":\"it's\",\"f\":1e+300,\"n\":-0.05}\n"
        "{\"id\":-2,\"a\\\"b\":\"\",\"b\":null,\"d\":null,\"x\":null,\"e\":null,\"f\":\"NaN\",\"n\":null}\n");
}

TEST_CASE("values of an identity column that is always generated are kept") {
  Definition definition("t");
  definition.add("id", DATAGEN_COLUMN_IDENTITY_ALWAYS);
  CHECK(encoded(SQL_INSERT_PLUGIN, definition, {{"id", "i", {bytes(5)}}}) ==
        "INSERT INTO t (id) OVERRIDING SYSTEM VALUE VALUES\n  (5);\n\n");
}

TEST_CASE("tables without written columns still get their rows") {
  Definition definition("t", 2);
  definition.add("g", 0, "1 + 1");
  CHECK(encoded(COPY_PLUGIN, definition, {}) == "COPY t FROM stdin;\n\n\n\\.\n\n");
  CHECK(encoded(SQL_INSERT_PLUGIN, definition, {}) == "INSERT INTO t DEFAULT VALUES;\nINSERT INTO t DEFAULT VALUES;\n");
}

TEST_CASE("a table without rows writes nothing") {
  Definition definition("t");
  definition.add("id");
  CHECK(encoded(COPY_PLUGIN, definition, {{"id", "i", {}}}).empty());
  CHECK(encoded(SQL_INSERT_PLUGIN, definition, {{"id", "i", {}}}).empty());
}

TEST_CASE("text that PostgreSQL cannot hold is refused, with its column and row") {
  Definition definition("t");
  definition.add("id");
  definition.add("note");
  for (const char* plugin : {COPY_PLUGIN, SQL_INSERT_PLUGIN, CSV_PLUGIN, JSONL_PLUGIN}) {
    const test::TableFixture table(
        definition.table(), {{"id", "i", {bytes(1), bytes(2)}}, {"note", "u", {"fine", std::string("a\0b", 3)}}});
    const Outcome outcome = Run(plugin, table).whole(2);
    CHECK(outcome.status == DATAGEN_DATA);
    CHECK(outcome.error.row == 1);
    CHECK(std::string(outcome.error.subject) == "note");
    const test::TableFixture words(definition.table(),
                                   {{"id", "i", {bytes(1)}}, {"note", "i", {bytes(0)}, {std::string("a\0b", 3)}}});
    CHECK(Run(plugin, words).whole(1).status == DATAGEN_DATA);
  }
}

TEST_CASE("a column of an unknown format is refused by name") {
  Definition definition("t");
  definition.add("weird");
  for (const char* plugin : {COPY_PLUGIN, SQL_INSERT_PLUGIN, CSV_PLUGIN, JSONL_PLUGIN}) {
    for (const char* format : {"U", "d:39,0", "d:10", "d:10,2,256", "tsn:", "+l", ""}) {
      const test::TableFixture table(definition.table(), {{"weird", format, {}}});
      const Outcome outcome = Run(plugin, table).whole(1);
      CAPTURE(format);
      CHECK(outcome.status == DATAGEN_UNSUPPORTED);
      CHECK(std::string(outcome.error.subject) == "weird");
    }
  }
}
