// Generator objects: the target, the options and the inputs that a class's create() takes.
#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "description/spellings.hpp"
#include "options/options.hpp"
#include "plan/names.hpp"
#include "plan/planner.hpp"
#include "program/keys.hpp"

namespace datagen {

namespace {

void release_nothing(ArrowSchema*) {}

// The schemas of a generator's inputs, for the time of create().
class InputSchemas {
 public:
  void add(const std::string& name, const Source& source) {
    const char* format = strings_.emplace_back(source.dictionary ? "i" : source.format).c_str();
    ArrowSchema& dictionary =
        schemas_.emplace_back(ArrowSchema{"u", "", nullptr, 0, 0, nullptr, nullptr, &release_nothing, nullptr});
    schemas_.push_back(ArrowSchema{format, strings_.emplace_back(name).c_str(), nullptr, ARROW_FLAG_NULLABLE, 0,
                                   nullptr, source.dictionary ? &dictionary : nullptr, &release_nothing, nullptr});
    pointers_.push_back(&schemas_.back());
  }
  [[nodiscard]] const std::vector<const ArrowSchema*>& pointers() const { return pointers_; }

 private:
  std::deque<std::string> strings_;
  std::deque<ArrowSchema> schemas_;
  std::vector<const ArrowSchema*> pointers_;
};

// A refusal is about the column, and another generator may take its place.  Where the plugin itself fails, none may:
// the data would silently be other than what a sound installation makes.
void throw_if_broken(const GeneratorClass& generator_class, const Location& location, const std::string& subject,
                     const ValueSet::Status& status) {
  switch (status.code) {
    case DATAGEN_INVALID_OPTION:
    case DATAGEN_INVALID_ARGUMENT:
    case DATAGEN_UNSUPPORTED:
    case DATAGEN_DATA:
      return;
    case DATAGEN_CANCELLED:
      throw Error(ErrorCode::interrupted, Fault{status.message, location, subject, ""});
    default:
      throw Error(ErrorCode::plugin,
                  Fault{status.message, location, subject,
                        fmt::format("the class is {} of {}", generator_class.id, generator_class.origin)});
  }
}

const CustomType* find_enum(const Description& description, const SqlType& type) {
  for (const CustomType& custom : description.types) {
    std::string full = custom.schema.empty() ? custom.name : custom.schema + "." + custom.name;
    if (custom.kind == CustomType::Kind::enumeration && full == type.base) return &custom;
  }
  return nullptr;
}

// The enum behind a type: itself, or the base of its domain.
const CustomType* enum_of(const Description& description, const SqlType& type) {
  if (const CustomType* found = find_enum(description, type)) return found;
  for (const CustomType& custom : description.types) {
    std::string full = custom.schema.empty() ? custom.name : custom.schema + "." + custom.name;
    if (custom.kind == CustomType::Kind::domain && full == type.base && custom.base)
      return enum_of(description, *custom.base);
  }
  return nullptr;
}

// Whether a class can be asked for values of the type.  Of the types without a family of their own, which have nothing
// in common, a class that names some in its hints makes those only.
bool may_make(const GeneratorClass& generator_class, const SqlType& type) {
  if ((generator_class.table.families & type.family) == 0) return false;
  if (type.family != DATAGEN_FAMILY_OTHER || !type.known || type.custom) return true;
  bool names_types = false;
  for (const datagen_hint& hint : generator_class.hints) {
    if ((hint.families & DATAGEN_FAMILY_OTHER) == 0) continue;
    if (hint.postgres_type == nullptr || type.base == hint.postgres_type) return true;
    names_types = true;
  }
  return !names_types;
}

}  // namespace

bool SourcePlanner::create_values(const Request& request, Source& source, Diagnostics& faults) {
  const Table& table = table_of(request.table);
  const Column& column = table.columns[request.column];
  const GeneratorClass& generator_class = *request.generator_class;
  std::string subject = this->subject(request.table, request.column);
  SqlType type = request.type ? *request.type : storage(column);
  if (!may_make(generator_class, type)) {
    faults.fault(request.location, subject,
                 fmt::format("generator {} does not make values of type {}", generator_class.short_name, type.text),
                 "choose another generator, or change the column's type");
    return false;
  }

  source = Source{};
  source.kind = Source::Kind::values;
  InputSchemas schemas;
  auto bind = [&](std::size_t c) -> std::optional<std::int64_t> {
    auto found = std::find(source.inputs.begin(), source.inputs.end(), c);
    if (found == source.inputs.end()) {
      source.inputs.push_back(c);
      schemas.add(table.columns[c].name, plan_.tables[request.table].columns[c].source);
      found = source.inputs.end() - 1;
    }
    return found - source.inputs.begin();
  };
  OptionContext context;
  context.subject = subject;
  context.class_name = "generator " + generator_class.short_name;
  context.location = request.location;
  context.now = plan_.options.now;
  context.resolve_column = [&](std::size_t option, const std::string& name, const Location& location,
                               const std::vector<std::string>& candidates) -> std::optional<std::int64_t> {
    if (std::size_t dot = name.rfind('.'); dot != std::string::npos && !table.find_column(name)) {
      // A column of a row that this one refers to: user_id.created_at.
      Source part;
      if (!lookup_source(request.table, name.substr(0, dot), name.substr(dot + 1), location, subject, part))
        return std::nullopt;
      schemas.add(name, part);
      source.parts.push_back(std::move(part));
      source.inputs.push_back(Source::first_part_input + source.parts.size() - 1);
      return static_cast<std::int64_t>(source.inputs.size()) - 1;
    }
    if (!name.empty()) {
      auto c = table.find_column(name);
      if (!c || *c == request.column || table.columns[*c].is_generated()) {
        std::vector<std::string> names;
        for (const Column& other : table.columns) names.push_back(other.name);
        faults.fault(location, subject,
                     !c ? fmt::format("no column '{}' in {}{}", name, table.full_name(), did_you_mean(name, names))
                        : fmt::format("column '{}' cannot be an input here", name));
        return std::nullopt;
      }
      if (!resolve(request.table, *c)) return std::nullopt;
      return bind(*c);
    }
    if (request.without_inputs) return std::nullopt;
    // A check between two columns says what comes after what.
    const TableChecks& checks = plan_.tables[request.table].checks;
    if (request.part.empty() && generator_class.options[option].name == std::string_view("after")) {
      if (has_own_bounds(checks.conditions[request.column], plan_.options.now)) return std::nullopt;
      for (const TableChecks::Order& order : checks.orders) {
        if (order.upper != request.column) continue;
        if (order.strict) return std::nullopt;  // the generator may give the same value
        const ColumnPlan& lower = plan_.tables[request.table].columns[order.lower];
        if (lower.state == ColumnPlan::State::in_progress || !resolve(request.table, order.lower)) continue;
        return bind(order.lower);
      }
    }
    for (const std::string& candidate : candidates) {
      std::string wanted = request.prefix + candidate;
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const ColumnPlan& other = plan_.tables[request.table].columns[c];
        if (c == request.column || table.columns[c].is_generated() || normalized_name(table.columns[c].name) != wanted)
          continue;
        if (other.state == ColumnPlan::State::in_progress) continue;  // it depends on this column
        if (resolve(request.table, c)) return bind(c);
      }
    }
    return std::nullopt;
  };

