// From the plans of tables to the steps of one program.
#include <map>
#include <utility>

#include "plan/planner.hpp"
#include "program/keys.hpp"
#include "program/steps.hpp"

namespace datagen {

namespace {

class Compiler {
 public:
  explicit Compiler(const Plan::Impl& plan, std::size_t table) : plan_(plan), view_tables_{table} {}

  // The workspace column that holds the column's values for the view's rows.
  std::size_t column(std::size_t view, std::size_t c) {
    auto key = std::pair(view, c);
    if (auto found = columns_.find(key); found != columns_.end()) return found->second;
    const ColumnPlan& column = table_plan(view).columns[c];
    std::size_t result = source(view, column.source, column.nulls, column_subject(table(view), c));
    columns_.emplace(key, result);
    return result;
  }

  // The view of the rows that a foreign key of the view's table refers to.
  std::size_t referenced_rows(std::size_t view, std::size_t foreign_key) {
    auto key = std::pair(view, foreign_key);
    if (auto found = references_.find(key); found != references_.end()) return found->second;
    DrawPointer rows = draw(view, table_plan(view).references[foreign_key].draw);
    std::size_t result = view_tables_.size();
    view_tables_.push_back(table(view).foreign_keys[foreign_key].referenced_table);
    references_.emplace(key, result);
    program_.steps.push_back(reference_step(view, result, std::move(rows)));
    return result;
  }

  Program finish() {
    program_.views = view_tables_.size();
    return std::move(program_);
  }
  Program& program() { return program_; }

 private:
  const TablePlan& table_plan(std::size_t view) const { return plan_.tables[view_tables_[view]]; }
  const Table& table(std::size_t view) const { return plan_.description.tables[view_tables_[view]]; }

  std::size_t source(std::size_t view, const Source& source, const std::vector<NullRule>& nulls,
                     const std::string& subject) {
    switch (source.kind) {
      case Source::Kind::values:
        return values(view, source, nulls);
      case Source::Kind::reference:
      case Source::Kind::lookup:
        return copy(view, source, nulls, subject);
      case Source::Kind::text:
        return text(view, source, nulls);
      case Source::Kind::rules:
        return rules(view, source, nulls, subject);
      case Source::Kind::structured:
        return structured(view, source, nulls);
      case Source::Kind::expression:
        return computed(view, source, nulls, subject);
      case Source::Kind::rollup:
        return rolled_up(view, source, nulls, subject);
      case Source::Kind::none:
        break;
    }
    throw Error(ErrorCode::generation, Fault{"the column has no values to compute", {}, subject, {}});
  }

  std::size_t values(std::size_t view, const Source& source, const std::vector<NullRule>& nulls) {
    ValuesStep step;
    step.view = view;
    step.set = source.set;
    step.key = source.key;
    step.inputs = inputs(view, source);
    step.nulls = nulls;
    step.draw = draw(view, source.draw);
    if (source.allowed)
      step.draw = chosen_draw(step.draw, source.allowed);
    else if (source.first > 0)
      step.draw = shifted_draw(step.draw, source.first);
    return add(std::move(step), values_step);
  }

  std::size_t copy(std::size_t view, const Source& source, const std::vector<NullRule>& own_nulls,
                   const std::string& subject) {
    const Source& origin =
        plan_.tables[looked_up_table(plan_, view_tables_[view], source)].columns[source.referenced_column].source;
    // Outermost first; the value passes back through each key, null where the key is.
    std::vector<std::size_t> views{view}, keys{source.foreign_key};
    keys.insert(keys.end(), source.further_keys.begin(), source.further_keys.end());
    for (std::size_t key : keys) views.push_back(referenced_rows(views.back(), key));
    std::size_t result = column(views.back(), source.referenced_column);
    std::string format = origin.format;
    for (std::size_t hop = keys.size(); hop-- > 0;) {
      CopyStep step;
      step.source = result;
      step.view = views[hop];
      const NullRule& nulls = table_plan(views[hop]).references[keys[hop]].nulls;
      if (source.null_with_key && nulls.any()) step.nulls.push_back(nulls);
      if (hop == 0) step.nulls.insert(step.nulls.end(), own_nulls.begin(), own_nulls.end());
      bool convert = hop == 0 && !origin.dictionary && format != source.format;
      if (step.nulls.empty() && !convert) continue;
      step.source_format = format;
      step.format = convert ? source.format : format;
      step.source_dictionary = origin.dictionary;
      step.subject = subject;
      result = add(std::move(step), copy_step);
    }
    return result;
  }

  std::size_t text(std::size_t view, const Source& source, const std::vector<NullRule>& nulls) {
    TemplateStep step;
    step.view = view;
    step.text = source.text;
    if (source.draw.settled()) step.draw = draw(view, source.draw);
    step.inputs = inputs(view, source);
    step.input_formats = input_formats(view, source);
    for (const Source& part : source.parts) {
      step.parts.push_back(this->source(view, part, {}, {}));
      step.part_formats.push_back(part.format);
    }
    step.nulls = nulls;
    return add(std::move(step), template_step);
  }

