#include "report.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <cstdio>
#include <span>

#include "output.hpp"

namespace datagen::host {

void print_report(const std::string& text) {
  const auto output = open_output("-");
  output->write(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
  output->commit();
}

void print_message(const std::string& text) { fmt::print(stderr, "{}", text); }

}  // namespace datagen::host
