#include "check/whole_output.hpp"

#include <algorithm>

namespace datagen::host::check {

Bytes table_output(const OpenTable& table, Rows rows, std::uint64_t total, const std::vector<std::uint64_t>& sizes) {
  Bytes result = table.begin();
  const std::uint64_t alignment = table.plan().row_alignment;
  std::size_t next = 0;
  for (std::uint64_t row = 0; row < total && result.ok();) {
    const std::uint64_t wanted = sizes[next++ % sizes.size()];
    const std::uint64_t aligned = (wanted + alignment - 1) / alignment * alignment;
    const auto n = static_cast<std::uint32_t>(std::min(aligned, total - row));
    const Bytes part = table.encode(rows, row, n);
    result.refusal = part.refusal;
    result.bytes += part.bytes;
    row += n;
  }
  if (!result.ok()) return result;
  const Bytes last = table.end();
  result.refusal = last.refusal;
  result.bytes += last.bytes;
  return result;
}

std::vector<std::string> all_answers(Checker& checker, std::size_t n) {
  std::vector<std::string> result;
  for_each_object(checker, [&](Object& object) {
    checker.count();
    result.push_back(object.answers(request(object.ordinals(n, checker.seed()))));
  });
  for_each_writer(checker, [&](const WriterSubject& subject, const WriterObject& writer) {
    if (!writer.encodes()) return;
    checker.count();
    result.push_back(writer.pre_data().bytes);
    for (std::size_t place = 0; place < subject.sample.tables.size(); ++place) {
      Refusal refusal;
      const auto table = writer.open(place, subject.sample.tables[place], refusal);
      const bool usable = table != nullptr && table->has_sound_plan();
      result.push_back(usable ? table_output(*table, Rows::ordinary, 100, {100}).bytes : "");
    }
    result.push_back(writer.post_data().bytes);
  });
  return result;
}

std::vector<std::string> all_names(Checker& checker) {
  std::vector<std::string> result;
  for_each_object(checker, [&](Object& object) { result.push_back(object.name()); });
  for_each_writer(checker, [&](const WriterSubject& subject, const WriterObject& writer) {
    if (!writer.encodes()) return;
    const std::string name = "writer " + subject.writer_class.id;
    result.push_back(name + ", pre_data");
    for (const std::size_t table : subject.sample.tables)
      result.push_back(name + ", table " + sample_tables()[table].name);
    result.push_back(name + ", post_data");
  });
  return result;
}

void use_sinks(Checker& checker, std::uint32_t rows) {
  for_each_table(checker, Role::sink, [&](const OpenTable& table) {
    Refusal refusal;
    datagen_sink* const sink = table.open_lane(0, refusal);
    if (sink == nullptr) return;
    checker.count();
    static_cast<void>(table.write(sink, Rows::ordinary, 0, rows));
    static_cast<void>(table.commit(sink));
    table.close(sink);
  });
}

}  // namespace datagen::host::check
