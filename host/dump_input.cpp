#include "dump_input.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <limits>

#include "datagen/core/error.hpp"
#include "signals.hpp"

namespace datagen::host {
namespace {

constexpr std::size_t kPiece = std::size_t{256} << 10;

[[noreturn]] void fail_read(const std::string& name, const char* action, int error) {
  throw Error(ErrorCode::usage, Fault{std::string(action) + ": " + std::strerror(error), Location{}, name,
                                      "name a dump, a directory of its files, or - for standard input"});
}

[[noreturn]] void fail_damaged(const std::string& name, const char* what) {
  throw Error(ErrorCode::validation, Fault{what, Location{name, 0, 0}, "", "the file is damaged, or was cut off"});
}

// The bytes as they are.
class RawInput {
 public:
  explicit RawInput(const std::string& path) : name_(path == "-" ? "<stdin>" : path), buffer_(kPiece, '\0') {
    if (path == "-") {
      number_ = STDIN_FILENO;
      return;
    }
    number_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (number_ < 0) fail_read(path, "cannot open", errno);
  }
  ~RawInput() {
    if (number_ > STDERR_FILENO) ::close(number_);
  }
  RawInput(const RawInput&) = delete;
  RawInput& operator=(const RawInput&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }

  // At least `least` bytes unless the input ends, which follow those that were not used.
  std::string_view peek(std::size_t least) {
    while (end_ - begin_ < least && !at_end_) {
      if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
      }
      ssize_t n = 0;
      do {
        const Interruptible interruptible;
        if (cancelled()) throw Error(ErrorCode::interrupted, "interrupted");
        n = ::read(number_, buffer_.data() + end_, buffer_.size() - end_);
      } while (n < 0 && errno == EINTR);
      if (n < 0) fail_read(name_, "cannot read", errno);
      at_end_ = n == 0;
      end_ += static_cast<std::size_t>(n);
    }
    return std::string_view(buffer_).substr(begin_, end_ - begin_);
  }
  void use(std::size_t n) { begin_ += n; }

 private:
  std::string name_;
  int number_ = -1;
  std::string buffer_;
  std::size_t begin_ = 0, end_ = 0;
  bool at_end_ = false;
};

// Members of gzip, or frames of zstd, one after the other.
class Decompressor {
 public:
  virtual ~Decompressor() = default;
  // Replaces out by the next bytes: none at the end.
  virtual void next(RawInput& in, std::string& out) = 0;
};

class Gunzip : public Decompressor {
 public:
  explicit Gunzip(const std::string& name) : name_(name) {
    if (::inflateInit2(&stream_, 15 + 16) != Z_OK) throw std::bad_alloc();
  }
  ~Gunzip() override { ::inflateEnd(&stream_); }
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;

  void next(RawInput& in, std::string& out) override {
    out.resize(kPiece);
    std::size_t made = 0;
    while (made == 0) {
      const std::string_view bytes = in.peek(1);
      if (bytes.empty()) {
        if (within_) fail_damaged(name_, "the compressed data ends early");
        break;
      }
      if (!within_) ::inflateReset(&stream_);
      within_ = true;
      stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
      stream_.avail_in = static_cast<uInt>(bytes.size());
      stream_.next_out = reinterpret_cast<Bytef*>(out.data());
      stream_.avail_out = static_cast<uInt>(out.size());
      const int status = ::inflate(&stream_, Z_NO_FLUSH);
      if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
        fail_damaged(name_, "the compressed data is damaged");
      in.use(bytes.size() - stream_.avail_in);
      made = out.size() - stream_.avail_out;
      if (status == Z_STREAM_END) within_ = false;
    }
    out.resize(made);
  }

 private:
  std::string name_;
  z_stream stream_{};
  bool within_ = false;  // a member
};

class Unzstd : public Decompressor {
 public:
  explicit Unzstd(const std::string& name) : name_(name), stream_(::ZSTD_createDStream()) {
    if (stream_ == nullptr) throw std::bad_alloc();
  }
  ~Unzstd() override { ::ZSTD_freeDStream(stream_); }
  Unzstd(const Unzstd&) = delete;
  Unzstd& operator=(const Unzstd&) = delete;

  void next(RawInput& in, std::string& out) override {
    out.resize(kPiece);
    ZSTD_outBuffer made{out.data(), out.size(), 0};
    while (made.pos == 0) {
      const std::string_view bytes = in.peek(1);
      if (bytes.empty()) {
        if (within_) fail_damaged(name_, "the compressed data ends early");
        break;
      }
      ZSTD_inBuffer from{bytes.data(), bytes.size(), 0};
      const std::size_t left = ::ZSTD_decompressStream(stream_, &made, &from);
      if (::ZSTD_isError(left) != 0) fail_damaged(name_, "the compressed data is damaged");
      in.use(from.pos);
      within_ = left != 0;
    }
    out.resize(made.pos);
  }

 private:
  std::string name_;
  ZSTD_DStream* stream_;
  bool within_ = false;  // a frame
};

}  // namespace

class DumpInput::Impl {
 public:
  explicit Impl(const std::string& path) : raw_(path) {
    const std::string_view start = raw_.peek(4);
    if (start.starts_with("\x1f\x8b")) decompressor_ = std::make_unique<Gunzip>(raw_.name());
    if (start.starts_with("\x28\xb5\x2f\xfd")) decompressor_ = std::make_unique<Unzstd>(raw_.name());
  }

  [[nodiscard]] const std::string& name() const { return raw_.name(); }

  std::string_view read() {
    if (decompressor_) {
      if (cancelled()) throw Error(ErrorCode::interrupted, "interrupted");
      decompressor_->next(raw_, text_);
      return text_;
    }
    raw_.use(given_);
    const std::string_view bytes = raw_.peek(1);
    given_ = bytes.size();
    return bytes;
  }

 private:
  RawInput raw_;
  std::unique_ptr<Decompressor> decompressor_;
  std::string text_;
  std::size_t given_ = 0;
};

DumpInput::DumpInput(const std::string& path) : impl_(new Impl(path)) {}
DumpInput::~DumpInput() = default;
const std::string& DumpInput::name() const { return impl_->name(); }
std::string_view DumpInput::read() { return impl_->read(); }

std::vector<std::string> dump_files(const std::vector<std::string>& paths) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      files.push_back(path);
      continue;
    }
    std::vector<std::string> found;
    for (const fs::directory_entry& entry : fs::directory_iterator(path, error)) {
      if (!entry.path().filename().string().starts_with('.')) found.push_back(entry.path().string());
    }
    if (error) fail_read(path, "cannot read the directory", error.value());
    if (found.empty())
      throw Error(ErrorCode::usage, Fault{"the directory is empty", Location{}, path, "name one that holds a dump"});
    std::sort(found.begin(), found.end());
    files.insert(files.end(), found.begin(), found.end());
  }
  return files;
}

}  // namespace datagen::host
