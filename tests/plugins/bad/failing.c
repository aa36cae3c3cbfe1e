/* Makes some batches, then reports an error. */
#include <stddef.h>
#include <string.h>

#include "datagen/plugin.h"
static datagen_status fails_later(const datagen_generator* generator, const datagen_call* call,
                                  const uint64_t* ordinals, uint32_t n, datagen_column* out, datagen_error* error) {
  (void)generator;
  int32_t* values = (int32_t*)(void*)out->data->data;
  for (uint32_t i = 0; i < n; ++i) {
    values[i] = (int32_t)ordinals[i];
    if (call->rows[i] < 90) continue;
    error->code = DATAGEN_DATA;
    error->row = i;
    strcpy(error->message, "row 90 is one too many");
    return DATAGEN_DATA;
  }
  return DATAGEN_OK;
}
#define BAD_VALUES fails_later
#include "sound.h"
