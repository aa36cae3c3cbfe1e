// Templates as text for people and as JSON for programs.
#pragma once

#include <string>
#include <vector>

#include "templates.hpp"

namespace datagen::host {

// A template with its description, as some values of its parameters make it.
struct InstantiatedTemplate {
  LoadedTemplate loaded;
  ParameterValues values;
  Description description;
};

[[nodiscard]] std::string template_list_text(const std::vector<InstantiatedTemplate>& templates);
// default_row_count: of tables whose template gives none.
[[nodiscard]] std::string template_list_json(const std::vector<InstantiatedTemplate>& templates,
                                             std::uint64_t default_row_count);
[[nodiscard]] std::string template_text(const InstantiatedTemplate& one, std::uint64_t default_row_count);
[[nodiscard]] std::string template_json(const InstantiatedTemplate& one, std::uint64_t default_row_count);

}  // namespace datagen::host
