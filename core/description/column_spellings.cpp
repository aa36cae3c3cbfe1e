// Columns: see spellings.hpp.
#include <algorithm>
#include <array>
#include <utility>

#include "description/places.hpp"
#include "description/spellings.hpp"

namespace datagen {
namespace {

class ColumnSpelling {
 public:
  ColumnSpelling(const Node& column, const std::string& subject, Diagnostics& diagnostics)
      : own_(column), subject_(subject), diagnostics_(diagnostics) {}

  Node respelled() {
    rename_keys(own_, places::column(), subject_, diagnostics_);
    for (const char* key : {"nullable", "not_null", "unique", "primary_key", "auto_increment"})
      if (Node* flag = find_member(own_, key)) respell_flag(*flag);
    invert("not_null");
    number_by("auto_increment");
    respell_nulls();
    respell_type();
    respell_reference();
    respell_generator();
    respell_values();
    respell_range();
    respell_pattern();
    if (Node* config = find_member(own_, "generator_config"); config != nullptr && config->is(Node::Kind::map)) {
      move_up_distribution();
    }
    if (Node* distribution = find_member(own_, "distribution"))
      *distribution = respelled_distribution(*distribution, subject_, diagnostics_);
    respell_rules();
    choose_weighted();
    return std::move(own_);
  }

 private:
  void fault(const Location& location, std::string message, std::string hint) {
    diagnostics_.fault(location, subject_, std::move(message), std::move(hint));
  }

  // "true", "YES", 1
  static void respell_flag(Node& flag) {
    const std::string word = flag.is(Node::Kind::boolean) ? "" : lower_case(flag.string);
    if (word == "true" || word == "yes" || word == "1") flag = boolean_node(true, flag.location);
    if (word == "false" || word == "no" || word == "0") flag = boolean_node(false, flag.location);
  }

  // not_null: true is nullable: false.  "required: false" says no more than SQL's default.
  void invert(const char* key) {
    const Node* flag = find_member(own_, key);
    if (flag == nullptr || !flag->is(Node::Kind::boolean)) return;
    const Node::Member member = *taken(own_, key);
    const Node* nullable = find_member(own_, "nullable");
    if (nullable != nullptr && nullable->is(Node::Kind::boolean) && nullable->boolean == member.value.boolean) {
      fault(member.location, "'" + std::string(key) + "' contradicts 'nullable'", "leave one of them out");
    } else if (nullable == nullptr) {
      add_member(own_, "nullable", member.location, boolean_node(!member.value.boolean, member.value.location));
    }
  }

  void number_by(const char* key) {
    const Node* flag = find_member(own_, key);
    if (flag == nullptr || !flag->is(Node::Kind::boolean)) return;
    const Node::Member member = *taken(own_, key);
    const Node* type = find_member(own_, "type");
    const bool serial = type != nullptr && lower_case(type->string).find("serial") != std::string::npos;
    if (member.value.boolean && !serial && find_member(own_, "identity") == nullptr)
      add_member(own_, "identity", member.location, string_node("by default", member.value.location));
  }

  void respell_rules() {
    Node* rules = find_member(own_, "rules");
    if (rules == nullptr) return;
    if (rules->is(Node::Kind::map)) {
      Node list = list_node(rules->location);
      list.list.push_back(*rules);
      *rules = std::move(list);
    }
    for (Node& rule : rules->list) {
      if (!rule.is(Node::Kind::map)) continue;
      rename_keys(rule, places::rule(), subject_, diagnostics_);
      for (const char* key : {"then", "else"})
        if (Node* outcome = find_member(rule, key); outcome != nullptr && outcome->is(Node::Kind::map))
          rename_keys(*outcome, places::branch(), subject_, diagnostics_);
      Node* condition = find_member(rule, "if");
      if (condition == nullptr) continue;
      for (Node& part : condition->list) respell_condition(part);
      respell_condition(*condition);
      // Several conditions must hold together.
      if (!condition->is(Node::Kind::list)) continue;
      Node all = map_node(condition->location);
      for (Node& part : condition->list)
        for (Node::Member& member : part.map) {
          if (all.find(member.key) != nullptr)
            fault(member.location, "two conditions on '" + member.key + "'",
                  "put them into one map, such as {\">=\": 1, \"<\": 9}");
          all.map.push_back(std::move(member));
        }
      *condition = std::move(all);
    }
  }

  // {column: status, operator: "=", value: new}
  static void respell_condition(Node& condition) {
    const Node* column = condition.find("column") != nullptr ? condition.find("column") : condition.find("field");
    const Node* comparison = condition.find("operator") != nullptr ? condition.find("operator") : condition.find("op");
    const Node* value = condition.find("value");
    if (condition.map.size() != 3 || column == nullptr || comparison == nullptr || value == nullptr ||
        !column->is(Node::Kind::string) || !comparison->is(Node::Kind::string))
      return;
    Node compared = map_node(condition.location);
    add_member(compared, lower_case(comparison->string), comparison->location, *value);
    Node whole = map_node(condition.location);
    add_member(whole, column->string, column->location, std::move(compared));
    condition = std::move(whole);
  }

