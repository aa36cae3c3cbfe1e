#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "datagen/core/verify.hpp"
#include "datagen/postgres/load_profile.hpp"
#include "run/written_ranges.hpp"
#include "script/copy_line.hpp"
#include "script/psql_commands.hpp"
#include "script/row_target.hpp"
#include "script/sql_parser.hpp"
#include "script/values_reader.hpp"
#include "verify/table_check.hpp"

namespace datagen {
namespace {

// Statements that bring, change or remove rows; what they do is not followed.  DROP only after rows: before them it
// removes what stood in the database.
constexpr auto kMayChangeRows = std::to_array<std::string_view>(
    {"INSERT", "COPY", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "DO", "CALL", "EXECUTE", "WITH"});

bool may_change_rows(const std::string& word, bool rows_were_read) {
  for (const std::string_view one : kMayChangeRows) {
    if (one == word) return true;
  }
  return word == "DROP" && rows_were_read;
}

}  // namespace

class Verifier::Impl : public ScriptHandler {
 public:
  Impl(const Plan& plan, const Description& description, const VerifyOptions& options,
       std::function<void(const Difference&)> report)
      : plan_(plan),
        description_(description),
        ranges_(written_ranges(plan.impl())),
        any_order_(options.any_order),
        memory_{options.memory, options.memory},
        findings_(std::move(report)),
        checks_(description.tables.size()) {}

  void begin_script(const std::string& name) { reader_ = std::make_unique<ScriptReader>(name, *this); }
  void feed(std::string_view bytes) {
    findings_.summary.bytes += bytes.size();
    reader_->feed(bytes);
  }
  void end_script() { reader_->finish(); }

  VerifySummary finish() {
    for (std::size_t t = 0; t < checks_.size(); ++t) {
      if (plan_.is_written(t)) check_of(t).finish();
    }
    return summary();
  }
  [[nodiscard]] const VerifySummary& summary() const { return findings_.summary; }

  bool statement(std::string_view text, const ScriptPlace& place) override {
    const auto target = read_row_target(text);
    if (!target) {
      other_statement(text, place);
      return false;
    }
    table_ = nullptr;
    if (target->kind == RowTarget::Kind::insert) {
      if (find_table(*target, place)) insert(*target, text, place);
      return false;
    }
    if (!target->from_stdin || (!target->rest.empty() && target->rest != "WITH (FREEZE)")) {
      tell(place, fmt::format("COPY {} another way than FROM stdin in text format is not followed", target->table));
      return target->from_stdin;
    }
    find_table(*target, place);
    return true;
  }

  void command(std::string_view text, const ScriptPlace& place) override {
    if (!is_harmless_command(text)) tell(place, fmt::format("the command '{}' of psql is not followed", text));
  }

  void data_line(std::string_view line, const ScriptPlace& place) override {
    if (table_ == nullptr) return;
    const RowPlace row_place{*reader_, place, {}};
    if (const char* const fault = copy_reader_.read(line, cells_))
      table_->unreadable_row(fmt::format("holds {}", fault), row_place);
    else
      table_->row(without_columns_ && line.empty() ? std::span<const Cell>() : std::span<const Cell>(cells_),
                  row_place);
  }

 private:
  TableCheck& check_of(std::size_t table) {
    if (!checks_[table])
      checks_[table] =
          std::make_unique<TableCheck>(plan_, description_, table, ranges_[table], any_order_, memory_, findings_);
    return *checks_[table];
  }

  void tell(const ScriptPlace& place, const std::string& message, Difference::Kind kind = Difference::Kind::statement,
            const std::string& table = {}) {
    Difference difference;
    difference.kind = kind;
    difference.table = table;
    difference.place = reader_->location(place);
    difference.message = message;
    findings_.add(difference);
  }

  // False where it cannot be read; that has been told.
  bool parses(std::string_view text, const ScriptPlace& place) {
    const std::size_t nul = text.find('\0');
    const std::string whole(text.substr(0, nul));
    const auto error = find_syntax_error(whole);
    if (error) tell(place_after(place, text.substr(0, error->offset)), error->message);
    if (!error && nul != std::string_view::npos) tell(place_after(place, whole), "a NUL byte within a statement");
    return !error && nul == std::string_view::npos;
  }

