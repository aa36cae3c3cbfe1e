/* Makes no value, and never returns. */
#include <time.h>

#include "datagen/plugin.h"
static datagen_status hang(const datagen_generator* generator, const datagen_call* call, const uint64_t* ordinals,
                           uint32_t n, datagen_column* out, datagen_error* error) {
  (void)generator, (void)call, (void)ordinals, (void)n, (void)out, (void)error;
  volatile int waiting = 1;
  struct timespec second = {1, 0};
  while (waiting != 0) nanosleep(&second, 0);
  return DATAGEN_OK;
}
#define BAD_VALUES hang
#include "sound.h"
