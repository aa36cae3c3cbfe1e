#include "candidates.hpp"

#include <algorithm>
#include <set>

#include "metavariables.hpp"
#include "plugins.hpp"
#include "schema.hpp"
#include "settings.hpp"
#include "templates.hpp"

namespace datagen::host {
namespace {

std::vector<std::string> table_names(const Node& description) {
  std::vector<std::string> names;
  const Node* tables = description.find("tables");
  if (tables == nullptr) return names;
  for (const Node::Member& member : tables->map)
    if (!member.key.starts_with("x-") && member.value.is(Node::Kind::map)) names.push_back(member.key);
  for (const Node& item : tables->list)
    if (const Node* name = item.find("name")) names.push_back(name->string);
  return names;
}

class Completer {
 public:
  Completer(const std::vector<CommandSpec>& commands, const std::vector<std::string>& topics)
      : commands_(commands), topics_(topics) {}

  Candidates complete(const std::vector<std::string>& words) {
    current_ = words.empty() ? "" : words.back();
    std::vector<std::string> before(words.begin(), words.empty() ? words.end() : words.end() - 1);
    read(before);
    if (pending_ != nullptr) {
      value(pending_->argument, "");
    } else if (current_.starts_with("--") && current_.find('=') != std::string::npos && !literal_) {
      const std::size_t equals = current_.find('=');
      const OptionSpec* option = find_option(current_.substr(0, equals));
      const std::string head = current_.substr(0, equals + 1);
      current_.erase(0, equals + 1);
      if (option != nullptr && !option->argument.empty()) value(option->argument, head);
    } else if (current_.starts_with('-') && !literal_) {
      options();
    } else if (command_ == nullptr) {
      commands();
    } else if (operands_.size() < command_->most_operands) {
      value(command_->operands, "");
    }
    return std::move(result_);
  }

 private:
  // ---- what stands there already ---------------------------------------------------------------------------------

  void read(const std::vector<std::string>& words) {
    for (const std::string& word : words) {
      if (pending_ != nullptr) {
        given_.options[pending_->long_name()].push_back(word);
        pending_ = nullptr;
      } else if (word == "--" && !literal_) {
        literal_ = true;
      } else if (word.starts_with('-') && word.size() > 1 && !literal_) {
        read_option(word);
      } else if (command_ == nullptr) {
        path_ += (path_.empty() ? "" : " ") + word;
        for (const CommandSpec& each : commands_)
          if (each.name == path_) command_ = &each;
      } else {
        operands_.push_back(word);
      }
    }
  }

  void read_option(const std::string& word) {
    const std::size_t equals = word.find('=');
    const OptionSpec* option = find_option(word.substr(0, equals));
    if (option == nullptr) return;
    if (option->argument.empty()) {
      given_.options[option->long_name()].emplace_back();
    } else if (equals != std::string::npos) {
      given_.options[option->long_name()].push_back(word.substr(equals + 1));
    } else {
      pending_ = option;
    }
  }

  [[nodiscard]] std::vector<const OptionSpec*> all_options() const {
    std::vector<const OptionSpec*> all;
    if (command_ != nullptr)
      for (const OptionSpec& option : command_->options) all.push_back(&option);
    for (const OptionSpec& option : global_options()) all.push_back(&option);
    return all;
  }

  [[nodiscard]] const OptionSpec* find_option(const std::string& word) const {
    for (const OptionSpec* option : all_options()) {
      const auto comma = option->name.find(',');
      if (word == "--" + option->long_name()) return option;
      if (comma != std::string::npos && word == "-" + option->name.substr(comma + 1)) return option;
    }
    return nullptr;
  }

  // ---- what may come ---------------------------------------------------------------------------------------------

  void add(const std::string& text, const std::string& doc = {}) {
    if (text.starts_with(current_) && added_.insert(text).second) result_.words.push_back({head_ + text, doc});
  }

  void commands() {
    for (const CommandSpec& each : commands_) {
      if (path_.empty() ? each.name.find(' ') == std::string::npos : each.name.starts_with(path_ + " "))
        add(path_.empty() ? each.name : each.name.substr(path_.size() + 1), each.summary);
      const std::size_t space = each.name.find(' ');
      if (path_.empty() && space != std::string::npos) add(each.name.substr(0, space), "several commands");
    }
  }

  void options() {
    for (const OptionSpec* option : all_options()) {
      if (!option->repeated && given_.options.contains(option->long_name())) continue;
      add("--" + option->long_name(), option->text);
    }
  }

  void value(const std::string& argument, const std::string& head) {
    using Kind = Metavariable::Kind;
    const Metavariable* meant = find_metavariable(argument);
    if (meant == nullptr) return;
    head_ = head;
    switch (meant->kind) {
      case Kind::text:
        return;
      case Kind::file:
        files(meant->words);
        return;
      case Kind::directory:
        result_.directive = ":directories";
        return;
      case Kind::words:
        for (const std::string& word : meant->words) add(word);
        return;
      case Kind::tables:
        list_of_tables();
        return;
      case Kind::row_counts:
        result_.directive = ":words nospace";
        for (const std::string& name : tables()) add(name + "=");
        return;
      case Kind::writer:
        add("sql", "INSERT statements");
        for (const auto& one : plugins().registry.writers()) add(one->short_name, one->table.summary);
        return;
      case Kind::assignment:
        assignments();
        return;
      case Kind::template_name:
        for (const TemplateFile& file : find_templates(settings()))
          add(file.name, load_template_file(file).head.summary);
        return;
      case Kind::parameter:
        parameters();
        return;
      case Kind::plugin:
        plugin_names();
        return;
      case Kind::topic:
        for (const CommandSpec& each : commands_) add(each.name.substr(0, each.name.find(' ')), "a command");
        for (const std::string& topic : topics_) add(topic, "a topic");
        return;
    }
  }

