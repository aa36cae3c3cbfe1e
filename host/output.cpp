#include "output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "descriptor.hpp"
#include "new_file.hpp"
#include "signals.hpp"

namespace datagen::host {
namespace {

std::unique_ptr<OutputFile> open_special(const std::string& name) {
  int number = -1;
  do {
    const Interruptible interruptible;  // opening a FIFO waits for its reader
    if (cancelled()) output_interrupted();
    number = ::open(name.c_str(), O_WRONLY | O_CLOEXEC);
  } while (number < 0 && errno == EINTR);
  if (number < 0) fail_output(name, "cannot open", errno);
  return std::make_unique<Descriptor>(number, name);
}

}  // namespace

std::unique_ptr<OutputFile> open_output(const std::string& name) {
  if (name == "-" || name == "/dev/stdout") return std::make_unique<Descriptor>(STDOUT_FILENO, "standard output");
  struct stat status {};
  if (::stat(name.c_str(), &status) != 0) {
    if (errno != ENOENT) fail_output(name, "cannot create the file", errno);
    return std::make_unique<NewFile>(name);
  }
  if (S_ISDIR(status.st_mode)) {
    throw Error(ErrorCode::output, Fault{"is a directory", Location{}, name,
                                         "name a file in it, such as " + name +
                                             "/data.sql, or write a file for each table with --output-dir"});
  }
  return S_ISREG(status.st_mode) ? std::make_unique<NewFile>(name) : open_special(name);
}

}  // namespace datagen::host
