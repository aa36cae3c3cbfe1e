// Points in time as options write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace datagen {

// "now", "-30d", "+2h" (s m h d w mo y; months and years by the calendar, the day of the month cut to the month's
// length), or what parse_timestamp reads -> microseconds since 1970-01-01 UTC.  Nothing if malformed or outside the
// years 1 to 9999 by way of an offset.
[[nodiscard]] std::optional<std::int64_t> resolve_time(std::string_view text, std::int64_t now);

}  // namespace datagen
