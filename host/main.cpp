#include <exception>
#include <new>
#include <string>
#include <vector>

#include "commands.hpp"
#include "datagen/core/error.hpp"
#include "messages.hpp"
#include "secrets.hpp"
#include "signals.hpp"

int main(int argc, char** argv) {
  using datagen::Error;
  using datagen::ErrorCode;
  using datagen::Fault;
  namespace host = datagen::host;
  try {
    host::set_up_signals();
    const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    host::hide_passwords(argc, argv);
    return host::run_program(words);
  } catch (const Error& error) {
    host::print_faults(error.code(), error.faults());
    return static_cast<int>(error.code());
  } catch (const std::bad_alloc&) {
    host::print_faults(ErrorCode::generation, {Fault{"out of memory", {}, "", "lower --jobs or --batch-size"}});
  } catch (const std::exception& error) {
    host::print_faults(ErrorCode::generation,
                       {Fault{std::string("internal error: ") + error.what(), {}, "", "please report it"}});
  }
  return static_cast<int>(ErrorCode::generation);
}
