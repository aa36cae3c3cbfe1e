// The bytes of an archive of version 1.14 (PostgreSQL 12 and later read it), as pg_dump lays them out in
// src/bin/pg_dump/pg_backup_archiver.c, pg_backup_custom.c and pg_backup_directory.c.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "entry.hpp"

namespace datagen::pg_archive {

// An integer: a byte for the sign, four bytes, the least first.
void put_integer(std::string& out, std::int32_t value);

// The beginning of a data block of the custom format; chunks follow, each its length and its bytes, then a length of 0.
inline constexpr std::size_t kBlockHeaderSize = 6;
void put_block_header(std::string& out, std::int32_t id);

enum class Format : std::uint8_t { custom, directory };

struct Head {
  int compression = 0;       // zlib's level
  std::int64_t created = 0;  // microseconds since 1970-01-01 UTC
  std::string database;      // or ""
};

// Positions of data blocks in the file, by entry; without one, data is looked for from block to block.
using Offsets = std::map<std::int32_t, std::uint64_t>;

// The head and the table of contents.  Its size does not depend on the offsets.  Dependencies on what is not among the
// entries are left out.
[[nodiscard]] std::string contents(Format format, const Head& head, const std::vector<const Entry*>& entries,
                                   const Offsets& offsets);

// "12.dat"
[[nodiscard]] std::string data_file_name(std::int32_t id);

}  // namespace datagen::pg_archive
