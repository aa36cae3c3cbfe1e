// Bytes into a file descriptor, and what to say when that fails.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "output.hpp"

namespace datagen::host {

// Throws Error(output): the action failed with this errno.  The message holds a remedy.
[[noreturn]] void fail_output(const std::string& name, const char* action, int error);
[[noreturn]] void output_interrupted();

// Gathers small pieces, writes large ones straight from where they are.  Closes what is not a standard stream.
class Descriptor : public OutputFile {
 public:
  Descriptor(int number, std::string name);
  ~Descriptor() override { close(); }

  void write(std::span<const std::uint8_t> bytes) override;
  void commit() override { write_all({}); }
  [[nodiscard]] std::string file_name() const override { return name_; }

 protected:
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  int close();  // returns the error's number, or 0; frees the memory too

 private:
  void write_all(std::span<const std::uint8_t> bytes);

  int number_;
  std::string name_;
  std::vector<std::uint8_t> pending_;
};

}  // namespace datagen::host
