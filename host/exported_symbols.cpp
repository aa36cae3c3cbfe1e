#include "exported_symbols.hpp"

#include <elf.h>
#include <link.h>

#include <bit>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>

#include "datagen/core/error.hpp"

namespace datagen::host {
namespace {

constexpr unsigned char kOwnClass = sizeof(void*) == 8 ? ELFCLASS64 : ELFCLASS32;
constexpr unsigned char kOwnByteOrder = std::endian::native == std::endian::little ? ELFDATA2LSB : ELFDATA2MSB;

[[noreturn]] void refuse(const std::filesystem::path& file, const std::string& reason) {
  throw Error(ErrorCode::plugin,
              Fault{reason, Location{}, file.string(),
                    "correct its permissions, remove it from the plugin directory, or put a whole build in its place"});
}

// A copy of the T at an offset, if the file reaches that far.
template <class T>
std::optional<T> at(std::string_view bytes, std::uint64_t offset) {
  if (offset > bytes.size() || bytes.size() - offset < sizeof(T)) return std::nullopt;
  T value{};
  std::memcpy(&value, bytes.data() + offset, sizeof(T));
  return value;
}

std::optional<std::string_view> part(std::string_view bytes, std::uint64_t offset, std::uint64_t size) {
  if (offset > bytes.size() || size > bytes.size() - offset) return std::nullopt;
  return bytes.substr(offset, size);
}

bool exported(const ElfW(Sym) & symbol) {
  const unsigned binding = symbol.st_info >> 4;
  return symbol.st_shndx != SHN_UNDEF && (binding == STB_GLOBAL || binding == STB_WEAK);
}

}  // namespace

std::vector<std::string> exported_symbols(const std::filesystem::path& file) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (error) refuse(file, "the file cannot be read: " + error.message());
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  std::string content(size, '\0');
  stream.read(content.data(), static_cast<std::streamsize>(content.size()));
  if (!stream) refuse(file, std::string("the file cannot be read: ") + std::strerror(errno == 0 ? EIO : errno));
  const std::string_view bytes = content;
  const std::string broken = "the file is damaged: it is no whole shared library";

  const auto header = at<ElfW(Ehdr)>(bytes, 0);
  if (!bytes.starts_with(ELFMAG)) refuse(file, "the file is no shared library");
  if (!header) refuse(file, broken);
  if (header->e_ident[EI_CLASS] != kOwnClass || header->e_ident[EI_DATA] != kOwnByteOrder) {
    refuse(file, "the file is a shared library for another kind of machine");
  }

  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < header->e_shnum; ++i) {
    const auto section = at<ElfW(Shdr)>(bytes, header->e_shoff + std::uint64_t{i} * sizeof(ElfW(Shdr)));
    if (!section) refuse(file, broken);
    if (section->sh_type != SHT_DYNSYM) continue;
    const auto linked = at<ElfW(Shdr)>(bytes, header->e_shoff + std::uint64_t{section->sh_link} * sizeof(ElfW(Shdr)));
    const auto symbols = part(bytes, section->sh_offset, section->sh_size);
    if (!linked || !symbols) refuse(file, broken);
    const auto text = part(bytes, linked->sh_offset, linked->sh_size);
    if (!text) refuse(file, broken);
    for (std::uint64_t offset = 0; offset + sizeof(ElfW(Sym)) <= symbols->size(); offset += sizeof(ElfW(Sym))) {
      const auto symbol = at<ElfW(Sym)>(*symbols, offset);
      if (!symbol || !exported(*symbol) || symbol->st_name >= text->size()) continue;
      const std::string_view rest = text->substr(symbol->st_name);
      names.emplace_back(rest.substr(0, rest.find('\0')));
    }
  }
  return names;
}

}  // namespace datagen::host
