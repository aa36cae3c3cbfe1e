/* Gives another value at each call: a key that is computed again is another key. */
#include <stddef.h>

#include "datagen/plugin.h"
static int32_t next_value = 1;
static datagen_status counts(const datagen_generator* generator, const datagen_call* call, const uint64_t* ordinals,
                             uint32_t n, datagen_column* out, datagen_error* error) {
  (void)generator, (void)call, (void)ordinals, (void)error;
  int32_t* values = (int32_t*)(void*)out->data->data;
  for (uint32_t i = 0; i < n; ++i) values[i] = next_value++;
  return DATAGEN_OK;
}
#define BAD_FLAGS DATAGEN_INJECTIVE
#define BAD_VALUES counts
#include "sound.h"
