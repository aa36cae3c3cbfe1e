// The same arguments give the same bytes.
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <barrier>
#include <chrono>
#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <thread>

#include "check/case.hpp"
#include "check/generator_object.hpp"
#include "check/whole_output.hpp"
#include "datagen/random.h"

namespace datagen::host::check {
namespace {

constexpr std::size_t kOrdinals = 1000;

void same_call_same_bytes(Checker& checker) {
  for_each_object(checker, [&](Object& object) {
    const Request call = request(object.ordinals(kOrdinals, checker.seed()));
    lending().fill = 0xa5;
    const Values first = object.values(call);
    if (!first.ok()) return;
    checker.count();
    lending().fill = 0x3c;  // what is not written differs
    if (!first.same(object.values(call))) checker.fail("the same call gave other values the second time");
    lending().fill = 0xa5;
  });
  for_each_table(checker, Role::encoder, [&](const OpenTable& table) {
    lending().fill = 0xa5;
    const Bytes first = table.encode(Rows::ordinary, 0, 200);
    if (!first.ok()) return;
    checker.count();
    lending().fill = 0x3c;
    if (!first.same(table.encode(Rows::ordinary, 0, 200)))
      checker.fail("the same call gave other bytes the second time");
    lending().fill = 0xa5;
  });
}

// A line for each answer: its hash, and what it is of.
std::string answer_lines(Checker& checker) {
  const std::vector<std::string> names = all_names(checker);
  const std::vector<std::string> answers = all_answers(checker, 100);
  std::string result;
  for (std::size_t i = 0; i < names.size() && i < answers.size(); ++i) {
    result += std::to_string(std::hash<std::string>{}(answers[i])) + ' ' + names[i] + '\n';
  }
  return result;
}

// Compares what two other processes answered, one after prepare(), one after change().
void compare_elsewhere(Checker& checker, const std::function<void()>& prepare, const std::function<void()>& change,
                       const std::string& complaint) {
  const auto lines = [&] { return answer_lines(checker); };
  const std::string first = checker.elsewhere(prepare, lines);
  const std::string second = checker.elsewhere(change, lines);
  if (first.empty() || second.empty()) {
    checker.skip("the plugin makes nothing, or ends the process: see the other cases");
    return;
  }
  std::istringstream expected(first), found(second);
  for (std::string a, b; std::getline(expected, a);) {
    checker.count();
    if (!std::getline(found, b)) b.clear();
    if (a == b) continue;
    checker.at(a.substr(a.find(' ') + 1));
    checker.fail(complaint);
  }
}

// Takes the addresses that a library or its memory would have, in every gap where they might lie.
void occupy_addresses() {
  for (std::size_t size = std::size_t{64} << 20; size >= 4096; size /= 4) {
    for (int i = 0; i < 64; ++i) ::mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  }
  static_cast<void>(!::malloc(123456));
}

void same_bytes_in_another_process(Checker& checker) {
  const auto change = [] {
    occupy_addresses();
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto part = now % std::chrono::seconds(1);
    std::this_thread::sleep_for(std::chrono::seconds(1) - part + std::chrono::milliseconds(5));
  };
  compare_elsewhere(
      checker, [] {}, change, "another process, a second later, made something else");
}

// One with a decimal comma, if there is one.
void use_other_locale() {
  for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "pt_BR.UTF-8", "tr_TR.UTF-8", "C.UTF-8"}) {
    if (std::setlocale(LC_ALL, name) != nullptr) break;
  }
}

