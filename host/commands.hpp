// The commands of the program, one table.
#pragma once

#include <vector>

#include "arguments.hpp"

namespace datagen::host {

// Each returns the exit code, or throws Error.
int run_generate(const Arguments& arguments);
int run_validate(const Arguments& arguments);
int run_preview(const Arguments& arguments);
int run_explain(const Arguments& arguments);
int run_verify(const Arguments& arguments);
int run_plugin_list(const Arguments& arguments);
int run_plugin_info(const Arguments& arguments);
int run_plugin_new(const Arguments& arguments);
int run_plugin_check(const Arguments& arguments);
int run_template_list(const Arguments& arguments);
int run_template_show(const Arguments& arguments);
int run_template_export(const Arguments& arguments);
int run_schema(const Arguments& arguments);
int run_version(const Arguments& arguments);
int run_completion(const Arguments& arguments);
// `datagen manual PAGE`, as the build asks for: a page of the manual, such as "datagen-generate.1"; `datagen manual`
// lists the pages.
int run_manual(const std::vector<std::string>& words);
int run_help(const Arguments& arguments);

[[nodiscard]] const std::vector<CommandSpec>& commands();

// The whole program behind main().
int run_program(const std::vector<std::string>& words);

}  // namespace datagen::host
