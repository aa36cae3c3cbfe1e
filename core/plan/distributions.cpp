// `distribution` of a column that names no generator: the values follow from the distribution itself.
#include <fmt/format.h>

#include "plan/planner.hpp"

namespace datagen {

bool SourcePlanner::choose_distribution(std::size_t t, std::size_t c) {
  const Column& column = table_of(t).columns[c];
  const Node& distribution = *column.distribution;
  std::string where = subject(t, c);
  const Node* type = distribution.is(Node::Kind::string) ? &distribution : distribution.find("type");
  if (type == nullptr || !type->is(Node::Kind::string)) {
    diagnostics_.fault(distribution.location, where, "a distribution names its 'type'",
                       "for example {type: weighted, weights: {a: 9, b: 1}}");
    return false;
  }
  Request request;
  request.table = t;
  request.column = c;
  request.location = distribution.location;
  Node config;
  config.kind = Node::Kind::map;
  config.location = distribution.location;
  for (const Node::Member& member : distribution.map)
    if (member.key != "type") config.map.push_back(member);
  SqlType storage_type = storage(column);
  if (type->string == "weighted") {
    request.generator_class = plan_.registry.find_generator("weighted_enum");
  } else if (type->string == "uniform") {
    request.generator_class = plan_.registry.find_generator(
        storage_type.family == DATAGEN_FAMILY_INTEGER ? "integer_range" : "decimal_range");
  } else if (type->string == "sequential") {
    request.generator_class = plan_.registry.find_generator("serial");
  } else {
    diagnostics_.fault(type->location, where,
                       fmt::format("no distribution '{}'{}", type->string,
                                   did_you_mean(type->string, {"uniform", "weighted", "sequential"})));
    return false;
  }
  if (request.generator_class == nullptr) {
    diagnostics_.fault(type->location, where, fmt::format("no plugin gives what distribution {} needs", type->string));
    return false;
  }
  request.config = &config;
  plan_.tables[t].columns[c].chosen_by = "distribution " + type->string;
  return create_values(request, plan_.tables[t].columns[c].source, diagnostics_);
}

}  // namespace datagen
