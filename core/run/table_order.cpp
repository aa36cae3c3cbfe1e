#include "run/table_order.hpp"

namespace datagen {

namespace {

enum class Mark : unsigned char { none, open, done };

// Depth first; an open table met again closes a cycle, whose edge is passed over.  An explicit stack: a chain of
// references may be as long as the description.
void visit(const Description& description, std::size_t start, std::vector<Mark>& marks,
           std::vector<std::size_t>& order) {
  struct Frame {
    std::size_t table, next_key;
  };
  std::vector<Frame> stack{{start, 0}};
  marks[start] = Mark::open;
  while (!stack.empty()) {
    Frame& frame = stack.back();
    const auto& keys = description.tables[frame.table].foreign_keys;
    if (frame.next_key == keys.size()) {
      marks[frame.table] = Mark::done;
      order.push_back(frame.table);
      stack.pop_back();
      continue;
    }
    std::size_t referenced = keys[frame.next_key++].referenced_table;
    if (marks[referenced] != Mark::none) continue;
    marks[referenced] = Mark::open;
    stack.push_back({referenced, 0});
  }
}

}  // namespace

std::vector<std::size_t> table_order(const Description& description) {
  std::vector<Mark> marks(description.tables.size(), Mark::none);
  std::vector<std::size_t> order;
  for (std::size_t t = 0; t < marks.size(); ++t)
    if (marks[t] == Mark::none) visit(description, t, marks, order);
  return order;
}

}  // namespace datagen
