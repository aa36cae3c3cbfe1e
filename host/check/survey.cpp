#include "check/survey.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "check/generator_object.hpp"
#include "check/option_values.hpp"
#include "check/writer_object.hpp"

namespace datagen::host::check {
namespace {

constexpr std::size_t kMostTargets = 14;       // of one class
constexpr std::size_t kMostRefused = 6;        // of one class
constexpr std::size_t kTargetsWithInputs = 2;  // each tried with every kind of input
constexpr std::size_t kMostHints = 3;

template <class Class>
OptionTexts settings_of(const Checker& checker, const Class& one) {
  OptionTexts result;
  for (const Setting& setting : checker.settings()) {
    if (setting.class_name == one.id || setting.class_name == one.short_name) result[setting.option] = setting.value;
  }
  return result;
}

// Gives the required options of a class a value, and then those that refusals name, until create accepts: at most one
// option a round.
template <class Class, class Create>
bool create_somehow(const Class& one, OptionTexts& options, Refusal& refusal, const Create& create) {
  for (const datagen_option& option : one.options) {
    const bool required = (option.flags & DATAGEN_OPTION_REQUIRED) != 0 && option.default_value == nullptr;
    if (!required || option.type == DATAGEN_COLUMN || options.contains(option.name)) continue;
    const std::vector<std::string> candidates = candidate_texts(option);
    if (!candidates.empty()) options[option.name] = candidates.front();
  }
  std::map<std::string, std::size_t> tried;
  for (int round = 0; round < 12; ++round) {
    if (create(options)) return true;
    if (refusal.status != DATAGEN_INVALID_OPTION) return false;
    const auto named = std::find_if(one.options.begin(), one.options.end(),
                                    [&](const datagen_option& option) { return refusal.subject == option.name; });
    if (named == one.options.end()) return false;
    const std::vector<std::string> candidates = candidate_texts(*named);
    std::size_t& next = tried[named->name];
    if (next >= std::min<std::size_t>(candidates.size(), 8)) return false;
    options[named->name] = candidates[next++];
  }
  return false;
}

bool has_column_options(const GeneratorClass& one) { return input_count(one.options) > 0; }

bool needs_column(const GeneratorClass& one) {
  return std::any_of(one.options.begin(), one.options.end(), [](const datagen_option& option) {
    return option.type == DATAGEN_COLUMN && (option.flags & DATAGEN_OPTION_REQUIRED) != 0;
  });
}

// One class at a time.
class GeneratorSurvey {
 public:
  GeneratorSurvey(Checker& checker, std::size_t index)
      : checker_(checker), index_(index), class_(*checker.registry().generators()[index]) {}

  void run() {
    const OptionTexts settings = settings_of(checker_, class_);
    try_all(settings);
    for (const OptionTexts& options : hinted(settings)) try_all(options);
    if (accepted_ > 0) {
      add_distinct();
      return;
    }
    checker_.at("generator " + class_.id);
    if (!explained_) {
      checker_.fail("create() made no object for any column, and no refusal says why: " +
                    (last_.message.empty() ? "there was no message" : last_.message));
    }
    checker_.samples.untried.push_back(class_.id);
  }

 private:
  void try_all(const OptionTexts& options) {
    std::size_t with_inputs = 0;
    for (std::size_t target = 0; target < target_types().size() && accepted_ < kMostTargets; ++target) {
      const SqlType& type = target_types()[target];
      if ((type.family & class_.table.families) == 0) continue;
      bool any = false;
      for (const InputKind inputs : kInputKinds) {
        if (inputs == InputKind::none && needs_column(class_)) continue;
        if (inputs != InputKind::none && (!has_column_options(class_) || with_inputs >= kTargetsWithInputs)) continue;
        any = try_one({index_, target, 0, inputs, options}) || any;
      }
      if (any) ++with_inputs;
    }
  }

  // The options that the class's own hints come with.
  std::vector<OptionTexts> hinted(const OptionTexts& settings) const {
    std::vector<OptionTexts> result;
    for (const datagen_hint& hint : class_.hints) {
      if (hint.options == nullptr || result.size() >= kMostHints) continue;
      OptionTexts options = settings;
      for (const Node::Member& member : parse_literal(hint.options).map) {
        const bool column = std::any_of(
            class_.options.begin(), class_.options.end(),
            [&](const datagen_option& option) { return member.key == option.name && option.type == DATAGEN_COLUMN; });
        if (!column && !settings.contains(member.key)) options[member.key] = member.value.json();
      }
      if (std::find(result.begin(), result.end(), options) == result.end()) result.push_back(std::move(options));
    }
    return result;
  }

