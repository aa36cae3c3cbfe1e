// datagen.sqlite: rows into an SQLite database file, ready to be queried.
//
//   datagen generate shop.yaml --format sqlite --output shop.db
#include "writer.hpp"

namespace datagen::sqlite {
namespace {

constexpr datagen_writer_class kWriter =
    sdk::writer_class<Writer>({DATAGEN_SQLITE_ID, "SQLite database file, ready to be queried", 1, nullptr});
constexpr const datagen_writer_class* kWriters[] = {&kWriter};
constexpr datagen_plugin kPlugin =
    sdk::make_plugin({DATAGEN_SQLITE_ID, "SQLite", "1.0.0", "datagen", "Apache-2.0", ""}, {}, kWriters);

}  // namespace
}  // namespace datagen::sqlite

extern "C" const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) noexcept { return &datagen::sqlite::kPlugin; }
