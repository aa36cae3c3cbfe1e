// The sink: a description into a database file.
#pragma once

#include <memory>
#include <string>

#include "database_sql.hpp"
#include "datagen/writer.hpp"
#include "existing_tables.hpp"
#include "lane.hpp"
#include "new_file.hpp"

namespace datagen::sqlite {

inline constexpr const char* kExistingChoices[] = {"fail-if-not-empty", "append", "delete"};
inline constexpr sdk::OptionTable kOptionTable(
    sdk::string_option("output", "The database file: what --output names."),
    sdk::choice_option("existing", "With --data-only: what becomes of rows that are there.", kExistingChoices,
                       "\"fail-if-not-empty\""),
    sdk::bool_option("strict", "STRICT tables, which take no value of another type; for SQLite 3.37 and later.",
                     "false"),
    sdk::bool_option("analyze", "Gather the statistics that SQLite plans queries with.", "true"),
    sdk::integer_option("page_size", "Bytes of a page: a power of two.", "4096", "512", "65536"),
    sdk::integer_option("user_version", "PRAGMA user_version, a number of your own.", "0", "-2147483648", "2147483647"),
    sdk::integer_option("application_id", "PRAGMA application_id, by which file(1) knows a format.", "0", "-2147483648",
                        "2147483647"));

class Writer;

class Table {
 public:
  Table(Writer& writer, const datagen_table_info& info) : writer_(writer), info_(info) {}
  std::unique_ptr<Lane> open_sink(std::uint32_t lane);

 private:
  Writer& writer_;
  const datagen_table_info& info_;
};

class Writer {
 public:
  static constexpr auto& kOptions = kOptionTable;

  Writer(const datagen_host* host, const datagen_database& database, const sdk::OptionReader& options);
  ~Writer();  // leaves no trace of what finish() has not made last
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void pre_data(sdk::Buffer&);
  std::unique_ptr<Table> open_table(const datagen_table_info& info, datagen_table_plan& plan);
  void post_data(sdk::Buffer&);
  void finish();

 private:
  friend class Table;
  bool has(std::uint32_t content) const { return (database_.contents & content) != 0; }
  void tell_left_out() const;
  // The database that is there, in a transaction.
  void open_existing();
  void complete();

  const datagen_host* host_;
  const datagen_database& database_;
  std::string output_;
  ExistingRows existing_;
  bool analyze_;
  std::int64_t page_size_, user_version_, application_id_;
  DatabaseSql sql_;
  std::unique_ptr<NewFile> file_;           // of a new database
  std::unique_ptr<Connection> connection_;  // closed before the file goes
  bool completed_ = false, abandoned_ = false;
};

}  // namespace datagen::sqlite
