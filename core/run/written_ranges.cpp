#include "run/written_ranges.hpp"

#include "run/table_run.hpp"
#include "run/writer_run.hpp"

namespace datagen {

std::vector<RowRange> written_ranges(const Plan::Impl& plan) {
  std::vector<RowRange> ranges(plan.tables.size());
  if (plan.options.shard.count == 1) {
    for (std::size_t t = 0; t < ranges.size(); ++t) {
      if (plan.tables[t].written) ranges[t].end = plan.tables[t].rows;
    }
    return ranges;
  }
  const WriterClass* const writer_class = plan.registry.find_writer(plan.options.writer);
  if (writer_class == nullptr) throw Error(ErrorCode::usage, "no writer '" + plan.options.writer + "'");
  const SchemaView view(plan);
  const WriterRun writer(plan, *writer_class, view.database());
  for (std::size_t i = 0; i < view.tables().size(); ++i)
    ranges[view.tables()[i]] = TableRun(plan, view, i, *writer_class, writer.get()).range();
  return ranges;
}

}  // namespace datagen
