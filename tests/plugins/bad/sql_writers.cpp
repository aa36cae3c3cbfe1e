// A writer of SQL that is wrong in one way, as its option says, in row 250 of each table.
#include <memory>
#include <string>

#include "datagen/writer.hpp"

namespace {

namespace sdk = datagen::sdk;

constexpr const char* kFaults[] = {"none",  "quote",  "word", "values",    "fields",  "escape",
                                   "bytes", "return", "end",  "semicolon", "command", "nul"};
constexpr sdk::OptionTable kOptions(sdk::choice_option("fault", "What is wrong.", kFaults, "\"none\""),
                                    sdk::bool_option("copy", "COPY instead of INSERT.", "false"));
constexpr std::uint64_t kRow = 250;

class Table {
 public:
  Table(std::string fault, bool copy, std::string name)
      : fault_(std::move(fault)), copy_(copy), name_(std::move(name)) {}

  void begin(sdk::Buffer& out) const {
    if (copy_) out.append("COPY " + name_ + " (a, b) FROM stdin;\n");
  }
  void encode(const datagen_call&, const datagen_batch& batch, sdk::Buffer& out) const {
    for (std::int64_t i = 0; i < batch.array->length; ++i) {
      const std::uint64_t row = batch.first_row + static_cast<std::uint64_t>(i);
      out.append(text(std::to_string(row), row == kRow ? fault_ : "none"));
    }
  }
  void end(sdk::Buffer& out) const {
    if (copy_ && fault_ != "end") out.append("\\.\n");
  }

 private:
  [[nodiscard]] std::string text(const std::string& row, const std::string& fault) const {
    if (copy_) {
      if (fault == "fields") return row + "\n";
      if (fault == "escape") return row + "\ta\\q\n";
      if (fault == "bytes") return row + "\ta\xff\n";
      if (fault == "return") return row + "\ta\rb\n";
      if (fault == "nul") return row + std::string("\ta\0\n", 4);
      return row + "\ttext\n";
    }
    std::string value = "'it''s'", after = ";\n";
    if (fault == "quote") value = "'it's'";
    if (fault == "word") value = "SELECT FROM WHERE";
    if (fault == "values") value += ", 1";
    if (fault == "bytes") value = "'\xc3('";
    if (fault == "nul") value = std::string("'a\0'", 4);
    if (fault == "semicolon") after = "\n";
    if (fault == "command") after = ";\n\\! true\n";
    return "INSERT INTO " + name_ + " (a, b) VALUES (" + row + ", " + value + ")" + after;
  }

  std::string fault_;
  bool copy_;
  std::string name_;
};

class Writer {
 public:
  static constexpr auto& kOptions = ::kOptions;

  Writer(const datagen_host*, const datagen_database&, const sdk::OptionReader& options)
      : fault_(kFaults[options.choice("fault")]), copy_(options.boolean("copy")) {}
  std::unique_ptr<Table> open_table(const datagen_table_info& info, datagen_table_plan&) {
    return std::make_unique<Table>(fault_, copy_, info.definition->name);
  }

 private:
  std::string fault_;
  bool copy_;
};

constexpr datagen_writer_class kWriter =
    sdk::writer_class<Writer>({"org.example.bad.sql", "Wrong in one way", 1, "sql"});
constexpr const datagen_writer_class* kWriters[] = {&kWriter};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({"org.example.badsql", "Wrong SQL", "1.0", "The tests", "MIT", ""}, {}, kWriters);

}  // namespace

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &kPlugin; }
