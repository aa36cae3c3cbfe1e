// `distribution` as written, on a column or a foreign key, checked as far as it can be without knowing the values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "datagen/core/document.hpp"
#include "datagen/core/error.hpp"

namespace datagen {

struct Distribution {
  enum class Kind { uniform, weighted, normal, lognormal, exponential, poisson, zipf, sequential, histogram };
  Kind kind = Kind::uniform;
  std::string name;  // of the kind, for messages
  Location location;

  // In values, so their meaning depends on the column: numbers, times, lengths of time.  Nothing: see docs.
  std::optional<Node> mean, std_dev, minimum, maximum;
  double alpha = 1;              // zipf: > 0
  std::optional<double> lambda;  // poisson: its mean; exponential: its rate.  > 0

  struct Weight {
    std::string value;  // as text
    Location location;
    double weight = 0;  // finite, not negative, not all 0
  };
  std::vector<Weight> weights;  // weighted: not empty, values distinct

  struct Bucket {
    Node from, to;
    bool to_included = false;  // {min, max}, as against {from, to}
    Location location;
    double weight = 0;  // as of weights
  };
  std::vector<Bucket> buckets;  // histogram: not empty

  // sequential: of a column without a generator.
  std::optional<Node> start, increment;

  // Of foreign keys only.
  struct PerParent {
    std::uint64_t minimum = 0, maximum = 0;  // minimum <= maximum, maximum > 0
    Location location;
  };
  std::optional<PerParent> per_parent;
  bool clustered = false;  // with per_parent: children of a parent are adjacent
};

// node: a map or the name of a kind.  Reports every fault at its place; then there is no result.
[[nodiscard]] std::optional<Distribution> parse_distribution(const Node& node, const std::string& subject,
                                                             bool of_foreign_key, Diagnostics& diagnostics);

}  // namespace datagen
