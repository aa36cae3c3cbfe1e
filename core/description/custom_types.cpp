// custom_types: enums, composites and domains, put into an order in which they can be created.
#include <algorithm>
#include <unordered_set>

#include "description/expression.hpp"
#include "description/identifier.hpp"
#include "description/parts.hpp"
#include "description/spellings.hpp"
#include "description/type_table.hpp"

namespace datagen {
namespace {

using CustomKind = CustomType::Kind;

// A type as it is declared, before the types that it is made of are known.
struct Declaration {
  CustomType type;
  struct Use {
    std::string field;  // of a composite; empty for a domain's base
    const Node* type;
  };
  std::vector<Use> uses;
};

class CustomTypeReader {
 public:
  explicit CustomTypeReader(Reading& reading) : diagnostics_(reading.diagnostics), result_(reading.description.types) {}

  void read(const Node& types) {
    for (const Node::Member& member : types.map) {
      if (is_free_key(member.key) && (member.key != "comment" || member.value.is(Node::Kind::string))) continue;
      declare(member);
    }
    for (const Declaration& declaration : declarations_) names_.push_back(declaration.type);
    for (std::size_t i = 0; i < declarations_.size(); ++i) visit(i);
  }

 private:
  void declare(const Node::Member& member) {
    QualifiedName name;
    std::string message;
    if (!parse_qualified_name(member.key, name, message)) {
      diagnostics_.fault(member.location, member.key, message);
      return;
    }
    if (name.schema.empty() && find_builtin_type(name.name) != nullptr) {
      diagnostics_.fault(member.location, member.key, "'" + name.name + "' is a built-in type", "choose another name");
      return;
    }
    Declaration declaration;
    declaration.type.schema = name.schema;
    declaration.type.name = name.name;
    declaration.type.location = member.location;
    if (read_definition(member.value, member.key, declaration)) declarations_.push_back(std::move(declaration));
  }

  bool read_definition(const Node& node, const std::string& subject, Declaration& declaration) {
    if (node.is(Node::Kind::list)) return read_labels(node, subject, declaration);  // mood: [happy, sad]
    if (!require_kind(node, Node::Kind::map, "a custom type", subject, diagnostics_)) return false;
    const MapReader outer(node, subject, diagnostics_, places::custom_type());
    const Node* inner = outer.get("definition");
    if (inner != nullptr && inner->is(Node::Kind::list)) return read_labels(*inner, subject, declaration);
    if (inner != nullptr && !require_kind(*inner, Node::Kind::map, "'definition'", subject, diagnostics_)) return false;
    if (inner == nullptr) return read_kind(outer, outer, declaration);
    return read_kind(outer, MapReader(*inner, subject, diagnostics_, places::type_definition()), declaration);
  }

  bool read_kind(const MapReader& outer, const MapReader& definition, Declaration& declaration) {
    std::string kind = definition.get("values") != nullptr      ? "enum"
                       : definition.get("fields") != nullptr    ? "composite"
                       : definition.get("base_type") != nullptr ? "domain"
                                                                : "";
    if (outer.get("kind") != nullptr) kind = outer.string("kind").value_or("");
    if (kind == "enum") {
      const Node* values = definition.get("values");
      if (values == nullptr) return missing(definition, "an enum needs 'values'");
      return read_labels(*values, definition.subject(), declaration);
    }
    if (kind == "composite") return read_fields(definition, declaration);
    if (kind == "domain") return read_domain(definition, declaration);
    if (const Node* written = outer.get("kind"); written != nullptr && written->is(Node::Kind::string)) {
      outer.fault(*written,
                  "kind '" + kind + "' is not known" +
                      did_you_mean(kind, places::custom_type().find("kind")->forms.front().words),
                  "use enum, composite or domain");
    } else if (written == nullptr) {
      return missing(outer, "the type has no 'kind'");
    }
    return false;
  }

  static bool missing(const MapReader& reader, std::string message) {
    reader.fault(reader.node(), std::move(message), "use kind: enum, composite or domain with its definition");
    return false;
  }

  bool read_labels(const Node& values, const std::string& subject, Declaration& declaration) {
    declaration.type.kind = CustomKind::enumeration;
    const auto labels = string_list(values, "'values'", subject, diagnostics_);
    if (!labels) return false;
    if (labels->empty()) diagnostics_.fault(values.location, subject, "an enum needs at least one value");
    std::unordered_set<std::string> seen;
    for (const Node* label : *labels) {
      std::string message;
      if (!is_identifier(label->string, message)) diagnostics_.fault(label->location, subject, message);
      if (!seen.insert(label->string).second) {
        diagnostics_.fault(label->location, subject, "value '" + label->string + "' is listed twice");
      }
      declaration.type.labels.push_back(label->string);
    }
    return true;
  }

