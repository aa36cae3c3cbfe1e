#include "value_list.hpp"

#include <algorithm>
#include <cstring>

#include "arithmetic_set.hpp"

namespace datagen::generators {
namespace {

// Weights shared by the sets that are no dictionaries.
class WeightedSet : public Generator {
 public:
  WeightedSet(std::vector<double> weights, std::size_t size, bool distinct)
      : weights_(std::move(weights)), size_(size), distinct_(distinct) {}
  GeneratorInfo info() const override {
    return {(distinct_ ? kInjective : 0u) | (weights_.empty() ? 0u : kWeighted), size_, 8};
  }
  void weights(std::span<double> out) const override {
    if (weights_.empty() || out.size() != weights_.size()) return Generator::weights(out);
    std::copy(weights_.begin(), weights_.end(), out.begin());
  }

 private:
  std::vector<double> weights_;
  std::size_t size_;
  bool distinct_;
};

using Cell = std::array<unsigned char, 16>;

class FixedList final : public WeightedSet {
 public:
  FixedList(std::vector<Cell> cells, std::size_t width, std::vector<double> weights, bool distinct)
      : WeightedSet(std::move(weights), cells.size(), distinct), cells_(std::move(cells)), width_(width) {}

  void values(const datagen_call&, Ordinals ordinals, datagen_column& out) const override {
    switch (width_) {
      case 0:
        for (std::size_t i = 0; i < ordinals.size(); ++i) {
          out.data->data[i >> 3] |= static_cast<unsigned char>(cells_[ordinals[i]][0] << (i & 7));
        }
        return;
      case 2:
        return gather<2>(ordinals, out);
      case 4:
        return gather<4>(ordinals, out);
      case 8:
        return gather<8>(ordinals, out);
      default:
        return gather<16>(ordinals, out);
    }
  }

 private:
  template <std::size_t kWidth>
  void gather(Ordinals ordinals, datagen_column& out) const {
    unsigned char* cursor = out.data->data;
    for (const std::uint64_t ordinal : ordinals) {
      std::memcpy(cursor, cells_[ordinal].data(), kWidth);
      cursor += kWidth;
    }
  }

  std::vector<Cell> cells_;
  std::size_t width_;  // bytes, or 0 for bits
};

class BytesList final : public WeightedSet {
 public:
  BytesList(std::vector<std::string> texts, std::vector<double> weights, bool distinct)
      : WeightedSet(std::move(weights), texts.size(), distinct), texts_(std::move(texts)) {}
  void values(const datagen_call&, Ordinals ordinals, datagen_column& out) const override {
    sdk::TextColumn column(out, ordinals.size(), 0);
    for (const std::uint64_t ordinal : ordinals) column.append(texts_[ordinal]);
    column.finish();
  }

