#include "lane.hpp"

#include <utility>

namespace datagen::postgres_sink {

Lane::Lane(const CopyPlan& plan, ConnectionPool& pool) : plan_(plan), pool_(&pool), own_(pool.take()) {
  connection_ = own_.get();
}

Lane::Lane(const CopyPlan& plan, Connection& connection) : plan_(plan), connection_(&connection) {}

Lane::~Lane() {
  if (copying_) connection_->abort_copy();
  if (own_ == nullptr) return;
  if (copying_ && !connection_->try_run("ROLLBACK")) return;
  try {
    pool_->give_back(std::move(own_));
  } catch (...) {  // then it is closed
  }
}

void Lane::begin() {
  if (own_ != nullptr) connection_->run("BEGIN", "cannot begin to fill " + plan_.table);
  copying_ = true;
  connection_->begin_copy(plan_.statement, "cannot fill " + plan_.table);
  if (plan_.binary) connection_->put(BinaryRows::kHeader);
}

void Lane::write(const datagen_call& call, const datagen_batch& batch) {
  if (batch.array->length == 0) return;
  if (!copying_) begin();
  bytes_.clear();
  if (plan_.binary) {
    plan_.binary->append(*batch.array, bytes_);
  } else {
    const auto n = static_cast<std::size_t>(batch.array->length);
    // The encoder may overwrite 64 bytes after what it writes.
    bytes_.resize(plan_.text->bound(*batch.array) + n + sdk::kBufferSlack);
    char* end = bytes_.data();
    text::RowEncoder<postgres::CopyDialect>::Rows rows(*plan_.text, call, *batch.array);
    for (std::size_t i = 0; i < n; ++i) {
      end = rows.write(end, i);
      *end++ = '\n';
    }
    bytes_.resize(static_cast<std::size_t>(end - bytes_.data()));
  }
  connection_->put(bytes_);
}

void Lane::commit() {
  if (!copying_) return;
  if (plan_.binary) connection_->put(BinaryRows::kTrailer);
  connection_->end_copy();
  if (own_ != nullptr) connection_->run("COMMIT", "cannot commit the rows of " + plan_.table);
  copying_ = false;
}

}  // namespace datagen::postgres_sink
