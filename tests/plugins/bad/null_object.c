/* Reports success, but makes nothing. */
#include "datagen/plugin.h"
static datagen_status no_object(const datagen_host* host, const datagen_target* target, const datagen_value* values,
                                uint32_t n_values, datagen_generator** out, datagen_error* error) {
  (void)host, (void)target, (void)values, (void)n_values, (void)error;
  *out = 0;
  return DATAGEN_OK;
}
#define BAD_CREATE no_object
#include "sound.h"