  std::size_t rules(std::size_t view, const Source& source, const std::vector<NullRule>& nulls,
                    const std::string& subject) {
    RulesStep step;
    step.subject = subject;
    step.view = view;
    step.rules = source.rules;
    step.format = source.format;
    step.inputs = inputs(view, source);
    step.input_formats = input_formats(view, source);
    for (const Source& part : source.parts) {
      std::vector<NullRule> branch_nulls;
      if (part.always_null) branch_nulls.push_back({{}, 1, false});
      step.parts.push_back(this->source(view, part, branch_nulls, {}));
    }
    step.nulls = nulls;
    return add(std::move(step), rules_step);
  }

  std::size_t computed(std::size_t view, const Source& source, const std::vector<NullRule>& nulls,
                       const std::string& subject) {
    ExpressionStep step;
    step.view = view;
    step.expression = source.expression;
    step.target = {source.format, source.max_characters, source.precision, source.not_null};
    step.inputs = inputs(view, source);
    step.input_formats = input_formats(view, source);
    step.nulls = nulls;
    step.subject = subject;
    return add(std::move(step), expression_step);
  }

  std::size_t rolled_up(std::size_t view, const Source& source, const std::vector<NullRule>& nulls,
                        const std::string& subject) {
    const RollupPlan& rollup = *source.rollup;
    const TablePlan& children = plan_.tables[rollup.table];
    const Table& table_of_children = plan_.description.tables[rollup.table];
    RollupStep step;
    step.view = view;
    step.nested = program_.nested++;
    step.children = rollup.children;
    // Of the key that gives the columns, which may hold others besides.
    if (auto giver = children.driving_key[table_of_children.foreign_keys[rollup.foreign_key].columns[0]])
      step.key_nulls = children.references[*giver].nulls;
    step.program = compile_program(plan_, rollup.table, rollup.columns);
    for (std::size_t c : rollup.columns) step.formats.push_back(children.columns[c].source.format);
    step.function = rollup.function;
    step.has_value = rollup.has_value;
    step.where = rollup.where;
    step.empty = rollup.empty;
    step.target = {source.format, source.max_characters, source.precision, source.not_null};
    step.nulls = nulls;
    step.subject = subject;
    return add(std::move(step), rollup_step);
  }

  std::size_t structured(std::size_t view, const Source& source, const std::vector<NullRule>& nulls) {
    StructuredStep step;
    step.view = view;
    step.shape = source.shape;
    for (const Source& part : source.parts) {
      step.parts.push_back(this->source(view, part, {}, {}));
      step.part_formats.push_back(part.format);
    }
    step.nulls = nulls;
    return add(std::move(step), structured_step);
  }

  // Gives the step the next workspace column.
  template <typename StepDescription>
  std::size_t add(StepDescription step, std::unique_ptr<Step> (*make)(StepDescription)) {
    std::size_t result = step.column = program_.columns++;
    program_.steps.push_back(make(std::move(step)));
    return result;
  }

  std::vector<std::string> input_formats(std::size_t view, const Source& source) const {
    std::vector<std::string> result;
    for (std::size_t c : source.inputs) result.push_back(table_plan(view).columns[c].source.format);
    return result;
  }

  std::vector<std::size_t> inputs(std::size_t view, const Source& source) {
    std::vector<std::size_t> result;
    for (std::size_t c : source.inputs)
      result.push_back(c >= Source::first_part_input
                           ? this->source(view, source.parts[c - Source::first_part_input], {}, {})
                           : column(view, c));
    return result;
  }

  DrawPointer draw(std::size_t view, const DrawPlan& plan) {
    if (!plan.digit) return plan.draw;
    auto [found, fresh] = shared_.try_emplace(std::pair(view, plan.digit->shared), program_.shared_ordinals);
    if (fresh) {
      const TablePlan::SharedOrdinals& shared = table_plan(view).shared_ordinals[plan.digit->shared];
      program_.steps.push_back(
          shared_ordinals_step(view, program_.shared_ordinals++, unique_draw(shared.key, shared.product)));
    }
    return digit_draw(found->second, plan.digit->divisor, plan.digit->count);
  }

  const Plan::Impl& plan_;
  Program program_;
  std::vector<std::size_t> view_tables_;
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> columns_, references_, shared_;
};

}  // namespace

Program compile_program(const Plan::Impl& plan, std::size_t table, const std::vector<std::size_t>& columns) {
  Compiler compiler(plan, table);
  std::vector<std::size_t> outputs;
  for (std::size_t c : columns) outputs.push_back(compiler.column(0, c));
  compiler.program().outputs = std::move(outputs);
  return compiler.finish();
}

Program compile_reference(const Plan::Impl& plan, std::size_t table, std::size_t foreign_key) {
  Compiler compiler(plan, table);
  static_cast<void>(compiler.referenced_rows(0, foreign_key));
  return compiler.finish();
}

}  // namespace datagen
