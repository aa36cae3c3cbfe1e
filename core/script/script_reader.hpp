// Cuts a script into statements, psql's commands and COPY's data lines, as psql does, while it streams.
// https://www.postgresql.org/docs/15/sql-syntax-lexical.html, and psql's own scanner, fe_utils/psqlscan.l.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "datagen/core/error.hpp"

namespace datagen {

// A place in a script's bytes.
struct ScriptPlace {
  std::uint64_t offset = 0;
  std::uint64_t line = 1, column = 1;
};

// The place behind a text that begins at `place`.
[[nodiscard]] ScriptPlace place_after(ScriptPlace place, std::string_view text);

// Takes what a script holds, in order.  Texts are valid during the call.
class ScriptHandler {
 public:
  virtual ~ScriptHandler() = default;
  // Without its semicolon and what stands before it.  Returns whether data lines follow (COPY ... FROM stdin).
  virtual bool statement(std::string_view text, const ScriptPlace& place) = 0;
  // A command of psql, with its backslash: "\connect shop".
  virtual void command(std::string_view text, const ScriptPlace& place) = 0;
  // Without its end.
  virtual void data_line(std::string_view line, const ScriptPlace& place) = 0;
  virtual void end_of_data(const ScriptPlace&) {}
};

// Memory is the longest statement or line, which may have 64 MiB.  Quotes, dollar quotes, E'' strings and nested
// comments may hold anything.  One thread at a time.
class ScriptReader {
 public:
  static constexpr std::size_t most_bytes = std::size_t{64} << 20;

  // name: what messages call the script.
  ScriptReader(std::string name, ScriptHandler& handler) : name_(std::move(name)), handler_(handler) {}

  // The script's next bytes.  Throws Error(validation), and what the handler throws; nothing more may be fed then.
  void feed(std::string_view bytes);
  // The script ends here.  Throws Error(validation) where it ends in the middle of something.
  void finish();

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Location location(const ScriptPlace& place) const;
  // Throws Error(validation) for this place of the script.
  [[noreturn]] void fail(std::string message, const ScriptPlace& place, std::string subject = {},
                         std::string hint = {}) const;

 private:
  enum class State { plain, quote, escape_quote, name, dollar, line_comment, block_comment, command, copy_rest, data };

  std::size_t scan(std::string_view text);
  // Each goes on from position_, and returns false where it needs more bytes.
  bool step();
  bool plain();
  bool word();
  bool dollar_tag();
  bool escape_quote();
  bool block_comment();
  bool command();
  bool copy_rest();
  bool data();
  bool skip_to(char end, State next);
  bool end_statement();

  [[nodiscard]] bool has(std::size_t n) const { return position_ + n < text_.size(); }
  // Whether the byte after this one is known, or there is none.
  [[nodiscard]] bool sees_next() const { return has(1) || ended_; }
  [[nodiscard]] char next() const { return has(1) ? text_[position_ + 1] : '\0'; }
  void begin();
  const ScriptPlace& count_to(std::size_t offset);
  [[noreturn]] void fail_end();

  static constexpr std::size_t none = ~std::size_t{0};

  std::string name_;
  ScriptHandler& handler_;
  std::string pending_;    // not yet consumed
  std::string_view text_;  // what is scanned
  std::size_t position_ = 0;
  std::size_t start_ = none;  // of the statement, command or line under way
  std::size_t counted_ = 0;   // place_ belongs to this offset
  ScriptPlace place_, start_place_;
  State state_ = State::plain;
  std::string tag_;  // of a dollar quote, with both dollars
  std::uint64_t depth_ = 0, comment_depth_ = 0;
  bool ended_ = false;
};

}  // namespace datagen