  void other_statement(std::string_view text, const ScriptPlace& place) {
    if (!parses(text, place)) return;
    const std::string word = first_word(text);
    if (word == "DO" && empties_empty_table(text)) return;
    if (may_change_rows(word, findings_.summary.rows > 0))
      tell(place, fmt::format("this {} may change rows in a way that is not followed", word));
  }

  // Our own dumps' way to have rows frozen.
  [[nodiscard]] bool empties_empty_table(std::string_view text) const {
    return std::any_of(description_.tables.begin(), description_.tables.end(), [&](const Table& table) {
      const char* const schema = table.schema.empty() ? nullptr : table.schema.c_str();
      return text == postgres::empty_again(postgres::qualified(schema, table.name.c_str()));
    });
  }

  // A schema that one side leaves out is public.
  [[nodiscard]] std::optional<std::size_t> table_named(const RowTarget& target) const {
    const auto schema_of = [](const std::string& schema) { return schema.empty() ? std::string("public") : schema; };
    for (std::size_t t = 0; t < description_.tables.size(); ++t) {
      const Table& table = description_.tables[t];
      if (table.name == target.table && schema_of(table.schema) == schema_of(target.schema)) return t;
    }
    return std::nullopt;
  }

  // Sets table_; false, after a report, where the rows are none that the plan has.
  bool find_table(const RowTarget& target, const ScriptPlace& place) {
    const auto index = table_named(target);
    if (!index || !plan_.is_written(*index)) {
      if (unknown_.insert(target.full_name()).second) {
        tell(place, index ? "this run leaves the table out, and the dump has it" : "the description has no such table",
             Difference::Kind::table, target.full_name());
      }
      return false;
    }
    TableCheck& check = check_of(*index);
    if (!check.set_columns(target, {*reader_, place, {}})) return false;
    table_ = &check;
    without_columns_ = target.columns.empty() && plan_has_no_data(*index);
    return true;
  }

  [[nodiscard]] bool plan_has_no_data(std::size_t table) const {
    for (const Column& column : description_.tables[table].columns) {
      if (!column.is_generated()) return false;
    }
    return true;
  }

  void insert(const RowTarget& target, std::string_view text, const ScriptPlace& place) {
    if (target.default_values) return table_->empty_row({*reader_, place, {}});
    ValuesReader values(target.rest);
    const std::size_t begin = text.size() - target.rest.size();
    for (;;) {
      const auto result = values.next(cells_);
      if (result == ValuesReader::Result::end) {
        if (values.has_casts()) static_cast<void>(parses(text, place));
        return;
      }
      const RowPlace row_place{*reader_, place, text.substr(0, begin + values.row_offset())};
      if (result == ValuesReader::Result::unreadable) {
        if (parses(text, place)) {
          tell(place_after(place, row_place.before), "a value of this row is no literal, so the rest is not read",
               Difference::Kind::statement, target.full_name());
        }
        return;
      }
      table_->row(cells_, row_place);
    }
  }

  const Plan& plan_;
  const Description& description_;
  std::vector<RowRange> ranges_;
  bool any_order_;
  KeyMemory memory_;
  Findings findings_;
  std::vector<std::unique_ptr<TableCheck>> checks_;
  std::set<std::string> unknown_;
  std::unique_ptr<ScriptReader> reader_;
  TableCheck* table_ = nullptr;  // whose data lines come
  bool without_columns_ = false;
  CopyLineReader copy_reader_;
  std::vector<Cell> cells_;
};

Verifier::Verifier(const Plan& plan, const Description& description, const VerifyOptions& options,
                   std::function<void(const Difference&)> report)
    : impl_(new Impl(plan, description, options, std::move(report))) {}
Verifier::~Verifier() = default;
void Verifier::begin_script(const std::string& name) { impl_->begin_script(name); }
void Verifier::feed(std::string_view bytes) { impl_->feed(bytes); }
void Verifier::end_script() { impl_->end_script(); }
VerifySummary Verifier::finish() { return impl_->finish(); }
VerifySummary Verifier::summary() const { return impl_->summary(); }

}  // namespace datagen
