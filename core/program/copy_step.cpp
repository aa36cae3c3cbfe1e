// Columns that show another column's values: foreign keys and lookups.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "datagen/core/error.hpp"
#include "program/steps.hpp"

namespace datagen {

namespace {

__extension__ typedef __int128 Wide;

Wide read(const ColumnData& column, char format, std::uint32_t i) {
  switch (format) {
    case 's':
      return column.values<std::int16_t>()[i];
    case 'i':
      return column.values<std::int32_t>()[i];
    case 'l':
      return column.values<std::int64_t>()[i];
    default:
      return column.values<Wide>()[i];
  }
}

template <typename T>
bool store(Buffer& buffer, std::uint32_t i, Wide value) {
  buffer.as<T>()[i] = static_cast<T>(value);
  return value >= std::numeric_limits<T>::min() && value <= std::numeric_limits<T>::max();
}

bool write(Buffer& buffer, char format, std::uint32_t i, Wide value, Wide beyond) {
  switch (format) {
    case 's':
      return store<std::int16_t>(buffer, i, value);
    case 'i':
      return store<std::int32_t>(buffer, i, value);
    case 'l':
      return store<std::int64_t>(buffer, i, value);
    default:
      buffer.as<Wide>()[i] = value;
      return value > -beyond && value < beyond;
  }
}

// 10^P of a decimal format "d:P,S": what its stored integers stay below.
Wide limit_of(const std::string& format) {
  Wide limit = 1;
  if (format[0] != 'd') return limit;
  for (int digits = std::min(std::stoi(format.substr(2)), 38); digits > 0; --digits) limit *= 10;
  return limit;
}

int scale_of(const std::string& format) {
  std::size_t comma = format.find(',');
  return format[0] == 'd' && comma != std::string::npos ? std::stoi(format.substr(comma + 1)) : 0;
}

class Copy final : public Step {
 public:
  explicit Copy(CopyStep step) : step_(std::move(step)) {
    for (const NullRule& rule : step_.nulls) nulls_ = nulls_ || rule.any();
    convert_ = !step_.source_dictionary && step_.source_format != step_.format &&
               parse_format(step_.format).storage == Storage::fixed;
    if (!convert_) return;
    beyond_ = limit_of(step_.format);
    for (int s = scale_of(step_.source_format); s < scale_of(step_.format); ++s) multiplier_ *= 10;
    for (int s = scale_of(step_.format); s < scale_of(step_.source_format); ++s) divisor_ *= 10;
  }

  void run(Workspace& workspace) const override {
    ColumnData& column = workspace.column(step_.column);
    const ColumnData& source = workspace.column(step_.source);
    std::int64_t null_count = source.array().null_count;
    bool own = nulls_ || (convert_ && null_count > 0);
    if (own) null_count = apply_nulls(column, source.validity(), step_.nulls, workspace.rows(step_.view), workspace.n);
    if (!convert_) {
      column.alias(source, null_count, own);
      return;
    }
    column.prepare(parse_format(step_.format), workspace.n);
    column.publish(parse_format(step_.format), workspace.n, null_count, nullptr);
    for (std::uint32_t i = 0; i < workspace.n; ++i) {
      Wide value = column.is_null(i) ? 0 : read(source, step_.source_format[0], i);
      if (value % divisor_ != 0) refuse(workspace, i, "has more decimal places than fit");
      if (value > largest / multiplier_ || value < -(largest / multiplier_) ||
          !write(column.data_buffer, step_.format[0], i, value * multiplier_ / divisor_, beyond_))
        refuse(workspace, i, "does not fit");
    }
  }

 private:
  [[noreturn]] void refuse(Workspace& workspace, std::uint32_t i, const char* what) const {
    throw Error(ErrorCode::generation,
                Fault{fmt::format("the referenced value {} (row {})", what, workspace.rows(step_.view)[i]),
                      {},
                      step_.subject,
                      "give the column the type of the column that it refers to"});
  }

  static constexpr Wide largest = Wide{1} << 126;
  CopyStep step_;
  bool nulls_ = false, convert_ = false;
  Wide multiplier_ = 1, divisor_ = 1, beyond_ = 1;
};

}  // namespace

std::unique_ptr<Step> copy_step(CopyStep step) { return std::make_unique<Copy>(std::move(step)); }

}  // namespace datagen
