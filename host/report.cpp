#include "report.hpp"

#include <cstdint>
#include <span>

#include "output.hpp"
#include "standard_error.hpp"

namespace datagen::host {

void print_report(const std::string& text) {
  const auto output = open_output("-");
  output->write(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
  output->commit();
}

void print_message(const std::string& text) { write_standard_error(text); }

}  // namespace datagen::host
