// Each lane of a table into files of tab-separated text of its own, which appear when the lane is committed.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "datagen/postgres/copy_dialect.hpp"
#include "datagen/text/row_encoder.hpp"
#include "datagen/writer.hpp"

namespace {

namespace sdk = datagen::sdk;
namespace fs = std::filesystem;
using Encoder = datagen::text::RowEncoder<datagen::postgres::CopyDialect>;

[[noreturn]] void fail(const fs::path& file, const char* what) {
  throw sdk::PluginError(DATAGEN_IO, file.string() + ": " + what + ": " + std::strerror(errno));
}

// One lane: one call at a time.  A file holds what is written up to a commit; what was not committed is rolled back by
// the destructor.
class Lane {
 public:
  // name: of the files, up to their numbers.
  Lane(const Encoder& rows, fs::path name) : rows_(rows), name_(std::move(name)) {}
  ~Lane() {
    if (file_ == nullptr) return;
    file_.reset();
    std::remove(temporary_.c_str());
  }
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  void write(const datagen_call& call, const datagen_batch& batch) {
    if (file_ == nullptr) open();
    const std::size_t n = static_cast<std::size_t>(batch.array->length);
    // Up to kBufferSlack bytes after the text may be overwritten.
    bytes_.resize(rows_.bound(*batch.array) + n + sdk::kBufferSlack);
    char* end = bytes_.data();
    Encoder::Rows rows(rows_, call, *batch.array);
    for (std::size_t i = 0; i < n; ++i) {
      end = rows.write(end, i);
      *end++ = '\n';
    }
    const std::size_t size = static_cast<std::size_t>(end - bytes_.data());
    if (std::fwrite(bytes_.data(), 1, size, file_.get()) != size) fail(temporary_, "cannot write");
  }

  void commit() {
    if (file_ == nullptr) return;
    if (std::fflush(file_.get()) != 0) fail(temporary_, "cannot write");
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) fail(target_, "cannot put the file in place");
    file_.reset();
  }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  void open() {
    target_ = name_;
    target_ += ".";
    target_ += std::to_string(n_files_++);
    target_ += ".tsv";
    temporary_ = target_;
    temporary_ += ".tmp";
    file_.reset(std::fopen(temporary_.c_str(), "wb"));
    if (file_ == nullptr) fail(temporary_, "cannot create the file");
  }

  const Encoder& rows_;
  fs::path name_, target_, temporary_;
  int n_files_ = 0;
  std::unique_ptr<std::FILE, Close> file_;
  std::vector<char> bytes_;
};

class Table {
 public:
  Table(const datagen_table_info& info, fs::path directory)
      : rows_(info), name_(info.definition->name), directory_(std::move(directory)) {
    if (name_.find('/') != std::string::npos) {
      throw sdk::PluginError(DATAGEN_UNSUPPORTED, "this name cannot be a file's", name_);
    }
  }

  std::unique_ptr<Lane> open_sink(std::uint32_t lane) {
    return std::make_unique<Lane>(rows_, directory_ / (name_ + "." + std::to_string(lane)));
  }

 private:
  Encoder rows_;
  std::string name_;
  fs::path directory_;
};

constexpr sdk::OptionTable kOptionTable(sdk::string_option("directory", "Where the files are put; it must exist.",
                                                           nullptr, DATAGEN_OPTION_REQUIRED),
                                        sdk::integer_option("lanes", "How many files of a table are written at once.",
                                                            "4", "1", "64"));

// One run.  The description lies in the database: tables with their columns, constraints and indexes.
class Writer {
 public:
  static constexpr auto& kOptions = kOptionTable;

  Writer(const datagen_host*, const datagen_database&, const sdk::OptionReader& options)
      : directory_(options.string("directory")), lanes_(static_cast<std::uint32_t>(options.integer("lanes"))) {}

  std::unique_ptr<Table> open_table(const datagen_table_info& info, datagen_table_plan& plan) {
    plan.max_lanes = lanes_;
    return std::make_unique<Table>(info, directory_);
  }

 private:
  fs::path directory_;
  std::uint32_t lanes_;
};

constexpr datagen_writer_class kWriter = sdk::writer_class<Writer>({"@ID@", "Files of tab-separated text", 1, nullptr});
constexpr const datagen_writer_class* kWriters[] = {&kWriter};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({"@ID@", "@NAME@", "0.1.0", "Unknown", "LicenseRef-None", ""}, {}, kWriters);

}  // namespace

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &kPlugin; }
