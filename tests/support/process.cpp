#include "tests/support/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <utility>

extern char** environ;

namespace datagen::test {
namespace {

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  [[nodiscard]] int get() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

struct Pipe {
  Descriptor read, write;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe2");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

std::vector<std::string> child_environment(const Command& command) {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text = *entry;
    const auto equals = text.find('=');
    if (equals != std::string::npos) variables[text.substr(0, equals)] = text.substr(equals + 1);
  }
  for (const auto& [name, value] : command.environment) {
    if (value) {
      variables[name] = *value;
    } else {
      variables.erase(name);
    }
  }
  std::vector<std::string> result;
  for (const auto& [name, value] : variables) result.push_back(name + "=" + value);
  return result;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> result;
  for (std::string& string : strings) result.push_back(string.data());
  result.push_back(nullptr);
  return result;
}

// Between fork and exec: calls that are safe in a signal handler only.
[[noreturn]] void become(const Command& command, int input, int output, int error, char** arguments, char** variables) {
  if (!command.output_file.empty()) output = ::open(command.output_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  bool good = ::dup2(input, 0) >= 0 && ::dup2(output, 1) >= 0 && ::dup2(error, 2) >= 0;
  if (!command.directory.empty()) good = good && ::chdir(command.directory.c_str()) == 0;
  if (command.user) good = good && ::setgid(*command.user) == 0 && ::setuid(*command.user) == 0;
  // What the test runner ignores, the program under test must not inherit.
  ::signal(SIGPIPE, SIG_DFL);
  ::signal(SIGINT, SIG_DFL);
  if (good) ::execvpe(arguments[0], arguments, variables);
  ::_exit(127);
}

// Appends what there is; false at the end of the stream.
bool read_some(int descriptor, std::string& text) {
  std::array<char, 65536> block{};
  const ssize_t count = ::read(descriptor, block.data(), block.size());
  if (count < 0) return errno == EINTR || errno == EAGAIN;
  text.append(block.data(), static_cast<std::size_t>(count));
  return count > 0;
}

}  // namespace

ProcessResult run_process(const Command& command) {
  ::signal(SIGPIPE, SIG_IGN);  // a program that does not read its input must not end the tests
  Pipe input = make_pipe();
  Pipe output = make_pipe();
  Pipe error = make_pipe();
  std::vector<std::string> arguments = command.arguments;
  std::vector<std::string> variables = child_environment(command);
  const std::vector<char*> argument_pointers = pointers(arguments);
  const std::vector<char*> variable_pointers = pointers(variables);

  const auto start = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child < 0) fail("fork");
  if (child == 0) {
    become(command, input.read.get(), output.write.get(), error.write.get(),
           const_cast<char**>(argument_pointers.data()), const_cast<char**>(variable_pointers.data()));
  }
  input.read.close();
  output.write.close();
  error.write.close();
  ::fcntl(input.write.get(), F_SETFL, O_NONBLOCK);

  ProcessResult result;
  std::size_t fed = 0;
  std::vector<TimedSignal> signals = command.signals;
  const auto elapsed = [&] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
  };
  while (output.read.open() || error.read.open()) {
    if (fed == command.input.size()) input.write.close();
    std::array<pollfd, 3> watched{pollfd{output.read.get(), POLLIN, 0}, pollfd{error.read.get(), POLLIN, 0},
                                  pollfd{input.write.get(), POLLOUT, 0}};
    if (::poll(watched.data(), watched.size(), 5) < 0 && errno != EINTR) fail("poll");
    if (watched[0].revents != 0 && !read_some(output.read.get(), result.out)) output.read.close();
    if (command.close_output_after && result.out.size() >= *command.close_output_after) output.read.close();
    if (watched[1].revents != 0 && !read_some(error.read.get(), result.err)) error.read.close();
    if (watched[2].revents != 0) {
      const ssize_t count = ::write(input.write.get(), command.input.data() + fed, command.input.size() - fed);
      if (count > 0) fed += static_cast<std::size_t>(count);
      if (count < 0 && errno != EAGAIN && errno != EINTR) input.write.close();
    }
    std::erase_if(signals, [&](const TimedSignal& timed) {
      if (elapsed() < timed.after || result.out.size() < timed.output_bytes) return false;
      ::kill(child, timed.signal);
      return true;
    });
    if (!result.timed_out && elapsed() > command.timeout) {
      result.timed_out = true;
      ::kill(child, SIGKILL);
    }
  }
  int status = 0;
  rusage usage{};
  while (::wait4(child, &status, 0, &usage) < 0) {
    if (errno != EINTR) fail("wait4");
  }
  result.peak_memory = std::int64_t{usage.ru_maxrss} * 1024;
  result.elapsed = elapsed();
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  return result;
}

TemporaryDirectory::TemporaryDirectory() {
  std::string pattern = (std::filesystem::temp_directory_path() / "datagen-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) fail("mkdtemp");
  path_ = pattern;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::filesystem::path TemporaryDirectory::write(const std::filesystem::path& name, const std::string& text) const {
  const std::filesystem::path path = path_ / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
  return path;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

}  // namespace datagen::test
