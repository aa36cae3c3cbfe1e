// datagen schema: what editors need to complete and check the documents that people write.
#include "commands.hpp"
#include "configuration_keys.hpp"
#include "datagen/core/json_schema.hpp"
#include "plugins.hpp"
#include "report.hpp"

namespace datagen::host {

int run_schema(const Arguments& arguments) {
  const std::string document = arguments.operands.empty() ? "description" : arguments.operands.front();
  const std::vector<std::string> documents{"description", "configuration"};
  if (document != "description" && document != "configuration") {
    throw Error(ErrorCode::usage, "there is no document '" + document + "'" + did_you_mean(document, documents),
                "the documents are description and configuration");
  }
  const Registry& registry = load_plugins(read_settings(arguments)).registry;
  print_report(document == "description" ? description_json_schema(registry)
                                         : json_schema(configuration_place(), "A datagen configuration", registry));
  return 0;
}

}  // namespace datagen::host