void environment_does_not_matter(Checker& checker) {
  // A locale that was used takes memory: addresses are to be the same.
  const auto prepare = [] {
    use_other_locale();
    std::setlocale(LC_ALL, "C");
  };
  const auto change = [] {
    use_other_locale();
    // Their names suffice for plugins that read the variables.
    for (const auto& [name, value] :
         {std::pair{"LC_ALL", "de_DE.UTF-8"}, std::pair{"LANG", "tr_TR.UTF-8"}, std::pair{"TZ", "Asia/Kathmandu"},
          std::pair{"HOME", "/nowhere"}, std::pair{"USER", "somebody"}, std::pair{"TMPDIR", "/nowhere"}}) {
      ::setenv(name, value, 1);
    }
    ::tzset();
    std::error_code ignored;
    std::filesystem::current_path("/", ignored);
  };
  compare_elsewhere(checker, prepare, change,
                    "another locale, time zone, environment or working directory made something else");
}

// Random cuts of [0, n).
std::vector<std::size_t> cuts(std::size_t n, std::uint64_t seed) {
  std::vector<std::size_t> result{0};
  while (result.back() < n) {
    const std::size_t step = datagen_mix(seed++) % 3 == 0 ? 1 : 1 + datagen_mix(seed++) % 150;
    result.push_back(std::min(n, result.back() + step));
  }
  return result;
}

void split_invariant(Checker& checker) {
  for_each_object(checker, [&](Object& object) {
    if (object.generator_class().table.values == nullptr) return;
    const Request whole = request(object.ordinals(kOrdinals, checker.seed()));
    const Values expected = object.values(whole);
    if (!expected.ok()) return;
    checker.count();
    const std::vector<std::size_t> places = cuts(whole.ordinals.size(), checker.seed());
    for (std::size_t k = 0; k + 1 < places.size(); ++k) {
      Request part;
      for (std::size_t i = places[k]; i < places[k + 1]; ++i) {
        part.ordinals.push_back(whole.ordinals[i]);
        part.rows.push_back(whole.rows[i]);
      }
      const Values found = object.values(part);
      for (std::uint32_t i = 0; i < part.ordinals.size(); ++i) {
        if (found.ok() && found.same(i, expected, static_cast<std::uint32_t>(places[k] + i))) continue;
        checker.fail("a call for " + std::to_string(part.ordinals.size()) + " rows gave other values than one for " +
                     std::to_string(whole.ordinals.size()));
        return;
      }
    }
  });
  for_each_writer(checker, [&](const WriterSubject& subject, const WriterObject& writer) {
    if (!writer.encodes()) return;
    for (std::size_t place = 0; place < subject.sample.tables.size(); ++place) {
      const std::size_t number = subject.sample.tables[place];
      checker.at("writer " + subject.writer_class.id + ", table " + sample_tables()[number].name);
      // Opened anew each time: what a table remembers of batches is the business of any-order.
      const auto output = [&](const std::vector<std::uint64_t>& sizes) {
        Refusal refusal;
        const auto table = writer.open(place, number, refusal);
        Bytes none;
        none.refusal.status = DATAGEN_UNSUPPORTED;
        return table != nullptr && table->has_sound_plan() ? table_output(*table, Rows::ordinary, kTableRows, sizes)
                                                           : none;
      };
      const Bytes expected = output({kTableRows});
      if (!expected.ok()) continue;
      checker.count();
      if (!expected.same(output({1, 7, 64, 130})) || !expected.same(output({250}))) {
        checker.fail("other batch sizes, each a multiple of row_alignment, gave other bytes");
      }
    }
  });
}

