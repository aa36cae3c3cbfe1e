// Parameters of templates, as the configuration and the command line give them.
#pragma once

#include <string>
#include <vector>

#include "datagen/core/template.hpp"
#include "settings.hpp"

namespace datagen::host {

// A template whose parameters are asked for.
struct ParameterisedTemplate {
  std::string name;
  const TemplateHead* head;
};

// The values for each of the templates, in their order.  The command line wins over the configuration, then
// TEMPLATE.NAME over NAME, then the later over the earlier.  Throws Error with every fault, usage where one is of the
// command line, otherwise description: a value of a wrong type or out of bounds, a name that no template declares.
[[nodiscard]] std::vector<ParameterValues> parameter_values(const Settings& settings,
                                                            const std::vector<ParameterisedTemplate>& templates);

}  // namespace datagen::host
