#include "run/writer_run.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "options/options.hpp"
#include "run/plugin_call.hpp"

namespace datagen {

WriterRun::WriterRun(const Plan::Impl& plan, const WriterClass& writer_class, const datagen_database& database)
    : class_(writer_class) {
  OptionContext context;
  context.class_name = "writer " + class_.short_name;
  context.now = plan.options.now;
  Diagnostics diagnostics;
  const Node* sources[] = {plan.options.writer_options.get()};
  BoundOptions options = bind_options(class_.options, sources, {}, context, diagnostics);
  // A place without lines is a word of the command line.
  const bool commanded = std::all_of(diagnostics.faults().begin(), diagnostics.faults().end(), [](const Fault& fault) {
    return fault.location.known() && fault.location.line == 0;
  });
  diagnostics.throw_if_any(commanded ? ErrorCode::usage : ErrorCode::description);
  datagen_error error = empty_error();
  datagen_status status = class_.table.create(&plan.hosts.of(class_.origin), &database, options.values().data(),
                                              static_cast<std::uint32_t>(options.values().size()), &writer_, &error);
  check_writer(class_, status, error, "", ErrorCode::description);
  if (writer_ == nullptr)
    throw Error(ErrorCode::plugin, fmt::format("writer {} reported success but made nothing", class_.id),
                "report this to the makers of " + class_.origin);
}

WriterRun::~WriterRun() { class_.table.destroy(writer_); }

void WriterRun::finish() {
  if (class_.table.finish == nullptr) return;
  datagen_error error = empty_error();
  check_writer(class_, class_.table.finish(writer_, &error), error, "finish", ErrorCode::output);
}

void WriterRun::append(Part part, const char* name, Buffer& out) {
  if (part == nullptr) return;
  out.reserve(64);
  datagen_error error = empty_error();
  const ErrorCode otherwise = class_.has_own_destination() ? ErrorCode::output : ErrorCode::generation;
  check_writer(class_, part(writer_, out.abi(), &error), error, name, otherwise);
  check_intact(class_, out, name);
}

}  // namespace datagen
