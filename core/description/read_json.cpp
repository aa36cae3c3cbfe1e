// JSON by nlohmann's SAX parser.  It names no places, so the tokens are followed through the text a second time: each
// event is the next token, of which only its start has to be found.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "description/document_builder.hpp"
#include "description/readers.hpp"
#include "description/syntax_fault.hpp"

namespace datagen {
namespace {

class Handler : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit Handler(const TextSource& source) : source_(source), text_(source.text()), builder_(source) {}

  Node take() { return builder_.take(); }

  bool null() override { return scalar(Node::Kind::null); }
  bool boolean(bool value) override {
    Node node;
    node.boolean = value;
    return scalar(Node::Kind::boolean, std::move(node));
  }
  bool number_integer(number_integer_t value) override {
    Node node;
    node.integer = value;
    node.floating = static_cast<double>(value);
    return scalar(Node::Kind::integer, std::move(node));
  }
  bool number_unsigned(number_unsigned_t value) override {
    if (value <= static_cast<number_unsigned_t>(INT64_MAX)) return number_integer(static_cast<number_integer_t>(value));
    return number_float(static_cast<double>(value), {});
  }
  bool number_float(number_float_t value, const string_t& /*written*/) override {
    Node node;
    node.floating = value;
    return scalar(Node::Kind::floating, std::move(node));
  }
  bool string(string_t& value) override {
    Node node;
    node.kind = Node::Kind::string;
    node.location = source_.at(next_string());
    node.string = std::move(value);
    builder_.add(std::move(node));
    return true;
  }
  bool binary(binary_t& /*value*/) override { return false; }
  bool start_object(std::size_t /*elements*/) override { return open(Node::Kind::map); }
  bool key(string_t& value) override {
    const Location location = source_.at(next_string());
    builder_.key(std::move(value), location);
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t /*elements*/) override { return open(Node::Kind::list); }
  bool end_array() override { return close(); }

  bool parse_error(std::size_t position, const std::string& /*last_token*/,
                   const nlohmann::detail::exception& exception) override {
    const SyntaxFault fault = explain_json(text_, token_at_fault(std::min(position, text_.size())), exception.what());
    source_.fail(fault.offset, "not JSON: " + fault.message, fault.hint);
  }

 private:
  // The start of the first token behind the cursor that is malformed, or else of the last one that was read.
  [[nodiscard]] std::size_t token_at_fault(std::size_t read) const {
    std::size_t start = read;
    for (std::size_t at = cursor_; at < read;) {
      at = std::min(text_.find_first_not_of(" \t\r\n", at), text_.size());
      if (at >= read) break;
      start = at;
      if (text_[at] == '"') {
        for (++at; at < read && text_[at] != '"';) at += text_[at] == '\\' ? 2 : 1;
        ++at;
      } else if (std::string_view("{}[],:").find(text_[at]) != std::string_view::npos) {
        ++at;
      } else {
        const std::size_t end = std::min(text_.find_first_of(" \t\r\n{}[],:\"", at), text_.size());
        const std::string_view token = text_.substr(at, end - at);
        if (!nlohmann::json::accept(token)) break;
        at = end;
      }
    }
    return start;
  }

  // Moves to the first byte of the token that comes next; the parser has found what lies between to be in order.
  std::size_t next_token() {
    while (cursor_ < text_.size() && std::string_view(" \t\r\n,:").find(text_[cursor_]) != std::string_view::npos) {
      ++cursor_;
    }
    return cursor_;
  }

  std::size_t next_string() {
    const std::size_t start = next_token();
    ++cursor_;
    while (cursor_ < text_.size() && text_[cursor_] != '"') cursor_ += text_[cursor_] == '\\' ? 2 : 1;
    ++cursor_;
    return start;
  }

  bool scalar(Node::Kind kind, Node node = {}) {
    const std::size_t start = next_token();
    while (cursor_ < text_.size() && std::string_view(" \t\r\n,:]}").find(text_[cursor_]) == std::string_view::npos) {
      ++cursor_;
    }
    node.kind = kind;
    node.string = std::string(text_.substr(start, cursor_ - start));
    node.location = source_.at(start);
    builder_.add(std::move(node));
    return true;
  }

  bool open(Node::Kind kind) {
    builder_.open(kind, source_.at(next_token()));
    ++cursor_;
    return true;
  }

  bool close() {
    next_token();
    ++cursor_;
    builder_.close();
    return true;
  }

  const TextSource& source_;
  std::string_view text_;
  DocumentBuilder builder_;
  std::size_t cursor_ = 0;
};

}  // namespace

Node read_json(const TextSource& source) {
  Handler handler(source);
  if (!nlohmann::json::sax_parse(source.text().begin(), source.text().end(), &handler)) {
    source.fail(source.whole(), "not JSON");
  }
  return handler.take();
}

}  // namespace datagen
