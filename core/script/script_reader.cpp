#include "script/script_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "script/sql_words.hpp"

namespace datagen {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool begins_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool continues_word(char c) { return begins_word(c) || is_digit(c) || c == '$'; }

// Where a string that a quote has just ended goes on behind white space with an end of line; npos where it does not.
// known: false where more bytes are needed to tell.
std::size_t continuation(std::string_view text, std::size_t from, bool& known) {
  bool new_line = false;
  known = true;
  while (from < text.size()) {
    const char c = text[from];
    if (is_sql_space(c)) {
      new_line = new_line || c == '\n' || c == '\r';
      ++from;
    } else if (c == '-') {
      known = from + 1 < text.size();
      if (!known || text[from + 1] != '-') return std::string_view::npos;
      from = std::min(text.find_first_of("\r\n", from), text.size());
    } else {
      return c == '\'' && new_line ? from : std::string_view::npos;
    }
  }
  known = false;
  return std::string_view::npos;
}

}  // namespace

ScriptPlace place_after(ScriptPlace place, std::string_view text) {
  place.offset += text.size();
  const auto lines = static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
  place.line += lines;
  place.column = lines == 0 ? place.column + text.size() : text.size() - text.rfind('\n');
  return place;
}

Location ScriptReader::location(const ScriptPlace& place) const {
  const auto bounded = [](std::uint64_t number) {
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(number, std::numeric_limits<std::uint32_t>::max()));
  };
  return {name_, bounded(place.line), bounded(place.column)};
}

void ScriptReader::fail(std::string message, const ScriptPlace& place, std::string subject, std::string hint) const {
  throw Error(ErrorCode::validation,
              Fault{std::move(message), location(place), std::move(subject),
                    fmt::format("at byte {}{}{}", place.offset, hint.empty() ? "" : "; ", hint)});
}

void ScriptReader::feed(std::string_view bytes) {
  if (pending_.empty()) {
    const std::size_t consumed = scan(bytes);
    pending_.assign(bytes.substr(consumed));
  } else {
    pending_.append(bytes);
    pending_.erase(0, scan(pending_));
  }
}

void ScriptReader::finish() {
  ended_ = true;
  const bool is_line = state_ == State::data || state_ == State::command || state_ == State::copy_rest;
  if (is_line && start_ != none) position_ = start_;  // its end was searched for: now the script's is one
  scan(pending_);
  if (state_ == State::line_comment) state_ = State::plain;
  if (start_ != none || state_ != State::plain) fail_end();
  pending_.clear();
}

void ScriptReader::fail_end() {
  const char* what = depth_ == 0 ? "the last statement has no semicolon" : "a parenthesis is not closed";
  switch (state_) {
    case State::quote:
    case State::escape_quote:
      what = "a string is not closed";
      break;
    case State::name:
      what = "a quoted name is not closed";
      break;
    case State::dollar:
      what = "a dollar-quoted string is not closed";
      break;
    case State::block_comment:
      what = "a comment is not closed";
      break;
    case State::copy_rest:
    case State::data:
      fail("the script ends within COPY's data: there is no line \\.", count_to(text_.size()), "",
           "a file that was cut off, or one that is only to be joined with others");
    default:
      break;
  }
  fail(what, start_place_);
}

const ScriptPlace& ScriptReader::count_to(std::size_t offset) {
  if (offset <= counted_) return place_;
  place_ = place_after(place_, text_.substr(counted_, offset - counted_));
  counted_ = offset;
  return place_;
}

void ScriptReader::begin() {
  if (start_ != none) return;
  start_ = position_;
  start_place_ = count_to(position_);
}

std::size_t ScriptReader::scan(std::string_view text) {
  text_ = text;
  while (position_ < text.size() && step()) {
  }
  const std::size_t consumed = start_ == none ? position_ : start_;
  if (position_ - consumed > most_bytes) {
    fail(fmt::format("a {} has more than {} MiB", state_ == State::data ? "line" : "statement", most_bytes >> 20),
         start_place_, "", "this is more than is read at once; let the writer make smaller ones");
  }
  count_to(consumed);
  position_ -= consumed;
  counted_ -= consumed;
  if (start_ != none) start_ = 0;
  return consumed;
}

bool ScriptReader::step() {
  switch (state_) {
    case State::plain:
      return plain();
    case State::quote:
      return skip_to('\'', State::plain);
    case State::name:
      return skip_to('"', State::plain);
    case State::line_comment:
      return skip_to('\n', State::plain);
    case State::escape_quote:
      return escape_quote();
    case State::dollar: {
      const std::size_t end = text_.find(tag_, position_);
      if (end == std::string_view::npos) {
        position_ = std::max(position_, text_.size() - std::min(text_.size(), tag_.size() - 1));
        return false;
      }
      position_ = end + tag_.size();
      state_ = State::plain;
      return true;
    }
    case State::block_comment:
      return block_comment();
    case State::command:
      return command();
    case State::copy_rest:
      return copy_rest();
    case State::data:
      return data();
  }
  return false;
}

bool ScriptReader::skip_to(char end, State next_state) {
  const std::size_t found = text_.find(end, position_);
  if (found == std::string_view::npos) {
    position_ = text_.size();
    return false;
  }
  position_ = found + 1;
  state_ = next_state;
  return true;
}