  bool try_one(GeneratorSample sample) {
    const SqlType& type = target_types()[sample.target_index];
    const auto kind = std::tuple(type.family, type.format, type.max_characters > 0, sample.inputs, sample.options);
    if (seen_.contains(kind)) return true;
    checker_.at("generator " + class_.id + " on " + type.text);
    const bool made = create_somehow(class_, sample.options, last_, [&](const OptionTexts& options) {
      sample.options = options;
      return Object::create(checker_, class_, sample, last_) != nullptr;
    });
    if (made) {
      seen_.insert(kind);
      ++accepted_;
      checker_.samples.generators.push_back(std::move(sample));
      return true;
    }
    explained_ = explained_ || !last_.message.empty();
    if (refused_ < kMostRefused) {
      ++refused_;
      checker_.samples.refused_generators.push_back(std::move(sample));
    }
    return false;
  }

  void add_distinct() {
    GeneratorSample sample = checker_.samples.generators.back();
    sample.distinct_needed = 1000;
    Refusal refusal;
    const auto plain = Object::create(checker_, class_, checker_.samples.generators.back(), refusal);
    const auto larger = Object::create(checker_, class_, sample, refusal);
    // Another set only where the class can size it.
    if (plain != nullptr && larger != nullptr && plain->info().cardinality != larger->info().cardinality) {
      checker_.samples.generators.push_back(std::move(sample));
    }
  }

  Checker& checker_;
  std::size_t index_;
  const GeneratorClass& class_;
  std::size_t accepted_ = 0, refused_ = 0;
  bool explained_ = false;
  Refusal last_;
  std::set<std::tuple<std::uint32_t, std::string, bool, InputKind, OptionTexts>> seen_;
};

// The tables that a writer opens when it is told of all of `tables`.
std::vector<std::size_t> accepted_tables(Checker& checker, const WriterClass& one, const OptionTexts& options,
                                         const std::vector<std::size_t>& tables, Refusal& refusal) {
  std::vector<std::size_t> result;
  const SampleDatabase database(tables, kTableRows);
  const auto writer = WriterObject::create(checker, one, options, database, refusal);
  if (writer == nullptr) return result;
  const Bytes before = writer->pre_data();
  refusal = before.refusal;
  if (!before.ok()) return result;
  for (std::size_t place = 0; place < tables.size(); ++place) {
    checker.at("writer " + one.id + ", table " + sample_tables()[tables[place]].name);
    if (writer->open(place, tables[place], refusal) != nullptr) result.push_back(tables[place]);
  }
  return result;
}

void survey_writer(Checker& checker, std::size_t index) {
  const WriterClass& one = *checker.registry().writers()[index];
  checker.at("writer " + one.id);
  std::vector<std::size_t> all;
  for (std::size_t table = 0; table < sample_tables().size(); ++table) all.push_back(table);
  WriterSample sample{index, settings_of(checker, one), {}};
  Refusal refusal;
  const bool made = create_somehow(one, sample.options, refusal, [&](const OptionTexts& options) {
    const SampleDatabase database(all, kTableRows);
    return WriterObject::create(checker, one, options, database, refusal) != nullptr;
  });
  if (made) sample.tables = accepted_tables(checker, one, sample.options, all, refusal);
  if (!sample.tables.empty()) {
    checker.samples.writers.push_back(std::move(sample));
    return;
  }
  checker.at("writer " + one.id);
  if (refusal.message.empty()) {
    checker.fail(
        "create() and open_table() made no writer for any table, and no refusal says why: there was no message");
  }
  checker.samples.refused_writers.push_back(std::move(sample));
  checker.samples.untried.push_back(one.id);
}

}  // namespace

void survey(Checker& checker) {
  for (std::size_t i = 0; i < checker.registry().generators().size(); ++i) {
    GeneratorSurvey(checker, i).run();
    checker.count();
  }
  for (std::size_t i = 0; i < checker.registry().writers().size(); ++i) {
    survey_writer(checker, i);
    checker.count();
  }
}

}  // namespace datagen::host::check
