#include "lane.hpp"

#include "names.hpp"
#include "rows_module.hpp"

namespace datagen::sqlite {

Lane::Lane(Connection& connection, const datagen_table_info& info, const std::string& table, bool& abandoned)
    : values_(info), abandoned_(abandoned) {
  if (table.empty()) return;
  // No table can have a name that begins so.
  const std::string module = "sqlite_rows_of_" + std::to_string(info.table);
  add_rows_module(connection, module, values_);
  std::string columns;
  for (std::int64_t i = 0; i < info.schema->n_children; ++i)
    columns += (i == 0 ? "" : ", ") + quoted(info.schema->children[i]->name);
  insert_.emplace(connection, "INSERT INTO main." + quoted(table) + " (" + columns + ") SELECT * FROM " + module,
                  "cannot fill table " + table);
}

Lane::~Lane() { abandoned_ = abandoned_ || written_; }

void Lane::write(const datagen_call&, const datagen_batch& batch) {
  if (batch.array->length == 0 || !insert_) return;
  written_ = true;
  values_.take(*batch.array);
  insert_->reset();
  insert_->step();
  insert_->reset();
}

}  // namespace datagen::sqlite