bool ScriptReader::plain() {
  while (position_ < text_.size()) {
    const char c = text_[position_];
    if (is_sql_space(c)) {
      ++position_;
      continue;
    }
    switch (c) {
      case '-':
      case '/':
        if (!sees_next()) return false;
        if (next() == (c == '-' ? '-' : '*')) {
          state_ = c == '-' ? State::line_comment : State::block_comment;
          comment_depth_ = 1;
          if (c == '/' && start_ == none) start_place_ = count_to(position_);
          position_ += 2;
          return true;
        }
        break;
      case ';':
        if (depth_ == 0) return end_statement();
        break;
      case '\\':
        if (start_ != none)
          fail("a backslash within a statement", count_to(position_), "", "psql takes it for a command");
        begin();
        state_ = State::command;
        return true;
      case '\0':
        fail("a NUL byte within a statement", count_to(position_));
      default:
        break;
    }
    begin();
    if (c == '\'' || c == '"') {
      state_ = c == '"' ? State::name : State::quote;
      ++position_;
      return true;
    }
    if (c == '(') ++depth_;
    if (c == ')' && depth_ > 0) --depth_;
    if (c == '$') {
      if (!dollar_tag()) return false;
      if (state_ != State::plain) return true;
    } else if (begins_word(c)) {
      if (!word()) return false;
      if (state_ != State::plain) return true;
    } else {
      ++position_;
    }
  }
  return false;
}

// A whole word, so that the E of E'...' is told from a name's last letter and a dollar in a name from a quote.
bool ScriptReader::word() {
  std::size_t end = position_ + 1;
  while (end < text_.size() && continues_word(text_[end])) ++end;
  if (end == text_.size() && !ended_) return false;
  const bool is_e = end == position_ + 1 && (text_[position_] == 'E' || text_[position_] == 'e');
  position_ = end;
  if (is_e && end < text_.size() && text_[end] == '\'') {
    state_ = State::escape_quote;
    ++position_;
  }
  return true;
}

bool ScriptReader::dollar_tag() {
  std::size_t end = position_ + 1;
  if (end < text_.size() && begins_word(text_[end])) {
    while (end < text_.size() && continues_word(text_[end]) && text_[end] != '$') ++end;
  }
  if (end == text_.size() && !ended_) return false;
  if (end < text_.size() && text_[end] == '$') {
    tag_.assign(text_.substr(position_, end + 1 - position_));
    state_ = State::dollar;
    position_ = end + 1;
  } else {
    ++position_;
  }
  return true;
}

bool ScriptReader::escape_quote() {
  position_ = text_.find_first_of("\\'", position_);
  if (position_ == std::string_view::npos) {
    position_ = text_.size();
    return false;
  }
  if (!sees_next()) return false;
  if (text_[position_] == '\\' || next() == '\'') {
    position_ = std::min(position_ + 2, text_.size());
    return true;
  }
  bool known = false;
  const std::size_t more = continuation(text_, position_ + 1, known);
  if (!known && !ended_) return false;
  if (more != std::string_view::npos) {
    position_ = more + 1;
  } else {
    ++position_;
    state_ = State::plain;
  }
  return true;
}

bool ScriptReader::block_comment() {
  position_ = text_.find_first_of("*/", position_);
  if (position_ == std::string_view::npos) {
    position_ = text_.size();
    return false;
  }
  if (!sees_next()) return false;
  if (text_[position_] == '*' && next() == '/') {
    position_ += 2;
    if (--comment_depth_ == 0) state_ = State::plain;
  } else if (text_[position_] == '/' && next() == '*') {
    position_ += 2;
    ++comment_depth_;
  } else {
    ++position_;
  }
  return true;
}

bool ScriptReader::command() {
  const std::size_t end = text_.find('\n', position_);
  if (end == std::string_view::npos && !ended_) {
    position_ = text_.size();
    return false;
  }
  std::string_view line = text_.substr(start_, std::min(end, text_.size()) - start_);
  while (!line.empty() && is_sql_space(line.back())) line.remove_suffix(1);
  handler_.command(line, start_place_);
  position_ = std::min(end, text_.size());
  start_ = none;
  state_ = State::plain;
  return true;
}

bool ScriptReader::end_statement() {
  bool data_follows = false;
  if (start_ != none) data_follows = handler_.statement(text_.substr(start_, position_ - start_), start_place_);
  ++position_;
  start_ = none;
  if (data_follows) {
    state_ = State::copy_rest;
    begin();
  }
  return true;
}

// What follows COPY's semicolon in its line would come after the data.
bool ScriptReader::copy_rest() {
  const std::size_t end = text_.find('\n', position_);
  if (end == std::string_view::npos && !ended_) {
    position_ = text_.size();
    return false;
  }
  std::string_view rest = text_.substr(start_, std::min(end, text_.size()) - start_);
  while (!rest.empty() && is_sql_space(rest.front())) rest.remove_prefix(1);
  if (!rest.empty() && !rest.starts_with("--"))
    fail("something follows COPY ... FROM stdin; in its line", start_place_);
  position_ = end == std::string_view::npos ? text_.size() : end + 1;
  start_ = none;
  state_ = State::data;
  return true;
}

bool ScriptReader::data() {
  while (position_ < text_.size()) {
    begin();
    const std::size_t end = text_.find('\n', position_);
    if (end == std::string_view::npos && !ended_) {
      position_ = text_.size();
      return false;
    }
    const std::string_view line = text_.substr(start_, std::min(end, text_.size()) - start_);
    if (line == "\\." || line == "\\.\r") {
      handler_.end_of_data(start_place_);
      state_ = State::plain;
    } else {
      handler_.data_line(line, start_place_);
    }
    position_ = end == std::string_view::npos ? text_.size() : end + 1;
    start_ = none;
    place_.offset += position_ - counted_;
    place_.line += 1;
    place_.column = 1;
    counted_ = position_;
    if (state_ != State::data) return true;
  }
  return false;
}

}  // namespace datagen
