#include "run/schema_view.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "plan/planner.hpp"
#include "program/render.hpp"
#include "run/table_order.hpp"

namespace datagen {

namespace {

// The largest (or, downwards, least) value of an integer column that counts by row; nothing for any other column.
std::optional<std::int64_t> last_value(const Plan::Impl& plan, std::size_t t, std::size_t c, bool downwards = false) {
  const TablePlan& table = plan.tables[t];
  const Source& source = table.columns[c].source;
  if (table.rows == 0 || source.kind != Source::Kind::values || source.dictionary ||
      !source.set->has(DATAGEN_SEQUENTIAL) || !source.set->has(DATAGEN_ORDERED) ||
      std::string_view("sil").find(source.format[0]) == std::string_view::npos)
    return std::nullopt;
  Program program = compile_program(plan, t, {c});
  Workspace workspace;
  const std::uint64_t ends[] = {0, table.rows - 1};
  run_program(program, workspace, ends);
  const ColumnData& values = workspace.column(program.outputs[0]);
  if (values.is_null(0) || values.is_null(1)) return std::nullopt;
  std::int64_t first = std::stoll(rendered(values, source.format, 0)),
               last = std::stoll(rendered(values, source.format, 1));
  return downwards ? std::min(first, last) : std::max(first, last);
}

}  // namespace

template <typename T>
const T* const* SchemaView::keep(std::vector<const T*> pointers) {
  std::vector<const void*>& kept = pointers_.emplace_back(pointers.begin(), pointers.end());
  return reinterpret_cast<const T* const*>(kept.data());
}

const char* const* SchemaView::list(const std::vector<std::string>& values) {
  std::vector<const char*>& result = lists_.emplace_back();
  for (const std::string& value : values) result.push_back(text(value));
  return result.data();
}

const char* const* SchemaView::names(const Table& table, const std::vector<std::size_t>& columns) {
  std::vector<std::string> values;
  for (std::size_t c : columns) values.push_back(table.columns[c].name);
  return list(values);
}

SchemaView::SchemaView(const Plan::Impl& plan) : plan_(plan) {
  const Description& description = plan.description;
  const RunOptions& options = plan.options;
  for (std::size_t t : table_order(description))
    if (plan.tables[t].written) table_order_.push_back(t);
  database_.struct_size = sizeof database_;
  database_.contents = (options.create_database ? std::uint32_t{DATAGEN_CONTENT_CREATE_DATABASE} : 0u) |
                       (options.definitions ? std::uint32_t{DATAGEN_CONTENT_DEFINITIONS} : 0u) |
                       (options.data ? std::uint32_t{DATAGEN_CONTENT_DATA} : 0u);
  database_.name = text_or_null(description.database_name);
  database_.encoding = text_or_null(description.encoding);
  database_.locale = text_or_null(description.locale);
  database_.extensions = list(description.extensions);
  database_.n_extensions = static_cast<std::uint32_t>(description.extensions.size());
  std::vector<std::string> schemas;
  auto add_schema = [&](const std::string& schema) {
    if (!schema.empty() && schema != "public" && std::find(schemas.begin(), schemas.end(), schema) == schemas.end())
      schemas.push_back(schema);
  };
  for (const CustomType& type : description.types) add_schema(type.schema);
  for (const Sequence& sequence : description.sequences) add_schema(sequence.schema);
  for (std::size_t t : table_order_) add_schema(description.tables[t].schema);
  database_.schemas = list(schemas);
  database_.n_schemas = static_cast<std::uint32_t>(schemas.size());
  add_types();
  add_sequences();
  for (std::size_t t : table_order_) add_table(t);
  std::vector<const datagen_table_definition*> tables;
  for (const auto& table : tables_) tables.push_back(&table);
  database_.tables = keep(std::move(tables));
  database_.n_tables = static_cast<std::uint32_t>(tables_.size());
}

void SchemaView::add_types() {
  std::vector<const datagen_type*> pointers;
  for (const CustomType& custom : plan_.description.types) {
    datagen_type& type = types_.emplace_back();
    type.struct_size = sizeof type;
    type.kind = custom.kind == CustomType::Kind::enumeration ? DATAGEN_TYPE_ENUM
                : custom.kind == CustomType::Kind::composite ? DATAGEN_TYPE_COMPOSITE
                                                             : DATAGEN_TYPE_DOMAIN;
    type.schema = text_or_null(custom.schema);
    type.name = text(custom.name);
    type.labels = list(custom.labels);
    type.n_labels = static_cast<std::uint32_t>(custom.labels.size());
    std::vector<std::string> field_names, field_types;
    for (const CustomType::Field& field : custom.fields) {
      field_names.push_back(field.name);
      field_types.push_back(field.type.text);
    }
    type.field_names = list(field_names);
    type.field_types = list(field_types);
    type.n_fields = static_cast<std::uint32_t>(custom.fields.size());
    type.base_type = custom.base ? text(custom.base->text) : nullptr;
    type.constraint = text_or_null(custom.constraint);
    pointers.push_back(&type);
  }
  database_.types = keep(std::move(pointers));
  database_.n_types = static_cast<std::uint32_t>(types_.size());
}

void SchemaView::add_sequences() {
  std::vector<const datagen_sequence*> pointers;
  for (const Sequence& declared : plan_.description.sequences) {
    datagen_sequence& sequence = sequences_.emplace_back();
    sequence.struct_size = sizeof sequence;
    sequence.flags = (declared.cycle ? std::uint32_t{DATAGEN_SEQUENCE_CYCLE} : 0u) |
                     (declared.minimum ? std::uint32_t{DATAGEN_SEQUENCE_HAS_MINIMUM} : 0u) |
                     (declared.maximum ? std::uint32_t{DATAGEN_SEQUENCE_HAS_MAXIMUM} : 0u);
    sequence.schema = text_or_null(declared.schema);
    sequence.name = text(declared.name);
    sequence.start = declared.start;
    sequence.increment = declared.increment;
    sequence.minimum = declared.minimum.value_or(0);
    sequence.maximum = declared.maximum.value_or(0);
    sequence.cache = declared.cache;
    pointers.push_back(&sequence);
    // The columns that it numbers have used it up to their last value.
    for (std::size_t t : table_order_) {
      const Table& table = plan_.description.tables[t];
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (default_sequence(plan_.description, table.columns[c]) != &declared ||
            plan_.tables[t].columns[c].explicit_source)
          continue;
        std::optional<std::int64_t> last = last_value(plan_, t, c, declared.increment < 0);
        if (!last) continue;
        bool further = (sequence.flags & DATAGEN_SEQUENCE_USED) == 0 ||
                       (declared.increment > 0 ? *last > sequence.last_value : *last < sequence.last_value);
        if (further) sequence.last_value = *last;
        sequence.flags |= DATAGEN_SEQUENCE_USED;
      }
    }
  }
  database_.sequences = keep(std::move(pointers));
  database_.n_sequences = static_cast<std::uint32_t>(sequences_.size());
}

