#include "schema.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "parameters.hpp"
#include "signals.hpp"
#include "source_texts.hpp"
#include "templates.hpp"

namespace datagen::host {
namespace {

struct Wanted {
  const std::string& path;
  const std::string& what;
  const Location& named_at;
};

std::string remedy(const Wanted& file, int error) {
  if (error == EISDIR) return "name a file in it";
  if (error == EACCES) return "correct its permissions";
  if (error != ENOENT && error != ENOTDIR) return "";
  return file.named_at.line == 0 ? "check the path; it is relative to the working directory"
                                 : "check the path; it is relative to the file that names it";
}

[[noreturn]] void fail(const Wanted& file, int error) {
  // An operand or option shows by itself where the name is from.
  const bool obvious = file.named_at.file == "SCHEMA" || file.named_at.file.starts_with("--");
  throw Error(ErrorCode::usage, Fault{"cannot read " + file.what + ": " + std::strerror(error),
                                      obvious ? Location{} : file.named_at, file.path, remedy(file, error)});
}

std::string read_all(int descriptor, const Wanted& file) {
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
    if (count < 0) fail(file, errno);
    if (count == 0) return text;
    text.append(block.data(), static_cast<std::size_t>(count));
  }
}

// A description of the user's own, which may be a template too.
LoadedTemplate load_schema(const std::string& path, const Location& named_at) {
  const std::string name = path == "-" ? "<stdin>" : path;
  LoadedTemplate loaded{
      {std::filesystem::path(path).stem().string(), name}, read_text_file(path, "the description", named_at), {}, {}};
  loaded.document = parse_document(loaded.text, name, guess_format(name, loaded.text));
  if (is_template(loaded.document)) {
    Diagnostics diagnostics;
    loaded.head = read_template_head(loaded.document, diagnostics);
    diagnostics.throw_if_any(ErrorCode::description);
  }
  return loaded;
}

// A template's tables are in proportion, and some have a fixed number of rows: what --rows N asks for is rarely meant.
void warn_of_rows(const Settings& settings, const std::vector<ParameterisedTemplate>& templates,
                  Diagnostics& diagnostics) {
  if (!settings.row_count) return;
  for (const ParameterisedTemplate& one : templates) {
    if (one.head->find("rows") == nullptr) continue;
    const std::string count = std::to_string(*settings.row_count);
    diagnostics.warning(Location{"--rows", 0, 0}, "",
                        "gives every table of the template " + one.name + " " + count + " rows, whatever they hold",
                        "--param rows=" + count + " keeps them in proportion; --rows TABLE=N is for one");
  }
}

}  // namespace

const std::string& read_text_file(const std::string& path, const std::string& what, const Location& named_at) {
  if (path == "-") {
    const std::string name = "standard input";
    return keep_source("<stdin>", read_all(STDIN_FILENO, {name, what, named_at}));
  }
  const Wanted file{path, what, named_at};
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fail(file, errno);
  struct Closer {
    int number;
    ~Closer() { ::close(number); }
  } closer{descriptor};
  return keep_source(path, read_all(descriptor, file));
}

Description read_description(const Settings& settings, Diagnostics& diagnostics) {
  if (!settings.schema && settings.templates.empty()) {
    throw Error(ErrorCode::usage, "no description is given",
                "name its file, '-' for standard input, or a template: --template NAME; or put schema = \"FILE\" into "
                "datagen.toml");
  }
  std::vector<LoadedTemplate> sources;
  for (const TemplateName& name : settings.templates) {
    sources.push_back(load_template(settings, name.name, name.location));
  }
  if (settings.schema) sources.push_back(load_schema(*settings.schema, settings.schema_location));

  std::vector<ParameterisedTemplate> parameterised;
  for (const LoadedTemplate& source : sources) {
    if (is_template(source.document)) parameterised.push_back({source.source.name, &source.head});
  }
  const std::vector<ParameterValues> values = parameter_values(settings, parameterised);
  warn_of_rows(settings, parameterised, diagnostics);
  std::vector<Node> documents;
  for (LoadedTemplate& source : sources) {
    const bool plain = !is_template(source.document);
    documents.push_back(
        plain ? std::move(source.document)
              : instantiate_template(source.document, source.text, source.head, values[documents.size()], diagnostics));
  }
  const Node document = merge_documents(documents, diagnostics);
  // What is half replaced or merged would only give faults that follow from the first.
  return diagnostics.ok() ? parse_description(document, diagnostics) : Description{};
}

std::string description_name(const Settings& settings) {
  std::string name;
  for (const TemplateName& one : settings.templates) name += (name.empty() ? "" : " + ") + one.name;
  if (settings.schema) name += (name.empty() ? "" : " + ") + *settings.schema;
  return name;
}

}  // namespace datagen::host
