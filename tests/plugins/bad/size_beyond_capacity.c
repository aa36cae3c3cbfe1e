/* Text whose size is far beyond the memory that it was given. */
#include "datagen/plugin.h"
static datagen_status beyond(const datagen_generator* generator, const datagen_call* call, const uint64_t* ordinals,
                             uint32_t n, datagen_column* out, datagen_error* error) {
  (void)generator, (void)call, (void)ordinals, (void)error;
  if (out->offsets == 0) return DATAGEN_INTERNAL;
  int32_t* offsets = (int32_t*)(void*)out->offsets->data;
  for (uint32_t i = 0; i <= n; ++i) offsets[i] = (int32_t)(i * 1000000);
  out->data->size = out->data->capacity + 1000000;
  return DATAGEN_OK;
}
#define BAD_VALUES beyond
#include "sound.h"
