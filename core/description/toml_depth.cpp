#include "description/toml_depth.hpp"

#include <algorithm>
#include <vector>

#include "description/document_builder.hpp"

namespace datagen {
namespace {

class Scanner {
 public:
  explicit Scanner(const TextSource& source) : source_(source), text_(source.text()) {}

  void run() {
    while (at_ < text_.size()) {
      if (line_start_ && brackets_.empty() && skip_blanks() && text_[at_] == '[') {
        header();
      } else if (at_ < text_.size()) {
        step();
      }
    }
  }

 private:
  [[nodiscard]] std::size_t container() const { return brackets_.empty() ? header_ : brackets_.back(); }

  void require(std::size_t depth) const {
    if (depth > maximum_document_depth) fail_too_deep(source_, source_.at(at_));
  }

  bool skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    return at_ < text_.size();
  }

  // [a.b] opens a map for each part, [[a.b]] a list too.
  void header() {
    line_start_ = false;
    header_ = 1;
    if (text_.substr(at_, 2) == "[[") ++header_;
    for (++header_; at_ < text_.size() && text_[at_] != '\n';) {
      if (text_[at_] == '.') require(++header_);
      skip();
    }
  }

  void step() {
    const char c = text_[at_];
    line_start_ = c == '\n';
    if (c == '.') {
      require(container() + ++dots_);
    } else if (c == '[' || c == '{') {
      require(container() + dots_ + 1);
      brackets_.push_back(container() + dots_ + 1);
      dots_ = 0;
    } else if (c == ']' || c == '}' || c == ',' || c == '\n') {
      if ((c == ']' || c == '}') && !brackets_.empty()) brackets_.pop_back();
      dots_ = 0;
    }
    skip();
  }

  // Past one character, string or comment.
  void skip() {
    const char c = text_[at_];
    if (c == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (c == '"' || c == '\'') {
      skip_string(c);
    } else {
      ++at_;
    }
  }

  void skip_string(char quote) {
    const std::string_view triple = quote == '"' ? "\"\"\"" : "'''";
    const bool lines = text_.substr(at_, 3) == triple;
    at_ += lines ? 3 : 1;
    while (at_ < text_.size()) {
      if (quote == '"' && text_[at_] == '\\') {
        at_ = std::min(at_ + 2, text_.size());
      } else if (lines ? text_.substr(at_, 3) == triple : text_[at_] == quote) {
        at_ += lines ? 3 : 1;
        return;
      } else if (!lines && text_[at_] == '\n') {
        return;
      } else {
        ++at_;
      }
    }
  }

  const TextSource& source_;
  std::string_view text_;
  std::size_t at_ = 0;
  bool line_start_ = true;
  std::size_t header_ = 1;  // depth of the table that keys of this line belong to
  std::size_t dots_ = 0;    // of the key, or of what may be one, at hand
  std::vector<std::size_t> brackets_;
};

}  // namespace

void check_toml_depth(const TextSource& source) { Scanner(source).run(); }

}  // namespace datagen
