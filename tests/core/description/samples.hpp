// One description in three forms; all hold the same.
#pragma once

namespace datagen::test {

extern const char* const sample_json;
extern const char* const sample_toml;
extern const char* const sample_yaml;

}  // namespace datagen::test
