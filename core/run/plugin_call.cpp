#include "run/plugin_call.hpp"

#include <fmt/format.h>

namespace datagen {

void check_writer(const WriterClass& writer_class, datagen_status status, const datagen_error& error,
                  const std::string& subject, ErrorCode otherwise) {
  if (status == DATAGEN_OK) return;
  std::string message = message_of(error, status);
  std::string part = bounded(error.subject);
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
