#include "parameters.hpp"

#include <algorithm>

namespace datagen::host {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

class Values {
 public:
  Values(const Settings& settings, const std::vector<ParameterisedTemplate>& templates)
      : settings_(settings), templates_(templates) {}

  std::vector<ParameterValues> read() {
    std::vector<ParameterValues> values(templates_.size());
    for (const ParameterAssignment& assignment : ordered()) {
      bool known = false;
      for (std::size_t t = 0; t < templates_.size(); ++t) {
        if (!assignment.of.empty() && assignment.of != templates_[t].name) continue;
        const TemplateParameter* const parameter = templates_[t].head->find(assignment.name);
        if (parameter == nullptr) continue;
        known = true;
        if (auto value = parameter_value(*parameter, assignment.value, faults(assignment))) {
          values[t][assignment.name] = std::move(*value);
        }
      }
      if (!known) unknown(assignment);
    }
    configuration_.throw_if_any(ErrorCode::description);
    command_line_.throw_if_any(ErrorCode::usage);
    return values;
  }

 private:
  // The winner last.
  std::vector<ParameterAssignment> ordered() const {
    std::vector<ParameterAssignment> all = settings_.parameters;
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return std::pair(a.of_command_line, !a.of.empty()) < std::pair(b.of_command_line, !b.of.empty());
    });
    return all;
  }

  Diagnostics& faults(const ParameterAssignment& assignment) {
    return assignment.of_command_line ? command_line_ : configuration_;
  }

  void unknown(const ParameterAssignment& assignment) {
    std::vector<std::string> names, template_names;
    bool in_use = assignment.of.empty();
    for (const ParameterisedTemplate& one : templates_) {
      template_names.push_back(one.name);
      in_use = in_use || one.name == assignment.of;
      if (!assignment.of.empty() && one.name != assignment.of) continue;
      for (const TemplateParameter& parameter : one.head->parameters) {
        if (std::find(names.begin(), names.end(), parameter.name) == names.end()) names.push_back(parameter.name);
      }
    }
    // A project's configuration may speak of templates that one run does not use.
    if (!assignment.of_command_line && (!in_use || templates_.empty())) return;
    Diagnostics& diagnostics = faults(assignment);
    const Location& place = assignment.value.location;
    if (templates_.empty()) {
      diagnostics.fault(place, "", "there is no template that could have a parameter '" + assignment.name + "'",
                        "name one with --template; 'datagen template list' shows what there is");
    } else if (!in_use) {
      diagnostics.fault(place, "",
                        "no template '" + assignment.of + "' is used" + did_you_mean(assignment.of, template_names),
                        "used here: " + joined(template_names));
    } else {
      diagnostics.fault(place, "",
                        (assignment.of.empty() ? joined(template_names) : assignment.of) + " has no parameter '" +
                            assignment.name + "'" + did_you_mean(assignment.name, names),
                        names.empty() ? "it has none" : "the parameters are: " + joined(names));
    }
  }

  const Settings& settings_;
  const std::vector<ParameterisedTemplate>& templates_;
  Diagnostics command_line_, configuration_;
};

}  // namespace

std::vector<ParameterValues> parameter_values(const Settings& settings,
                                              const std::vector<ParameterisedTemplate>& templates) {
  return Values(settings, templates).read();
}

}  // namespace datagen::host
