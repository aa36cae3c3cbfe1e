/* Integers 0, step, 2 * step, ...: injective, ordered, with locate. */
#include <sched.h>

#include "broken.h"

typedef struct numbers {
  const datagen_host* host;
  int64_t count, step;
  uint32_t width;
  char label[32];
} numbers;

enum { NUMBERS_COUNT, NUMBERS_STEP, NUMBERS_LABEL, NUMBERS_OPTIONS };
static const datagen_option numbers_count = {.struct_size = sizeof(datagen_option),
                                             .type = DATAGEN_INT,
                                             .name = "count",
                                             .doc = "How many there are.",
                                             .default_value = "1000",
                                             .minimum = "1",
                                             .maximum = "30000"};
static const datagen_option numbers_step = {.struct_size = sizeof(datagen_option),
                                            .type = DATAGEN_INT,
                                            .name = "step",
                                            .doc = "The distance of neighbours.",
                                            .default_value = "1"};
static const datagen_option numbers_label = {.struct_size = sizeof(datagen_option),
                                             .type = DATAGEN_STRING,
                                             .name = "label",
                                             .doc = "Kept, and cut to 31 bytes.",
                                             .default_value = "\"\""};
static const datagen_option* const numbers_options[NUMBERS_OPTIONS] = {&numbers_count, &numbers_step, &numbers_label};

static uint32_t integer_width(const char* format) {
  return strcmp(format, "s") == 0 ? 2 : strcmp(format, "i") == 0 ? 4 : strcmp(format, "l") == 0 ? 8 : 0;
}

