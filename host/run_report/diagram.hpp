// The relations of a database as a drawing.
#pragma once

#include <string>
#include <vector>

#include "datagen/core/explanation.hpp"

namespace datagen::host {

// An <svg> element: a box for each table, an arrow from each foreign key's table to the one it refers to.  Tables stand
// in layers, to the right of those that they refer to; boxes are links to "#table-N", N the index in the description.
[[nodiscard]] std::string relations_diagram(const Description& description,
                                            const std::vector<TableExplanation>& tables);

}  // namespace datagen::host
