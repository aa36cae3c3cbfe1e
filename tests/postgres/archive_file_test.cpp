// Archives as files: their bytes, their contents by pg_restore -l, and what becomes of them when something fails.
#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "tests/postgres/archive.hpp"
#include "tests/support/catch.hpp"

using namespace datagen::test;
namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;
constexpr auto kCustom = ArchiveFile::Format::custom;
constexpr auto kDirectory = ArchiveFile::Format::directory;
constexpr ArchiveFile::Format kFormats[] = {kCustom, kDirectory};

fs::path path_of(const std::string& name) { return fs::path(DATAGEN_TEST_DATA) / name; }

// The entries of an archive, without their numbers.
Words listed(const std::string& archive) {
  const ProcessResult result = PostgresCluster::shared().pg_restore({"-l", archive});
  CAPTURE(result.err);
  REQUIRE(result.exit_code == 0);
  std::istringstream lines(result.out);
  Words entries;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == ';') continue;
    std::string entry = line.substr(line.find("; 0 0 ") + 6);
    entry.resize(entry.find_last_not_of(' ') + 1);
    entries.push_back(entry);
  }
  return entries;
}

std::string header_of(const std::string& archive) { return PostgresCluster::shared().pg_restore({"-l", archive}).out; }

Json small() {
  return Json::parse(R"({"database": {"name": "tiny"}, "types": {"mood": {"type": "enum", "values": ["sad", "glad"]}},
    "sequences": {"numbers": {"start": 5}}, "tables": {
    "people": {"row_count": 20, "comment": "Who is here", "columns": {"id": {"type": "serial", "primary_key": true},
      "mood": {"type": "mood"}, "age": {"type": "integer", "check": "age >= 0", "min": 1, "max": 90}},
      "indexes": [{"columns": ["age"]}]},
    "staff.visits": {"row_count": 0, "columns": {"person_id": {"type": "integer", "references": "people.id"},
      "note": {"type": "text", "unique": true}}}}})");
}

// Takes some seconds.
Json large() {
  return Json::parse(R"({"tables": {"rows": {"row_count": 30000000, "columns": {
    "id": {"type": "bigserial", "primary_key": true}, "note": {"type": "text"}}}}})");
}

Words names_in(const fs::path& directory) {
  Words names;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory))
    names.push_back(entry.path().filename().string());
  return names;
}

}  // namespace

// Invariant: an archive's bytes depend on the description and the seed alone.
TEST_CASE("An archive has the same bytes with any number of threads and any size of batch") {
  const std::pair<std::string, Words> cases[] = {{"shop.json", {"0", "9"}}, {"types_tour.yaml", {"1", "6"}}};
  for (const auto& [name, levels] : cases) {
    for (const ArchiveFile::Format format : kFormats) {
      for (const std::string& level : levels) {
        std::string expected;
        for (const Words& how :
             {Words{"--jobs", "1"}, Words{"--jobs", "3", "--batch-size", "1"},
              Words{"--jobs", "2", "--batch-size", "777"}, Words{"--jobs", "4", "--batch-size", "30000"}}) {
          Words more{"--rows", "9000", "--set", "compression=" + level};
          more.insert(more.end(), how.begin(), how.end());
          const ArchiveFile archive(path_of(name), format, 5, more);
          CAPTURE(name, level, how, archive.result().err);
          REQUIRE(archive.result().exit_code == 0);
          if (expected.empty()) expected = archive.bytes();
          CHECK((archive.bytes() == expected));
        }
      }
    }
  }
}

// Invariant: standard output gets the archive that a file gets, but for the places of the data.
TEST_CASE("An archive on standard output is as long as the file, and lists the same") {
  const Words words{"generate", path_of("shop.json").string(), "--seed", "5", "--format", "pg_archive"};
  const ProcessResult streamed = run_datagen(words);
  REQUIRE(streamed.exit_code == 0);
  const ArchiveFile file(path_of("shop.json"), kCustom, 5);
  CHECK(streamed.out.size() == file.bytes().size());
  CHECK(streamed.out != file.bytes());
  const TemporaryDirectory directory;
  CHECK(listed(directory.write("streamed", streamed.out).string()) == listed(file.path()));
}