  void respell_nulls() {
    auto percentage = taken(own_, "null_percentage");
    if (!percentage) {
      if (Node* fraction = find_member(own_, "null_fraction"); fraction != nullptr && fraction->is(Node::Kind::string))
        if (const auto number = written_number(*fraction))
          *fraction = number_node(fraction->string.ends_with('%') ? *number / 100 : *number, fraction->location);
      return;
    }
    const auto number = written_number(percentage->value);
    if (find_member(own_, "null_fraction") != nullptr) {
      fault(percentage->location, "'null_percentage' and 'null_fraction' mean the same", "leave one of them out");
    } else if (!number || *number < 0 || *number > 100 || (*number > 0 && *number < 1)) {
      fault(percentage->value.location,
            "'null_percentage' is " + percentage->value.string + "; it is read as a number from 1 to 100",
            "write null_fraction, from 0 to 1");
    } else {
      add_member(own_, "null_fraction", percentage->location, number_node(*number / 100, percentage->value.location));
    }
  }

  // {type: varchar, length: 20}, {type: numeric, precision: 10, scale: 2}
  void respell_type() {
    Node* type = find_member(own_, "type");
    if (type == nullptr || !type->is(Node::Kind::string) || type->string.find('(') != std::string::npos) return;
    const std::string base = lower_case(type->string);
    const auto is_one_of = [&base](std::initializer_list<std::string_view> names) {
      return std::find(names.begin(), names.end(), base) != names.end();
    };
    const auto whole = [this](const char* key) -> std::optional<std::string> {
      const Node* node = find_member(own_, key);
      if (node == nullptr) return std::nullopt;
      const auto number = written_number(*node);
      if (!number || *number != static_cast<double>(static_cast<int>(*number))) return std::nullopt;
      return std::to_string(static_cast<int>(*number));
    };
    if (is_one_of({"varchar", "char", "character", "character varying", "bpchar", "bit", "varbit", "bit varying"})) {
      if (auto length = whole("length")) {
        type->string += "(" + *length + ")";
        static_cast<void>(taken(own_, "length"));
      }
    } else if (is_one_of({"numeric", "decimal"})) {
      if (auto precision = whole("precision")) {
        const auto scale = whole("scale");
        type = find_member(own_, "type");
        type->string += "(" + *precision + (scale ? "," + *scale : "") + ")";
        static_cast<void>(taken(own_, "precision"));
        if (scale) static_cast<void>(taken(own_, "scale"));
      }
    } else if (base == "text") {
      if (const auto length = taken(own_, "length"))
        fault(length->location, "type text has no length", "write varchar(n)");
    }
  }

  // "users(id)", and on_delete or on_update beside it.
  void respell_reference() {
    for (const char* key : {"references", "foreign_key"}) {
      Node* target = find_member(own_, key);
      if (target == nullptr) continue;
      if (target->is(Node::Kind::string) && target->string.ends_with(')')) {
        const std::size_t open = target->string.find('(');
        if (open != std::string::npos && open > 0)
          target->string =
              target->string.substr(0, open) + "." + target->string.substr(open + 1, target->string.size() - open - 2);
      }
      for (const char* action : {"on_delete", "on_update"}) {
        auto given = taken(own_, action);
        if (!given) continue;
        target = find_member(own_, key);
        if (target->is(Node::Kind::string)) {
          Node map = map_node(target->location);
          add_member(map, "table", target->location, *target);
          *target = std::move(map);
        }
        target->map.push_back(std::move(*given));
      }
    }
  }

  // generator: {type: integer_range, min: 1, max: 9}, or with the options in a map of their own.
  void respell_generator() {
    Node* generator = find_member(own_, "generator");
    if (generator == nullptr || !generator->is(Node::Kind::map)) return;
    Node::Member written = std::move(*taken(own_, "generator"));
    rename_keys(written.value, places::named_generator(), subject_, diagnostics_);
    auto name = taken(written.value, "type");
    if (!name) {
      fault(written.location, "the generator has no name",
            "write generator: NAME, and its options in generator_config");
      return;
    }
    add_member(own_, "generator", written.location, std::move(name->value));
    Node options = std::move(written.value);
    if (const Node* config = find_member(options, "config"); config != nullptr && config->is(Node::Kind::map))
      options = Node(*config);
    if (options.map.empty()) return;
    if (find_member(own_, "generator_config") != nullptr)
      fault(options.location, "'generator' holds options, and so does 'generator_config'", "keep one of them");
    else
      add_member(own_, "generator_config", options.location, std::move(options));
  }

