/* A generator in C: licence plates, some letters and then some digits: "AB 1234".
 *
 * Ordinal 0 is the first plate in the alphabet, and so on: distinct ordinals give distinct plates (a UNIQUE column may
 * rest on it), and they come in order. */
#include <stdlib.h>
#include <string.h>

#include "datagen/plugin.h"

typedef struct plates {
  uint32_t letters;
  uint32_t digits;
  uint64_t cardinality;
} plates;

enum { OPTION_LETTERS, OPTION_DIGITS, N_OPTIONS };

static const datagen_option letters_option = {.struct_size = sizeof(datagen_option),
                                              .type = DATAGEN_INT,
                                              .name = "letters",
                                              .doc = "How many letters come first.",
                                              .default_value = "2",
                                              .minimum = "1",
                                              .maximum = "4"};
static const datagen_option digits_option = {.struct_size = sizeof(datagen_option),
                                             .type = DATAGEN_INT,
                                             .name = "digits",
                                             .doc = "How many digits follow.",
                                             .default_value = "4",
                                             .minimum = "1",
                                             .maximum = "8"};
static const datagen_option* const options[N_OPTIONS] = {&letters_option, &digits_option};

/* A host may hand over a larger or a smaller error than the one that this file knows, or none. */
static datagen_status fail(datagen_error* error, datagen_status code, const char* subject, const char* message) {
  if (error != NULL && error->struct_size >= sizeof(datagen_error)) {
    error->code = code;
    error->row = -1;
    strncpy(error->subject, subject, sizeof error->subject - 1);
    error->subject[sizeof error->subject - 1] = '\0';
    strncpy(error->message, message, sizeof error->message - 1);
    error->message[sizeof error->message - 1] = '\0';
  }
  return code;
}

static datagen_status DATAGEN_CALL create(const datagen_host* host, const datagen_target* target,
                                          const datagen_value* values, uint32_t n_values, datagen_generator** out,
                                          datagen_error* error) {
  (void)host;
  if (n_values != N_OPTIONS) return fail(error, DATAGEN_INVALID_ARGUMENT, "", "two options are declared");
  if (strcmp(target->format, "u") != 0) {
    return fail(error, DATAGEN_UNSUPPORTED, target->column, "licence plates are text");
  }
  plates made = {(uint32_t)values[OPTION_LETTERS].as.i, (uint32_t)values[OPTION_DIGITS].as.i, 1};
  if (target->max_characters != 0 && made.letters + 1 + made.digits > target->max_characters) {
    return fail(error, DATAGEN_UNSUPPORTED, "digits", "the column is too short for so many letters and digits");
  }
  for (uint32_t i = 0; i < made.letters; ++i) made.cardinality *= 26;
  for (uint32_t i = 0; i < made.digits; ++i) made.cardinality *= 10;
  plates* const object = malloc(sizeof *object);
  if (object == NULL) return fail(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  *object = made;
  *out = (datagen_generator*)(void*)object;
  return DATAGEN_OK;
}

static void DATAGEN_CALL destroy(datagen_generator* generator) { free(generator); }

static datagen_status DATAGEN_CALL describe(const datagen_generator* generator, datagen_generator_info* info,
                                            datagen_error* error) {
  (void)error;
  const plates* const self = (const plates*)(const void*)generator;
  info->flags = DATAGEN_INJECTIVE | DATAGEN_ORDERED;
  info->cardinality = self->cardinality;
  info->estimated_bytes = self->letters + 1 + self->digits;
  return DATAGEN_OK;
}

static datagen_status DATAGEN_CALL make_values(const datagen_generator* generator, const datagen_call* call,
                                               const uint64_t* ordinals, uint32_t n, datagen_column* out,
                                               datagen_error* error) {
  (void)call;
  const plates* const self = (const plates*)(const void*)generator;
  const uint32_t width = self->letters + 1 + self->digits;
  if ((uint64_t)n * width > INT32_MAX) {
    return fail(error, DATAGEN_DATA, "", "a batch of this column exceeds 2147483647 bytes; use smaller batches");
  }
  if (out->data->capacity < (uint64_t)n * width && out->data->reserve(out->data, (uint64_t)n * width) != DATAGEN_OK) {
    return fail(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  }
  int32_t* const offsets = (int32_t*)(void*)out->offsets->data;
  offsets[0] = 0;
  for (uint32_t row = 0; row < n; ++row) {
    uint8_t* const plate = out->data->data + (uint64_t)row * width;
    uint64_t rest = ordinals[row];
    for (uint32_t i = width; i-- > self->letters + 1;) {
      plate[i] = (uint8_t)('0' + rest % 10);
      rest /= 10;
    }
    plate[self->letters] = ' ';
    for (uint32_t i = self->letters; i-- > 0;) {
      plate[i] = (uint8_t)('A' + rest % 26);
      rest /= 26;
    }
    offsets[row + 1] = (int32_t)((row + 1) * width);
  }
  out->data->size = (uint64_t)n * width;
  return DATAGEN_OK;
}

/* Text columns whose names end in these words get plates without asking. */
static const datagen_hint plate_hint = {.struct_size = sizeof(datagen_hint),
                                        .families = DATAGEN_FAMILY_TEXT,
                                        .match = DATAGEN_MATCH_SUFFIX,
                                        .priority = 1, /* before the plates that datagen itself makes */
                                        .column = "license_plate"};
static const datagen_hint* const hints[] = {&plate_hint};

static const datagen_generator_class plate_class = {.struct_size = sizeof(datagen_generator_class),
                                                    .algorithm_version = 1,
                                                    .id = "org.example.license_plate",
                                                    .summary = "Licence plates: letters, a space, digits",
                                                    .options = options,
                                                    .hints = hints,
                                                    .n_options = N_OPTIONS,
                                                    .n_hints = 1,
                                                    .families = DATAGEN_FAMILY_TEXT,
                                                    .create = create,
                                                    .destroy = destroy,
                                                    .describe = describe,
                                                    .values = make_values};
static const datagen_generator_class* const classes[] = {&plate_class};

static const datagen_plugin plugin = {.struct_size = sizeof(datagen_plugin),
                                      .abi_version = DATAGEN_ABI_VERSION,
                                      .minimum_host_abi = DATAGEN_ABI_VERSION,
                                      .n_generators = 1,
                                      .generators = classes,
                                      .id = "org.example.license_plate",
                                      .name = "Licence plates",
                                      .version = "1.0.0",
                                      .vendor = "Example",
                                      .license = "Apache-2.0",
                                      .url = ""};

const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) { return &plugin; }