TEST_CASE("pg_restore lists what is in an archive") {
  const TemporaryDirectory directory;
  const fs::path description = directory.write("small.json", small().dump());
  const Words pre_data{"SCHEMA - staff",
                       "TYPE public mood",
                       "SEQUENCE public numbers",
                       "TABLE public people",
                       "COMMENT public TABLE people",
                       "TABLE staff visits"};
  const Words data{"TABLE DATA public people", "TABLE DATA staff visits", "SEQUENCE SET public people"};
  const Words post_data{"CONSTRAINT public people people_pkey", "CONSTRAINT staff visits visits_note_key",
                        "INDEX public people_age_idx", "FK CONSTRAINT staff visits visits_person_id_fkey"};
  Words all = pre_data;
  all.insert(all.end(), data.begin(), data.end());
  all.insert(all.end(), post_data.begin(), post_data.end());
  for (const ArchiveFile::Format format : kFormats) {
    const ArchiveFile archive(description, format, 5, {"--as-of", "2024-03-01T10:20:30Z"});
    CAPTURE(archive.result().err);
    REQUIRE(archive.result().exit_code == 0);
    CHECK(listed(archive.path()) == all);
    const std::string header = header_of(archive.path());
    CHECK(header.find("Archive created at 2024-03-01 10:20:30") != std::string::npos);
    CHECK(header.find("dbname: tiny") != std::string::npos);
    CHECK(header.find("Dump Version: 1.14-0") != std::string::npos);
    CHECK(header.find(format == kCustom ? "Format: CUSTOM" : "Format: DIRECTORY") != std::string::npos);
    CHECK(PostgresCluster::shared().pg_restore({"-l", "-C", archive.path()}).out.find(" DATABASE - tiny") !=
          std::string::npos);
    const auto with = [&](const Words& more) {
      const ArchiveFile part(description, format, 5, more);
      CAPTURE(part.result().err);
      REQUIRE(part.result().exit_code == 0);
      return listed(part.path());
    };
    CHECK(with({"--section", "pre-data"}) == pre_data);
    CHECK(with({"--section", "data"}) == data);
    CHECK(with({"--section", "post-data"}) == post_data);
    CHECK(with({"--data-only"}) == data);
    CHECK(with({"--schema-only"}).size() == pre_data.size() + post_data.size());
    CHECK(with({"--shard", "2/3"}) == data);
    CHECK(with({"--tables", "people"}).size() == all.size() - 4 - 1);  // and no schema of the other's
  }
}

TEST_CASE("What an archive cannot be is refused with what to do") {
  const TemporaryDirectory directory;
  const std::string shop = path_of("shop.json").string();
  const auto refused = [&](const Words& more, int exit_code, const std::string& message) {
    Words words{"generate", shop, "--seed", "1", "--format", "pg_archive"};
    words.insert(words.end(), more.begin(), more.end());
    const ProcessResult result = run_datagen(words);
    CAPTURE(more, result.err);
    CHECK(result.exit_code == exit_code);
    CHECK(result.err.find(message) != std::string::npos);
  };
  const std::string file = directory.write("full/file", "x").string(), full = (directory.path() / "full").string();
  refused({"--set", "output_dir=" + full}, 4, "is not empty: it holds file");
  refused({"--set", "output_dir=" + file}, 4, "is not a directory");
  refused({"--set", "output=" + full}, 4, "is a directory");
  refused({"--set", "output=/nowhere/at/all"}, 4, "create the directory first");
  refused({"--set", "output_dir=/nowhere/at/all"}, 4, "create the directory first");
  refused({"--set", "output=a", "--set", "output_dir=b"}, 2, "a file or a directory");
  refused({"--set", "compression=10"}, 1, "compression");
  refused({"--compress", "gzip"}, 1, "--compress");
  refused({"--split-size", "1MB"}, 1, "--split-size");
  refused({"--section", "pre-data", "--section", "data"}, 4, "name a file");  // standard output
  CHECK(names_in(directory.path()) == Words{"full"});

  const ProcessResult nameless = run_datagen({"generate", path_of("ring.json").string(), "--create", "--format",
                                              "pg_archive", "--set", "output=" + full + "/new"});
  CHECK(nameless.exit_code == 2);
  CHECK(nameless.err.find("set database.name") != std::string::npos);
  CHECK(names_in(full) == Words{"file"});
  CHECK(read_file(file) == "x");
}

