// Which symbols a shared library exports, found without loading it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace datagen::host {

// The defined global symbols of the file's dynamic symbol table.  Throws Error(plugin) if the file cannot be read or is
// not a whole ELF shared library for this machine's word size and byte order.
//
// boost::dll::library_info (1.74) reads .symtab, which `strip` removes from an installed plugin, and trusts the offsets
// in the file; hence a reader of our own.
[[nodiscard]] std::vector<std::string> exported_symbols(const std::filesystem::path& file);

}  // namespace datagen::host
