// Draws whose ordinal is a function of the row number alone.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "program/draw.hpp"

namespace datagen {

template <typename Function>
class RowDraw final : public Draw {
 public:
  RowDraw(std::string law, std::uint64_t count, Function function)
      : Draw(std::move(law), count), function_(std::move(function)) {}
  const std::uint64_t* ordinals(Workspace&, const std::uint64_t* rows, std::uint32_t n,
                                std::uint64_t* out) const override {
    for (std::uint32_t i = 0; i < n; ++i) out[i] = function_(rows[i]);
    return out;
  }

 private:
  Function function_;
};

template <typename Function>
[[nodiscard]] DrawPointer row_draw(std::string law, std::uint64_t count, Function function) {
  return std::make_shared<const RowDraw<Function>>(std::move(law), count, std::move(function));
}

}  // namespace datagen
