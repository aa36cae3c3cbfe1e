/* Codes such as "A-0042": a prefix and a number. */
#include <stdlib.h>
#include <string.h>

#include "datagen/plugin.h"

/* A numbered set of values.  It is asked for the values of ordinals in [0, cardinality) by any number of threads; which
 * ordinal a row gets is not its business.  What it makes depends on its arguments alone. */
typedef struct codes {
  uint64_t cardinality;
  uint32_t prefix_size;
  uint32_t digits;
  char prefix[];
} codes;

enum { OPTION_PREFIX, OPTION_DIGITS, N_OPTIONS };

static const datagen_option prefix_option = {.struct_size = sizeof(datagen_option),
                                             .type = DATAGEN_STRING,
                                             .name = "prefix",
                                             .doc = "What stands before the number.",
                                             .default_value = "\"A-\""};
static const datagen_option digits_option = {.struct_size = sizeof(datagen_option),
                                             .type = DATAGEN_INT,
                                             .name = "digits",
                                             .doc = "Digits of the number.",
                                             .default_value = "4",
                                             .minimum = "1",
                                             .maximum = "18"};
static const datagen_option* const options[N_OPTIONS] = {&prefix_option, &digits_option};

/* A host may hand over no error to fill, or a smaller one than this file knows. */
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

/* One object for each column.  What suits neither the column nor the options is refused here, before anything is
 * written. */
static datagen_status DATAGEN_CALL create(const datagen_host* host, const datagen_target* target,
                                          const datagen_value* values, uint32_t n_values, datagen_generator** out,
                                          datagen_error* error) {
  (void)host;
  if (n_values != N_OPTIONS) return fail(error, DATAGEN_INVALID_ARGUMENT, "", "two options are declared");
  if (strcmp(target->format, "u") != 0) return fail(error, DATAGEN_UNSUPPORTED, target->column, "codes are text");
  const datagen_str prefix = values[OPTION_PREFIX].as.s;
  const uint32_t digits = (uint32_t)values[OPTION_DIGITS].as.i;
  if (prefix.size > 1000) return fail(error, DATAGEN_INVALID_OPTION, "prefix", "has more than 1000 bytes");
  if (target->max_characters != 0 && prefix.size + digits > target->max_characters) {
    return fail(error, DATAGEN_INVALID_OPTION, "digits", "the column takes fewer characters");
  }
  codes* const made = malloc(sizeof(codes) + prefix.size);
  if (made == NULL) return fail(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  if (prefix.size != 0) memcpy(made->prefix, prefix.data, prefix.size);
  made->prefix_size = (uint32_t)prefix.size;
  made->digits = digits;
  made->cardinality = 1;
  for (uint32_t i = 0; i < digits; ++i) made->cardinality *= 10;
  *out = (datagen_generator*)(void*)made;
  return DATAGEN_OK;
}

static void DATAGEN_CALL destroy(datagen_generator* generator) { free(generator); }

/* Distinct ordinals give distinct codes, in order: unique columns and bounds may rest on it. */
static datagen_status DATAGEN_CALL describe(const datagen_generator* generator, datagen_generator_info* info,
                                            datagen_error* error) {
  (void)error;
  const codes* const self = (const codes*)(const void*)generator;
  info->flags = DATAGEN_INJECTIVE | DATAGEN_ORDERED;
  info->cardinality = self->cardinality;
  info->estimated_bytes = self->prefix_size + self->digits;
  return DATAGEN_OK;
}

static datagen_status DATAGEN_CALL make_values(const datagen_generator* generator, const datagen_call* call,
                                               const uint64_t* ordinals, uint32_t n, datagen_column* out,
                                               datagen_error* error) {
  (void)call;
  const codes* const self = (const codes*)(const void*)generator;
  const uint64_t width = self->prefix_size + self->digits;
  if (n * width > INT32_MAX) {
    return fail(error, DATAGEN_DATA, "", "a batch of this column exceeds 2147483647 bytes; use smaller batches");
  }
  if (out->data->capacity < n * width && out->data->reserve(out->data, n * width) != DATAGEN_OK) {
    return fail(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  }
  int32_t* const offsets = (int32_t*)(void*)out->offsets->data;
  offsets[0] = 0;
  for (uint32_t row = 0; row < n; ++row) {
    uint8_t* const code = out->data->data + row * width;
    memcpy(code, self->prefix, self->prefix_size);
    uint64_t rest = ordinals[row];
    for (uint64_t i = width; i-- > self->prefix_size; rest /= 10) code[i] = (uint8_t)('0' + rest % 10);
    offsets[row + 1] = (int32_t)((row + 1) * width);
  }
  out->data->size = n * width;
  return DATAGEN_OK;
}

/* Text columns whose names end in these words get it without asking. */
static const datagen_hint name_hint = {.struct_size = sizeof(datagen_hint),
                                       .families = DATAGEN_FAMILY_TEXT,
                                       .match = DATAGEN_MATCH_SUFFIX,
                                       .column = "@NAME@"};
static const datagen_hint* const hints[] = {&name_hint};

static const datagen_generator_class codes_class = {.struct_size = sizeof(datagen_generator_class),
                                                    .algorithm_version = 1,
                                                    .id = "@ID@",
                                                    .summary = "A prefix and a number",
                                                    .options = options,
                                                    .hints = hints,
                                                    .n_options = N_OPTIONS,
                                                    .n_hints = 1,
                                                    .families = DATAGEN_FAMILY_TEXT,
                                                    .create = create,
                                                    .destroy = destroy,
                                                    .describe = describe,
                                                    .values = make_values};
static const datagen_generator_class* const generators[] = {&codes_class};

static const datagen_plugin plugin = {.struct_size = sizeof(datagen_plugin),
                                      .abi_version = DATAGEN_ABI_VERSION,
                                      .minimum_host_abi = DATAGEN_ABI_VERSION,
                                      .n_generators = 1,
                                      .generators = generators,
                                      .id = "@ID@",
                                      .name = "@NAME@",
                                      .version = "0.1.0",
                                      .vendor = "Unknown",
                                      .license = "LicenseRef-None",
                                      .url = ""};

const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) { return &plugin; }
