// The completion scripts in the shells that they are for.
#include <cstdlib>

#include "tests/host/program.hpp"
#include "tests/support/catch.hpp"

namespace datagen::test {
namespace {

void set_up(Workplace& place) {
  place.write("work/shop.json", kShop);
  place.write("work/shop.txt", "");
  place.write("work/folder/inner.yaml", "");
  place.command.environment["PATH"] = DATAGEN_PROGRAM_DIR + std::string(":") + std::getenv("PATH");
  place.command.environment["TERM"] = "xterm";
}

std::string output_of(const Workplace& place, std::vector<std::string> arguments) {
  Command command = place.command;
  command.arguments = std::move(arguments);
  const ProcessResult result = run_process(command);
  INFO(result.err);
  CHECK(result.exit_code == 0);
  return result.out;
}

// The words that bash would offer where the cursor is at the end of line, each on a line of its own.
std::string in_bash(const Workplace& place, const std::string& words, const std::string& line) {
  return output_of(place, {"bash", "-c",
                           "source /usr/share/bash-completion/bash_completion; source <(datagen completion bash)\n"
                           "COMP_WORDS=(" +
                               words + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE='" + line +
                               "'; COMP_POINT=${#COMP_LINE}\n_datagen; printf '%s\\n' \"${COMPREPLY[@]}\""});
}

std::string in_fish(const Workplace& place, const std::string& line) {
  return output_of(
      place, {"fish", "--no-config", "-c",
              "datagen completion fish | source; complete -C '" + line + "' | string replace -r '\\t.*' ''; true"});
}

// Through a pseudo-terminal: what the line is after a tab, in brackets.
std::string in_zsh(const Workplace& place, const std::string& line) {
  const std::string script = R"(
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PROMPT= RPROMPT= ; autoload -Uz compinit; compinit -u -D; source <(datagen completion zsh)'
zpty -w shell 'show() { print -r -- "<$BUFFER>"; BUFFER= }; zle -N show; bindkey "^T" show; unsetopt list_beep; print ready-$((1+1))'
zpty -r shell seen '*ready-2*'
zpty -n -w shell $')" + line +
                             R"(\t\x14'
zpty -r -m shell seen '*<*>*'
print -r -- "$seen"
zpty -d shell
)";
  const std::string out = output_of(place, {"zsh", "-f", "-c", script});
  const std::size_t end = out.rfind('>'), start = out.rfind('<', end);
  return start == std::string::npos ? out : out.substr(start + 1, end - start - 1);
}

}  // namespace

TEST_CASE("bash completes commands, options, choices, tables and files") {
  Workplace place;
  set_up(place);
  CHECK(in_bash(place, "datagen gen", "datagen gen") == "generate\n");
  CHECK(in_bash(place, "datagen generate --dat", "datagen generate --dat") == "--data-only\n");
  CHECK(in_bash(place, "datagen generate --format co", "datagen generate --format co") == "copy\n");
  CHECK(in_bash(place, "datagen generate --format = co", "datagen generate --format=co") == "copy\n");
  CHECK(in_bash(place, "datagen generate --format =", "datagen generate --format=") ==
        "sql\ncopy\ncsv\njsonl\npg_archive\npostgres\nsql_insert\nsqlite\n");
  CHECK(in_bash(place, "datagen generate shop.json -t ''", "datagen generate shop.json -t ") == "users\norders\n");
  CHECK(in_bash(place, "datagen generate shop.json --rows or", "datagen generate shop.json --rows or") == "orders=\n");
  CHECK(in_bash(place, "datagen generate s", "datagen generate s") == "shop.json\n");
  CHECK(in_bash(place, "datagen generate f", "datagen generate f") == "folder\n");
  CHECK(in_bash(place, "datagen generate shop.json -o s", "datagen generate shop.json -o s") ==
        "shop.json\nshop.txt\n");
}

TEST_CASE("fish completes commands, options, choices, tables and files") {
  Workplace place;
  set_up(place);
  CHECK(in_fish(place, "datagen gen") == "generate\n");
  CHECK(in_fish(place, "datagen generate --dat") == "--data-only\n");
  CHECK(in_fish(place, "datagen generate --format co") == "copy\n");
  CHECK(in_fish(place, "datagen generate --format=co") == "--format=copy\n");
  CHECK(in_fish(place, "datagen generate shop.json -t u") == "users\n");
  CHECK(in_fish(place, "datagen generate s") == "shop.json\n");
}

TEST_CASE("zsh completes commands, options, choices, tables and files") {
  Workplace place;
  set_up(place);
  CHECK(in_zsh(place, "datagen gen") == "datagen generate ");
  CHECK(in_zsh(place, "datagen generate --dat") == "datagen generate --data-only ");
  CHECK(in_zsh(place, "datagen generate --format co") == "datagen generate --format copy ");
  CHECK(in_zsh(place, "datagen generate shop.json -t u") == "datagen generate shop.json -t users");
  CHECK(in_zsh(place, "datagen generate s") == "datagen generate shop.json ");
}

TEST_CASE("an unknown shell is refused with the nearest one") {
  const ProcessResult result = Workplace().run({"completion", "bsh"});
  CHECK(result.exit_code == 1);
  CHECK(contains(result.err, "did you mean 'bash'"));
}

}  // namespace datagen::test
