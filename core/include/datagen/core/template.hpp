// Templates: descriptions with parameters, and descriptions made of several documents.  See docs/templates.md for the
// written form.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "datagen/core/document.hpp"
#include "datagen/core/error.hpp"

namespace datagen {

struct TemplateParameter {
  enum class Type { integer, number, text, boolean, choice, date };

  std::string name;
  Location location;
  Type type = Type::integer;
  std::optional<Node> minimum, maximum;  // of integer, number and date
  std::vector<std::string> choices;      // of choice
  Node default_value;                    // a value as parameter_value() returns it
  std::string doc;
};

// What a template's key 'template' says.
struct TemplateHead {
  std::string summary;  // one line
  std::string doc;
  std::vector<TemplateParameter> parameters;  // in written order

  [[nodiscard]] const TemplateParameter* find(std::string_view name) const;
};

using ParameterValues = std::map<std::string, Node>;

[[nodiscard]] bool is_template(const Node& document);
[[nodiscard]] const char* parameter_type_name(TemplateParameter::Type type);

// Reads the head of a document that is_template().  Faults go to diagnostics; the result is then not to be used.
[[nodiscard]] TemplateHead read_template_head(const Node& document, Diagnostics& diagnostics);

// A value as the user wrote it, or text of the command line, as the parameter's type has it.  Nothing, and a fault at
// the node's place, where it has another type or lies outside the bounds.
[[nodiscard]] std::optional<Node> parameter_value(const TemplateParameter& parameter, const Node& written,
                                                  Diagnostics& diagnostics);

// The description that a template gives with these values, the others having their defaults: ${...} replaced, what its
// 'when' leaves out gone, and the head too.  Every node keeps its place.  text is what the document was parsed from: it
// gives faults in expressions their exact places.
[[nodiscard]] Node instantiate_template(const Node& document, std::string_view text, const TemplateHead& head,
                                        const ParameterValues& values, Diagnostics& diagnostics);

// The same as text: of YAML the document as it stands, comments and order kept, with only those places changed; nothing
// where that cannot be done (other formats, unusual ways to write).  instance is what instantiate_template() gave; the
// text is parsed again, and returned only if it says the same.
[[nodiscard]] std::optional<std::string> instantiated_text(const Node& document, std::string_view text,
                                                           const TemplateHead& head, const ParameterValues& values,
                                                           const Node& instance);

// One document of several: all tables, types, sequences and extensions.  What two documents define must be equal in
// both; otherwise a fault names both places.
[[nodiscard]] Node merge_documents(const std::vector<Node>& documents, Diagnostics& diagnostics);

// Whether two trees say the same, wherever they stand and however their numbers are written.
[[nodiscard]] bool same_value(const Node& a, const Node& b);

}  // namespace datagen
