#include "run_report/diagram.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "display_width.hpp"
#include "messages.hpp"
#include "run_report/markup.hpp"

namespace datagen::host {
namespace {

constexpr double kCharacter = 7.6, kBoxHeight = 46, kRowGap = 22, kLayerGap = 90, kMargin = 16;

constexpr std::size_t kNoTable = ~std::size_t{0};

struct Box {
  std::size_t table = kNoTable;  // without one: room for an arrow that passes through the layer
  std::uint64_t rows = 0;
  std::size_t layer = 0;
  double order = 0;  // within the layer
  double x = 0, y = 0, width = 0;

  [[nodiscard]] double height() const { return table == kNoTable ? 8 : kBoxHeight; }
  [[nodiscard]] double middle() const { return y + height() / 2; }
};

// The referring table's box, those that the arrow passes, the referenced table's.
using Arrow = std::vector<std::size_t>;

// Boxes in layers (Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures",
// 1981): the longest way to a table without references decides the layer, the mean of neighbours the order.
class Drawing {
 public:
  Drawing(const Description& description, const std::vector<TableExplanation>& tables) : description_(description) {
    std::map<std::size_t, std::size_t> box_of;
    // Tables come after those that they refer to, except in cycles.
    for (const TableExplanation& table : tables) {
      Box box;
      box.table = table.table;
      box.rows = table.rows;
      const std::size_t characters =
          std::max(display_width(description.tables[table.table].full_name()), grouped(table.rows).size() + 5);
      box.width = kCharacter * static_cast<double>(characters) + 24;
      for (const ForeignKey& key : description.tables[table.table].foreign_keys)
        if (const auto parent = box_of.find(key.referenced_table); parent != box_of.end())
          box.layer = std::max(box.layer, boxes_[parent->second].layer + 1);
      box_of[table.table] = boxes_.size();
      boxes_.push_back(box);
    }
    const std::size_t n = boxes_.size();
    for (std::size_t b = 0; b < n; ++b) {
      std::set<std::size_t> drawn;
      for (const ForeignKey& key : description.tables[boxes_[b].table].foreign_keys) {
        const auto parent = box_of.find(key.referenced_table);
        if (parent != box_of.end() && drawn.insert(parent->second).second) add_arrow(b, parent->second);
      }
    }
    for (std::size_t b = 0; b < boxes_.size(); ++b) boxes_[b].order = static_cast<double>(b);
    place();
  }

  [[nodiscard]] std::string svg() const {
    std::string text = fmt::format(
        "<svg class=\"relations\" viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" height=\"{1:.0f}\" role=\"img\" "
        "aria-label=\"Tables and the foreign keys between them\">\n"
        "<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
        "orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n",
        width_, height_);
    for (const Arrow& arrow : arrows_) text += path(arrow);
    for (const Box& each : boxes_)
      if (each.table != kNoTable) text += box(each);
    return text + "</svg>\n";
  }

 private:
  void place() {
    std::size_t layers = 0;
    for (const Box& box : boxes_) layers = std::max(layers, box.layer + 1);
    for (int sweep = 0; sweep < 8; ++sweep) {
      for (std::size_t i = 0; i < layers; ++i) order_layer(sweep % 2 == 0 ? i : layers - 1 - i);
    }
    double x = kMargin;
    std::vector<double> used(layers, 0);
    for (std::size_t layer = 0; layer < layers; ++layer) {
      double widest = 0, y = kMargin;
      for (const std::size_t b : members_of(layer)) {
        boxes_[b].x = x;
        boxes_[b].y = y;
        y += boxes_[b].height() + kRowGap;
        widest = std::max(widest, boxes_[b].width);
      }
      for (const std::size_t b : members_of(layer))
        if (boxes_[b].table == kNoTable) boxes_[b].width = widest;
      used[layer] = y - kRowGap + kMargin;
      height_ = std::max(height_, used[layer]);
      x += widest + kLayerGap;
    }
    width_ = std::max(x - kLayerGap + kMargin + 24, 2 * kMargin);
    // Layers stand in the middle of the tallest.
    for (Box& box : boxes_) box.y += (height_ - used[box.layer]) / 2;
  }

  [[nodiscard]] std::vector<std::size_t> members_of(std::size_t layer) const {
    std::vector<std::size_t> members;
    for (std::size_t b = 0; b < boxes_.size(); ++b)
      if (boxes_[b].layer == layer) members.push_back(b);
    std::stable_sort(members.begin(), members.end(),
                     [&](std::size_t a, std::size_t b) { return boxes_[a].order < boxes_[b].order; });
    return members;
  }

