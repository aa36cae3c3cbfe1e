// What may come next on a command line: for the shells' completions, which ask `datagen complete WORD...`.
#pragma once

#include <string>
#include <vector>

#include "arguments.hpp"

namespace datagen::host {

struct Candidates {
  // "words", the names of files or directories; files may be bound to extensions.
  std::string directive = ":words";
  struct Word {
    std::string text;
    std::string doc;  // or empty
  };
  std::vector<Word> words;

  // A line with the directive, then one for each word: text, and after a tab what it means.
  [[nodiscard]] std::string text() const;
};

// words: all that stands after the program's name, up to the word that is being written, which may be empty.  Never
// throws: what cannot be read (a description with faults, a plugin that is refused) offers nothing.
[[nodiscard]] Candidates candidates(const std::vector<std::string>& words, const std::vector<CommandSpec>& commands,
                                    const std::vector<std::string>& topics);

}  // namespace datagen::host
