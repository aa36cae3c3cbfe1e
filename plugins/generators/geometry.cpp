// Geometric types in PostgreSQL's input syntax, within 180 units of the origin.
#include "families.hpp"
#include "formatted_set.hpp"
#include "literals.hpp"

namespace datagen::generators {
namespace {

// In hundredths of a unit.
struct Point {
  std::int64_t x, y;
};
constexpr std::uint64_t kSide = 36'000, kPoints = kSide * kSide;

// Each of the grid's points once.
Point point_of(std::uint64_t ordinal) {
  return {static_cast<std::int64_t>(ordinal % kSide) - 18'000, static_cast<std::int64_t>(ordinal / kSide) - 18'000};
}
// Up to ten units to the right of and above a point, and never on it.
Point beyond(Point from, std::uint64_t bits) {
  return {from.x + 1 + static_cast<std::int64_t>(bits % 1000),
          from.y + 1 + static_cast<std::int64_t>(bits / 1000 % 1000)};
}

char* put_decimal(char* out, std::int64_t hundredths) { return print_scaled(out, hundredths, 2); }
char* put_point(char* out, Point point) {
  out = put_decimal(put(out, "("), point.x);
  return put(put_decimal(put(out, ","), point.y), ")");
}

char* format_point(std::uint64_t ordinal, char* out) { return put_point(out, point_of(ordinal)); }
char* format_segment(std::uint64_t ordinal, char* out) {
  const Point from = point_of(ordinal);
  out = put_point(put(out, "["), from);
  return put(put_point(put(out, ","), beyond(from, datagen_mix(ordinal))), "]");
}
// The upper right corner stands first.
char* format_box(std::uint64_t ordinal, char* out) {
  const Point low = point_of(ordinal);
  out = put_point(out, beyond(low, datagen_mix(ordinal)));
  return put_point(put(out, ","), low);
}
char* format_circle(std::uint64_t ordinal, char* out) {
  out = put_point(put(out, "<"), point_of(ordinal));
  return put(put_decimal(put(out, ","), 1 + static_cast<std::int64_t>(datagen_mix(ordinal) % 1000)), ">");
}
// Ax + By + C = 0 with B = -1: a slope and where it crosses the y axis.
char* format_line(std::uint64_t ordinal, char* out) {
  const Point slope_and_crossing = point_of(ordinal);
  out = put_decimal(put(out, "{"), slope_and_crossing.x);
  return put(put_decimal(put(out, ",-1,"), slope_and_crossing.y), "}");
}
// Three to six corners, around the box that begins at the first.
char* put_corners(std::uint64_t ordinal, char* out) {
  const Point first = point_of(ordinal);
  const std::uint64_t bits = datagen_mix(ordinal);
  const Point last = beyond(first, bits);
  const Point corners[] = {first,
                           {last.x, first.y},
                           {last.x + 250, (first.y + last.y) / 2},
                           last,
                           {(first.x + last.x) / 2, last.y + 250},
                           {first.x, last.y}};
  const std::uint64_t count = 3 + (bits >> 32) % 4;
  for (std::uint64_t i = 0; i < count; ++i) out = put_point(i == 0 ? out : put(out, ","), corners[i]);
  return out;
}
char* format_polygon(std::uint64_t ordinal, char* out) { return put(put_corners(ordinal, put(out, "(")), ")"); }
// Open and closed ones by turns.
char* format_path(std::uint64_t ordinal, char* out) {
  const bool open = (datagen_mix(ordinal) >> 40 & 1) != 0;
  return put(put_corners(ordinal, put(out, open ? "[" : "(")), open ? "]" : ")");
}

constexpr std::uint32_t kFamilies = DATAGEN_FAMILY_OTHER | kText;
constexpr datagen_hint type(const char* name) { return sdk::make_type_hint(DATAGEN_FAMILY_OTHER, name); }
constexpr sdk::HintTable kPointHints(type("point"));
constexpr sdk::HintTable kSegmentHints(type("lseg"));
constexpr sdk::HintTable kBoxHints(type("box"));
constexpr sdk::HintTable kCircleHints(type("circle"));
constexpr sdk::HintTable kLineHints(type("line"));
constexpr sdk::HintTable kPolygonHints(type("polygon"));
constexpr sdk::HintTable kPathHints(type("path"));

constexpr datagen_generator_class kPointClass =
    formatted_class<format_point, kPoints, 17>("datagen.point", "A point of the plane", kFamilies, kPointHints);
constexpr datagen_generator_class kSegmentClass =
    formatted_class<format_segment, kPoints, 37>("datagen.line_segment", "A line segment", kFamilies, kSegmentHints);
constexpr datagen_generator_class kBoxClass =
    formatted_class<format_box, kPoints, 35>("datagen.box", "A rectangle", kFamilies, kBoxHints);
constexpr datagen_generator_class kCircleClass =
    formatted_class<format_circle, kPoints, 25>("datagen.circle", "A circle", kFamilies, kCircleHints);
constexpr datagen_generator_class kLineClass =
    formatted_class<format_line, kPoints, 20>("datagen.line", "A line", kFamilies, kLineHints);
constexpr datagen_generator_class kPolygonClass =
    formatted_class<format_polygon, kPoints, 110>("datagen.polygon", "A polygon", kFamilies, kPolygonHints);
constexpr datagen_generator_class kPathClass =
    formatted_class<format_path, kPoints, 110>("datagen.path", "An open or closed path", kFamilies, kPathHints);

constexpr const datagen_generator_class* kClasses[] = {&kPointClass, &kSegmentClass, &kBoxClass, &kCircleClass,
                                                       &kLineClass,  &kPolygonClass, &kPathClass};

}  // namespace

Classes geometry_classes() { return kClasses; }

}  // namespace datagen::generators
