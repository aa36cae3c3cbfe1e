/* Text without end: the ordinal in hexadecimal, behind the row's value of another column if one is bound. */
#include "broken.h"

typedef struct phrases {
  int has_input;
  char suffix[2];
} phrases;

static const datagen_option phrases_source = {.struct_size = sizeof(datagen_option),
                                              .type = DATAGEN_COLUMN,
                                              .name = "source",
                                              .doc = "What a phrase begins with.",
                                              .default_value = "[\"name\"]"};
static const datagen_option* const phrases_options[] = {&phrases_source};

static char phrases_suffix(void) {
  static int somewhere;
  if (IS_BROKEN("same-bytes-in-another-process")) return (char)('a' + ((uintptr_t)&somewhere >> 20) % 26);
  if (IS_BROKEN("environment-does-not-matter"))
    return (char)('a' + (getenv("TZ") == NULL ? 0 : strlen(getenv("TZ")) % 26));
  return '.';
}

static datagen_status phrases_create(const datagen_host* host, const datagen_target* target,
                                     const datagen_value* values, uint32_t n_values, datagen_generator** out,
                                     datagen_error* error) {
  (void)host, (void)n_values;
  if (strcmp(target->format, "u") != 0 || target->max_characters != 0) {
    return refuse(error, DATAGEN_UNSUPPORTED, target->column, "phrases are text of any length");
  }
  const int bound = values[0].is_set != 0;
  if (bound) {
    const struct ArrowSchema* const input = target->inputs[values[0].as.i];
    if (input->dictionary != NULL || strcmp(input->format, "u") != 0) {
      return refuse(error, DATAGEN_UNSUPPORTED, "source", "phrases begin with plain text");
    }
  }
  phrases* const self = calloc(1, sizeof *self);
  if (self == NULL) return refuse(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  self->has_input = bound;
  self->suffix[0] = phrases_suffix();
  *out = (datagen_generator*)self;
  return DATAGEN_OK;
}

static void phrases_destroy(datagen_generator* generator) { free(generator); }

static datagen_status phrases_describe(const datagen_generator* generator, datagen_generator_info* info,
                                       datagen_error* error) {
  (void)error;
  info->flags = ((const phrases*)generator)->has_input ? DATAGEN_MAKES_NULLS : DATAGEN_INJECTIVE;
  info->cardinality = 0;
  return DATAGEN_OK;
}

static datagen_status phrases_values(const datagen_generator* generator, const datagen_call* call,
                                     const uint64_t* ordinals, uint32_t n, datagen_column* out, datagen_error* error) {
  const phrases* const self = (const phrases*)generator;
  const struct ArrowArray* const input = self->has_input ? call->inputs[0] : NULL;
  const int32_t* const ends = input == NULL ? NULL : (const int32_t*)input->buffers[1];
  const uint8_t* const validity = input == NULL ? NULL : (const uint8_t*)input->buffers[0];
  int32_t* const offsets = (int32_t*)(void*)out->offsets->data;
  char* const digits = call->scratch(call, 32);
  if (digits == NULL) return refuse(error, DATAGEN_OUT_OF_MEMORY, "", "no scratch memory");
  const uint64_t most = (uint64_t)n * 18 + (input == NULL || n == 0 ? 0 : (uint64_t)ends[n]);
  if (out->data->reserve(out->data, most) != DATAGEN_OK && !IS_BROKEN("survives-full-memory")) {
    return refuse(error, DATAGEN_OUT_OF_MEMORY, "", "no memory for the values");
  }
  offsets[0] = 0;
  uint8_t* end = out->data->data;
  for (uint32_t i = 0; i < n; ++i) {
    if (IS_BROKEN("extreme-ordinals") && ordinals[i] == UINT64_MAX) {
      return refuse(error, DATAGEN_DATA, "", "the ordinal is too large");
    }
    const int null = validity != NULL && (validity[i / 8] >> (i % 8) & 1) == 0;
    if (null && !IS_BROKEN("nulls-hide-values")) {
      out->validity->data[i / 8] = (uint8_t)(out->validity->data[i / 8] & ~(1u << i % 8));
      if (!IS_BROKEN("nulls-are-counted")) ++out->null_count;
    } else {
      if (input != NULL) {
        const size_t size = (size_t)(ends[i + 1] - ends[i]);
        memcpy(end, (const char*)input->buffers[2] + ends[i], size);
        end += size;
      }
      snprintf(digits, 32, "%016llx", (unsigned long long)ordinals[i]);
      memcpy(end, digits, 16);
      end += 16;
      *end++ = IS_BROKEN("values-are-well-formed") ? 0xff : (uint8_t)self->suffix[0];
    }
    offsets[i + 1] = (int32_t)(end - out->data->data);
  }
  out->data->size = (uint64_t)offsets[n];
  return DATAGEN_OK;
}

static const datagen_generator_class phrases_class = {
    .struct_size = sizeof(datagen_generator_class),
    .algorithm_version = 1,
    .id = "org.example.broken.phrases",
    .summary = "Text without end",
    .options = phrases_options,
    .n_options = 1,
    .families = DATAGEN_FAMILY_TEXT,
    .create = phrases_create,
    .destroy = phrases_destroy,
    .describe = phrases_describe,
    .values = phrases_values,
};
