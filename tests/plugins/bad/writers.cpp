// Writers that fail: an encoder in its second batch ("encoder"), a sink where "fail" says; what becomes of each lane of
// the sink is appended to the file "log".
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>

#include "datagen/writer.hpp"

namespace {

namespace sdk = datagen::sdk;

struct EncodedTable {
  void encode(const datagen_call&, const datagen_batch& batch, sdk::Buffer& out) const {
    out.append("some bytes\n");
    if (batch.first_row != 0) throw sdk::PluginError(DATAGEN_DATA, "the second batch is one too many", "", 3);
  }
};

struct Encoder {
  Encoder(const datagen_host*, const datagen_database&, const sdk::OptionReader&) {}
  std::unique_ptr<EncodedTable> open_table(const datagen_table_info&, datagen_table_plan&) {
    return std::make_unique<EncodedTable>();
  }
};

constexpr const char* kPlaces[] = {"create", "open", "write", "commit"};
constexpr sdk::OptionTable kSinkOptions(sdk::choice_option("fail", "Where to fail.", kPlaces, "\"write\""),
                                        sdk::string_option("log", "The file that is appended to.", "\"log\""));

struct Failure {
  std::size_t place;
  std::string log;

  void at(std::size_t here) const {
    if (place == here) throw std::runtime_error(std::string("failed in ") + kPlaces[here]);
  }
  void note(const char* what) const {
    std::FILE* const file = std::fopen(log.c_str(), "a");
    std::fputs(what, file);
    std::fclose(file);
  }
};

class Lane {
 public:
  explicit Lane(const Failure& failure) : failure_(failure) {}
  ~Lane() { failure_.note(committed_ ? "kept\n" : "rolled back\n"); }
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  void write(const datagen_call&, const datagen_batch& batch) {
    if (batch.first_row != 0) failure_.at(2);
  }
  void commit() {
    failure_.at(3);
    committed_ = true;
  }

 private:
  const Failure& failure_;
  bool committed_ = false;
};

struct SinkTable {
  Failure failure;
  std::unique_ptr<Lane> open_sink(std::uint32_t) {
    failure.at(1);
    return std::make_unique<Lane>(failure);
  }
};

class Sink {
 public:
  static constexpr auto& kOptions = kSinkOptions;

  Sink(const datagen_host*, const datagen_database&, const sdk::OptionReader& options)
      : failure_{options.choice("fail"), std::string(options.string("log"))} {
    failure_.at(0);
  }
  std::unique_ptr<SinkTable> open_table(const datagen_table_info&, datagen_table_plan&) {
    return std::make_unique<SinkTable>(SinkTable{failure_});
  }

 private:
  Failure failure_;
};

constexpr datagen_writer_class kEncoder =
    sdk::writer_class<Encoder>({"org.example.bad.encoder", "Fails in its second batch", 1, "txt"});
constexpr datagen_writer_class kSink = sdk::writer_class<Sink>({"org.example.bad.sink", "Fails", 1, nullptr});
constexpr const datagen_writer_class* kWriters[] = {&kEncoder, &kSink};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({"org.example.badwriters", "Failing", "1.0", "The tests", "MIT", ""}, {}, kWriters);

}  // namespace

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &kPlugin; }
