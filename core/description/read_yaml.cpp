// YAML by the event interface of yaml-cpp, with the core schema of YAML 1.2: events keep the order, the places, and
// duplicate keys, which its tree loses.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "description/document_builder.hpp"
#include "description/readers.hpp"
#include "description/syntax_fault.hpp"

namespace datagen {
namespace {

constexpr std::string_view core_tag = "tag:yaml.org,2002:";

bool all_of(std::string_view text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

std::string_view without_sign(std::string_view text) {
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
  return text;
}

constexpr std::string_view digits = "0123456789";

// The core schema's float: [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool is_float(std::string_view text) {
  text = without_sign(text);
  const std::size_t exponent = text.find_first_of("eE");
  if (exponent != std::string_view::npos) {
    if (!all_of(without_sign(text.substr(exponent + 1)), digits)) return false;
    text = text.substr(0, exponent);
  }
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return all_of(text, digits);
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction = text.substr(point + 1);
  if (whole.empty()) return all_of(fraction, digits);
  return all_of(whole, digits) && (fraction.empty() || all_of(fraction, digits));
}

bool is_not_finite(std::string_view text) {
  const std::string_view bare = without_sign(text);
  return bare == ".inf" || bare == ".Inf" || bare == ".INF" || text == ".nan" || text == ".NaN" || text == ".NAN";
}

// A whole number in decimal, 0o octal or 0x hexadecimal; nothing when it is none or does not fit.
std::optional<std::int64_t> parse_integer(std::string_view text) {
  int base = 10;
  std::string_view body = text;
  if (text.substr(0, 2) == "0x" || text.substr(0, 2) == "0o") {
    base = text[1] == 'x' ? 16 : 8;
    body = text.substr(2);
    if (body.empty() || body.front() == '-') return std::nullopt;
  } else if (!body.empty() && body.front() == '+') {
    body.remove_prefix(1);
    if (!body.empty() && body.front() == '-') return std::nullopt;
  }
  std::int64_t value = 0;
  const auto result = std::from_chars(body.data(), body.data() + body.size(), value, base);
  if (result.ec != std::errc{} || result.ptr != body.data() + body.size()) return std::nullopt;
  return value;
}

// Of text that is_float: its value, infinite when it overflows a double.
double parse_float(std::string_view text) {
  if (text.front() == '+') text.remove_prefix(1);
  double value = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc::result_out_of_range) return value;
  // Out of range says not on which side: that hangs on the power of ten of the first digit that is not 0.
  const std::size_t exponent_sign = std::min(text.find_first_of("eE"), text.size());
  const std::string_view mantissa = text.substr(0, exponent_sign);
  const std::size_t point = std::min(mantissa.find('.'), mantissa.size());
  const std::size_t first = mantissa.find_first_of("123456789");
  if (first == std::string_view::npos) return 0;
  const bool negative_exponent = text.find('-', exponent_sign) != std::string_view::npos;
  const std::size_t distance = point > first ? point - first : first - point;
  std::int64_t exponent = 0;
  std::string_view written = exponent_sign < text.size() ? text.substr(exponent_sign + 1) : std::string_view("0");
  if (written.front() == '+') written.remove_prefix(1);
  const auto result = std::from_chars(written.data(), written.data() + written.size(), exponent);
  if (result.ec == std::errc::result_out_of_range) return negative_exponent ? 0 : HUGE_VAL;
  exponent += point > first ? static_cast<std::int64_t>(distance) : -static_cast<std::int64_t>(distance);
  return exponent > 0 ? HUGE_VAL : 0;
}

class Handler : public YAML::EventHandler {
 public:
  explicit Handler(const TextSource& source) : source_(source), builder_(source) {}