  // By the mean place of the boxes that a box is joined with.
  void order_layer(std::size_t layer) {
    std::vector<std::pair<double, std::size_t>> wanted;
    for (const std::size_t b : members_of(layer)) {
      double sum = 0, n = 0;
      for (const Arrow& arrow : arrows_) {
        const auto at = std::find(arrow.begin(), arrow.end(), b);
        if (at == arrow.end() || arrow.front() == arrow.back()) continue;
        if (at != arrow.begin()) sum += boxes_[*(at - 1)].order, ++n;
        if (at + 1 != arrow.end()) sum += boxes_[*(at + 1)].order, ++n;
      }
      wanted.emplace_back(n == 0 ? boxes_[b].order : sum / n, b);
    }
    std::stable_sort(wanted.begin(), wanted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    // Centred, so that layers of different sizes compare.
    for (std::size_t i = 0; i < wanted.size(); ++i)
      boxes_[wanted[i].second].order = static_cast<double>(i) - static_cast<double>(wanted.size() - 1) / 2;
  }

  void add_arrow(std::size_t from, std::size_t to) {
    Arrow arrow{from};
    for (std::size_t layer = boxes_[from].layer; layer > boxes_[to].layer + 1;) {
      arrow.push_back(boxes_.size());
      boxes_.push_back({kNoTable, 0, --layer, 0, 0, 0, 0});
    }
    arrow.push_back(to);
    arrows_.push_back(std::move(arrow));
  }

  [[nodiscard]] std::string path(const Arrow& arrow) const {
    const Box &from = boxes_[arrow.front()], &to = boxes_[arrow.back()];
    const bool onward = to.layer < from.layer;
    std::string way;
    if (arrow.front() == arrow.back()) {
      way = fmt::format("M{:.1f} {:.1f}c26 -4 26 -22 0 -16", from.x + from.width, from.middle() + 14);
    } else if (onward) {
      way = fmt::format("M{:.1f} {:.1f}", from.x, from.middle());
      for (std::size_t i = 1; i < arrow.size(); ++i) {
        const Box &right = boxes_[arrow[i - 1]], &left = boxes_[arrow[i]];
        const double x1 = right.x, x2 = left.x + left.width, bend = (x1 - x2) / 2;
        way += fmt::format("C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", x1 - bend, right.middle(), x2 + bend,
                           left.middle(), x2, left.middle());
        if (left.table == kNoTable) way += fmt::format("H{:.1f}", left.x);
      }
    } else if (from.layer < to.layer) {
      const double x1 = from.x + from.width, bend = (to.x - x1) / 2;
      way = fmt::format("M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", x1, from.middle() - 10, x1 + bend,
                        from.middle() - 10, to.x - bend, to.middle() - 10, to.x, to.middle() - 10);
    } else {
      const double x1 = from.x + from.width, x2 = to.x + to.width, bend = kLayerGap * 0.7;
      way = fmt::format("M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", x1, from.middle() - 10, x1 + bend,
                        from.middle() - 10, x2 + bend, to.middle() + 10, x2, to.middle() + 10);
    }
    const bool back = !onward && arrow.front() != arrow.back();
    return fmt::format("<path class=\"key{}\" marker-end=\"url(#arrow)\" d=\"{}\"/>\n", back ? " back" : "", way);
  }

  [[nodiscard]] std::string box(const Box& box) const {
    return fmt::format(
        "<a href=\"#table-{}\"><rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.0f}\" rx=\"6\"/>"
        "<text class=\"name\" x=\"{:.1f}\" y=\"{:.1f}\">{}</text><text class=\"rows\" x=\"{:.1f}\" y=\"{:.1f}\">{} "
        "row{}</text></a>\n",
        box.table, box.x, box.y, box.width, kBoxHeight, box.x + 12, box.y + 20,
        escaped(description_.tables[box.table].full_name()), box.x + 12, box.y + 37, grouped(box.rows),
        box.rows == 1 ? "" : "s");
  }

  const Description& description_;
  std::vector<Box> boxes_;
  std::vector<Arrow> arrows_;
  double width_ = 0, height_ = 0;
};

}  // namespace

std::string relations_diagram(const Description& description, const std::vector<TableExplanation>& tables) {
  return Drawing(description, tables).svg();
}

}  // namespace datagen::host
