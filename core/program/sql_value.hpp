// Arithmetic on SqlValue.
#pragma once

#include <string_view>

#include "program/expression_tree.hpp"

namespace datagen {

[[noreturn]] void refuse_expression(const std::string& message);

[[nodiscard]] SqlValue boolean_value(bool value);
[[nodiscard]] SqlValue integer_value(Int128 value);
[[nodiscard]] SqlValue decimal_value(Int128 number, int scale);
[[nodiscard]] SqlValue floating_value(double value);
[[nodiscard]] SqlValue text_value(std::string text);

[[nodiscard]] double to_floating(const SqlValue& value);
// 10^n; n from 0 to 38.
[[nodiscard]] Int128 power_of_ten(int n);
// An exact number at another scale, rounded half away from zero.
[[nodiscard]] Int128 rescaled(const SqlValue& value, int scale);

[[nodiscard]] SqlValue arithmetic(ExpressionTree::Operation operation, const SqlValue& left, const SqlValue& right);
// Below 0, 0, above 0; neither is null.
[[nodiscard]] int compare_values(const SqlValue& left, const SqlValue& right);

}  // namespace datagen
