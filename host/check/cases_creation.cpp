// What create() takes, and how it refuses.
#include <algorithm>

#include "check/case.hpp"
#include "check/generator_object.hpp"
#include "check/option_values.hpp"
#include "check/survey.hpp"
#include "check/utf8.hpp"
#include "check/writer_object.hpp"
#include "datagen/random.h"

namespace datagen::host::check {
namespace {

constexpr std::size_t kSamplesOfAClass = 2;
constexpr int kCombinations = 20;

enum class Candidates {
  all,
  plain  // what a user might write: the cases that are not about hostile values go no further
};
constexpr std::size_t kPlainCandidates = 3;

// Each candidate of each option alone, then random combinations.
std::vector<OptionTexts> variations(const std::vector<datagen_option>& options, const OptionTexts& base,
                                    Candidates which, std::uint64_t seed) {
  std::vector<OptionTexts> result;
  std::vector<std::vector<std::string>> candidates;
  for (const datagen_option& option : options) {
    candidates.push_back(candidate_texts(option));
    if (which == Candidates::plain && candidates.back().size() > kPlainCandidates) {
      candidates.back().resize(kPlainCandidates);
    }
    for (const std::string& text : candidates.back()) {
      result.push_back(base);
      result.back()[option.name] = text;
    }
  }
  for (int round = 0; round < kCombinations && options.size() > 1; ++round) {
    OptionTexts texts = base;
    for (std::size_t i = 0; i < options.size(); ++i) {
      const std::uint64_t random = datagen_mix(++seed);
      if (!candidates[i].empty() && random % 3 != 0)
        texts[options[i].name] = candidates[i][(random >> 8) % candidates[i].size()];
    }
    result.push_back(std::move(texts));
  }
  return result;
}

// Calls examine with the first samples of each class, their options varied, and says where it is.
void vary_generators(Checker& checker, Candidates which,
                     const std::function<void(const GeneratorClass&, const GeneratorSample&)>& examine) {
  std::map<std::size_t, std::size_t> seen;
  for (const GeneratorSample& sample : checker.samples.generators) {
    if (++seen[sample.class_index] > kSamplesOfAClass) continue;
    const GeneratorClass& one = *checker.registry().generators().at(sample.class_index);
    for (OptionTexts& texts : variations(one.options, sample.options, which, checker.seed())) {
      GeneratorSample varied = sample;
      varied.options = std::move(texts);
      std::string what = "generator " + one.id + " on " + target_types()[sample.target_index].text;
      for (const auto& [name, text] : varied.options) what += ", " + name + " " + text.substr(0, 60);
      checker.at(what);
      examine(one, varied);
    }
  }
}

void vary_writers(Checker& checker, Candidates which,
                  const std::function<void(const WriterClass&, const WriterSample&)>& examine) {
  for (const WriterSample& sample : checker.samples.writers) {
    const WriterClass& one = *checker.registry().writers().at(sample.class_index);
    for (OptionTexts& texts : variations(one.options, sample.options, which, checker.seed())) {
      WriterSample varied = sample;
      varied.options = std::move(texts);
      std::string what = "writer " + one.id;
      for (const auto& [name, text] : varied.options) what += ", " + name + " " + text.substr(0, 60);
      checker.at(what);
      examine(one, varied);
    }
  }
}

void hostile_options(Checker& checker) {
  vary_generators(checker, Candidates::all, [&](const GeneratorClass& one, const GeneratorSample& sample) {
    checker.count();
    Refusal refusal;
    const auto object = Object::create(checker, one, sample, refusal);
    if (object != nullptr) static_cast<void>(object->answers(request(object->ordinals(20, checker.seed()))));
  });
  vary_writers(checker, Candidates::all, [&](const WriterClass& one, const WriterSample& sample) {
    checker.count();
    const SampleDatabase database(sample.tables, kTableRows);
    Refusal refusal;
    const auto writer = WriterObject::create(checker, one, sample.options, database, refusal);
    if (writer == nullptr || !writer->encodes()) return;
    static_cast<void>(writer->pre_data());
    for (std::size_t place = 0; place < sample.tables.size(); ++place) {
      const auto table = writer->open(place, sample.tables[place], refusal);
      if (table != nullptr) static_cast<void>(table->encode(Rows::ordinary, 0, 10));
    }
  });
}

template <class Class>
void check_refusal(Checker& checker, const Class& one, const Refusal& refusal) {
  checker.count();
  if (refusal.status < DATAGEN_OK || refusal.status > DATAGEN_INTERNAL) {
    checker.fail("the status " + std::to_string(refusal.status) + " means nothing");
  }
  if (!refusal.terminated) checker.fail("message or subject are not ended by a NUL");
  if (refusal.message.empty()) checker.fail("the refusal has no message");
  if (!is_utf8(refusal.message) || !is_utf8(refusal.subject)) checker.fail("message or subject are not UTF-8");
  const bool declared = std::any_of(one.options.begin(), one.options.end(),
                                    [&](const datagen_option& option) { return refusal.subject == option.name; });
  if (refusal.status == DATAGEN_INVALID_OPTION && !declared) {
    checker.fail("an option is refused, but the subject '" + refusal.subject + "' is none of the class");
  }
}

void refusals_are_explained(Checker& checker) {
  Refusal refusal;
  for (const GeneratorSample& sample : checker.samples.refused_generators) {
    const GeneratorClass& one = *checker.registry().generators().at(sample.class_index);
    const std::vector<std::string>& untried = checker.samples.untried;
    if (std::find(untried.begin(), untried.end(), one.id) != untried.end()) continue;  // told by makes-objects
    checker.at("generator " + one.id + " on " + target_types()[sample.target_index].text);
    if (Object::create(checker, one, sample, refusal) == nullptr) check_refusal(checker, one, refusal);
  }
  vary_generators(checker, Candidates::plain, [&](const GeneratorClass& one, const GeneratorSample& sample) {
    if (Object::create(checker, one, sample, refusal) == nullptr) check_refusal(checker, one, refusal);
  });
  vary_writers(checker, Candidates::plain, [&](const WriterClass& one, const WriterSample& sample) {
    const SampleDatabase database(sample.tables, kTableRows);
    if (WriterObject::create(checker, one, sample.options, database, refusal) == nullptr) {
      check_refusal(checker, one, refusal);
    }
  });
}

void error_of_generators_may_be_null(Checker& checker) {
  const auto& classes = checker.registry().generators();
  Refusal refusal;
  const auto create = [&](const GeneratorSample& sample) {
    const GeneratorClass& one = *classes.at(sample.class_index);
    checker.at("generator " + one.id + " on " + target_types()[sample.target_index].text);
    checker.count();
    return Object::create(checker, one, sample, refusal, false);
  };
  for (const GeneratorSample& sample : checker.samples.refused_generators) create(sample);
  for (const GeneratorSample& sample : checker.samples.generators) {
    const auto object = create(sample);
    if (object == nullptr) continue;
    Request call = request(object->ordinals(50, checker.seed()));
    call.with_error = false;
    static_cast<void>(object->values(call));
    if (object->has(DATAGEN_DICTIONARY)) static_cast<void>(object->dictionary(false));
    if (object->has(DATAGEN_WEIGHTED)) static_cast<void>(object->weights(false));
    if (object->can_locate()) {
      for (const char* value : {"1", "2024-01-01", "no value at all"}) {
        static_cast<void>(object->locate(value, DATAGEN_LOCATE_FIRST_NOT_LESS, false));
      }
    }
  }
}

void error_may_be_null(Checker& checker) {
  error_of_generators_may_be_null(checker);
  // The failures that options cause are the easiest to have.
  vary_generators(checker, Candidates::plain, [&](const GeneratorClass& one, const GeneratorSample& sample) {
    Refusal refusal;
    static_cast<void>(Object::create(checker, one, sample, refusal, false));
  });
  vary_writers(checker, Candidates::plain, [&](const WriterClass& one, const WriterSample& sample) {
    checker.count();
    const SampleDatabase database(sample.tables, kTableRows);
    Refusal refusal;
    const auto writer = WriterObject::create(checker, one, sample.options, database, refusal, false);
    if (writer == nullptr) return;
    static_cast<void>(writer->pre_data(false));
  });
  for_each_writer(checker, [&](const WriterSubject& subject, const WriterObject& writer) {
    checker.count();
    static_cast<void>(writer.pre_data(false));
    for (std::size_t place = 0; place < subject.sample.tables.size(); ++place) {
      Refusal refusal;
      const auto table = writer.open(place, subject.sample.tables[place], refusal, false);
      if (table == nullptr || !writer.encodes()) continue;
      static_cast<void>(table->begin(false));
      for (const Rows rows : {Rows::ordinary, Rows::extreme}) {
        const SampleBatch batch(table->table(), sample_cells(table->table(), rows, 0, 50), 0, 50);
        static_cast<void>(table->encode(batch.batch(), false));
      }
      static_cast<void>(table->end(false));
    }
    static_cast<void>(writer.post_data(false));
  });
}

}  // namespace

std::vector<Case> creation_cases() {
  return {
      {kMakes,
       "Each class makes an object for some column or table with its defaults or options that it asks for by name, or "
       "says why not.",
       Needs::declarations, survey, "there is no class"},
      {"hostile-options",
       "Any option value that the declaration allows is refused by create(), or gives an object that works: bounds, "
       "every choice, empty and long and senseless texts, alone and combined.",
       Needs::objects, hostile_options, kNoObject},
      {"refusals-are-explained",
       "A failing create() returns a status that exists, and a message and subject in UTF-8 that end; of "
       "DATAGEN_INVALID_OPTION the subject is an option of the class.",
       Needs::objects, refusals_are_explained, "nothing was refused"},
      {"error-may-be-null", "Every function works, and fails, without an error struct to fill.", Needs::objects,
       error_may_be_null, kNoObject},
  };
}

}  // namespace datagen::host::check
