/* A weighted dictionary. */
#include "broken.h"

#ifdef BROKEN_injective_is_true
static const char* const words_entries[] = {"alpha", "beta", "alpha"};
#else
static const char* const words_entries[] = {"alpha", "beta", "gr\xc3\xb6\xc3\x9f"};
#endif
enum { WORDS = 3 };
static int words_object;

static datagen_status words_create(const datagen_host* host, const datagen_target* target, const datagen_value* values,
                                   uint32_t n_values, datagen_generator** out, datagen_error* error) {
  (void)host, (void)values, (void)n_values;
  if (IS_BROKEN("makes-objects")) return DATAGEN_UNSUPPORTED;
  if (strcmp(target->format, "u") != 0 || (target->max_characters > 0 && target->max_characters < 5)) {
    return refuse(error, DATAGEN_UNSUPPORTED, target->column, "words have up to five letters");
  }
  *out = (datagen_generator*)(void*)&words_object;
  return DATAGEN_OK;
}

static void words_destroy(datagen_generator* generator) { (void)generator; }

static datagen_status words_describe(const datagen_generator* generator, datagen_generator_info* info,
                                     datagen_error* error) {
  (void)generator, (void)error;
  info->flags = DATAGEN_DICTIONARY | DATAGEN_WEIGHTED | DATAGEN_INJECTIVE;
  info->cardinality = WORDS;
  return DATAGEN_OK;
}

static datagen_status words_values(const datagen_generator* generator, const datagen_call* call,
                                   const uint64_t* ordinals, uint32_t n, datagen_column* out, datagen_error* error) {
  (void)generator, (void)call, (void)error;
  const int32_t shift = IS_BROKEN("dictionary-is-sound") ? 1 : 0;
  for (uint32_t i = 0; i < n; ++i) ((int32_t*)(void*)out->data->data)[i] = (int32_t)ordinals[i] + shift;
  return DATAGEN_OK;
}

static datagen_status words_dictionary(const datagen_generator* generator, datagen_column* out, int64_t* length,
                                       datagen_error* error) {
  (void)generator;
  int32_t* const offsets = (int32_t*)(void*)out->offsets->data;
  if (out->data->reserve(out->data, 64) != DATAGEN_OK) return refuse(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  offsets[0] = 0;
  for (int i = 0; i < WORDS; ++i) {
    const size_t size = strlen(words_entries[i]);
    memcpy(out->data->data + offsets[i], words_entries[i], size);
    offsets[i + 1] = offsets[i] + (int32_t)size;
  }
  out->data->size = (uint64_t)offsets[WORDS];
  *length = WORDS;
  return DATAGEN_OK;
}

static datagen_status words_weights(const datagen_generator* generator, double* out, uint64_t n, datagen_error* error) {
  (void)generator, (void)error;
  for (uint64_t i = 0; i < n; ++i) out[i] = (double)(i + 1);
  if (IS_BROKEN("weights-are-sound")) out[0] = -1;
  return DATAGEN_OK;
}

static const datagen_generator_class words_class = {
    .struct_size = sizeof(datagen_generator_class),
    .algorithm_version = 1,
    .id = "org.example.broken.words",
    .summary = "Three words",
    .families = DATAGEN_FAMILY_TEXT,
    .create = words_create,
    .destroy = words_destroy,
    .describe = words_describe,
    .values = words_values,
    .dictionary = words_dictionary,
    .weights = words_weights,
};