  Node hint_options;
  if (!request.hint_options.empty())
    hint_options = parse_document(request.hint_options, generator_class.id + " hint", DocumentFormat::json);
  const Node* run_defaults = nullptr;
  for (const std::string& name : {generator_class.id, generator_class.short_name})
    if (auto found = plan_.options.generator_defaults.find(name); found != plan_.options.generator_defaults.end())
      run_defaults = found->second.get();
  std::vector<std::string> declared;
  for (const datagen_option& option : generator_class.options) declared.emplace_back(option.name);
  Node config;
  if (request.config != nullptr)
    config = respelled_options(*request.config, declared, column_subject(table, request.column), faults);
  const Node* sources[] = {request.config != nullptr ? &config : nullptr,
                           request.hint_options.empty() ? nullptr : &hint_options, run_defaults};
  static constexpr std::string_view ignored[] = {"type"};
  std::size_t faults_before = faults.faults().size();
  BoundOptions bound = bind_options(generator_class.options, sources, ignored, context, faults);
  if (faults.faults().size() > faults_before) return false;

  ColumnPlan& plan = plan_.tables[request.table].columns[request.column];
  std::string full_name = table.full_name();
  std::string locale = !column.locale.empty()  ? column.locale
                       : !table.locale.empty() ? table.locale
                                               : plan_.options.locale;
  std::vector<const char*> labels;
  if (const CustomType* custom = enum_of(plan_.description, type))
    for (const std::string& label : custom->labels) labels.push_back(label.c_str());
  datagen_target target{};
  target.struct_size = sizeof target;
  target.family = type.family;
  target.table = full_name.c_str();
  target.column = column.name.c_str();
  target.postgres_type = type.text.c_str();
  target.format = type.format.c_str();
  target.max_characters = type.max_characters;
  target.precision = type.precision;
  target.scale = type.scale;
  target.n_inputs = static_cast<std::uint32_t>(source.inputs.size());
  target.row_count = plan_.tables[request.table].rows;
  target.distinct_needed = request.part.empty() ? plan.distinct_needed : 0;
  target.now = plan_.options.now;
  target.locale = locale.c_str();
  target.labels = labels.data();
  target.n_labels = static_cast<std::uint32_t>(labels.size());
  target.inputs = schemas.pointers().data();
  InclusiveBounds bounds;
  if (const std::vector<ColumnCondition>* conditions = conditions_of(request)) {
    bounds = inclusive_bounds(*conditions, type);
    if (bounds.minimum) target.minimum = bounds.minimum->c_str();
    if (bounds.maximum) target.maximum = bounds.maximum->c_str();
    std::uint32_t longest = type.family == DATAGEN_FAMILY_TEXT ? longest_text(*conditions) : 0;
    if (longest > 0 && (target.max_characters == 0 || longest < target.max_characters)) target.max_characters = longest;
  }
  ValueSet::Status status;
  source.set = ValueSet::create(generator_class, plan_.hosts.of(generator_class.origin), target, bound.values(),
                                subject, status);
  if (source.set == nullptr) {
    throw_if_broken(generator_class, request.location, subject, status);
    Location location = request.location;
    if (const Node* written =
            request.config != nullptr && !status.option.empty() ? request.config->find(status.option) : nullptr)
      location = written->location;
    // Classes that the name suggests may refuse a column, which is then left to its type.  Not so a locale that they do
    // not know: words of no language would take the place of names.
    Diagnostics& told = status.code == DATAGEN_INVALID_OPTION && status.option == "locale" ? diagnostics_ : faults;
    told.fault(location, subject, status.message);
    return false;
  }
  source.key = derive_key(plan_.options.seed, full_name, column.name, "value" + request.part);
  source.format = source.set->format();
  source.dictionary = source.set->dictionary() != nullptr;
  source.count = source.set->cardinality();
  hold_orders(request, source);
  return narrow(request, source, faults);
}

}  // namespace datagen
