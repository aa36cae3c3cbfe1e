// What was compared and what was found, of the whole dump.
#pragma once

#include <functional>

#include "datagen/core/verify.hpp"

namespace datagen {

class Findings {
 public:
  explicit Findings(std::function<void(const Difference&)> report) : report_(std::move(report)) {}

  void add(const Difference& difference) {
    summary.differences += difference.count;
    report_(difference);
  }

  VerifySummary summary;

 private:
  std::function<void(const Difference&)> report_;
};

}  // namespace datagen
