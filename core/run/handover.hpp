// For ThreadSanitizer only: who hands what to whom through oneTBB.  Packaged oneTBB is not instrumented, so its own
// synchronisation is invisible, and every hand-over of a slot would be reported; suppressing these by name would hide
// the true races of everything that runs inside the pipeline.  Without ThreadSanitizer nothing is left of this.
#pragma once

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define DATAGEN_THREAD_SANITIZER 1
#endif
#elif defined(__SANITIZE_THREAD__)
#define DATAGEN_THREAD_SANITIZER 1
#endif

#ifdef DATAGEN_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#define DATAGEN_NOT_SANITIZED __attribute__((no_sanitize("thread")))
#else
#define DATAGEN_NOT_SANITIZED
#endif

namespace datagen {

inline void take_over([[maybe_unused]] void* address) {
#ifdef DATAGEN_THREAD_SANITIZER
  __tsan_acquire(address);
#endif
}
inline void hand_over([[maybe_unused]] void* address) {
#ifdef DATAGEN_THREAD_SANITIZER
  __tsan_release(address);
#endif
}

// From construction to destruction this thread has what others handed over under the address; afterwards it hands it
// on, and to whoever waits for everything at `end`.
class Handover {
 public:
  Handover(void* address, void* end) : address_(address), end_(end) { take_over(address_); }
  ~Handover() {
    hand_over(address_);
    hand_over(end_);
  }
  Handover(const Handover&) = delete;
  Handover& operator=(const Handover&) = delete;

 private:
  void* address_;
  void* end_;
};

// Waits for everything handed over to `end`, an exception too.
class HandoverEnd {
 public:
  explicit HandoverEnd(void* end) : end_(end) {}
  ~HandoverEnd() { take_over(end_); }
  HandoverEnd(const HandoverEnd&) = delete;
  HandoverEnd& operator=(const HandoverEnd&) = delete;

 private:
  void* end_;
};

}  // namespace datagen