  Node take() { return builder_.take(); }
  [[nodiscard]] bool empty() const { return empty_; }

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node node;
    node.location = at(mark);
    const std::string_view rest = source_.text().substr(std::min(offset(mark), source_.text().size()));
    for (const std::string_view written : {"~", "null", "Null", "NULL"}) {
      if (rest.substr(0, written.size()) == written) node.string = written;
    }
    if (builder_.expects_key()) source_.fail(node.location, "a key is missing", "write a name before the ':'");
    if (builder_.depth() > 0 || !node.string.empty()) empty_ = false;
    remember(anchor, builder_.add(std::move(node)));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    empty_ = false;
    const Location location = at(mark);
    // yaml-cpp takes the end of the text for the end of the quotation.
    if (quote_is_open(source_.text(), offset(mark))) source_.fail(location, "not YAML: the quote is not closed");
    if (builder_.expects_key()) {
      if (value == "<<" && tag == "?") merge_keys_.push_back({builder_.depth(), location});
      builder_.key(value, location);
      if (anchor != 0) remember(anchor, string_node(value, location));
      return;
    }
    remember(anchor, builder_.add(resolve(tag, value, location)));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const Location location = at(mark);
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) source_.fail(location, "an alias stands inside what it names");
    const Anchored& named = found->second;
    if (builder_.expects_key()) {
      if (named.node.kind != Node::Kind::string) source_.fail(location, "a key must be plain text");
      builder_.key(named.node.string, location);
      return;
    }
    unfolded_ += named.nodes;
    if (unfolded_ > maximum_unfolded_nodes) {
      source_.fail(location, "the aliases unfold to more than a million values", "write fewer aliases of aliases");
    }
    if (builder_.depth() + named.height > maximum_document_depth) fail_too_deep(source_, location);
    builder_.add(named.node);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(Node::Kind::list, mark, tag, "seq", anchor, style);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(Node::Kind::map, mark, tag, "map", anchor, style);
  }
  void OnMapEnd() override {
    std::optional<Location> merge;
    while (!merge_keys_.empty() && merge_keys_.back().first == builder_.depth()) {
      merge = merge_keys_.back().second;
      merge_keys_.pop_back();
    }
    if (merge) unfold_merge(builder_.current(), *merge);
    close();
  }

  [[nodiscard]] Location at(const YAML::Mark& mark) const { return source_.at(offset(mark)); }

  // Of the innermost bracket that is open, or the text's size.
  [[nodiscard]] std::size_t open_bracket() const {
    return open_brackets_.empty() ? source_.text().size() : open_brackets_.back();
  }

  // yaml-cpp counts lines from 0 and columns in bytes from 0; its pos differs from the text's where it folds "\r\n".
  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const {
    if (mark.line < 0 || mark.column < 0) return 0;
    return source_.offset_of_code_point(static_cast<std::size_t>(mark.line) + 1, 1) +
           static_cast<std::size_t>(mark.column);
  }

 private:
  struct Anchored {
    Node node;
    std::size_t nodes;
    std::size_t height;
  };

  static Node string_node(const std::string& value, const Location& location) {
    Node node;
    node.kind = Node::Kind::string;
    node.string = value;
    node.location = location;
    return node;
  }

  static std::size_t count(const Node& node) {
    std::size_t total = 1;
    for (const Node& item : node.list) total += count(item);
    for (const Node::Member& member : node.map) total += count(member.value);
    return total;
  }

  static std::size_t height(const Node& node) {
    std::size_t most = 0;
    for (const Node& item : node.list) most = std::max(most, height(item));
    for (const Node::Member& member : node.map) most = std::max(most, height(member.value));
    return most + (node.is_scalar() ? 0 : 1);
  }

  void remember(YAML::anchor_t anchor, const Node& node) {
    if (anchor != 0) anchors_.insert_or_assign(anchor, Anchored{node, count(node), height(node)});
  }

  void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, std::string_view expected,
            YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
    empty_ = false;
    const Location location = at(mark);
    if (builder_.expects_key()) source_.fail(location, "a key must be plain text, not a list or a map");
    if (!tag.empty() && tag != "?" && tag != "!" && tag != std::string(core_tag) + std::string(expected)) {
      source_.fail(location, "tag '" + tag + "' is not supported");
    }
    builder_.open(kind, location);
    open_anchors_.push_back(anchor);
    open_brackets_.push_back(style == YAML::EmitterStyle::Flow ? offset(mark) : source_.text().size());
  }

  void close() {
    const YAML::anchor_t anchor = open_anchors_.back();
    open_anchors_.pop_back();
    open_brackets_.pop_back();
    remember(anchor, builder_.close());
  }

  // https://yaml.org/type/merge.html: keys written in the map win, then those of earlier maps of the list.
  void unfold_merge(Node& map, const Location& location) {
    const auto found = std::find_if(map.map.begin(), map.map.end(), [](const auto& m) { return m.key == "<<"; });
    Node source = std::move(found->value);
    auto place = map.map.erase(found);
    std::vector<Node> sources;
    if (source.kind == Node::Kind::map) {
      sources.push_back(std::move(source));
    } else {
      sources = std::move(source.list);
    }
    for (Node& from : sources) {
      if (from.kind != Node::Kind::map) source_.fail(location, "'<<' takes a map or a list of maps");
      for (Node::Member& member : from.map) {
        if (map.find(member.key) != nullptr) continue;
        place = map.map.insert(place, std::move(member)) + 1;
      }
    }
    if (sources.empty()) source_.fail(location, "'<<' takes a map or a list of maps");
  }

  Node resolve(const std::string& tag, const std::string& value, const Location& location) const {
    Node node = string_node(value, location);
    std::string_view wanted = tag;
    if (tag == "!" || tag.empty()) return node;
    if (wanted.substr(0, core_tag.size()) == core_tag) wanted.remove_prefix(core_tag.size());
    if (wanted == "str") return node;
    const Node plain = resolve_plain(std::move(node));
    if (wanted == "?") return plain;
    const bool fits = (wanted == "int" && plain.is(Node::Kind::integer)) || (wanted == "float" && plain.is_number()) ||
                      (wanted == "bool" && plain.is(Node::Kind::boolean)) ||
                      (wanted == "null" && plain.is(Node::Kind::null));
    if (!fits) source_.fail(location, "tag '" + tag + "' does not suit '" + value + "'");
    return plain;
  }

  Node resolve_plain(Node node) const {
    const std::string& text = node.string;
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") {
      node.kind = Node::Kind::null;
    } else if (text == "true" || text == "True" || text == "TRUE" || text == "false" || text == "False" ||
               text == "FALSE") {
      node.kind = Node::Kind::boolean;
      node.boolean = text.front() == 't' || text.front() == 'T';
    } else if (const auto integer = parse_integer(text)) {
      node.kind = Node::Kind::integer;
      node.integer = *integer;
      node.floating = static_cast<double>(*integer);
    } else if (is_float(text)) {
      node.kind = Node::Kind::floating;
      node.floating = parse_float(text);
      if (!std::isfinite(node.floating)) source_.fail(node.location, "number '" + text + "' is too large");
    } else if (is_not_finite(text)) {
      source_.fail(node.location, "'" + text + "' is not a finite number", "quote it if it is meant as text");
    }
    return node;
  }

  const TextSource& source_;
  DocumentBuilder builder_;
  std::unordered_map<YAML::anchor_t, Anchored> anchors_;
  std::vector<YAML::anchor_t> open_anchors_;
  std::vector<std::size_t> open_brackets_;  // of what is open: where its bracket stands; of what has none: text's size
  std::vector<std::pair<std::size_t, Location>> merge_keys_;  // depth of the map, place of its "<<"
  std::size_t unfolded_ = 0;
  bool empty_ = true;
};

}  // namespace

Node read_yaml(const TextSource& source) {
  std::istringstream stream{std::string(source.text())};
  Handler handler(source);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(handler);
    if (handler.empty()) source.fail(source.whole(), "the document is empty");
    Handler second(source);
    if (parser.HandleNextDocument(second) && !second.empty()) {
      source.fail(source.whole(), "the file holds more than one document", "keep what stands before the second '---'");
    }
  } catch (const YAML::Exception& exception) {
    if (exception.mark.is_null()) source.fail(source.whole(), "not YAML: " + exception.msg);
    const SyntaxFault fault =
        explain_yaml(source.text(), handler.offset(exception.mark), exception.msg, handler.open_bracket());
    source.fail(fault.offset, "not YAML: " + fault.message, fault.hint);
  }
  return handler.take();
}

}  // namespace datagen