  // values: [a, b] on the column itself: generator enum, or weighted_enum with weights beside it.
  void respell_values() {
    const Node* values = find_member(own_, "values");
    if (values == nullptr) return;
    if (find_member(own_, "generator") != nullptr || find_member(own_, "generator_config") != nullptr ||
        !(values->is(Node::Kind::list) || values->is(Node::Kind::map)))
      return;  // an unknown key
    Node::Member member = std::move(*taken(own_, "values"));
    Node config = map_node(member.value.location);
    const char* generator = member.value.is(Node::Kind::map) ? "weighted_enum" : "enum";
    add_member(config, "values", member.location, std::move(member.value));
    if (auto weights = taken(own_, "weights")) config.map.push_back(std::move(*weights));
    add_member(own_, "generator", member.location, string_node(generator, member.location));
    add_member(own_, "generator_config", member.location, std::move(config));
  }

  // min and max on the column itself: of the generator, or evenly between them.
  void respell_range() {
    if (find_member(own_, "min") == nullptr && find_member(own_, "max") == nullptr) return;
    if (find_member(own_, "pattern") != nullptr || find_member(own_, "rules") != nullptr ||
        find_member(own_, "generator_config") != nullptr)
      return;  // unknown keys
    const bool named = find_member(own_, "generator") != nullptr;
    Node* distribution = find_member(own_, "distribution");
    if (named && distribution != nullptr) return;
    Node range = map_node(own_.location);
    if (!named) {
      if (distribution != nullptr && distribution->is(Node::Kind::map))
        range = *distribution;
      else
        add_member(range, "type", own_.location,
                   distribution != nullptr ? *distribution : string_node("uniform", own_.location));
      static_cast<void>(taken(own_, "distribution"));
    }
    for (const char* key : {"min", "max"}) {
      auto bound = taken(own_, key);
      if (!bound) continue;
      range.location = bound->value.location;
      range.map.push_back(std::move(*bound));
    }
    const Location location = range.location;
    add_member(own_, named ? "generator_config" : "distribution", location, std::move(range));
  }

  // {regex: "..."} is the pattern itself; {format: email} names a generator.
  void respell_pattern() {
    Node* pattern = find_member(own_, "pattern");
    if (pattern == nullptr || !pattern->is(Node::Kind::map)) return;
    rename_keys(*pattern, places::text_pattern(), subject_, diagnostics_);
    const Node* text = find_member(*pattern, "pattern");
    const bool made = text != nullptr || find_member(*pattern, "template") != nullptr;
    if (text != nullptr && find_member(*pattern, "template") != nullptr)
      fault(taken(*pattern, "pattern")->location, "a pattern is a regular expression or a template, not both",
            "leave one of them out");
    for (const char* key : {"min_length", "max_length"}) {
      auto length = taken(*pattern, key);
      if (length)
        fault(length->location, "'" + std::string(key) + "' stands beside the pattern, which decides on the length",
              "write the length into it, such as [a-z]{3,8}, and the most characters into the type, as varchar(8)");
    }
    auto format = taken(*pattern, "format");
    if (!format) return;
    if (made || find_member(own_, "generator") != nullptr) {
      fault(format->location, "'format' names a generator, which the pattern or 'generator' contradicts",
            "leave one of them out");
      return;
    }
    static_cast<void>(taken(own_, "pattern"));
    add_member(own_, "generator", format->location, std::move(format->value));
  }

  // A distribution among the options of generators that have none of their own.
  void move_up_distribution() {
    const Node* config = own_.find("generator_config");
    const Node* generator = own_.find("generator") != nullptr ? own_.find("generator") : config->find("type");
    if (config->find("distribution") == nullptr || own_.find("distribution") != nullptr || generator == nullptr ||
        !takes_distribution(generator->string))
      return;
    Node::Member distribution = *taken(*find_member(own_, "generator_config"), "distribution");
    own_.map.push_back(std::move(distribution));
  }

  // Weights make an enum a weighted_enum.
  void choose_weighted() {
    Node* generator = find_member(own_, "generator");
    const Node* config = find_member(own_, "generator_config");
    if (config == nullptr) return;
    const Node* name = generator != nullptr ? generator : config->find("type");
    if (name == nullptr || name->string != "enum") return;
    const Node* values = config->find("values");
    if (config->find("weights") == nullptr && (values == nullptr || !values->is(Node::Kind::map))) return;
    if (generator != nullptr)
      generator->string = "weighted_enum";
    else
      find_member(*find_member(own_, "generator_config"), "type")->string = "weighted_enum";
  }

  Node own_;
  const std::string& subject_;
  Diagnostics& diagnostics_;
};

}  // namespace

bool takes_distribution(std::string_view generator) {
  static constexpr std::array<std::string_view, 6> generators = {"integer_range", "decimal_range", "date",
                                                                 "timestamp",     "enum",          "weighted_enum"};
  return std::find(generators.begin(), generators.end(), generator) != generators.end();
}

Node respelled_column(const Node& column, const std::string& subject, Diagnostics& diagnostics) {
  if (!column.is(Node::Kind::map)) return column;
  return ColumnSpelling(column, subject, diagnostics).respelled();
}

}  // namespace datagen
