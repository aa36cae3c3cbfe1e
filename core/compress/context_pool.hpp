// A library's compression contexts, as many as threads compress at once.
#pragma once

#include <memory>
#include <mutex>
#include <new>
#include <vector>

namespace datagen {

template <typename Context, void (*release)(Context*)>
class ContextPool {
 public:
  struct Release {
    void operator()(Context* context) const { release(context); }
  };
  using Pointer = std::unique_ptr<Context, Release>;

  // One that no other thread has; make() where none is free.
  template <typename Make>
  Pointer take(Make make) {
    {
      std::lock_guard lock(mutex_);
      if (!free_.empty()) {
        Pointer context = std::move(free_.back());
        free_.pop_back();
        return context;
      }
    }
    Pointer context(make());
    if (context == nullptr) throw std::bad_alloc();
    return context;
  }

  void give_back(Pointer context) {
    std::lock_guard lock(mutex_);
    free_.push_back(std::move(context));
  }

 private:
  std::mutex mutex_;
  std::vector<Pointer> free_;
};

}  // namespace datagen
