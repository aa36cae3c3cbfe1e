// datagen.postgres: rows straight into a PostgreSQL server.
#include "writer.hpp"

namespace datagen::postgres_sink {
namespace {

constexpr datagen_writer_class kWriter =
    sdk::writer_class<Writer>({"datagen.postgres", "Straight into a PostgreSQL server, by COPY", 1, nullptr});
constexpr const datagen_writer_class* kWriters[] = {&kWriter};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({"datagen.postgres", "PostgreSQL", "1.0.0", "datagen", "Apache-2.0", ""}, {}, kWriters);

}  // namespace
}  // namespace datagen::postgres_sink

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept {
  return &datagen::postgres_sink::kPlugin;
}
