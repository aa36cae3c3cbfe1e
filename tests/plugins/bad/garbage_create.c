/* Fails with a status that does not exist, and says nothing. */
#include "datagen/plugin.h"
static datagen_status garbage_create(const datagen_host* host, const datagen_target* target,
                                     const datagen_value* values, uint32_t n_values, datagen_generator** out,
                                     datagen_error* error) {
  (void)host, (void)target, (void)values, (void)n_values, (void)out, (void)error;
  return 12345;
}
#define BAD_CREATE garbage_create
#include "sound.h"