static datagen_status numbers_create(const datagen_host* host, const datagen_target* target,
                                     const datagen_value* values, uint32_t n_values, datagen_generator** out,
                                     datagen_error* error) {
  (void)n_values;
  if (IS_BROKEN("older-host")) (void)((const volatile char*)target)[sizeof *target];
  if (IS_BROKEN("newer-host") && target->struct_size != sizeof *target) {
    return refuse(error, DATAGEN_INVALID_ARGUMENT, "", "the host is too new");
  }
  const uint32_t width = integer_width(target->format);
  if (width == 0) {
    if (IS_BROKEN("refused-creation-leaves-nothing")) *out = malloc(100);
    return refuse(error, DATAGEN_UNSUPPORTED, target->column, "numbers are integers");
  }
  const int64_t count = values[NUMBERS_COUNT].as.i, step = values[NUMBERS_STEP].as.i;
  const int64_t largest = width == 2 ? INT16_MAX : width == 4 ? INT32_MAX : INT64_MAX;
  if (step < 1 || step > largest / count) {
    return refuse(error, DATAGEN_INVALID_OPTION, "step", "the step must be at least 1, and all numbers fit the column");
  }
  const datagen_str label = values[NUMBERS_LABEL].as.s;
  if (IS_BROKEN("hostile-options") && label.size > 1000) abort();
  numbers* const self = calloc(1, sizeof *self);
  if (self == NULL) return refuse(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  *self = (numbers){.host = host, .count = count, .step = step, .width = width};
  memcpy(self->label, label.data, label.size < sizeof self->label ? label.size : sizeof self->label - 1);
  *out = (datagen_generator*)self;
  return DATAGEN_OK;
}

static void numbers_destroy(datagen_generator* generator) {
  if (IS_BROKEN("destroy-accepts-null")) (void)((const volatile numbers*)generator)->count;
  if (!IS_BROKEN("destroyed-objects-leave-nothing")) free(generator);
}

static datagen_status numbers_describe(const datagen_generator* generator, datagen_generator_info* info,
                                       datagen_error* error) {
  (void)error;
  info->flags = DATAGEN_INJECTIVE | DATAGEN_ORDERED;
  info->cardinality = (uint64_t)((const numbers*)generator)->count;
  return DATAGEN_OK;
}

static int64_t number_at(const numbers* self, const uint64_t* ordinals, uint32_t i, uint32_t n) {
  uint64_t ordinal = ordinals[i];
  if (IS_BROKEN("split-invariant") && n % 2 == 1 && n > 1 && n < 150 && i == n - 1) ordinal = ordinals[i - 1];
  if (IS_BROKEN("any-order") && i > 0 && ordinal < ordinals[i - 1]) ordinal = ordinals[i - 1];
  if (IS_BROKEN("ordered-is-true") && (ordinal == 5 || ordinal == 6)) ordinal = 11 - ordinal;
  return (int64_t)ordinal * self->step;
}

static datagen_status numbers_values(const datagen_generator* generator, const datagen_call* call,
                                     const uint64_t* ordinals, uint32_t n, datagen_column* out, datagen_error* error) {
  (void)call;
  static int inside;
  const numbers* const self = (const numbers*)generator;
  uint8_t* const data = out->data->data;
  if (n == 0) {
    if (IS_BROKEN("hangs"))
      for (;;) sched_yield();
    if (IS_BROKEN("quits")) exit(0);
    return IS_BROKEN("zero-rows") ? refuse(error, DATAGEN_INVALID_ARGUMENT, "", "no rows") : DATAGEN_OK;
  }
  if (IS_BROKEN("cancel-is-honoured") && self->host->is_cancelled(self->host)) {
    return refuse(error, DATAGEN_INTERNAL, "", "cancelled");
  }
  if (IS_BROKEN("stays-in-bounds")) data[out->data->capacity + 64] = 1;
  if (IS_BROKEN("inputs-are-read-only")) ((volatile uint64_t*)(uintptr_t)ordinals)[0] = ordinals[0];
  if (IS_BROKEN("memory-stays-flat") && malloc(100) == NULL) return DATAGEN_OUT_OF_MEMORY;
  int64_t extra = 0;
  if (IS_BROKEN("same-call-same-bytes") && data[0] % 2 == 0) extra = 1;
  if (IS_BROKEN("threads-agree")) {
    if (__atomic_add_fetch(&inside, 1, __ATOMIC_SEQ_CST) != 1) extra = 1;
    for (int i = 0; i < 20; ++i) sched_yield();
    __atomic_sub_fetch(&inside, 1, __ATOMIC_SEQ_CST);
  }
  for (uint32_t i = 0; i < n; ++i) {
    if (IS_BROKEN("cardinality-is-true") && ordinals[i] == 999) {
      return refuse(error, DATAGEN_DATA, "", "there is no such number");
    }
    const int64_t value = number_at(self, ordinals, i, n) + extra;
    const int32_t value32 = (int32_t)value;
    const int16_t value16 = (int16_t)value;
    const void* const bytes = self->width == 2   ? (const void*)&value16
                              : self->width == 4 ? (const void*)&value32
                                                 : &value;
    memcpy(data + (size_t)i * self->width, bytes, self->width);
  }
  return DATAGEN_OK;
}

#ifndef BROKEN_ordered_is_true
static datagen_status numbers_locate(const datagen_generator* generator, const char* value, uint32_t side,
                                     uint64_t* ordinal, datagen_error* error) {
  const numbers* const self = (const numbers*)generator;
  char* end = NULL;
  const int64_t number = strtoll(value, &end, 10);
  if (end == value || *end != '\0') return refuse(error, DATAGEN_INVALID_ARGUMENT, "", "this is no integer");
  int64_t place = number < 0 ? 0 : number / self->step;
  if (number >= 0 && (side == DATAGEN_LOCATE_FIRST_GREATER || number % self->step != 0)) ++place;
  if (IS_BROKEN("locate-inverts-values")) ++place;
  *ordinal = (uint64_t)(place > self->count ? self->count : place);
  return DATAGEN_OK;
}
#endif

static const datagen_generator_class numbers_class = {
    .struct_size = sizeof(datagen_generator_class),
    .algorithm_version = 1,
#ifdef BROKEN_declarations_are_sound
    .id = "no id at all",
#else
    .id = "org.example.broken.numbers",
#endif
#ifdef BROKEN_declarations_are_tidy
    .reserved = 1,
#endif
    .summary = "Integers in order",
    .options = numbers_options,
    .n_options = NUMBERS_OPTIONS,
    .families = DATAGEN_FAMILY_INTEGER | DATAGEN_FAMILY_TEXT,
    .create = numbers_create,
    .destroy = numbers_destroy,
    .describe = numbers_describe,
    .values = numbers_values,
#ifndef BROKEN_ordered_is_true
    .locate = numbers_locate,
#endif
};
