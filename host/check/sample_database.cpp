#include "check/sample_database.hpp"

#include <cstring>

namespace datagen::host::check {
namespace {

constexpr const char* kSchema = "check";

// Arrow's encoding of key-value metadata with one pair: int32 lengths in native byte order.
std::string metadata(const std::string& key, const std::string& value) {
  std::string result;
  const auto append = [&](std::int32_t number) { result.append(reinterpret_cast<const char*>(&number), 4); };
  append(1);
  append(static_cast<std::int32_t>(key.size()));
  result += key;
  append(static_cast<std::int32_t>(value.size()));
  return result + value;
}

std::vector<Cell> as_cells(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

ArrowSchema schema_of(const char* format, const char* name) {
  ArrowSchema schema{};
  schema.format = format;
  schema.name = name;
  schema.release = [](ArrowSchema*) {};
  return schema;
}

}  // namespace

template <class Struct>
const Struct* const* SampleDatabase::list(const std::vector<const Struct*>& pointers) {
  return reinterpret_cast<const Struct* const*>(pointers_.emplace_back(pointers.begin(), pointers.end()).data());
}

const char* const* SampleDatabase::names(const std::vector<std::string>& values) {
  std::vector<const void*>& pointers = pointers_.emplace_back();
  for (const std::string& value : values) pointers.push_back(text(value));
  return reinterpret_cast<const char* const*>(pointers.data());
}

SampleDatabase::SampleDatabase(const std::vector<std::size_t>& tables, std::uint64_t rows) {
  fill_column(dictionary_, "u", as_cells(dictionary_entries()), 0);
  lent_dictionary_ = lent_.lend(dictionary_.array(), "u");
  for (const std::size_t table : tables) definitions_.push_back(define(sample_tables()[table], rows));
  for (const std::size_t table : tables) add_table(sample_tables()[table], rows);

  datagen_type mood{};
  mood.kind = DATAGEN_TYPE_ENUM;
  mood.schema = kSchema;
  mood.name = "mood";
  mood.labels = names({"sad", "it's ok", "happy"});
  mood.n_labels = 3;
  datagen_type pair{};
  pair.kind = DATAGEN_TYPE_COMPOSITE;
  pair.name = "pair";
  pair.field_names = names({"left", "right \"quoted\""});
  pair.field_types = names({"integer", "text"});
  pair.n_fields = 2;
  datagen_type positive{};
  positive.kind = DATAGEN_TYPE_DOMAIN;
  positive.name = "positive";
  positive.base_type = "integer";
  positive.constraint = "VALUE > 0";
  datagen_sequence counter{};
  counter.flags = DATAGEN_SEQUENCE_HAS_MAXIMUM;
  counter.name = "counter";
  counter.start = counter.increment = counter.cache = 1;
  counter.maximum = INT64_MAX;

  datagen_database database{};
  database.contents = DATAGEN_CONTENT_DEFINITIONS | DATAGEN_CONTENT_DATA;
  database.schemas = names({kSchema});
  database.n_schemas = 1;
  database.types = list<datagen_type>({lender_.lend(mood), lender_.lend(pair), lender_.lend(positive)});
  database.n_types = 3;
  database.sequences = list<datagen_sequence>({lender_.lend(counter)});
  database.n_sequences = 1;
  database.tables = list(definitions_);
  database.n_tables = static_cast<std::uint32_t>(definitions_.size());
  database_ = lender_.lend(database);
}

const datagen_table_definition* SampleDatabase::define(const SampleTable& table, std::uint64_t rows) {
  std::vector<const datagen_column_definition*> columns;
  for (const SampleColumn& column : table.columns) {
    datagen_column_definition definition{};
    definition.flags = column.not_null ? std::uint32_t{DATAGEN_COLUMN_NOT_NULL} : 0U;
    definition.name = text(column.name);
    definition.type = text(column.type);
    definition.comment = "A column's comment";
    columns.push_back(lender_.lend(definition));
  }
  std::vector<const datagen_constraint*> constraints;
  std::vector<const datagen_index*> indexes;
  if (!table.columns.empty() && table.columns[0].name == "id") {
    datagen_constraint key{};
    key.kind = DATAGEN_PRIMARY_KEY;
    key.columns = names({"id"});
    key.n_columns = 1;
    datagen_constraint check{};
    check.kind = DATAGEN_CHECK;
    check.name = text(table.name + "_check");
    check.expression = "id > 0";
    constraints = {lender_.lend(key), lender_.lend(check)};
    datagen_index index{};
    index.method = "btree";
    index.columns = names({"id"});
    index.n_columns = 1;
    index.where = "id > 10";
    indexes = {lender_.lend(index)};
  }
  datagen_table_definition definition{};
  definition.schema = table.columns.size() == 1 ? kSchema : nullptr;
  definition.name = text(table.name);
  definition.comment = "It's a table";
  definition.n_columns = static_cast<std::uint32_t>(columns.size());
  definition.n_constraints = static_cast<std::uint32_t>(constraints.size());
  definition.n_indexes = static_cast<std::uint32_t>(indexes.size());
  definition.columns = list(columns);
  definition.constraints = list(constraints);
  definition.indexes = list(indexes);
  definition.row_count = rows;
  return lender_.lend(definition);
}

void SampleDatabase::add_table(const SampleTable& table, std::uint64_t rows) {
  std::vector<ArrowSchema*>& children = children_.emplace_back();
  std::vector<std::uint32_t>& columns = numbers_.emplace_back();
  std::vector<const ArrowArray*> dictionaries;
  for (const SampleColumn& column : table.columns) {
    columns.push_back(static_cast<std::uint32_t>(columns.size()));
    dictionaries.push_back(column.dictionary ? lent_dictionary_ : nullptr);
    ArrowSchema& child =
        schemas_.emplace_back(schema_of(column.dictionary ? "i" : text(column.format), text(column.name)));
    child.metadata = text(metadata("postgres_type", column.type));
    child.flags = column.not_null ? 0 : ARROW_FLAG_NULLABLE;
    if (column.dictionary) child.dictionary = &schemas_.emplace_back(schema_of("u", ""));
    children.push_back(&child);
  }
  ArrowSchema& root = schemas_.emplace_back(schema_of("+s", ""));
  root.n_children = static_cast<std::int64_t>(children.size());
  root.children = children.data();
  datagen_table_info info{};
  info.table = static_cast<std::uint32_t>(infos_.size());
  info.definition = definitions_[infos_.size()];
  info.schema = &root;
  info.dictionaries = list(dictionaries);
  info.columns = columns.data();
  info.row_count = rows;
  infos_.push_back(lender_.lend(info));
}

SampleBatch::SampleBatch(const SampleTable& table, const std::vector<std::vector<Cell>>& cells, std::uint64_t first,
                         std::uint32_t n, std::uint8_t under_null) {
  fill_column(dictionary_, "u", as_cells(dictionary_entries()), 0);
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    ColumnData& column = columns_.emplace_back();
    fill_column(column, table.columns[c].format, cells[c], under_null,
                table.columns[c].dictionary ? &dictionary_.array() : nullptr);
    children_.push_back(const_cast<ArrowArray*>(lent_.lend(column.array(), table.columns[c].format)));
  }
  root_.length = n;
  root_.n_buffers = 1;
  root_.buffers = no_validity_;
  root_.n_children = static_cast<std::int64_t>(children_.size());
  root_.children = children_.data();
  root_.release = [](ArrowArray*) {};
  datagen_batch batch{};
  batch.first_row = first;
  batch.array = &root_;
  batch_ = lender_.lend(batch);
}

}  // namespace datagen::host::check
