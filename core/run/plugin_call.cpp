#include "run/plugin_call.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace datagen {

namespace {
std::string bounded(const char* text, std::size_t size) { return {text, std::find(text, text + size, '\0')}; }
}  // namespace

datagen_error empty_error() {
  datagen_error error{};
  error.struct_size = sizeof error;
  error.row = -1;
  return error;
}

void check_writer(const WriterClass& writer_class, datagen_status status, const datagen_error& error,
                  const std::string& subject, ErrorCode otherwise) {
  if (status == DATAGEN_OK) return;
  std::string message = bounded(error.message, sizeof error.message);
  if (message.empty()) message = fmt::format("failed with status {} and no message", status);
  std::string part = bounded(error.subject, sizeof error.subject);
  ErrorCode code = status == DATAGEN_IO          ? ErrorCode::output
                   : status == DATAGEN_CANCELLED ? ErrorCode::interrupted
                                                 : otherwise;
  std::string row = error.row >= 0 ? fmt::format(" (row {})", error.row) : "";
  throw Error(code, Fault{fmt::format("writer {}: {}{}", writer_class.short_name, message, row),
                          {},
                          part.empty() || subject.empty() ? subject + part : subject + "." + part,
                          fmt::format("the class is {} of {}", writer_class.id, writer_class.origin)});
}

void check_intact(const WriterClass& writer_class, const Buffer& bytes, const std::string& subject) {
  if (bytes.intact()) return;
  throw Error(ErrorCode::generation,
              Fault{fmt::format("writer {} changed a buffer's fields to what cannot be", writer_class.id),
                    {},
                    subject,
                    "report this to the makers of " + writer_class.origin});
}

}  // namespace datagen
