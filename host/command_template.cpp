// datagen template list, show, export.
#include <nlohmann/json.hpp>
#include <span>

#include "commands.hpp"
#include "messages.hpp"
#include "new_file.hpp"
#include "parameters.hpp"
#include "report.hpp"
#include "template_text.hpp"

namespace datagen::host {
namespace {

struct Instantiated {
  InstantiatedTemplate one;
  Node document;
};

Instantiated instantiated(LoadedTemplate loaded, ParameterValues values) {
  Diagnostics diagnostics;
  Instantiated result{{std::move(loaded), std::move(values), {}}, {}};
  const LoadedTemplate& own = result.one.loaded;
  result.document = instantiate_template(own.document, own.text, own.head, result.one.values, diagnostics);
  diagnostics.throw_if_any(ErrorCode::description);
  result.one.description = parse_description(result.document, diagnostics);
  diagnostics.throw_if_any(ErrorCode::description);
  return result;
}

Instantiated named_template(const Arguments& arguments, const Settings& settings) {
  if (arguments.operands.empty()) {
    throw Error(ErrorCode::usage, "no template is named", "'datagen template list' shows what there is");
  }
  LoadedTemplate loaded = load_template(settings, arguments.operands.front(), Location{});
  ParameterValues values = parameter_values(settings, {{loaded.source.name, &loaded.head}}).front();
  return instantiated(std::move(loaded), std::move(values));
}

std::string exported(const Instantiated& made) {
  const LoadedTemplate& loaded = made.one.loaded;
  if (auto text = instantiated_text(loaded.document, loaded.text, loaded.head, made.one.values, made.document)) {
    return *text;
  }
  return nlohmann::ordered_json::parse(made.document.json()).dump(2) + "\n";
}

}  // namespace

int run_template_list(const Arguments& arguments) {
  const Settings settings = read_settings(arguments);
  std::vector<InstantiatedTemplate> templates;
  std::vector<Fault> broken;
  for (const TemplateFile& file : find_templates(settings)) {
    try {
      templates.push_back(instantiated(load_template_file(file), {}).one);
    } catch (const Error& error) {
      // One that does not work leaves the others to be shown.
      if (error.code() == ErrorCode::interrupted) throw;
      broken.insert(broken.end(), error.faults().begin(), error.faults().end());
    }
  }
  print_report(arguments.has("json") ? template_list_json(templates, settings.default_row_count)
                                     : template_list_text(templates));
  print_warnings(broken);
  return 0;
}

int run_template_show(const Arguments& arguments) {
  const Settings settings = read_settings(arguments);
  const InstantiatedTemplate one = named_template(arguments, settings).one;
  print_report(arguments.has("json") ? template_json(one, settings.default_row_count)
                                     : template_text(one, settings.default_row_count));
  return 0;
}

int run_template_export(const Arguments& arguments) {
  const Settings settings = read_settings(arguments);
  const std::string text = exported(named_template(arguments, settings));
  const auto output = arguments.options.find("output");
  if (output == arguments.options.end() || output->second.back() == "-") {
    print_report(text);
    return 0;
  }
  NewFile file(output->second.back());
  file.write(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
  file.commit();
  return 0;
}

}  // namespace datagen::host
