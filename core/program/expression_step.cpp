#include "program/expression_step.hpp"

#include <fmt/format.h>

#include <cstring>
#include <limits>
#include <utility>

#include "datagen/core/error.hpp"
#include "program/format.hpp"
#include "program/render.hpp"
#include "program/sql_value.hpp"
#include "program/text_checks.hpp"

namespace datagen {

namespace {

using Kind = SqlValue::Kind;

Kind kind_of(const std::string& format) {
  switch (format[0]) {
    case 'b':
      return Kind::boolean;
    case 's':
    case 'i':
    case 'l':
      return Kind::integer;
    case 'f':
    case 'g':
      return Kind::floating;
    case 'd':
      return Kind::decimal;
    case 't':
      return format == "tdD" ? Kind::date : format == "ttu" ? Kind::time : Kind::timestamp;
    default:
      return Kind::text;
  }
}

class Compute final : public Step {
 public:
  explicit Compute(ExpressionStep step)
      : step_(std::move(step)),
        layout_(parse_format(step_.format)),
        kind_(kind_of(step_.format)),
        scale_(kind_ == Kind::decimal ? decimal_scale(step_.format) : -1) {}

  void run(Workspace& workspace) const override {
    std::vector<ExpressionInput> inputs;
    for (std::size_t k = 0; k < step_.inputs.size(); ++k)
      inputs.push_back({&workspace.column(step_.inputs[k]), &step_.input_formats[k]});
    const std::uint64_t* rows = workspace.rows(step_.view);
    ColumnData& out = workspace.column(step_.column);
    out.prepare(layout_, workspace.n);
    std::uint8_t* validity = out.prepare_validity(workspace.n);
    bool nulls = false;
    for (std::uint32_t i = 0; i < workspace.n; ++i) {
      try {
        SqlValue value = convert(evaluate(*step_.expression, inputs, i), kind_, scale_);
        if (value.is_null()) {
          if (step_.not_null) refuse_expression("it is null, and the column is NOT NULL");
          validity[i / 8] = static_cast<std::uint8_t>(validity[i / 8] & ~(1u << (i % 8)));
          nulls = true;
        }
        store(out, i, value);
      } catch (const Error& error) {
        throw Error(ErrorCode::generation,
                    Fault{fmt::format("expression: {} (row {})", error.faults()[0].message, rows[i]),
                          {},
                          step_.subject,
                          "change the expression, or the ranges of the columns it reads"});
      }
    }
    std::int64_t null_count = apply_nulls(out, nulls ? validity : nullptr, step_.nulls, rows, workspace.n);
    out.publish(layout_, workspace.n, null_count, nullptr);
  }

 private:
  template <typename T>
  void store_integer(ColumnData& out, std::uint32_t i, Int128 value) const {
    if (value < std::numeric_limits<T>::min() || value > std::numeric_limits<T>::max())
      refuse_expression("the result does not fit the column's type");
    out.data_buffer.as<T>()[i] = static_cast<T>(value);
  }

  void store(ColumnData& out, std::uint32_t i, const SqlValue& value) const {
    switch (step_.format[0]) {
      case 'b':
        if (value.number != 0) {
          std::uint8_t& byte = out.data_buffer.data()[i / 8];
          byte = static_cast<std::uint8_t>(byte | 1u << (i % 8));
        }
        break;
      case 's':
        store_integer<std::int16_t>(out, i, value.number);
        break;
      case 'i':
        store_integer<std::int32_t>(out, i, value.number);
        break;
      case 'l':
        store_integer<std::int64_t>(out, i, value.number);
        break;
      case 'f':
        out.data_buffer.as<float>()[i] = static_cast<float>(value.floating);
        break;
      case 'g':
        out.data_buffer.as<double>()[i] = value.floating;
        break;
      case 'd': {
        Int128 limit = step_.precision < 0 ? 0 : power_of_ten(step_.precision);
        if (limit != 0 && (value.number >= limit || value.number <= -limit))
          refuse_expression("the result does not fit the column's precision");
        out.data_buffer.as<Int128>()[i] = value.number;
        break;
      }
      case 't':
        if (step_.format == "tdD")
          store_integer<std::int32_t>(out, i, value.number);
        else
          store_integer<std::int64_t>(out, i, value.number);
        break;
      default: {
        if (step_.max_characters > 0 && count_characters(value.text) > step_.max_characters)
          refuse_expression(fmt::format("'{}' has more than {} characters", value.text, step_.max_characters));
        std::uint64_t size = out.data_buffer.size();
        out.data_buffer.resize(size + value.text.size());
        std::memcpy(out.data_buffer.data() + size, value.text.data(), value.text.size());
        out.offsets_buffer.as<std::int32_t>()[i + 1] = static_cast<std::int32_t>(size + value.text.size());
      }
    }
  }

  ExpressionStep step_;
  Format layout_;
  Kind kind_;
  int scale_;
};

}  // namespace

std::unique_ptr<Step> expression_step(ExpressionStep step) { return std::make_unique<Compute>(std::move(step)); }

}  // namespace datagen
