#include "datagen/core/script_check.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <vector>

#include "script/copy_line.hpp"
#include "script/psql_commands.hpp"
#include "script/row_target.hpp"
#include "script/script_reader.hpp"
#include "script/sql_parser.hpp"
#include "script/utf8.hpp"
#include "script/values_reader.hpp"

namespace datagen {
namespace {

constexpr const char* kHint = "the writer made it; its author should know";

}  // namespace

class ScriptCheck::Impl : public ScriptHandler {
 public:
  explicit Impl(std::function<std::string()> name) : name_(std::move(name)) {}

  void begin_script() {
    end_script();
    reader_.emplace(name_(), *this);
  }
  void end_script() {
    if (reader_) reader_->finish();
    reader_.reset();
  }
  void write(std::string_view bytes) {
    if (!reader_) begin_script();
    reader_->feed(bytes);
  }

  [[nodiscard]] std::uint64_t statements() const { return statements_; }
  [[nodiscard]] std::uint64_t rows() const { return rows_; }

  bool statement(std::string_view text, const ScriptPlace& place) override {
    ++statements_;
    const std::optional<RowTarget> target = read_row_target(text);
    if (!is_utf8(text)) fail("bytes that are not UTF-8", place, target);
    const std::size_t nul = text.find('\0');
    if (nul != std::string_view::npos) fail("a NUL byte", place_after(place, text.substr(0, nul)), target);
    statement_.assign(text);
    if (const auto error = find_syntax_error(statement_)) fail_syntax(*error, text, place, target);
    if (!target) return false;
    if (target->kind == RowTarget::Kind::insert) {
      check_rows(*target, text, place);
      return false;
    }
    if (!target->from_stdin) return false;
    target_ = *target;
    // Another format than text, or other signs than its own, is not looked into.
    plain_text_ = target->rest.empty();
    columns_ = target->columns.size();
    return true;
  }

  void command(std::string_view text, const ScriptPlace& place) override {
    if (is_harmless_command(text)) return;
    reader_->fail(fmt::format("'{}' is no command of psql that a dump has a use for", text), place, "", kHint);
  }

  void data_line(std::string_view line, const ScriptPlace& place) override {
    ++rows_;
    const std::uint64_t row = rows_of_[target_.full_name()]++;
    const char* fault = nullptr;
    if (!plain_text_) {
      fault = is_utf8(line) ? nullptr : "bytes that are not UTF-8";
    } else {
      fault = copy_reader_.read(line, cells_);
      if (columns_ == 0) columns_ = cells_.size();  // a table whose columns the statement does not name
    }
    if (fault == nullptr && (!plain_text_ || cells_.size() == columns_)) return;
    const std::string subject = fmt::format("{}, row {}", target_.full_name(), row);
    if (fault != nullptr) reader_->fail(fmt::format("the data line holds {}", fault), place, subject, kHint);
    reader_->fail(counts(cells_.size(), columns_), place, subject, kHint);
  }

 private:
  static std::string counts(std::size_t values, std::size_t columns) {
    return fmt::format("a row of {} value{} for {} column{}", values, values == 1 ? "" : "s", columns,
                       columns == 1 ? "" : "s");
  }

  [[noreturn]] void fail(const std::string& message, const ScriptPlace& place,
                         const std::optional<RowTarget>& target) const {
    reader_->fail(message, place, target ? target->full_name() : "", kHint);
  }

  // The row too, where the statement can be read up to the error.
  [[noreturn]] void fail_syntax(const SyntaxError& error, std::string_view text, const ScriptPlace& place,
                                const std::optional<RowTarget>& target) {
    const ScriptPlace there = place_after(place, text.substr(0, error.offset));
    if (!target || target->kind != RowTarget::Kind::insert || target->default_values)
      fail(error.message, there, target);
    ValuesReader values(target->rest);
    std::uint64_t row = rows_of_[target->full_name()];
    const std::size_t begin = text.size() - target->rest.size();
    while (begin + values.row_offset() < error.offset && values.next(cells_) == ValuesReader::Result::row) ++row;
    reader_->fail(error.message, there, fmt::format("{}, row {}", target->full_name(), row), kHint);
  }

  void check_rows(const RowTarget& target, std::string_view text, const ScriptPlace& place) {
    std::uint64_t& row = rows_of_[target.full_name()];
    if (target.default_values) {
      ++row;
      ++rows_;
      return;
    }
    ValuesReader values(target.rest);
    std::size_t columns = target.columns.size();
    while (values.next(cells_) == ValuesReader::Result::row) {
      if (columns == 0) columns = cells_.size();
      if (cells_.size() != columns) {
        const std::size_t before = text.size() - target.rest.size() + values.row_offset();
        reader_->fail(counts(cells_.size(), columns), place_after(place, text.substr(0, before)),
                      fmt::format("{}, row {}", target.full_name(), row), kHint);
      }
      ++row;
      ++rows_;
    }
  }

  std::function<std::string()> name_;
  std::optional<ScriptReader> reader_;
  std::uint64_t statements_ = 0, rows_ = 0;
  std::map<std::string, std::uint64_t> rows_of_;
  std::string statement_;  // with the NUL at its end that the parser wants
  std::vector<Cell> cells_;
  CopyLineReader copy_reader_;
  RowTarget target_;  // of the data lines
  std::size_t columns_ = 0;
  bool plain_text_ = true;
};

ScriptCheck::ScriptCheck(std::function<std::string()> name) : impl_(new Impl(std::move(name))) {}
ScriptCheck::~ScriptCheck() = default;
void ScriptCheck::next_file(const OutputPart&) { impl_->begin_script(); }
void ScriptCheck::write(std::span<const std::uint8_t> bytes) {
  impl_->write({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}
void ScriptCheck::finish() { impl_->end_script(); }
std::uint64_t ScriptCheck::statements() const { return impl_->statements(); }
std::uint64_t ScriptCheck::rows() const { return impl_->rows(); }

}  // namespace datagen
