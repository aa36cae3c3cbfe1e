#include "tests/json_schema/verdicts.hpp"

#include <stdexcept>

namespace datagen::test {

Json read_as_json(const std::string& text, const std::string& file_name) {
  return Json::parse(parse_document(text, file_name, guess_format(file_name, text)).json());
}

std::vector<std::string> validate(const Json& schema, const std::vector<Json>& documents) {
  Command validator;
  validator.arguments = {DATAGEN_PYTHON, "-B", DATAGEN_SOURCE_DIR "/tests/json_schema/validate.py"};
  validator.input = Json{{"schema", schema}, {"documents", documents}}.dump();
  const ProcessResult result = run_process(validator);
  if (result.exit_code != 0) throw std::runtime_error("the validator failed: " + result.err);
  std::vector<std::string> faults;
  const Json report = Json::parse(result.out);
  for (const Json& fault : report) faults.push_back(fault.is_null() ? "" : fault.get<std::string>());
  return faults;
}

Json written_schema(const Workplace& place, const std::string& document) {
  const ProcessResult result = place.run({"schema", "--json-schema", document});
  if (result.exit_code != 0) throw std::runtime_error(result.err);
  return Json::parse(result.out);
}

std::vector<std::string> faults_of(const Json& description) {
  Workplace place;
  place.command.input = description.dump();
  const ProcessResult result = place.run({"validate", "--json", "-"});
  std::vector<std::string> messages;
  const Json report = Json::parse(result.out);
  for (const Json& fault : report.at("faults")) messages.push_back(fault.at("message"));
  return messages;
}

}  // namespace datagen::test
