#include "layout.hpp"

#include <chrono>
#include <optional>
#include <set>

namespace datagen::pg_archive {
namespace {

constexpr char kVersion[] = {1, 14, 0};
constexpr char kIntegerSize = 4, kOffsetSize = 8;
constexpr char kCustomFormat = 1, kTarFormat = 3;  // a directory's table of contents says that it is tar's
constexpr char kDataBlock = 1;
constexpr char kNotKnown = 1, kKnown = 2, kNoData = 3;  // of an offset

using Text = std::optional<std::string>;

void put_text(std::string& out, std::string_view text) {
  put_integer(out, static_cast<std::int32_t>(text.size()));
  out += text;
}

void put_text(std::string& out, const Text& text) {
  if (text)
    put_text(out, std::string_view(*text));
  else
    put_integer(out, -1);
}

// As struct tm: seconds, minutes, hours, day, month from 0, year from 1900, no summer time.
void put_time(std::string& out, std::int64_t microseconds) {
  using std::chrono::days, std::chrono::floor, std::chrono::hh_mm_ss, std::chrono::sys_days, std::chrono::sys_seconds;
  const sys_seconds time(std::chrono::floor<std::chrono::seconds>(std::chrono::microseconds(microseconds)));
  const auto day = floor<days>(time);
  const std::chrono::year_month_day date(day);
  const hh_mm_ss clock(time - day);
  put_integer(out, static_cast<std::int32_t>(clock.seconds().count()));
  put_integer(out, static_cast<std::int32_t>(clock.minutes().count()));
  put_integer(out, static_cast<std::int32_t>(clock.hours().count()));
  put_integer(out, static_cast<std::int32_t>(static_cast<unsigned>(date.day())));
  put_integer(out, static_cast<std::int32_t>(static_cast<unsigned>(date.month())) - 1);
  put_integer(out, static_cast<int>(date.year()) - 1900);
  put_integer(out, 0);
}

void put_head(std::string& out, Format format, const Head& head) {
  out += "PGDMP";
  out.append(kVersion, sizeof kVersion);
  out += kIntegerSize;
  out += kOffsetSize;
  out += format == Format::custom ? kCustomFormat : kTarFormat;
  put_integer(out, head.compression);
  put_time(out, head.created);
  put_text(out, std::string_view(head.database));
  put_text(out, std::string_view("datagen"));  // in place of the server's version
  put_text(out, std::string_view("datagen"));  // and of pg_dump's
}

void put_offset(std::string& out, const Entry& entry, const Offsets& offsets) {
  const auto known = offsets.find(entry.id);
  out += !entry.table ? kNoData : known == offsets.end() ? kNotKnown : kKnown;
  std::uint64_t position = known == offsets.end() ? 0 : known->second;
  for (int i = 0; i < kOffsetSize; ++i, position >>= 8) out += static_cast<char>(position & 0xFF);
}

void put_entry(std::string& out, const Entry& entry, const std::set<std::int32_t>& present) {
  put_integer(out, entry.id);
  put_integer(out, entry.table ? 1 : 0);
  put_text(out, std::string_view("0"));  // the catalog's and the object's OID, of which there is none
  put_text(out, std::string_view("0"));
  put_text(out, std::string_view(entry.tag));
  put_text(out, std::string_view(entry.description));
  put_integer(out, static_cast<std::int32_t>(entry.section));
  put_text(out, entry.definition);
  put_text(out, entry.drop);
  put_text(out, entry.copy);
  put_text(out, entry.schema);
  put_text(out, Text());  // tablespace and table access method: those of the session
  put_text(out, Text());
  put_text(out, entry.owner);
  put_text(out, std::string_view("false"));  // WITH OIDS
  std::set<std::int32_t> named;
  for (const std::int32_t id : entry.dependencies)
    if (present.contains(id) && named.insert(id).second) put_text(out, std::string_view(std::to_string(id)));
  put_text(out, Text());
}

}  // namespace

void put_integer(std::string& out, std::int32_t value) {
  out += static_cast<char>(value < 0);
  auto magnitude = static_cast<std::uint32_t>(value < 0 ? -std::int64_t{value} : std::int64_t{value});
  for (int i = 0; i < kIntegerSize; ++i, magnitude >>= 8) out += static_cast<char>(magnitude & 0xFF);
}

void put_block_header(std::string& out, std::int32_t id) {
  out += kDataBlock;
  put_integer(out, id);
}

std::string contents(Format format, const Head& head, const std::vector<const Entry*>& entries,
                     const Offsets& offsets) {
  std::string out;
  put_head(out, format, head);
  put_integer(out, static_cast<std::int32_t>(entries.size()));
  std::set<std::int32_t> present;
  for (const Entry* entry : entries) present.insert(entry->id);
  for (const Entry* entry : entries) {
    put_entry(out, *entry, present);
    if (format == Format::custom)
      put_offset(out, *entry, offsets);
    else
      put_text(out, std::string_view(entry->table ? data_file_name(entry->id) : ""));
  }
  return out;
}

std::string data_file_name(std::int32_t id) { return std::to_string(id) + ".dat"; }

}  // namespace datagen::pg_archive