 private:
  std::vector<std::string> texts_;
};

template <class T>
Cell cell_of(T value) {
  Cell cell{};
  std::memcpy(cell.data(), &value, sizeof value);
  return cell;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<Cell> uuid_cell(std::string_view text) {
  Cell cell{};
  std::size_t digits = 0;
  for (const char c : text) {
    if (c == '-' || c == '{' || c == '}') continue;
    const int digit = hex_digit(c);
    if (digit < 0 || digits == 32) return std::nullopt;
    cell[digits / 2] = static_cast<unsigned char>(cell[digits / 2] << 4 | digit);
    ++digits;
  }
  return digits == 32 ? std::optional(cell) : std::nullopt;
}

std::optional<Cell> boolean_cell(std::string_view text) {
  for (const std::string_view yes : {"true", "t", "yes", "on", "1"}) {
    if (text == yes) return Cell{1};
  }
  for (const std::string_view no : {"false", "f", "no", "off", "0"}) {
    if (text == no) return Cell{0};
  }
  return std::nullopt;
}

std::optional<Cell> number_cell(const NumberTarget& number, std::string_view text) {
  if (number.storage == Storage::kSingle || number.storage == Storage::kDouble) {
    if (!parse_number(text, 0)) return std::nullopt;
    const double value = std::strtod(std::string(text).c_str(), nullptr);
    return number.storage == Storage::kSingle ? cell_of(static_cast<float>(value)) : cell_of(value);
  }
  const auto parsed = parse_number(text, number.scale);
  if (!parsed || !parsed->exact || parsed->units < number.low || parsed->units > number.high) return std::nullopt;
  switch (number.storage) {
    case Storage::kInt16:
      return cell_of(static_cast<std::int16_t>(parsed->units));
    case Storage::kInt32:
      return cell_of(static_cast<std::int32_t>(parsed->units));
    case Storage::kInt64:
      return cell_of(static_cast<std::int64_t>(parsed->units));
    default:
      return cell_of(parsed->units);
  }
}

// The width of the target's fixed-width values in bytes, and how a text becomes one.
struct Parser {
  std::size_t width;
  std::optional<Cell> (*parse)(const datagen_target&, std::string_view);
};

Parser parser_for(const datagen_target& target) {
  const std::string_view format = target.format;
  const auto number = [](const datagen_target& column, std::string_view text) {
    return number_cell(number_target(column, 2), text);
  };
  if (format == "b") return {0, [](const datagen_target&, std::string_view text) { return boolean_cell(text); }};
  if (format == "w:16") return {16, [](const datagen_target&, std::string_view text) { return uuid_cell(text); }};
  if (format == "tdD") {
    return {4, [](const datagen_target&, std::string_view text) -> std::optional<Cell> {
              const auto micros = parse_timestamp(text);
              if (!micros || *micros % kDay != 0) return std::nullopt;
              return cell_of(static_cast<std::int32_t>(*micros / kDay));
            }};
  }
  if (format == "ttu") {
    return {8, [](const datagen_target&, std::string_view text) -> std::optional<Cell> {
              const auto micros = parse_time_of_day(text);
              return micros ? std::optional(cell_of(*micros)) : std::nullopt;
            }};
  }
  if (format.substr(0, 4) == "tsu:") {
    return {8, [](const datagen_target&, std::string_view text) -> std::optional<Cell> {
              const auto micros = parse_timestamp(text);
              return micros ? std::optional(cell_of(*micros)) : std::nullopt;
            }};
  }
  if (format == "s") return {2, number};
  if (format == "i" || format == "f") return {4, number};
  if (format == "l" || format == "g") return {8, number};
  if (format.substr(0, 2) == "d:") return {16, number};
  refuse_target(target, std::string("lists cannot make the format ") + target.format);
}

void check_text(const datagen_target& target, std::string_view option, const std::string& text) {
  if (target.n_labels > 0 && target.family != DATAGEN_FAMILY_ARRAY) {
    std::string labels;
    for (std::uint32_t i = 0; i < target.n_labels; ++i) {
      if (text == target.labels[i]) return;
      labels += (i == 0 ? "" : ", ") + std::string(target.labels[i]);
    }
    refuse_option(option, "'" + text + "' is no label of " + target.postgres_type + "; its labels are: " + labels);
  }
  if (target.family != DATAGEN_FAMILY_ARRAY && !fits(target, text)) {
    refuse_option(option, "'" + text + "' has " + std::to_string(count_characters(text)) + " characters, " +
                              target.postgres_type + " holds " + std::to_string(target.max_characters));
  }
}

}  // namespace

std::unique_ptr<Generator> make_value_list(const datagen_target& target, std::string_view option,
                                           const std::vector<Listed>& values, std::vector<double> weights) {
  if (values.empty()) refuse_option(option, "the list is empty; give at least one value");
  const std::string_view format = target.format;
  if (format == "u" || format == "z") {
    std::vector<std::string> texts;
    for (const Listed& value : values) {
      check_text(target, option, value.text);
      texts.push_back(value.text);
    }
    if (format == "u") return std::make_unique<sdk::DictionarySet>(std::move(texts), std::move(weights));
    std::vector<std::string> sorted = texts;
    std::sort(sorted.begin(), sorted.end());
    const bool distinct = std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
    return std::make_unique<BytesList>(std::move(texts), std::move(weights), distinct);
  }
  const Parser parser = parser_for(target);
  std::vector<Cell> cells;
  for (const Listed& value : values) {
    const auto cell = parser.parse(target, value.text);
    if (!cell) refuse_option(option, "'" + value.text + "' is no value of " + target.postgres_type);
    cells.push_back(*cell);
  }
  std::vector<Cell> sorted = cells;
  std::sort(sorted.begin(), sorted.end());
  const bool distinct = std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
  return std::make_unique<FixedList>(std::move(cells), parser.width, std::move(weights), distinct);
}

}  // namespace datagen::generators
