/* Tables as tab-separated text, one after the other, each below a line with its name and one with its columns. */
#include <stdlib.h>

#include "rows.h"

typedef struct writer {
  int header;
} writer;

/* One table.  The functions that take it are called by any number of threads; each call appends its own part of the
 * output, and the program puts the parts in order. */
typedef struct table {
  const datagen_table_info* info; /* lives as long as the table writer */
  int header;
} table;

enum { OPTION_HEADER, N_OPTIONS };

static const datagen_option header_option = {.struct_size = sizeof(datagen_option),
                                             .type = DATAGEN_BOOL,
                                             .name = "header",
                                             .doc = "Begin each table with a line of its columns' names.",
                                             .default_value = "true"};
static const datagen_option* const options[N_OPTIONS] = {&header_option};

static datagen_status append(datagen_buffer* out, const char* text, uint64_t size, datagen_error* error) {
  if (out->capacity - out->size < size && out->reserve(out, out->size + size) != DATAGEN_OK) {
    return fail(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  }
  memcpy(out->data + out->size, text, size);
  out->size += size;
  return DATAGEN_OK;
}

static datagen_status DATAGEN_CALL create(const datagen_host* host, const datagen_database* database,
                                          const datagen_value* values, uint32_t n_values, datagen_writer** out,
                                          datagen_error* error) {
  (void)host, (void)database;
  if (n_values != N_OPTIONS) return fail(error, DATAGEN_INVALID_ARGUMENT, "", "one option is declared");
  writer* const made = malloc(sizeof *made);
  if (made == NULL) return fail(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  made->header = values[OPTION_HEADER].as.i != 0;
  *out = (datagen_writer*)(void*)made;
  return DATAGEN_OK;
}

static void DATAGEN_CALL destroy(datagen_writer* object) { free(object); }

static datagen_status DATAGEN_CALL open_table(datagen_writer* object, const datagen_table_info* info,
                                              datagen_table_plan* plan, datagen_table_writer** out,
                                              datagen_error* error) {
  (void)plan;
  for (int64_t i = 0; i < info->schema->n_children; ++i) {
    const struct ArrowSchema* const column = info->schema->children[i];
    if (!is_known(column)) {
      return fail(error, DATAGEN_UNSUPPORTED, column->name, "this writer knows booleans, integers and text only");
    }
  }
  table* const made = malloc(sizeof *made);
  if (made == NULL) return fail(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  made->info = info;
  made->header = ((const writer*)(const void*)object)->header;
  *out = (datagen_table_writer*)(void*)made;
  return DATAGEN_OK;
}

static void DATAGEN_CALL close_table(datagen_table_writer* object) { free(object); }

static datagen_status DATAGEN_CALL begin(const datagen_table_writer* object, datagen_buffer* out,
                                         datagen_error* error) {
  const table* const self = (const table*)(const void*)object;
  const char* const name = self->info->definition->name;
  datagen_status status = append(out, "# ", 2, error);
  if (status == DATAGEN_OK) status = append(out, name, strlen(name), error);
  for (int64_t i = 0; self->header && status == DATAGEN_OK && i < self->info->schema->n_children; ++i) {
    const char* const column = self->info->schema->children[i]->name;
    status = append(out, i == 0 ? "\n" : "\t", 1, error);
    if (status == DATAGEN_OK) status = append(out, column, strlen(column), error);
  }
  return status == DATAGEN_OK ? append(out, "\n", 1, error) : status;
}

static datagen_status DATAGEN_CALL encode(const datagen_table_writer* object, const datagen_call* call,
                                          const datagen_batch* batch, datagen_buffer* out, datagen_error* error) {
  (void)call;
  const struct ArrowSchema* const schema = ((const table*)(const void*)object)->info->schema;
  const uint64_t bytes = bound_rows(schema, batch->array);
  if (out->capacity - out->size < bytes && out->reserve(out, out->size + bytes) != DATAGEN_OK) {
    return fail(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  }
  out->size = (uint64_t)(write_rows(out->data + out->size, schema, batch->array) - out->data);
  return DATAGEN_OK;
}

static const datagen_writer_class writer_class = {.struct_size = sizeof(datagen_writer_class),
                                                  .algorithm_version = 1,
                                                  .id = "@ID@",
                                                  .summary = "Tab-separated text",
                                                  .options = options,
                                                  .file_extension = "tsv",
                                                  .n_options = N_OPTIONS,
                                                  .create = create,
                                                  .destroy = destroy,
                                                  .open_table = open_table,
                                                  .close_table = close_table,
                                                  .begin = begin,
                                                  .encode = encode};
static const datagen_writer_class* const writers[] = {&writer_class};

static const datagen_plugin plugin = {.struct_size = sizeof(datagen_plugin),
                                      .abi_version = DATAGEN_ABI_VERSION,
                                      .minimum_host_abi = DATAGEN_ABI_VERSION,
                                      .writers = writers,
                                      .n_writers = 1,
                                      .id = "@ID@",
                                      .name = "@NAME@",
                                      .version = "0.1.0",
                                      .vendor = "Unknown",
                                      .license = "LicenseRef-None",
                                      .url = ""};

const datagen_plugin* DATAGEN_CALL datagen_plugin_v1(void) { return &plugin; }
