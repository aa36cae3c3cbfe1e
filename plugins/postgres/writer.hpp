// The sink: a description into a server, in one transaction or in stages.
#pragma once

#include <memory>
#include <set>
#include <string>

#include "created_objects.hpp"
#include "datagen/postgres/load_profile.hpp"
#include "datagen/writer.hpp"
#include "existing_tables.hpp"
#include "lane.hpp"

namespace datagen::postgres_sink {

inline constexpr const char* kExistingChoices[] = {"fail-if-not-empty", "append", "truncate"};
inline constexpr const char* kCopyChoices[] = {"auto", "binary", "text"};
inline constexpr sdk::OptionTable kOptionTable(
    sdk::string_option("dsn",
                       "Where to connect: libpq's connection string or URI; else PG* variables and files decide.",
                       "\"\"", DATAGEN_OPTION_SECRET),
    sdk::integer_option("connections",
                        "How many load at once; more than 1 needs another load profile than single-transaction.", "1",
                        "1", "64"),
    sdk::choice_option(
        "load_profile",
        "single-transaction: all or nothing, on one connection.  safe: objects, then each table's rows, "
        "then keys are committed; a run that fails drops what it created.  fast: as safe, without waiting "
        "for the disk or firing triggers.  By default single-transaction with 1 connection, else safe.",
        postgres::kLoadProfiles),
    sdk::choice_option("existing", "With --data-only: what becomes of rows that are there.", kExistingChoices,
                       "\"fail-if-not-empty\""),
    sdk::choice_option("copy", "COPY's format; auto: binary where every column of the table has a known binary form.",
                       kCopyChoices, "\"auto\""));

class Writer;

class Table {
 public:
  Table(Writer& writer, const datagen_table_info& info);
  std::unique_ptr<Lane> open_sink(std::uint32_t lane);
  ~Table();

 private:
  Writer& writer_;
  CopyPlan plan_;
};

class Writer {
 public:
  static constexpr auto& kOptions = kOptionTable;

  Writer(const datagen_host* host, const datagen_database& database, const sdk::OptionReader& options);
  ~Writer();  // rolls back, or drops, what finish() has not made last
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void pre_data(sdk::Buffer&);
  std::unique_ptr<Table> open_table(const datagen_table_info& info, datagen_table_plan& plan);
  void post_data(sdk::Buffer&);
  void finish();

 private:
  friend class Table;
  enum class Copy { automatic, binary, text };

  // The first connection; in the transaction, where there is a single one.
  Connection& main();
  [[nodiscard]] std::string session() const;  // settings of each connection
  void create_database();
  void log(int level, const std::string& message) const;
  void undo() noexcept;

  const datagen_host* host_;
  const datagen_database& database_;
  Target target_;
  std::uint32_t connections_;
  postgres::LoadProfile profile_;
  bool single_;  // one transaction, on one connection
  ExistingRows existing_;
  Copy copy_;
  std::unique_ptr<ConnectionPool> pool_;
  std::unique_ptr<Connection> main_;
  CreatedObjects created_;
  std::set<std::string> filled_;  // tables whose rows are committed, or being so
  bool checked_ = false, finished_ = false;
};

}  // namespace datagen::postgres_sink
