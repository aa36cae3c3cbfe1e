#include "commands.hpp"
#include "datagen/core/error.hpp"
#include "metavariables.hpp"
#include "report.hpp"
#include "texts.hpp"

namespace datagen::host {

int run_completion(const Arguments& arguments) {
  const std::vector<std::string>& shells = find_metavariable("SHELL")->words;
  if (arguments.operands.empty())
    throw Error(ErrorCode::usage, "no shell is given", "the shells are bash, zsh and fish");
  const std::string& shell = arguments.operands.front();
  const std::string_view script = find_text("completion/datagen." + shell);
  if (script.empty()) {
    throw Error(ErrorCode::usage, "there is no completion for '" + shell + "'" + did_you_mean(shell, shells),
                "the shells are bash, zsh and fish");
  }
  print_report(std::string(script));
  return 0;
}

}  // namespace datagen::host
