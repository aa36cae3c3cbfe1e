#include "options/options.hpp"

#include <algorithm>
#include <string_view>

#include "options/convert.hpp"

namespace datagen {

struct BoundOptions::Storage {
  OptionStorage pointed_at;
  std::vector<datagen_value> values;
};

BoundOptions::BoundOptions() : storage_(std::make_unique<Storage>()) {}
BoundOptions::~BoundOptions() = default;
BoundOptions::BoundOptions(BoundOptions&&) noexcept = default;
BoundOptions& BoundOptions::operator=(BoundOptions&&) noexcept = default;
std::span<const datagen_value> BoundOptions::values() const {
  return storage_ ? std::span<const datagen_value>(storage_->values) : std::span<const datagen_value>();
}

struct OptionBinder {
  std::span<const datagen_option> options;
  std::span<const Node* const> sources;
  std::span<const std::string_view> ignored;
  const OptionContext& context;
  Diagnostics& diagnostics;
  BoundOptions result{};

  BoundOptions bind() {
    for (const Node* source : sources) {
      if (source != nullptr) check_keys(*source);
    }
    for (std::size_t i = 0; i < options.size(); ++i) result.storage_->values.push_back(bind_one(i));
    return std::move(result);
  }

  [[nodiscard]] std::string about(const datagen_option& option) const {
    return context.class_name + ": option '" + option.name + "'";
  }

  [[nodiscard]] bool passed_over(std::string_view key) const {
    return key == "comment" || key.starts_with("x-") || std::find(ignored.begin(), ignored.end(), key) != ignored.end();
  }

  void check_keys(const Node& source) {
    if (source.is(Node::Kind::null)) return;
    if (!source.is(Node::Kind::map)) {
      diagnostics.fault(source.location, context.subject,
                        context.class_name + ": options must be a map, not " + kind_name(source.kind));
      return;
    }
    for (const Node::Member& member : source.map) {
      const bool declared = std::any_of(options.begin(), options.end(),
                                        [&](const datagen_option& option) { return member.key == option.name; });
      if (declared || passed_over(member.key)) continue;
      std::vector<std::string> names;
      std::string list;
      for (const datagen_option& option : options) {
        names.emplace_back(option.name);
        list += (list.empty() ? "" : ", ") + names.back();
      }
      diagnostics.fault(
          member.location, context.subject,
          context.class_name + ": unknown option '" + member.key + "'" + did_you_mean(member.key, names),
          names.empty() ? "remove it: " + context.class_name + " has no options" : "its options are: " + list);
    }
  }

  [[nodiscard]] const Node::Member* written(const datagen_option& option) const {
    for (const Node* source : sources) {
      if (source == nullptr || !source->is(Node::Kind::map)) continue;
      for (const Node::Member& member : source->map) {
        if (member.key == option.name) return &member;
      }
    }
    return nullptr;
  }

  datagen_value bind_one(std::size_t index) {
    const datagen_option& option = options[index];
    datagen_value unset{};
    unset.type = option.type;
    const Node::Member* const member = written(option);
    if (member != nullptr && (option.flags & DATAGEN_OPTION_DEPRECATED) != 0) {
      diagnostics.warning(member->location, context.subject, about(option) + " is deprecated", option.doc);
    }
    if (option.type == DATAGEN_COLUMN) return bind_column(index, member, unset);

    if (member == nullptr && option.default_value == nullptr) {
      report_missing(option);
      return unset;
    }
    std::string message;
    const Node literal = member == nullptr ? parse_literal(option.default_value) : Node{};
    const Node& node = member == nullptr ? literal : member->value;
    const auto value = convert_option(option, node, context.now, result.storage_->pointed_at, message);
    if (value) return *value;
    diagnostics.fault(member == nullptr ? context.location : member->value.location, context.subject,
                      about(option) + " " + message, option.doc);
    return unset;
  }

  datagen_value bind_column(std::size_t index, const Node::Member* member, datagen_value unset) {
    const datagen_option& option = options[index];
    if (member != nullptr && (!member->value.is(Node::Kind::string) || member->value.string.empty())) {
      diagnostics.fault(member->value.location, context.subject, about(option) + " must be " + option_type_text(option),
                        option.doc);
      return unset;
    }
    if (member != nullptr && !context.resolve_column) {
      diagnostics.fault(member->value.location, context.subject,
                        about(option) + " names a column, and there are none here", "remove it");
      return unset;
    }
    std::vector<std::string> candidates;
    if (option.default_value != nullptr) {
      candidates = column_names(parse_literal(option.default_value)).value_or(std::vector<std::string>{});
    }
    const std::string explicit_name = member == nullptr ? "" : member->value.string;
    std::optional<std::int64_t> input;
    if (context.resolve_column) {
      input = context.resolve_column(index, explicit_name,
                                     member == nullptr ? context.location : member->value.location, candidates);
    }
    if (!input && member == nullptr) report_missing(option);
    if (!input) return unset;
    datagen_value value = unset;
    value.is_set = 1;
    value.as.i = *input;
    return value;
  }

  void report_missing(const datagen_option& option) {
    if ((option.flags & DATAGEN_OPTION_REQUIRED) == 0) return;
    diagnostics.fault(context.location, context.subject, about(option) + " is required but missing",
                      std::string("add ") + option.name + ": " + option_type_text(option));
  }
};

BoundOptions bind_options(std::span<const datagen_option> options, std::span<const Node* const> sources,
                          std::span<const std::string_view> ignored, const OptionContext& context,
                          Diagnostics& diagnostics) {
  return OptionBinder{options, sources, ignored, context, diagnostics}.bind();
}

}  // namespace datagen
