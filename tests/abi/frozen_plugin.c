/* A plugin as it was built when ABI 1.0 was released: it knows the frozen header only.  A generator of numbers and a
 * writer that counts rows. */
#include "abi/1.0.h"

static datagen_status create_numbers(const datagen_host* host, const datagen_target* target,
                                     const datagen_value* values, uint32_t n_values, datagen_generator** out,
                                     datagen_error* error) {
  static const int64_t steps[] = {1, 2, 3, 4, 5};
  (void)host, (void)target, (void)error;
  if (n_values != 1) return DATAGEN_INVALID_ARGUMENT;
  *out = (datagen_generator*)(void*)&steps[values[0].as.i - 1];
  return DATAGEN_OK;
}

static void destroy_numbers(datagen_generator* generator) { (void)generator; }

static datagen_status describe_numbers(const datagen_generator* generator, datagen_generator_info* info,
                                       datagen_error* error) {
  (void)generator, (void)error;
  info->flags = DATAGEN_INJECTIVE | DATAGEN_ORDERED | DATAGEN_SEQUENTIAL;
  info->cardinality = 1000;
  return DATAGEN_OK;
}

static datagen_status make_numbers(const datagen_generator* generator, const datagen_call* call,
                                   const uint64_t* ordinals, uint32_t n, datagen_column* out, datagen_error* error) {
  (void)call, (void)error;
  const int64_t step = *(const int64_t*)(const void*)generator;
  int32_t* const result = (int32_t*)(void*)out->data->data;
  for (uint32_t i = 0; i < n; ++i) result[i] = (int32_t)((int64_t)ordinals[i] * step);
  return DATAGEN_OK;
}

static const datagen_option step = {sizeof(datagen_option),         DATAGEN_INT, 0,   0,   "step",
                                    "From one number to the next.", "3",         "1", "5", 0};
static const datagen_option* const options[] = {&step};
static const datagen_hint hint = {
    sizeof(datagen_hint), DATAGEN_FAMILY_INTEGER, DATAGEN_MATCH_EXACT, 0, "frozen_number", 0, 0, "{\"step\": 2}"};
static const datagen_hint* const hints[] = {&hint};
static const datagen_generator_class numbers = {.struct_size = sizeof(datagen_generator_class),
                                                .algorithm_version = 1,
                                                .id = "org.example.frozen.numbers",
                                                .summary = "Multiples",
                                                .options = options,
                                                .hints = hints,
                                                .n_options = 1,
                                                .n_hints = 1,
                                                .families = DATAGEN_FAMILY_INTEGER,
                                                .create = create_numbers,
                                                .destroy = destroy_numbers,
                                                .describe = describe_numbers,
                                                .values = make_numbers};
static const datagen_generator_class* const generators[] = {&numbers};

static int writer_object, table_object;

static datagen_status create_writer(const datagen_host* host, const datagen_database* database,
                                    const datagen_value* values, uint32_t n_values, datagen_writer** out,
                                    datagen_error* error) {
  (void)host, (void)database, (void)values, (void)n_values, (void)error;
  *out = (datagen_writer*)(void*)&writer_object;
  return DATAGEN_OK;
}

static void destroy_writer(datagen_writer* writer) { (void)writer; }

static datagen_status open_table(datagen_writer* writer, const datagen_table_info* info, datagen_table_plan* plan,
                                 datagen_table_writer** out, datagen_error* error) {
  (void)writer, (void)info, (void)error;
  plan->row_alignment = 10;
  *out = (datagen_table_writer*)(void*)&table_object;
  return DATAGEN_OK;
}

static void close_table(datagen_table_writer* table) { (void)table; }

static datagen_status encode(const datagen_table_writer* table, const datagen_call* call, const datagen_batch* batch,
                             datagen_buffer* out, datagen_error* error) {
  (void)table, (void)call, (void)error;
  const uint64_t n = (uint64_t)batch->array->length;
  if (out->capacity - out->size < 12 * n) {
    const datagen_status status = out->reserve(out, out->size + 12 * n);
    if (status != DATAGEN_OK) return status;
  }
  const int32_t* const values = batch->array->children[0]->buffers[1];
  for (uint64_t i = 0; i < n; ++i) {
    char digits[12];
    int count = 0;
    int32_t rest = values[i];
    do {
      digits[count++] = (char)('0' + rest % 10);
      rest /= 10;
    } while (rest != 0);
    while (count > 0) out->data[out->size++] = (uint8_t)digits[--count];
    out->data[out->size++] = '\n';
  }
  return DATAGEN_OK;
}

static const datagen_writer_class lines = {.struct_size = sizeof(datagen_writer_class),
                                           .algorithm_version = 1,
                                           .id = "org.example.frozen.lines",
                                           .summary = "The first column's integers",
                                           .file_extension = "txt",
                                           .create = create_writer,
                                           .destroy = destroy_writer,
                                           .open_table = open_table,
                                           .close_table = close_table,
                                           .encode = encode};
static const datagen_writer_class* const writers[] = {&lines};

static const datagen_plugin plugin = {.struct_size = sizeof(datagen_plugin),
                                      .abi_version = DATAGEN_ABI_VERSION,
                                      .minimum_host_abi = DATAGEN_ABI_VERSION,
                                      .n_generators = 1,
                                      .generators = generators,
                                      .writers = writers,
                                      .n_writers = 1,
                                      .id = "org.example.frozen",
                                      .name = "Frozen",
                                      .version = "1.0",
                                      .vendor = "The tests",
                                      .license = "MIT",
                                      .url = ""};

const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) { return &plugin; }