  void files(const std::vector<std::string>& extensions) {
    result_.directive = ":files";
    for (const std::string& extension : extensions) result_.directive += " " + extension;
  }

  // After the last comma, without those that stand there.
  void list_of_tables() {
    result_.directive = ":words nospace";
    const std::size_t comma = current_.rfind(',');
    const std::string before = comma == std::string::npos ? "" : current_.substr(0, comma + 1);
    head_ += before;
    current_.erase(0, before.size());
    for (const std::string& name : tables())
      if (("," + before).find("," + name + ",") == std::string::npos) add(name);
  }

  void assignments() {
    result_.directive = ":words nospace";
    const std::size_t equals = current_.find('=');
    const Settings given = settings();
    for (const auto& one : plugins().registry.writers()) {
      const bool chosen = one->short_name == given.writer || one->id == given.writer ||
                          (given.writer == "sql" && one->short_name == "sql_insert");
      for (const datagen_option& option : one->options) {
        for (const std::string& name : {one->short_name + "." + option.name, std::string(option.name)}) {
          if (!chosen && name == option.name) continue;
          if (equals == std::string::npos) {
            add(name + "=", option.doc == nullptr ? "" : option.doc);
          } else if (name == current_.substr(0, equals)) {
            for (std::uint32_t i = 0; i < option.n_choices; ++i) add(name + "=" + option.choices[i]);
            if (option.type == DATAGEN_BOOL)
              for (const char* word : {"true", "false"}) add(name + "=" + word);
          }
        }
      }
    }
  }

  void parameters() {
    result_.directive = ":words nospace";
    for (const LoadedTemplate& one : templates())
      for (const TemplateParameter& parameter : one.head.parameters) add(parameter.name + "=", parameter.doc);
  }

  void plugin_names() {
    if (current_.find('/') != std::string::npos) return files({"so"});
    for (const auto& one : plugins().registry.writers()) add(one->short_name, one->table.summary);
    for (const auto& one : plugins().registry.generators()) add(one->short_name, one->table.summary);
    for (const LoadedPlugin& one : plugins().loaded) add(one.descriptor.id, "a plugin");
  }

  // ---- what the command line names -------------------------------------------------------------------------------

  Settings settings() {
    Arguments arguments = given_;
    arguments.command = command_;
    arguments.operands = operands_;
    // Only where to look, so that a fault in anything else takes nothing away.
    std::erase_if(arguments.options, [](const auto& option) {
      return option.first != "config" && option.first != "plugin-dir" && option.first != "input" &&
             option.first != "format" && option.first != "template" && option.first != "template-dir";
    });
    arguments.options["quiet"] = {""};
    return read_settings(arguments);
  }

  const Plugins& plugins() { return load_plugins(settings()); }

  // Those of --template, or of a command whose operand is one.
  std::vector<LoadedTemplate> templates() {
    const Settings given = settings();
    std::vector<LoadedTemplate> result;
    for (const TemplateName& name : given.templates) result.push_back(load_template(given, name.name, name.location));
    if (command_ != nullptr && command_->operands == "TEMPLATE" && !operands_.empty())
      result.push_back(load_template(given, operands_.front(), Location{}));
    return result;
  }

  std::vector<std::string> tables() {
    std::vector<std::string> names;
    for (const LoadedTemplate& one : templates())
      for (std::string& name : table_names(one.document)) names.push_back(std::move(name));
    const std::optional<std::string> path = settings().schema;
    if (!path || *path == "-") return names;
    const std::string text = read_text_file(*path, "the description");
    for (std::string& name : table_names(parse_document(text, *path, guess_format(*path, text))))
      names.push_back(std::move(name));
    return names;
  }

  const std::vector<CommandSpec>& commands_;
  const std::vector<std::string>& topics_;
  std::string current_, path_, head_;
  const CommandSpec* command_ = nullptr;
  const OptionSpec* pending_ = nullptr;
  bool literal_ = false;  // after "--"
  Arguments given_;
  std::vector<std::string> operands_;
  Candidates result_;
  std::set<std::string> added_;
};

}  // namespace

std::string Candidates::text() const {
  std::string lines = directive + "\n";
  for (const Word& word : words) lines += word.text + (word.doc.empty() ? "" : "\t" + word.doc) + "\n";
  return lines;
}

Candidates candidates(const std::vector<std::string>& words, const std::vector<CommandSpec>& commands,
                      const std::vector<std::string>& topics) {
  try {
    return Completer(commands, topics).complete(words);
  } catch (const Error&) {
    return {};
  }
}

}  // namespace datagen::host
