// What encoders write.
#include <algorithm>

#include "check/case.hpp"
#include "check/whole_output.hpp"

namespace datagen::host::check {
namespace {

void table_plan_is_sound(Checker& checker) {
  for_each_writer(checker, [&](const WriterSubject& subject, const WriterObject& writer) {
    for (std::size_t place = 0; place < subject.sample.tables.size(); ++place) {
      const std::size_t number = subject.sample.tables[place];
      checker.at("writer " + subject.writer_class.id + ", table " + sample_tables()[number].name);
      Refusal refusal;
      const auto table = writer.open(place, number, refusal);
      if (table == nullptr) continue;
      checker.count();
      if (!table->has_sound_plan()) {
        checker.fail("it asks for a row_alignment of " + std::to_string(table->plan().row_alignment) + " and " +
                     std::to_string(table->plan().max_lanes) + " lanes: 1 to 1048576, and 1 or more");
      }
    }
  });
}

void appends_only(Checker& checker) {
  const std::string already = "What other batches wrote stays as it is.\n";
  for_each_table(checker, Role::encoder, [&](const OpenTable& table) {
    const SampleBatch batch(table.table(), sample_cells(table.table(), Rows::ordinary, 0, 100), 0, 100);
    const Bytes alone = table.encode(batch.batch());
    if (!alone.ok()) return;
    checker.count();
    const Bytes appended = table.encode(batch.batch(), true, already);
    if (!appended.ok() || appended.bytes != already + alone.bytes) {
      checker.fail("bytes that were in the buffer before were changed, or what follows them differs");
    }
  });
}

// A whole run over tables of so many rows each; false when a call failed that works with rows.
void run_with_rows(Checker& checker, const WriterClass& one, const WriterSample& sample,
                   const std::vector<std::size_t>& tables, std::uint64_t rows) {
  const SampleDatabase database(tables, rows);
  Refusal refusal;
  const auto expect = [&](const Refusal& result, const std::string& call) {
    if (result.status != DATAGEN_OK) checker.fail(call + " failed: " + result.message);
  };
  const auto writer = WriterObject::create(checker, one, sample.options, database, refusal);
  if (writer == nullptr) return expect(refusal, "create()");
  checker.count();
  expect(writer->pre_data().refusal, "pre_data()");
  for (std::size_t place = 0; place < tables.size(); ++place) {
    checker.at("writer " + one.id + ", table " + sample_tables()[tables[place]].name + " with " + std::to_string(rows) +
               " rows");
    const auto table = writer->open(place, tables[place], refusal);
    if (table == nullptr) {
      expect(refusal, "open_table()");
    } else if (table->has_sound_plan() && writer->encodes()) {
      expect(table_output(*table, Rows::ordinary, rows, {rows + 1}).refusal, "begin(), encode() or end()");
    }
  }
  checker.at("writer " + one.id);
  expect(writer->post_data().refusal, "post_data()");
}

void empty_tables(Checker& checker) {
  for (const WriterSample& sample : checker.samples.writers) {
    const WriterClass& one = *checker.registry().writers().at(sample.class_index);
    checker.at("writer " + one.id);
    for (const std::uint64_t rows : {std::uint64_t{0}, std::uint64_t{1}})
      run_with_rows(checker, one, sample, sample.tables, rows);
  }
}

void no_tables(Checker& checker) {
  for (const WriterSample& sample : checker.samples.writers) {
    const WriterClass& one = *checker.registry().writers().at(sample.class_index);
    checker.at("writer " + one.id + ", no tables");
    run_with_rows(checker, one, sample, {}, 0);
  }
}

// A batch of no rows is a batch.
void empty_batch(Checker& checker) {
  for_each_table(checker, Role::encoder, [&](const OpenTable& table) {
    checker.count();
    const Bytes none = table.encode(Rows::ordinary, 0, 0);
    if (!none.ok()) checker.fail("a batch of no rows was refused: " + none.refusal.message);
    if (none.ok() && !none.bytes.empty()) checker.fail("a batch of no rows gave bytes");
  });
}

void extreme_values(Checker& checker) {
  for_each_table(checker, Role::encoder, [&](const OpenTable& table) {
    std::size_t most = 0;
    for (const SampleColumn& column : table.table().columns) most = std::max(most, column.extreme.size());
    for (std::uint64_t row = 0; row < most * table.table().columns.size(); ++row) {
      checker.count();
      const Bytes bytes = table.encode(Rows::extreme, row, 1);
      if (bytes.refusal.lied) checker.fail("encode() " + bytes.refusal.message);
      if (!bytes.ok() && bytes.refusal.message.empty()) checker.fail("a value was refused without a message");
    }
    static_cast<void>(table.encode(Rows::extreme, 0, 300));
    const Bytes nulls = table.encode(Rows::all_null, 0, 300);
    if (!nulls.ok()) checker.fail("a batch of nulls was refused: " + nulls.refusal.message);
  });
}

// Pairs of texts that run together where something is not escaped.
void rows_stay_apart(Checker& checker) {
  const std::string separators[] = {"\t",  ",",     ";",    "|",   " ",        "\n", "\r\n", "'",    "\"",  "\\",
                                    "','", "\",\"", "', '", "\\t", "\\n",      "''", "\"\"", "\\\\", "\\'", "NULL",
                                    "\\N", "-",     "(",    ")",   "),\n  ('", "<",  "&",    "\x01"};
  for_each_table(checker, Role::encoder, [&](const OpenTable& table) {
    if (table.table().name != "texts") return;
    std::vector<std::vector<std::string>> rows{{"a", "b"}, {"", "ab"}, {"ab", ""}, {"", ""}};
    for (const std::string& separator : separators) {
      rows.push_back({"a" + separator, "b"});
      rows.push_back({"a", separator + "b"});
      rows.push_back({"a" + separator + "b", ""});
      rows.push_back({"", "a" + separator + "b"});
      rows.push_back({separator, separator});
      rows.push_back({separator + separator, ""});
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::vector<std::pair<std::string, std::size_t>> seen;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const SampleBatch batch(table.table(), {{rows[i][0]}, {rows[i][1]}, {"c"}}, 0, 1);
      const Bytes bytes = table.encode(batch.batch());
      if (bytes.ok()) seen.emplace_back(bytes.bytes, i);
    }
    if (!seen.empty()) checker.count();
    std::sort(seen.begin(), seen.end());
    for (std::size_t i = 1; i < seen.size(); ++i) {
      if (seen[i].first != seen[i - 1].first) continue;
      const auto& a = rows[seen[i - 1].second];
      const auto& b = rows[seen[i].second];
      checker.fail("the rows ('" + a[0] + "', '" + a[1] + "') and ('" + b[0] + "', '" + b[1] +
                   "') gave the same bytes");
      return;
    }
  });
}

}  // namespace

std::vector<Case> writer_cases() {
  return {
      {"table-plan-is-sound", "A writer asks for a row_alignment of 1 to 2^20 and for at least one lane.",
       Needs::objects, table_plan_is_sound, kNoWriter},
      {"appends-only", "Bytes that are in the buffer before a call stay, and do not matter.", Needs::objects,
       appends_only, "no encoder makes an object here"},
      {"empty-tables", "Tables of no rows and of one row are written.", Needs::objects, empty_tables, kNoWriter},
      {"no-tables", "A database without tables is written.", Needs::objects, no_tables, kNoWriter},
      {"empty-batch", "A batch of no rows succeeds and gives no bytes.", Needs::objects, empty_batch,
       "no encoder makes an object here"},
      {"extreme-values",
       "Any value of any column type is written, or refused with a message: the ends of ranges, NaN and infinities, "
       "empty, long and awkward texts; nulls are written.",
       Needs::objects, extreme_values, "no encoder makes an object here"},
      {"rows-stay-apart", "Rows of different texts give different bytes, whatever separators and quotes they hold.",
       Needs::objects, rows_stay_apart, "no encoder writes text here"},
  };
}

}  // namespace datagen::host::check