// Invariant: nothing appears under the archive's name, and what stood there stays, unless the archive is whole.
TEST_CASE("An archive that is interrupted or killed does not appear") {
  const TemporaryDirectory description_directory;
  const std::string description = description_directory.write("large.json", large().dump()).string();
  for (const ArchiveFile::Format format : kFormats) {
    for (const int signal : {SIGINT, SIGTERM, SIGKILL}) {
      CAPTURE(signal, static_cast<int>(format));
      const TemporaryDirectory directory;
      const fs::path target = directory.path() / "archive";
      if (format == kCustom) directory.write("archive", "what was here before");
      Words words{"generate", description, "--seed", "1"};
      for (const std::string& word : archive_words(target.string(), format)) words.push_back(word);
      Command command = datagen_command(words);
      command.signals.push_back({signal, std::chrono::milliseconds(700), 0});
      const ProcessResult result = run_process(command);
      CAPTURE(result.err);
      if (signal == SIGKILL)
        CHECK(result.signal == SIGKILL);
      else
        CHECK(result.exit_code == 130);
      if (format == kCustom)
        CHECK(read_file(target) == "what was here before");
      else
        CHECK(!fs::exists(target));
      if (signal != SIGKILL) CHECK(names_in(directory.path()).size() == (format == kCustom ? 1 : 0));
    }
  }
}

TEST_CASE("A full disk and a closed pipe end an archive with a message") {
  const TemporaryDirectory directory;
  const std::string description = directory.write("large.json", large().dump()).string();
  const auto run = [&](const Words& more) {
    Words words{"generate", description, "--seed", "1", "--format", "pg_archive"};
    words.insert(words.end(), more.begin(), more.end());
    return datagen_command(words);
  };
  const ProcessResult full = run_process(run({"--set", "output=/dev/full"}));
  CHECK(full.exit_code == 4);
  CHECK(full.err.find("free some space") != std::string::npos);

  Command closed = run({});
  closed.close_output_after = 100000;
  const ProcessResult end = run_process(closed);
  CAPTURE(end.err);
  CHECK(end.exit_code == 4);
  CHECK(end.err.find("standard output") != std::string::npos);

  // Files of a limited size, as on a full disk.
  const TemporaryDirectory target;
  for (const std::string option : {"output=", "output_dir="}) {
    Command limited = run({"--set", option + (target.path() / "archive").string()});
    std::string line = "trap '' XFSZ; ulimit -f 2000; exec \"$0\" \"$@\"";
    limited.arguments.insert(limited.arguments.begin(), {"/bin/sh", "-c", line});
    const ProcessResult result = run_process(limited);
    CAPTURE(option, result.err);
    CHECK(result.exit_code == 4);
    CHECK(result.err.find("no larger file") != std::string::npos);
    CHECK(names_in(target.path()).empty());
  }
}

// A reader that does not read does not keep the program from ending.
TEST_CASE("An archive that nobody reads can be interrupted") {
  const TemporaryDirectory directory;
  const std::string description = directory.write("large.json", large().dump()).string();
  const std::string pipe = (directory.path() / "pipe").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  Command command =
      datagen_command({"generate", description, "--seed", "1", "--format", "pg_archive", "--set", "output=" + pipe});
  command.signals.push_back({SIGINT, std::chrono::milliseconds(500), 0});
  command.timeout = std::chrono::seconds(20);
  CHECK(run_process(command).exit_code == 130);
  // Opened by a reader that sleeps.
  command.arguments.insert(command.arguments.begin(),
                           {"/bin/sh", "-c", "sleep 3 <\"" + pipe + "\" & exec \"$0\" \"$@\""});
  CHECK(run_process(command).exit_code == 130);
}
