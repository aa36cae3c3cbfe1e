// Hosts that are older or newer than the plugin's header, and one that is about to end.
#include "check/case.hpp"
#include "check/generator_object.hpp"
#include "check/whole_output.hpp"

namespace datagen::host::check {
namespace {

void same_with_structs(Checker& checker, Structs structs, const std::string& complaint) {
  const std::vector<std::string> names = all_names(checker);
  const std::vector<std::string> expected = all_answers(checker, 100);
  lending().structs = structs;
  const std::vector<std::string> found = all_answers(checker, 100);
  use_sinks(checker, 10);
  lending().structs = Structs::roomy;
  if (found.size() != expected.size()) {
    checker.at("");
    checker.fail(complaint + ": objects that could be made cannot be made");
    return;
  }
  for (std::size_t i = 0; i < expected.size(); ++i) {
    checker.at(names[i]);
    if (found[i] != expected[i]) checker.fail(complaint);
  }
}

void older_host(Checker& checker) {
  same_with_structs(checker, Structs::cut, "structs that end where ABI 1.0 ended change the result");
}

void newer_host(Checker& checker) {
  same_with_structs(checker, Structs::extended, "structs that are longer than the plugin knows change the result");
}

void cancel_is_honoured(Checker& checker) {
  const auto check = [&](const Refusal& refusal) {
    if (refusal.status != DATAGEN_OK && refusal.status != DATAGEN_CANCELLED) {
      checker.fail("a call failed with status " + std::to_string(refusal.status) +
                   " once the run was cancelled: finish, or return DATAGEN_CANCELLED");
    }
  };
  for_each_object(checker, [&](Object& object) {
    const Request call = request(object.ordinals(1000, checker.seed()));
    if (!object.values(call).ok()) return;
    checker.count();
    checker.cancel(true);
    check(object.values(call).refusal);
    checker.cancel(false);
  });
  for_each_table(checker, Role::encoder, [&](const OpenTable& table) {
    if (!table.encode(Rows::ordinary, 0, 100).ok()) return;
    checker.count();
    checker.cancel(true);
    check(table.encode(Rows::ordinary, 0, 100).refusal);
    checker.cancel(false);
  });
  for_each_table(checker, Role::sink, [&](const OpenTable& table) {
    Refusal refusal;
    datagen_sink* const sink = table.open_lane(0, refusal);
    if (sink == nullptr) return;
    checker.count();
    checker.cancel(true);
    check(table.write(sink, Rows::ordinary, 0, 100));
    checker.cancel(false);
    static_cast<void>(table.commit(sink));
    table.close(sink);
  });
}

}  // namespace

std::vector<Case> host_cases() {
  return {
      {"older-host",
       "In a host whose structs end where those of ABI 1.0 ended, nothing behind them is touched, and the result is "
       "the "
       "same.",
       Needs::objects, older_host, kNoObject},
      {"newer-host",
       "In a host whose structs are longer than the plugin knows, whatever they hold there, the result is the same.",
       Needs::objects, newer_host, kNoObject},
      {"cancel-is-honoured", "Once the run is cancelled, a call finishes as always or returns DATAGEN_CANCELLED.",
       Needs::objects, cancel_is_honoured, kNoObject},
  };
}

}  // namespace datagen::host::check
