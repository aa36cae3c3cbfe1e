// What holds for any bytes taken as a script, as the rows of an INSERT, and as a data line of COPY:
//  - a script gives the same statements, commands and lines, or the same fault, however it is cut into pieces;
//  - what is read as rows of literals, PostgreSQL's parser reads too;
//  - the fields of a line, escaped again, give a line of the same fields.
// Aborts otherwise.
#pragma once

#include <cstddef>
#include <cstdint>

namespace datagen::fuzz {

/// The first byte chooses how the script is cut.
void check_script(const std::uint8_t* data, std::size_t size);

}  // namespace datagen::fuzz