void any_order(Checker& checker) {
  for_each_object(checker, [&](Object& object) {
    if (object.generator_class().table.values == nullptr) return;
    // Ascending, some repeated; then shuffled.  A row's number goes with its ordinal.
    Request sorted = request(object.ordinals(kOrdinals / 2, checker.seed()));
    for (std::size_t i = 0; i < sorted.ordinals.size(); i += 3) {
      sorted.ordinals.insert(sorted.ordinals.begin() + static_cast<std::ptrdiff_t>(i), sorted.ordinals[i]);
      sorted.rows.insert(sorted.rows.begin() + static_cast<std::ptrdiff_t>(i), sorted.rows[i]);
    }
    const Values expected = object.values(sorted);
    if (!expected.ok()) return;
    checker.count();
    const std::size_t n = sorted.ordinals.size();
    std::vector<std::size_t> order(n);
    for (std::size_t i = 0; i < n; ++i) order[i] = i;
    for (std::size_t i = n; i > 1; --i) std::swap(order[i - 1], order[datagen_mix(checker.seed() + i) % i]);
    Request shuffled;
    for (const std::size_t i : order) {
      shuffled.ordinals.push_back(sorted.ordinals[i]);
      shuffled.rows.push_back(sorted.rows[i]);
    }
    const Values found = object.values(shuffled);
    for (std::size_t i = 0; i < n; ++i) {
      if (found.ok() && found.same(static_cast<std::uint32_t>(i), expected, static_cast<std::uint32_t>(order[i])))
        continue;
      checker.fail("the same rows in another order gave other values");
      return;
    }
  });
  for_each_table(checker, Role::encoder, [&](const OpenTable& table) {
    const std::uint64_t step =
        (100 + table.plan().row_alignment - 1) / table.plan().row_alignment * table.plan().row_alignment;
    const auto n = static_cast<std::uint32_t>(std::min<std::uint64_t>(step, 5000));
    std::vector<Bytes> expected;
    for (std::uint64_t i = 0; i < 4; ++i) expected.push_back(table.encode(Rows::ordinary, i * step, n));
    if (!expected[0].ok()) return;
    checker.count();
    for (std::uint64_t i = 4; i-- > 0;) {
      if (!expected[i].same(table.encode(Rows::ordinary, i * step, n))) {
        checker.fail("batches in another order gave other bytes");
        return;
      }
    }
  });
}

// Eight threads, each calling work several times at once; whether all were true.
template <class Work>
bool at_once(Work&& work) {
  constexpr int kThreads = 8, kCalls = 6;
  std::barrier start(kThreads);
  std::atomic<bool> same{true};
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      start.arrive_and_wait();
      for (int i = 0; i < kCalls; ++i) {
        if (!work()) same = false;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  return same;
}

void threads_agree(Checker& checker) {
  for_each_object(checker, [&](Object& object) {
    if (object.generator_class().table.values == nullptr) return;
    const Request call = request(object.ordinals(kOrdinals / 4, checker.seed()));
    const Values expected = object.values(call);
    if (!expected.ok()) return;
    checker.count();
    if (!at_once([&] { return expected.same(object.values(call)); })) {
      checker.fail("calls at the same time on one object gave other values");
    }
  });
  for_each_table(checker, Role::encoder, [&](const OpenTable& table) {
    const Bytes expected = table.encode(Rows::ordinary, 0, 200);
    if (!expected.ok()) return;
    checker.count();
    if (!at_once([&] { return expected.same(table.encode(Rows::ordinary, 0, 200)); })) {
      checker.fail("calls at the same time on one table gave other bytes");
    }
  });
}

}  // namespace

std::vector<Case> purity_cases() {
  return {
      {"same-call-same-bytes", "The same call gives the same values or bytes again, whatever its memory held before.",
       Needs::objects, same_call_same_bytes, kNoObject},
      {"same-bytes-in-another-process",
       "Another process, with the library at other addresses and a second later, gives the same values and bytes.",
       Needs::objects, same_bytes_in_another_process, kNoObject, true},
      {"environment-does-not-matter",
       "Locale, time zone, environment variables and working directory change no value and no byte.", Needs::objects,
       environment_does_not_matter, kNoObject, true},
      {"split-invariant",
       "One call for many rows gives what calls for pieces of them give; other batch sizes give the same bytes.",
       Needs::objects, split_invariant, kNoObject},
      {"any-order", "Rows in any order, some repeated, have the values that they have in order; so have batches.",
       Needs::objects, any_order, kNoObject},
      {"threads-agree", "Many threads at once on one object get what one thread gets.", Needs::objects, threads_agree,
       kNoObject},
  };
}

}  // namespace datagen::host::check
