/* A dictionary whose offsets decrease. */
#include "datagen/plugin.h"
static datagen_status decreasing_dictionary(const datagen_generator* generator, datagen_column* out, int64_t* length,
                                            datagen_error* error) {
  (void)generator, (void)error;
  if (out->offsets->reserve(out->offsets, 3 * sizeof(int32_t)) != DATAGEN_OK) return DATAGEN_OUT_OF_MEMORY;
  if (out->data->reserve(out->data, 16) != DATAGEN_OK) return DATAGEN_OUT_OF_MEMORY;
  int32_t* offsets = (int32_t*)(void*)out->offsets->data;
  offsets[0] = 0;
  offsets[1] = 9;
  offsets[2] = 4;
  out->offsets->size = 3 * sizeof(int32_t);
  for (int i = 0; i < 16; ++i) out->data->data[i] = 'x';
  out->data->size = 9;
  *length = 2;
  return DATAGEN_OK;
}
#define BAD_DICTIONARY decreasing_dictionary
#define BAD_FLAGS DATAGEN_DICTIONARY
#define BAD_CARDINALITY 2
#include "sound.h"
