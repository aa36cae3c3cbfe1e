#include "check/samples.hpp"

#include <nlohmann/json.hpp>

#include "datagen/core/error.hpp"

namespace datagen::host::check {
namespace {

using Json = nlohmann::json;

CustomType mood() {
  CustomType type;
  type.name = "mood";
  type.labels = enum_labels();
  return type;
}

std::vector<SqlType> parse_all() {
  const std::vector<CustomType> custom{mood()};
  std::vector<SqlType> result;
  for (const char* written : {"boolean",
                              "smallint",
                              "integer",
                              "bigint",
                              "numeric(10,2)",
                              "numeric(38,6)",
                              "numeric(2,2)",
                              "numeric",
                              "real",
                              "double precision",
                              "text",
                              "varchar(1)",
                              "varchar(12)",
                              "varchar(50)",
                              "char(3)",
                              "date",
                              "time",
                              "time(0) with time zone",
                              "timestamp",
                              "timestamptz(0)",
                              "interval",
                              "uuid",
                              "bytea",
                              "json",
                              "jsonb",
                              "inet",
                              "cidr",
                              "macaddr",
                              "macaddr8",
                              "mood",
                              "money",
                              "oid",
                              "xml",
                              "bit(12)",
                              "bit varying(9)",
                              "tsvector",
                              "tsquery",
                              "point",
                              "line",
                              "lseg",
                              "box",
                              "path",
                              "polygon",
                              "circle",
                              "int4range",
                              "tstzrange",
                              "int8multirange",
                              "pg_lsn",
                              "integer[]",
                              "text[]",
                              "timestamp[]"}) {
    std::string message;
    auto type = parse_type(written, custom, message);
    if (!type) throw Error(ErrorCode::plugin, std::string(written) + ": " + message);
    result.push_back(std::move(*type));
  }
  return result;
}

template <class Sample>
Json common(const Sample& sample) {
  return {{"class", sample.class_index}, {"options", sample.options}};
}

Json generators_json(const std::vector<GeneratorSample>& samples) {
  Json list = Json::array();
  for (const GeneratorSample& sample : samples) {
    Json one = common(sample);
    one["target"] = sample.target_index;
    one["needed"] = sample.distinct_needed;
    one["inputs"] = static_cast<int>(sample.inputs);
    list.push_back(std::move(one));
  }
  return list;
}

Json writers_json(const std::vector<WriterSample>& samples) {
  Json list = Json::array();
  for (const WriterSample& sample : samples) {
    list.push_back(common(sample));
    list.back()["tables"] = sample.tables;
  }
  return list;
}

std::vector<GeneratorSample> generators_from(const Json& list) {
  std::vector<GeneratorSample> result;
  for (const Json& one : list) {
    result.push_back({one.at("class").get<std::size_t>(), one.at("target").get<std::size_t>(),
                      one.at("needed").get<std::uint64_t>(), static_cast<InputKind>(one.at("inputs").get<int>()),
                      one.at("options").get<OptionTexts>()});
  }
  return result;
}

std::vector<WriterSample> writers_from(const Json& list) {
  std::vector<WriterSample> result;
  for (const Json& one : list) {
    result.push_back({one.at("class").get<std::size_t>(), one.at("options").get<OptionTexts>(),
                      one.at("tables").get<std::vector<std::size_t>>()});
  }
  return result;
}

}  // namespace

const std::vector<SqlType>& target_types() {
  static const std::vector<SqlType> types = parse_all();
  return types;
}

const std::vector<std::string>& enum_labels() {
  static const std::vector<std::string> labels{"sad", "ok", "happy"};
  return labels;
}

std::string to_json(const Samples& samples) {
  return Json{{"generators", generators_json(samples.generators)},
              {"refused_generators", generators_json(samples.refused_generators)},
              {"writers", writers_json(samples.writers)},
              {"refused_writers", writers_json(samples.refused_writers)},
              {"untried", samples.untried}}
      .dump();
}

Samples samples_from_json(const std::string& text) {
  const Json json = Json::parse(text);
  return {generators_from(json.at("generators")), generators_from(json.at("refused_generators")),
          writers_from(json.at("writers")), writers_from(json.at("refused_writers")),
          json.at("untried").get<std::vector<std::string>>()};
}

}  // namespace datagen::host::check
