// How a dump is to be loaded, and the statements around the rows that each way needs.
#pragma once

#include <string>

#include "datagen/options.hpp"
#include "datagen/plugin.hpp"
#include "datagen/postgres/identifier.hpp"
#include "datagen/postgres/literal.hpp"

namespace datagen::postgres {

enum class LoadProfile { safe, single_transaction, fast };

inline constexpr const char* kLoadProfiles[] = {"safe", "single-transaction", "fast"};

inline constexpr auto kLoadProfileOption = sdk::choice_option(
    "load_profile",
    "How the dump loads.  safe: each statement for itself.  single-transaction: all or nothing.  fast: no waiting for "
    "the disk, each table's rows in a transaction, triggers of existing tables disabled.",
    kLoadProfiles, "\"safe\"");

inline LoadProfile load_profile(const sdk::OptionReader& options) {
  return static_cast<LoadProfile>(options.choice("load_profile"));
}

/// Whether rows may be written frozen: only into tables that the same transaction has created or emptied.
inline bool freezes_rows(LoadProfile profile, const datagen_database& database) {
  return profile != LoadProfile::safe && (database.contents & DATAGEN_CONTENT_DEFINITIONS) != 0;
}

/// What any script begins with, after settings().
inline std::string profile_settings(LoadProfile profile) {
  return profile == LoadProfile::fast ? "SET synchronous_commit = off;\n\n" : "";
}

/// Goes before whatever the single transaction holds.
inline std::string begin_script(LoadProfile profile, const datagen_database& database) {
  if (profile != LoadProfile::single_transaction || database.contents == 0) return "";
  const bool existing = (database.contents & DATAGEN_CONTENT_DEFINITIONS) == 0;
  return existing ? "BEGIN;\n\nSET CONSTRAINTS ALL DEFERRED;\n\n" : "BEGIN;\n\n";
}

inline std::string end_script(LoadProfile profile) {
  return profile == LoadProfile::single_transaction ? "\nCOMMIT;\n" : "";
}

/// Empties a table that is empty already, so that rows of the same transaction may be frozen.  Rows that are there end
/// the transaction: none is ever deleted.  name: as SQL has it.  Without a semicolon.
inline std::string empty_again(const std::string& name) {
  std::string quote = "$datagen$";
  while (name.find(quote) != std::string::npos) quote.insert(1, "_");
  return "DO " + quote + " BEGIN\n  LOCK TABLE ONLY " + name + ";\n  IF EXISTS (SELECT FROM ONLY " + name +
         ") THEN\n    RAISE 'table % holds rows already', " + literal(name) + ";\n  END IF;\n  TRUNCATE TABLE ONLY " +
         name + ";\nEND " + quote;
}

/// Goes before the rows of one table.  empties: the rows are to be frozen.
inline std::string begin_rows(LoadProfile profile, const datagen_database& database,
                              const datagen_table_definition& table, bool empties) {
  if (profile != LoadProfile::fast) return "";
  const std::string name = qualified(table.schema, table.name);
  if (!freezes_rows(profile, database)) return "BEGIN;\nALTER TABLE ONLY " + name + " DISABLE TRIGGER ALL;\n\n";
  if (!empties) return "BEGIN;\n\n";
  return "BEGIN;\n" + empty_again(name) + ";\n\n";
}

inline std::string end_rows(LoadProfile profile, const datagen_database& database,
                            const datagen_table_definition& table) {
  if (profile != LoadProfile::fast) return "";
  if (freezes_rows(profile, database)) return "COMMIT;\n\n";
  return "ALTER TABLE ONLY " + qualified(table.schema, table.name) + " ENABLE TRIGGER ALL;\nCOMMIT;\n\n";
}

}  // namespace datagen::postgres
