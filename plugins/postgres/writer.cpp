#include "writer.hpp"

#include "datagen/postgres/database_ddl.hpp"
#include "datagen/postgres/written_columns.hpp"
#include "load_plan.hpp"

namespace datagen::postgres_sink {

Writer::Writer(const datagen_host* host, const datagen_database& database, const sdk::OptionReader& options)
    : host_(host),
      database_(database),
      target_{std::string(options.string("dsn")), ""},
      connections_(static_cast<std::uint32_t>(options.integer("connections"))),
      profile_(options.is_set("load_profile") ? postgres::load_profile(options)
               : connections_ == 1            ? postgres::LoadProfile::single_transaction
                                              : postgres::LoadProfile::safe),
      single_(profile_ == postgres::LoadProfile::single_transaction),
      existing_(static_cast<ExistingRows>(options.choice("existing"))),
      copy_(static_cast<Copy>(options.choice("copy"))) {
  check_connection_string(target_.dsn);
  if (single_ && connections_ > 1) {
    throw sdk::PluginError(
        DATAGEN_INVALID_OPTION,
        "a single transaction has one connection; take the load profile safe or fast, or connections=1",
        "load_profile");
  }
}

Writer::~Writer() {
  if (!finished_) undo();
}

void Writer::log(int level, const std::string& message) const { host_->log(host_, level, message.c_str()); }

std::string Writer::session() const {
  if (profile_ != postgres::LoadProfile::fast) return "";
  const bool existing = (database_.contents & DATAGEN_CONTENT_DEFINITIONS) == 0;
  return postgres::profile_settings(profile_) + (existing ? "SET session_replication_role = replica;" : "");
}

Connection& Writer::main() {
  if (main_ != nullptr) return *main_;
  if (pool_ == nullptr) pool_ = std::make_unique<ConnectionPool>(host_, target_, session());
  main_ = pool_->take();
  if (single_) main_->run("BEGIN", "cannot begin");
  return *main_;
}

void Writer::create_database() {
  const std::string sql = postgres::create_database(database_);
  Connection connection(host_, target_);
  connection.run(sql, std::string("cannot create database ") + postgres::identifier(database_.name));
  target_.database = database_.name;
}

void Writer::pre_data(sdk::Buffer&) {
  if ((database_.contents & DATAGEN_CONTENT_CREATE_DATABASE) != 0) create_database();
  if ((database_.contents & DATAGEN_CONTENT_DEFINITIONS) == 0) return;
  Connection& connection = main();
  if (!single_) connection.run("BEGIN", "cannot begin");
  created_.create(connection, database_);
  if (!single_) connection.run("COMMIT", "cannot commit the tables");
  checked_ = true;
}

std::unique_ptr<Table> Writer::open_table(const datagen_table_info& info, datagen_table_plan& plan) {
  if (!checked_) {
    check_columns(main(), database_);
    settle_existing_rows(main(), database_, existing_);
    if (single_) main().run("SET CONSTRAINTS ALL DEFERRED", "cannot defer the constraints");
    checked_ = true;
  }
  plan.max_lanes = connections_;
  return std::make_unique<Table>(*this, info);
}

void Writer::post_data(sdk::Buffer&) {
  if (single_)
    finish_in_order(main(), database_);
  else
    finish_in_parallel(*pool_, connections_, database_);
}

void Writer::finish() {
  if (single_ && main_ != nullptr) main_->run("COMMIT", "cannot commit");
  finished_ = true;
}

void Writer::undo() noexcept {
  try {
    if (main_ == nullptr) return;
    if (single_) {
      main_->try_run("ROLLBACK");
      log(DATAGEN_LOG_INFO, "rolled back: the database is as it was");
      return;
    }
    if (created_.any()) {
      if (created_.drop(*main_)) return log(DATAGEN_LOG_WARNING, "what this run had created is dropped again");
      return log(DATAGEN_LOG_ERROR,
                 "the server cannot be asked to drop the tables that this run created: drop them before the next run");
    }
    std::string tables;
    for (const std::string& table : filled_) tables += (tables.empty() ? "" : ", ") + table;
    if (!tables.empty()) log(DATAGEN_LOG_ERROR, "rows that this run committed stay in " + tables);
  } catch (...) {  // nothing more can be done, nor said
  }
}

Table::Table(Writer& writer, const datagen_table_info& info) : writer_(writer) {
  plan_.table = postgres::qualified(info.definition->schema, info.definition->name);
  const bool known = BinaryRows::can_hold(info, writer.database_);
  if (writer.copy_ == Writer::Copy::binary && !known) {
    throw sdk::PluginError(
        DATAGEN_UNSUPPORTED,
        "table " + plan_.table + " has columns without a binary form that is known here; take copy=auto", "copy");
  }
  const bool binary = known && writer.copy_ != Writer::Copy::text;
  std::string options = binary ? "FORMAT binary" : "";
  // Rows that no other transaction can have seen need no later freezing; only tables of the same transaction may.
  if (writer.single_ && writer.created_.any()) options += binary ? ", FREEZE" : "FREEZE";
  const std::string columns = postgres::written_columns(info);
  plan_.statement = "COPY " + plan_.table + (columns.empty() ? "" : " (" + columns + ")") + " FROM STDIN" +
                    (options.empty() ? "" : " WITH (" + options + ")");
  if (binary)
    plan_.binary.emplace(info, writer.database_);
  else
    plan_.text.emplace(info);
}

Table::~Table() = default;

std::unique_ptr<Lane> Table::open_sink(std::uint32_t) {
  if (writer_.single_) return std::make_unique<Lane>(plan_, writer_.main());
  writer_.filled_.insert(plan_.table);
  return std::make_unique<Lane>(plan_, *writer_.pool_);
}

}  // namespace datagen::postgres_sink
