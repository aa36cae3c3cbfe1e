#include "writer_options.hpp"

#include <algorithm>
#include <utility>

namespace datagen::host {
namespace {

constexpr const char* kLoadProfile = "load_profile";

void relocate(Node& node, const Location& place) {
  node.location = place;
  for (Node& element : node.list) relocate(element, place);
  for (Node::Member& member : node.map) {
    member.location = place;
    relocate(member.value, place);
  }
}

// true, 10, [1, 2] and {"a": 1} are what they look like; anything else is text.
Node typed(const Node& written) {
  try {
    Node node = parse_document(written.string, written.location.file, DocumentFormat::json);
    if (node.is(Node::Kind::null)) return written;
    relocate(node, written.location);
    return node;
  } catch (const Error&) {
    return written;
  }
}

void put(Node& map, const std::string& key, Node value) {
  const auto same = [&](const Node::Member& member) { return member.key == key; };
  map.map.erase(std::remove_if(map.map.begin(), map.map.end(), same), map.map.end());
  const Location place = value.location;
  map.map.push_back(Node::Member{key, place, std::move(value)});
}

// What --output, or --output-dir, names goes to the option of that name, below --set and above the configuration.
void put_destination(const Settings& settings, const WriterClass& writer, Node& options) {
  if (!writer.has_own_destination() || !settings.output_location.known()) return;
  const std::string name = settings.output_dir ? "output_dir" : "output";
  if (!declares(writer, name)) return;
  const auto twice = [&](const Location& place) {
    throw Error(ErrorCode::usage,
                Fault{"the option '" + name + "' and what " + settings.output_location.text() + " names are the same",
                      place, "", "keep one of the two"});
  };
  const Node* const configured = options.find(name);
  if (configured != nullptr && settings.output_location.line != 0 &&
      configured->location.file == settings.output_location.file)
    twice(configured->location);
  for (const WriterAssignment& assignment : settings.assignments)
    if (assignment.option == name && settings.output_location.file.starts_with("--")) twice(assignment.value.location);
  Node value;
  value.kind = Node::Kind::string;
  value.string = settings.output_dir.value_or(settings.output);
  value.location = settings.output_location;
  put(options, name, std::move(value));
}

const WriterClass* lookup(const Registry& registry, const std::string& name) {
  return registry.find_writer(name == "sql" ? "sql_insert" : name);
}

Node load_profile(const Settings& settings, const WriterClass& writer) {
  if (declares(writer, kLoadProfile)) return *settings.load_profile;
  throw Error(ErrorCode::usage,
              Fault{"the writer " + writer.short_name + " knows no load profiles", settings.load_profile->location, "",
                    "leave --load-profile out, or choose a writer that does, such as copy"});
}

}  // namespace

bool declares(const WriterClass& writer, std::string_view option) {
  return std::any_of(writer.options.begin(), writer.options.end(),
                     [&](const datagen_option& one) { return one.name == option; });
}

std::shared_ptr<const Node> writer_options(const Settings& settings, const Registry& registry,
                                           const WriterClass& writer) {
  auto result = std::make_shared<Node>();
  result->kind = Node::Kind::map;
  if (settings.writer_options && lookup(registry, settings.configured_writer) == &writer) {
    *result = *settings.writer_options;
  }
  if (settings.load_profile) put(*result, kLoadProfile, load_profile(settings, writer));
  put_destination(settings, writer, *result);
  for (const WriterAssignment& assignment : settings.assignments) {
    if (!assignment.writer.empty() && lookup(registry, assignment.writer) != &writer) {
      throw Error(ErrorCode::usage, Fault{"sets an option of the writer '" + assignment.writer +
                                              "', but this run uses " + writer.short_name,
                                          assignment.value.location, "", "choose it with --format, or leave this out"});
    }
    put(*result, assignment.option, typed(assignment.value));
  }
  return result->map.empty() ? nullptr : result;
}

}  // namespace datagen::host
