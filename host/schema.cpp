#include "schema.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "signals.hpp"

namespace datagen::host {
namespace {

[[noreturn]] void fail(const std::string& path, const std::string& what, int error) {
  throw Error(ErrorCode::usage,
              Fault{"cannot read " + what + ": " + std::strerror(error), Location{}, path,
                    error == ENOENT ? "check the path; it is relative to the working directory" : ""});
}

std::string read_all(int descriptor, const std::string& path, const std::string& what) {
  std::string text;
  std::array<char, 65536> block{};
  for (;;) {
    ssize_t count = 0;
    {
      const Interruptible interruptible;
      if (cancelled()) throw Error(ErrorCode::interrupted, "interrupted");
      count = ::read(descriptor, block.data(), block.size());
    }
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail(path, what, errno);
    if (count == 0) return text;
    text.append(block.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

std::string read_text_file(const std::string& path, const std::string& what) {
  if (path == "-") return read_all(STDIN_FILENO, "standard input", what);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(path, what, errno);
  struct Closer {
    int number;
    ~Closer() { ::close(number); }
  } closer{descriptor};
  return read_all(descriptor, path, what);
}

Description read_description(const std::string& path, Diagnostics& diagnostics) {
  const std::string text = read_text_file(path, "the description");
  const std::string name = path == "-" ? "<stdin>" : path;
  const Node document = parse_document(text, name, guess_format(name, text));
  return parse_description(document, diagnostics);
}

}  // namespace datagen::host
