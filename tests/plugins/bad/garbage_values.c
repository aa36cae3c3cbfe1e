/* Fails in the middle of a run with a status that does not exist and a message without an end. */
#include <string.h>

#include "datagen/plugin.h"
static datagen_status garbage_values(const datagen_generator* generator, const datagen_call* call,
                                     const uint64_t* ordinals, uint32_t n, datagen_column* out, datagen_error* error) {
  (void)generator, (void)call, (void)ordinals, (void)n, (void)out;
  if (error) memset(error->message, 'x', sizeof error->message);
  return 12345;
}
#define BAD_VALUES garbage_values
#include "sound.h"