void SchemaView::add_column(std::size_t t, std::size_t c, std::vector<const datagen_column_definition*>& columns) {
  const Column& column = plan_.description.tables[t].columns[c];
  datagen_column_definition& definition = columns_.emplace_back();
  definition.struct_size = sizeof definition;
  bool identity = column.identity != Column::Identity::none;
  definition.flags = (column.not_null ? std::uint32_t{DATAGEN_COLUMN_NOT_NULL} : 0u) |
                     (column.type.serial ? std::uint32_t{DATAGEN_COLUMN_SERIAL} : 0u);
  if (column.identity == Column::Identity::always) definition.flags |= DATAGEN_COLUMN_IDENTITY_ALWAYS;
  if (column.identity == Column::Identity::by_default) definition.flags |= DATAGEN_COLUMN_IDENTITY_DEFAULT;
  definition.name = text(column.name);
  definition.type = text(column.type.text);
  definition.default_expression = column.default_expression ? text(*column.default_expression) : nullptr;
  definition.generated_expression = column.generated ? text(*column.generated) : nullptr;
  definition.comment = text_or_null(column.comment);
  if (column.type.serial || identity) {
    if (std::optional<std::int64_t> last = last_value(plan_, t, c)) {
      definition.flags |= DATAGEN_COLUMN_HAS_LAST_VALUE;
      definition.last_value = *last;
    }
  }
  columns.push_back(&definition);
}

