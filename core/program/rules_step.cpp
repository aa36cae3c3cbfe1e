#include "program/rules_step.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "datagen/core/error.hpp"
#include "datagen/text/decimal.hpp"
#include "program/format.hpp"
#include "program/render.hpp"

namespace datagen {

namespace {

// A row's value, in the form that comparisons want.
struct Value {
  bool null = false, is_number = false;
  long double number = 0;
  std::string_view text;  // of the column, of buffer or of bytes
  char buffer[largest_rendered_size + 64];
  std::string bytes;
};

// Without allocation: text is looked at where it lies.
void read(const ColumnData& column, const std::string& format, std::uint32_t i, Value& value) {
  if (column.is_null(i)) {
    value.null = true;
    return;
  }
  value.is_number =
      column.array().dictionary == nullptr && std::string_view("silfgd").find(format[0]) != std::string_view::npos;
  switch (value.is_number ? format[0] : '\0') {
    case 's':
      value.number = column.values<std::int16_t>()[i];
      break;
    case 'i':
      value.number = column.values<std::int32_t>()[i];
      break;
    case 'l':
      value.number = static_cast<long double>(column.values<std::int64_t>()[i]);
      break;
    case 'f':
      value.number = column.values<float>()[i];
      break;
    case 'g':
      value.number = column.values<double>()[i];
      break;
    case 'd':
      value.number = static_cast<long double>(column.values<text::Int128>()[i]);
      for (int s = decimal_scale(format); s > 0; --s) value.number /= 10;
      break;
    default:
      if (column.array().dictionary != nullptr || format == "u") {
        value.text = column.text(i);
      } else if (format == "z") {
        value.bytes = rendered(column, format, i);
        value.text = value.bytes;
      } else {
        value.text = {value.buffer,
                      static_cast<std::size_t>(render_value(value.buffer, column, format, i) - value.buffer)};
      }
  }
}

// Below 0, 0, above 0.
int compare(const Value& value, const Operand& operand) {
  if (value.is_number) return value.number < operand.number ? -1 : value.number > operand.number;
  return value.text.compare(operand.text);
}

bool holds(const Test& test, const Value& value) {
  using Operator = Test::Operator;
  if (test.op == Operator::is_null) return value.null;
  if (test.op == Operator::is_not_null) return !value.null;
  if (value.null) return false;
  auto equals = [&](const Operand& operand) { return compare(value, operand) == 0; };
  switch (test.op) {
    case Operator::equal:
      return equals(test.operands[0]);
    case Operator::not_equal:
      return !equals(test.operands[0]);
    case Operator::less:
      return compare(value, test.operands[0]) < 0;
    case Operator::less_equal:
      return compare(value, test.operands[0]) <= 0;
    case Operator::greater:
      return compare(value, test.operands[0]) > 0;
    case Operator::greater_equal:
      return compare(value, test.operands[0]) >= 0;
    case Operator::in:
      return std::any_of(test.operands.begin(), test.operands.end(), equals);
    case Operator::not_in:
      return std::none_of(test.operands.begin(), test.operands.end(), equals);
    default:
      return compare(value, test.operands[0]) >= 0 && compare(value, test.operands[1]) <= 0;
  }
}

class Choose final : public Step {
 public:
  explicit Choose(RulesStep step) : step_(std::move(step)), layout_(parse_format(step_.format)) {}

  void run(Workspace& workspace) const override {
    std::uint32_t n = workspace.n;
    ColumnData& out = workspace.column(step_.column);
    out.prepare(layout_, n);
    std::uint8_t* validity = out.prepare_validity(n);
    bool nulls = false;
    for (std::uint32_t i = 0; i < n; ++i) {
      const ColumnData& branch = workspace.column(step_.parts[choose(workspace, i)]);
      if (branch.is_null(i)) {
        validity[i / 8] = static_cast<std::uint8_t>(validity[i / 8] & ~(1u << (i % 8)));
        nulls = true;
      }
      copy(branch, out, i);
    }
    const std::uint64_t* rows = workspace.rows(step_.view);
    std::int64_t null_count = apply_nulls(out, nulls ? validity : nullptr, step_.nulls, rows, n);
    out.publish(layout_, n, null_count, nullptr);
  }

 private:
  std::size_t choose(Workspace& workspace, std::uint32_t i) const {
    for (const RuleList::Rule& rule : step_.rules->rules) {
      bool all = std::all_of(rule.tests.begin(), rule.tests.end(), [&](const Test& test) {
        Value value;
        read(workspace.column(step_.inputs[test.input]), step_.input_formats[test.input], i, value);
        return holds(test, value);
      });
      if (all && (rule.condition == nullptr || is_true(workspace, *rule.condition, i))) return rule.branch;
    }
    return step_.rules->otherwise;
  }

  bool is_true(Workspace& workspace, const ExpressionTree& condition, std::uint32_t i) const {
    std::vector<ExpressionInput> inputs;
    for (std::size_t k = 0; k < step_.inputs.size(); ++k)
      inputs.push_back({&workspace.column(step_.inputs[k]), &step_.input_formats[k]});
    try {
      const SqlValue value = convert(evaluate(condition, inputs, i), SqlValue::Kind::boolean, -1);
      return !value.is_null() && value.number != 0;
    } catch (const Error& error) {
      throw Error(ErrorCode::generation,
                  Fault{fmt::format("rules: {} (row {})", error.faults()[0].message, workspace.rows(step_.view)[i]),
                        {},
                        step_.subject,
                        "change the rule's condition"});
    }
  }

  void copy(const ColumnData& from, ColumnData& to, std::uint32_t i) const {
    switch (layout_.storage) {
      case Storage::bits: {
        unsigned bit = from.values<std::uint8_t>()[i / 8] >> (i % 8) & 1u;
        std::uint8_t& byte = to.data_buffer.data()[i / 8];
        byte = static_cast<std::uint8_t>(byte | bit << (i % 8));
        break;
      }
      case Storage::fixed:
        std::memcpy(to.data_buffer.data() + std::size_t{i} * layout_.width,
                    from.values<std::uint8_t>() + std::size_t{i} * layout_.width, layout_.width);
        break;
      case Storage::variable: {
        std::string_view text = from.is_null(i) ? std::string_view() : from.text(i);
        std::uint64_t size = to.data_buffer.size();
        to.data_buffer.resize(size + text.size());
        if (!text.empty()) std::memcpy(to.data_buffer.data() + size, text.data(), text.size());
        to.offsets_buffer.as<std::int32_t>()[i + 1] = static_cast<std::int32_t>(size + text.size());
        break;
      }
    }
  }

  RulesStep step_;
  Format layout_;
};

}  // namespace

std::unique_ptr<Step> rules_step(RulesStep step) { return std::make_unique<Choose>(std::move(step)); }

}  // namespace datagen
