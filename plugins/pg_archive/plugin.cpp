// datagen.pg_archive: archives that pg_restore reads, as pg_dump makes them.
#include "writer.hpp"

namespace datagen::pg_archive {
namespace {

constexpr datagen_writer_class kWriter = sdk::writer_class<Writer>(
    {"datagen.pg_archive", "PostgreSQL archive for pg_restore, in pg_dump's custom or directory format", 1, nullptr});
constexpr const datagen_writer_class* kWriters[] = {&kWriter};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({"datagen.pg_archive", "PostgreSQL archive", "1.0.0", "datagen", "Apache-2.0", ""}, {}, kWriters);

}  // namespace
}  // namespace datagen::pg_archive

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &datagen::pg_archive::kPlugin; }
