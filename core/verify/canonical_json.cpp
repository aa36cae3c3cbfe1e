#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "verify/canonical.hpp"

namespace datagen {
namespace {

// Writes what it is told of: members in the order of their names, the last of equal ones, numbers in their one
// spelling.
class Writer : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return value("null"); }
  bool boolean(bool v) override { return value(v ? "true" : "false"); }
  bool number_integer(number_integer_t v) override { return number(std::to_string(v)); }
  bool number_unsigned(number_unsigned_t v) override { return number(std::to_string(v)); }
  bool number_float(number_float_t, const string_t& written) override { return number(written); }
  bool string(string_t& v) override { return value(nlohmann::json(v).dump()); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(true); }
  bool key(string_t& v) override {
    levels_.back().key = v;
    return true;
  }
  bool end_object() override {
    std::string text = "{";
    for (const auto& [name, member] : levels_.back().members) text += nlohmann::json(name).dump() + ":" + member + ",";
    levels_.pop_back();
    return value(text + "}");
  }
  bool start_array(std::size_t) override { return open(false); }
  bool end_array() override {
    const std::string text = "[" + levels_.back().elements + "]";
    levels_.pop_back();
    return value(text);
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

  [[nodiscard]] const std::string& result() const { return result_; }

 private:
  struct Level {
    bool object = false;
    std::string key, elements;
    std::map<std::string, std::string> members;
  };

  bool open(bool object) {
    levels_.push_back({object, {}, {}, {}});
    return true;
  }
  bool number(const std::string& written) {
    const auto text = canonical_number(written);
    return text && value(*text);
  }
  bool value(const std::string& text) {
    if (levels_.empty()) {
      result_ = text;
    } else if (levels_.back().object) {
      levels_.back().members[levels_.back().key] = text;
    } else {
      levels_.back().elements += text + ",";
    }
    return true;
  }

  std::vector<Level> levels_;
  std::string result_;
};

}  // namespace

std::optional<std::string> canonical_json(std::string_view text) {
  Writer writer;
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &writer)) return std::nullopt;
  return writer.result();
}

}  // namespace datagen