void SchemaView::add_table(std::size_t t) {
  const Table& table = plan_.description.tables[t];
  std::vector<const datagen_column_definition*> columns;
  for (std::size_t c = 0; c < table.columns.size(); ++c) add_column(t, c, columns);
  std::vector<const datagen_constraint*> constraints;
  auto add_constraint = [&](std::uint32_t kind, const std::string& name) -> datagen_constraint& {
    datagen_constraint& constraint = constraints_.emplace_back();
    constraint.struct_size = sizeof constraint;
    constraint.kind = kind;
    constraint.name = text_or_null(name);
    constraints.push_back(&constraint);
    return constraint;
  };
  for (const UniqueSet& set : table.unique_sets) {
    if (set.kind == UniqueSet::Kind::index) continue;
    datagen_constraint& constraint =
        add_constraint(set.kind == UniqueSet::Kind::primary_key ? DATAGEN_PRIMARY_KEY : DATAGEN_UNIQUE, set.name);
    constraint.columns = names(table, set.columns);
    constraint.n_columns = static_cast<std::uint32_t>(set.columns.size());
    if (set.nulls_not_distinct) constraint.flags |= DATAGEN_CONSTRAINT_NULLS_NOT_DISTINCT;
  }
  for (const Check& check : table.checks) add_constraint(DATAGEN_CHECK, check.name).expression = text(check.expression);
  for (const ForeignKey& key : table.foreign_keys) {
    const Table& referenced = plan_.description.tables[key.referenced_table];
    if (!plan_.tables[key.referenced_table].written && plan_.options.definitions) continue;
    datagen_constraint& constraint = add_constraint(DATAGEN_FOREIGN_KEY, key.name);
    constraint.columns = names(table, key.columns);
    constraint.n_columns = static_cast<std::uint32_t>(key.columns.size());
    constraint.referenced_schema = text_or_null(referenced.schema);
    constraint.referenced_table = text(referenced.name);
    constraint.referenced_columns = names(referenced, key.referenced_columns);
    constraint.on_delete = text_or_null(key.on_delete);
    constraint.on_update = text_or_null(key.on_update);
    if (key.deferrable) constraint.flags |= DATAGEN_CONSTRAINT_DEFERRABLE;
    if (key.initially_deferred) constraint.flags |= DATAGEN_CONSTRAINT_INITIALLY_DEFERRED;
  }
  std::vector<const datagen_index*> indexes;
  for (const Index& declared : table.indexes) {
    datagen_index& index = indexes_.emplace_back();
    index.struct_size = sizeof index;
    index.flags = declared.unique ? std::uint32_t{DATAGEN_INDEX_UNIQUE} : 0u;
    index.name = text_or_null(declared.name);
    index.method = text(declared.method);
    index.columns = names(table, declared.columns);
    index.where = text_or_null(declared.where);
    index.n_columns = static_cast<std::uint32_t>(declared.columns.size());
    std::vector<const char*> elements;
    for (const std::string& element : declared.elements) elements.push_back(text(element));
    index.n_elements = static_cast<std::uint32_t>(elements.size());
    index.elements = keep(std::move(elements));
    index.included = names(table, declared.included);
    index.n_included = static_cast<std::uint32_t>(declared.included.size());
    indexes.push_back(&index);
  }
  datagen_table_definition& definition = tables_.emplace_back();
  definition.struct_size = sizeof definition;
  definition.schema = text_or_null(table.schema);
  definition.name = text(table.name);
  definition.comment = text_or_null(table.comment);
  definition.n_columns = static_cast<std::uint32_t>(columns.size());
  definition.n_constraints = static_cast<std::uint32_t>(constraints.size());
  definition.n_indexes = static_cast<std::uint32_t>(indexes.size());
  definition.columns = keep(std::move(columns));
  definition.constraints = keep(std::move(constraints));
  definition.indexes = keep(std::move(indexes));
  definition.row_count = plan_.tables[t].rows;
}

}  // namespace datagen
