// A sink: every table into an SQLite database file.
//
//   datagen --plugin-dir build/plugins generate shop.yaml --format sqlite --set path=shop.db
#include <algorithm>
#include <memory>
#include <string>

#include "connection.hpp"
#include "datagen/writer.hpp"
#include "ddl.hpp"
#include "lane.hpp"

namespace {

namespace sdk = datagen::sdk;
namespace text = datagen::text;

class Table {
 public:
  Table(const datagen_table_info& info, const std::string& path) {
    layout_.path = path;
    layout_.name = example::quoted(example::table_name(info.definition->schema, info.definition->name));
    for (std::int64_t i = 0; i < info.schema->n_children; ++i) {
      const ArrowSchema& column = *info.schema->children[i];
      const std::optional<text::ColumnFormat> format = text::parse_format(column);
      if (!format) {
        throw sdk::PluginError(DATAGEN_UNSUPPORTED, std::string("the format '") + column.format + "' is not known",
                               column.name);
      }
      layout_.formats.push_back(*format);
      if (i != 0) layout_.columns += ", ";
      layout_.columns += example::quoted(column.name);
    }
    if (layout_.formats.empty()) {
      throw sdk::PluginError(DATAGEN_UNSUPPORTED, "SQLite has no tables without columns", info.definition->name);
    }
  }

  std::unique_ptr<example::Lane> open_sink(std::uint32_t) { return std::make_unique<example::Lane>(layout_); }

 private:
  example::TableLayout layout_;
};

constexpr sdk::OptionTable kOptionTable(sdk::string_option("path", "The database file.", nullptr,
                                                           DATAGEN_OPTION_REQUIRED),
                                        sdk::integer_option("lanes", "How many threads prepare rows at once.", "4", "1",
                                                            "64"));

class Writer {
 public:
  static constexpr auto& kOptions = kOptionTable;

  Writer(const datagen_host*, const datagen_database& database, const sdk::OptionReader& options)
      : database_(database),
        path_(options.string("path")),
        lanes_(static_cast<std::uint32_t>(options.integer("lanes"))) {}

  // All tables or none.
  void pre_data(sdk::Buffer&) {
    if ((database_.contents & DATAGEN_CONTENT_DEFINITIONS) == 0) return;
    example::Connection connection(path_);
    const std::string what = "cannot create the tables in " + path_;
    connection.run("BEGIN IMMEDIATE", what);
    for (std::uint32_t i = 0; i < database_.n_tables; ++i) {
      connection.run(example::create_table(*database_.tables[i]), what);
    }
    connection.run("COMMIT", what);
  }

  std::unique_ptr<Table> open_table(const datagen_table_info& info, datagen_table_plan& plan) {
    plan.max_lanes = lanes_;
    return std::make_unique<Table>(info, path_);
  }

 private:
  const datagen_database& database_;
  std::string path_;
  std::uint32_t lanes_;
};

constexpr datagen_writer_class kWriter =
    sdk::writer_class<Writer>({"org.example.sqlite", "An SQLite database file", 1, nullptr});
constexpr const datagen_writer_class* kWriters[] = {&kWriter};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({"org.example.sqlite", "SQLite", "1.0.0", "Example", "Apache-2.0", ""}, {}, kWriters);

}  // namespace

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &kPlugin; }
