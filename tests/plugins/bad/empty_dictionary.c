/* A dictionary without entries. */
#include "datagen/plugin.h"
static datagen_status empty_dictionary(const datagen_generator* generator, datagen_column* out, int64_t* length,
                                       datagen_error* error) {
  (void)generator, (void)error;
  out->data->size = 0;
  *length = 0;
  return DATAGEN_OK;
}
#define BAD_DICTIONARY empty_dictionary
#define BAD_FLAGS DATAGEN_DICTIONARY
#define BAD_CARDINALITY 0
#include "sound.h"
