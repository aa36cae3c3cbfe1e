#include "description/identifier.hpp"
#include "description/parts.hpp"

namespace datagen {
namespace {

void check_bounds(const Sequence& sequence, const MapReader& reader) {
  const bool up = sequence.increment > 0;
  const std::int64_t minimum = sequence.minimum.value_or(up ? 1 : INT64_MIN);
  const std::int64_t maximum = sequence.maximum.value_or(up ? INT64_MAX : -1);
  if (sequence.increment == 0) reader.fault(*reader.get("increment"), "'increment' must not be 0");
  if (sequence.cache < 1) reader.fault(*reader.get("cache"), "'cache' must be at least 1");
  if (minimum >= maximum) {
    reader.fault(reader.node(), "the sequence's minimum " + std::to_string(minimum) + " is not below its maximum " +
                                    std::to_string(maximum));
  } else if (sequence.start < minimum || sequence.start > maximum) {
    const Node* start = reader.get("start");
    reader.fault(start == nullptr ? reader.node() : *start, "the sequence starts at " + std::to_string(sequence.start) +
                                                                ", outside of its bounds " + std::to_string(minimum) +
                                                                " to " + std::to_string(maximum));
  }
}

void read_sequence(const Node::Member& member, Reading& reading) {
  QualifiedName name;
  std::string message;
  if (!parse_qualified_name(member.key, name, message)) {
    reading.diagnostics.fault(member.location, member.key, message);
    return;
  }
  static const Node nothing = [] {
    Node map;
    map.kind = Node::Kind::map;
    return map;
  }();
  const Node& node = member.value.is(Node::Kind::null) ? nothing : member.value;  // "order_numbers:" in YAML
  if (!require_kind(node, Node::Kind::map, "a sequence", member.key, reading.diagnostics)) return;
  const MapReader reader(node, member.key, reading.diagnostics, places::sequence());
  Sequence sequence;
  sequence.schema = name.schema;
  sequence.name = name.name;
  sequence.location = member.location;
  sequence.increment = reader.integer("increment").value_or(1);
  sequence.minimum = reader.integer("min_value");
  sequence.maximum = reader.integer("max_value");
  sequence.start = reader.integer("start").value_or(sequence.increment < 0 ? sequence.maximum.value_or(-1)
                                                                           : sequence.minimum.value_or(1));
  sequence.cache = reader.integer("cache").value_or(1);
  sequence.cycle = reader.boolean("cycle").value_or(false);
  check_bounds(sequence, reader);
  reading.description.sequences.push_back(std::move(sequence));
}

}  // namespace

void read_sequences(const Node& sequences, Reading& reading) {
  if (!require_kind(sequences, Node::Kind::map, "'sequences'", {}, reading.diagnostics)) return;
  for (const Node::Member& member : sequences.map) {
    if (is_free_key(member.key) && (member.key != "comment" || member.value.is(Node::Kind::string))) continue;
    read_sequence(member, reading);
  }
}

}  // namespace datagen