  bool read_fields(const MapReader& definition, Declaration& declaration) {
    declaration.type.kind = CustomKind::composite;
    const Node* fields = definition.get("fields");
    if (fields == nullptr || (fields->list.empty() && fields->map.empty())) {
      return missing(definition, "a composite type needs 'fields'");
    }
    if (fields->is(Node::Kind::map)) {
      for (const Node::Member& member : fields->map) add_field(member.key, member.location, member.value, declaration);
      return true;
    }
    for (const Node& item : fields->list) {
      if (!require_kind(item, Node::Kind::map, "each of 'fields'", definition.subject(), diagnostics_)) continue;
      const MapReader field(item, definition.subject(), diagnostics_, places::type_field());
      const auto name = field.string("name");
      const Node* type = field.get("type");
      if (!name || type == nullptr) {
        field.fault(item, "a field needs 'name' and 'type'");
      } else {
        add_field(*name, field.get("name")->location, *type, declaration);
      }
    }
    return true;
  }

  void add_field(const std::string& name, const Location& location, const Node& type, Declaration& declaration) {
    std::string message;
    if (!is_identifier(name, message)) diagnostics_.fault(location, declaration.type.name, message);
    for (const Declaration::Use& use : declaration.uses) {
      if (use.field == name) diagnostics_.fault(location, declaration.type.name, "field '" + name + "' comes twice");
    }
    declaration.uses.push_back({name, &type});
  }

  bool read_domain(const MapReader& definition, Declaration& declaration) {
    declaration.type.kind = CustomKind::domain;
    const Node* base = definition.get("base_type");
    if (base == nullptr) return missing(definition, "a domain needs 'base_type'");
    declaration.uses.push_back({{}, base});
    const char* key = definition.get("constraint") != nullptr ? "constraint" : "check";
    const auto constraint = definition.string(key);
    if (!constraint) return true;
    declaration.type.constraint = without_check_keyword(*constraint);
    check_constraint(declaration.type.constraint, *definition.get(key), definition);
    return true;
  }

  static void check_constraint(const std::string& text, const Node& at, const MapReader& definition) {
    std::string message;
    const auto expression = parse_expression(text, message);
    if (!expression) {
      definition.fault(at, "constraint '" + text + "': " + message, "write one SQL expression over VALUE");
      return;
    }
    if (expression->subquery) definition.fault(at, "a domain's constraint may not hold a subquery");
    for (const auto& parts : expression->columns) {
      if (parts.size() == 1 && parts[0] == "value") continue;
      definition.fault(at, "a domain's constraint knows no '" + parts.back() + "'", "it can only refer to VALUE");
    }
  }

  // Depth first: what a type is made of comes before it.
  void visit(std::size_t index) {
    states_.resize(declarations_.size(), State::fresh);
    if (states_[index] != State::fresh) return;
    states_[index] = State::open;
    Declaration& declaration = declarations_[index];
    for (const Declaration::Use& use : declaration.uses) {
      std::string ignored;
      if (!use.type->is(Node::Kind::string)) continue;
      const auto type = parse_type(use.type->string, names_, ignored);
      if (!type || !type->custom) continue;
      const std::size_t other = index_of(type->base);
      if (states_[other] == State::open) {
        diagnostics_.fault(use.type->location, declaration.type.name,
                           "types '" + declaration.type.name + "' and '" + type->base + "' are made of each other",
                           "no order exists in which they could be created");
      } else {
        visit(other);
      }
    }
    states_[index] = State::done;
    finish(declaration);
  }

  [[nodiscard]] std::size_t index_of(const std::string& base) const {
    std::size_t i = 0;
    while (QualifiedName{names_[i].schema, names_[i].name}.text() != base) ++i;
    return i;
  }

  void finish(Declaration& declaration) {
    const std::string subject = QualifiedName{declaration.type.schema, declaration.type.name}.text();
    for (const Declaration::Use& use : declaration.uses) {
      auto type = read_written_type(*use.type, subject, result_, diagnostics_);
      if (!type) continue;
      if (type->serial) diagnostics_.fault(use.type->location, subject, "only a column can be of type " + type->base);
      if (declaration.type.kind == CustomKind::domain) {
        declaration.type.base = std::move(*type);
      } else {
        declaration.type.fields.push_back({use.field, std::move(*type)});
      }
    }
    result_.push_back(declaration.type);
  }

  enum class State { fresh, open, done };
  Diagnostics& diagnostics_;
  std::vector<CustomType>& result_;
  std::vector<Declaration> declarations_;
  std::vector<CustomType> names_;
  std::vector<State> states_;
};

}  // namespace

void read_custom_types(const Node& types, Reading& reading) {
  const Node own = respelled_types(types, reading.diagnostics);
  if (require_kind(own, Node::Kind::map, "'custom_types'", {}, reading.diagnostics)) {
    CustomTypeReader(reading).read(own);
  }
}

}  // namespace datagen
