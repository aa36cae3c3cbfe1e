/* A sound generator plugin in plain C; each file of this folder spoils one thing by defining a macro before including
 * it. The generator is called "bad" and gives every integer column the value of its ordinal. */
#include <stddef.h>

#include "datagen/plugin.h"

int sound_object;

#ifndef BAD_CREATE
static datagen_status sound_create(const datagen_host* host, const datagen_target* target, const datagen_value* values,
                                   uint32_t n_values, datagen_generator** out, datagen_error* error) {
  (void)host, (void)target, (void)values, (void)n_values, (void)error;
  *out = (datagen_generator*)(void*)&sound_object;
  return DATAGEN_OK;
}
#define BAD_CREATE sound_create
#endif

static void sound_destroy(datagen_generator* generator) { (void)generator; }

#ifndef BAD_FLAGS
#define BAD_FLAGS 0
#endif
#ifndef BAD_CARDINALITY
#define BAD_CARDINALITY 1000
#endif
static datagen_status sound_describe(const datagen_generator* generator, datagen_generator_info* info,
                                     datagen_error* error) {
  (void)generator, (void)error;
  info->flags = BAD_FLAGS;
  info->cardinality = BAD_CARDINALITY;
  return DATAGEN_OK;
}

#ifndef BAD_VALUES
static datagen_status sound_values(const datagen_generator* generator, const datagen_call* call,
                                   const uint64_t* ordinals, uint32_t n, datagen_column* out, datagen_error* error) {
  (void)generator, (void)call, (void)error;
  int32_t* values = (int32_t*)(void*)out->data->data;
  for (uint32_t i = 0; i < n; ++i) values[i] = (int32_t)ordinals[i];
  return DATAGEN_OK;
}
#define BAD_VALUES sound_values
#endif

#ifndef BAD_DICTIONARY
#define BAD_DICTIONARY NULL
#endif
#ifndef BAD_REQUIRED
#define BAD_REQUIRED 0
#endif
#ifndef BAD_CLASS_ID
#define BAD_CLASS_ID "org.example.bad"
#endif

static const datagen_generator_class sound_class = {
    .struct_size = sizeof(datagen_generator_class),
    .algorithm_version = 1,
    .required = BAD_REQUIRED,
    .id = BAD_CLASS_ID,
    .summary = "Not as it should be",
    .families = DATAGEN_FAMILY_INTEGER | DATAGEN_FAMILY_TEXT,
    .create = BAD_CREATE,
    .destroy = sound_destroy,
    .describe = sound_describe,
    .values = BAD_VALUES,
    .dictionary = BAD_DICTIONARY,
};

#ifndef BAD_CLASS
#define BAD_CLASS &sound_class
#endif
static const datagen_generator_class* const sound_classes[] = {BAD_CLASS};

#ifndef BAD_STRUCT_SIZE
#define BAD_STRUCT_SIZE sizeof(datagen_plugin)
#endif
#ifndef BAD_MINIMUM_HOST
#define BAD_MINIMUM_HOST DATAGEN_ABI_VERSION
#endif
#ifndef BAD_PLUGIN
#define BAD_PLUGIN &sound_plugin
#endif
#ifndef BAD_ENTRY
#define BAD_ENTRY datagen_plugin_v1
#endif

const datagen_plugin sound_plugin = {
    .struct_size = BAD_STRUCT_SIZE,
    .abi_version = DATAGEN_ABI_VERSION,
    .minimum_host_abi = BAD_MINIMUM_HOST,
    .n_generators = 1,
    .generators = sound_classes,
    .id = "org.example.bad",
    .name = "Bad on purpose",
    .version = "1.0",
    .vendor = "The tests",
    .license = "MIT",
};

DATAGEN_EXPORT const datagen_plugin* BAD_ENTRY(void);
const datagen_plugin* BAD_ENTRY(void) { return BAD_PLUGIN; }
