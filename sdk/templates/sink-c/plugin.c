/* Each lane of a table into files of tab-separated text of its own, which appear when the lane is committed. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "rows.h"

typedef struct writer {
  uint32_t lanes;
  char directory[];
} writer;

typedef struct table {
  const datagen_table_info* info; /* lives as long as the table writer */
  const char* directory;
} table;

/* One lane: one call at a time.  A file holds what is written up to a commit. */
typedef struct lane {
  const struct ArrowSchema* schema;
  FILE* file; /* or NULL: what was written is committed */
  uint8_t* bytes;
  uint64_t capacity;
  size_t path_size;
  char* name; /* of the files, up to their numbers */
  char* target;
  char* temporary;
  unsigned n_files;
} lane;

enum { OPTION_DIRECTORY, OPTION_LANES, N_OPTIONS };

static const datagen_option directory_option = {.struct_size = sizeof(datagen_option),
                                                .type = DATAGEN_STRING,
                                                .flags = DATAGEN_OPTION_REQUIRED,
                                                .name = "directory",
                                                .doc = "Where the files are put; it must exist."};
static const datagen_option lanes_option = {.struct_size = sizeof(datagen_option),
                                            .type = DATAGEN_INT,
                                            .name = "lanes",
                                            .doc = "How many files of a table are written at once.",
                                            .default_value = "4",
                                            .minimum = "1",
                                            .maximum = "64"};
static const datagen_option* const options[N_OPTIONS] = {&directory_option, &lanes_option};

static datagen_status fail_file(datagen_error* error, const char* file, const char* what) {
  char message[1024];
  snprintf(message, sizeof message, "%.700s: %s: %s", file, what, strerror(errno));
  return fail(error, DATAGEN_IO, "", message);
}

static datagen_status DATAGEN_CALL create(const datagen_host* host, const datagen_database* database,
                                          const datagen_value* values, uint32_t n_values, datagen_writer** out,
                                          datagen_error* error) {
  (void)host, (void)database;
  if (n_values != N_OPTIONS) return fail(error, DATAGEN_INVALID_ARGUMENT, "", "two options are declared");
  const datagen_str directory = values[OPTION_DIRECTORY].as.s;
  writer* const made = calloc(1, sizeof *made + directory.size + 1);
  if (made == NULL) return fail(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  made->lanes = (uint32_t)values[OPTION_LANES].as.i;
  if (directory.size != 0) memcpy(made->directory, directory.data, directory.size);
  *out = (datagen_writer*)(void*)made;
  return DATAGEN_OK;
}

static void DATAGEN_CALL destroy(datagen_writer* object) { free(object); }

static datagen_status DATAGEN_CALL open_table(datagen_writer* object, const datagen_table_info* info,
                                              datagen_table_plan* plan, datagen_table_writer** out,
                                              datagen_error* error) {
  for (int64_t i = 0; i < info->schema->n_children; ++i) {
    const struct ArrowSchema* const column = info->schema->children[i];
    if (!is_known(column)) {
      return fail(error, DATAGEN_UNSUPPORTED, column->name, "this writer knows booleans, integers and text only");
    }
  }
  if (strchr(info->definition->name, '/') != NULL) {
    return fail(error, DATAGEN_UNSUPPORTED, info->definition->name, "this name cannot be a file's");
  }
  table* const made = malloc(sizeof *made);
  if (made == NULL) return fail(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  made->info = info;
  made->directory = ((const writer*)(const void*)object)->directory;
  plan->max_lanes = ((const writer*)(const void*)object)->lanes;
  *out = (datagen_table_writer*)(void*)made;
  return DATAGEN_OK;
}

static void DATAGEN_CALL close_table(datagen_table_writer* object) { free(object); }

/* Rolls back what was not committed. */
static void DATAGEN_CALL sink_close(datagen_sink* object) {
  lane* const self = (lane*)(void*)object;
  if (self == NULL) return;
  if (self->file != NULL) {
    fclose(self->file);
    remove(self->temporary);
  }
  free(self->temporary);
  free(self->name);
  free(self->target);
  free(self->bytes);
  free(self);
}

static datagen_status DATAGEN_CALL sink_open(datagen_table_writer* object, uint32_t number, datagen_sink** out,
                                             datagen_error* error) {
  const table* const self = (const table*)(const void*)object;
  const char* const name = self->info->definition->name;
  lane* const made = calloc(1, sizeof *made);
  if (made == NULL) return fail(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  made->path_size = strlen(self->directory) + strlen(name) + 64;
  made->name = malloc(made->path_size);
  made->target = malloc(made->path_size);
  made->temporary = malloc(made->path_size);
  if (made->name == NULL || made->target == NULL || made->temporary == NULL) {
    sink_close((datagen_sink*)(void*)made);
    return fail(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  }
  made->schema = self->info->schema;
  snprintf(made->name, made->path_size, "%s/%s.%u", self->directory, name, number);
  *out = (datagen_sink*)(void*)made;
  return DATAGEN_OK;
}

static datagen_status open_file(lane* self, datagen_error* error) {
  snprintf(self->target, self->path_size, "%s.%u.tsv", self->name, self->n_files);
  snprintf(self->temporary, self->path_size, "%s.%u.tsv.tmp", self->name, self->n_files);
  ++self->n_files;
  self->file = fopen(self->temporary, "wb");
  return self->file == NULL ? fail_file(error, self->temporary, "cannot create the file") : DATAGEN_OK;
}

static datagen_status DATAGEN_CALL sink_write(datagen_sink* object, const datagen_call* call,
                                              const datagen_batch* batch, datagen_error* error) {
  (void)call;
  lane* const self = (lane*)(void*)object;
  if (self->file == NULL) {
    const datagen_status status = open_file(self, error);
    if (status != DATAGEN_OK) return status;
  }
  const uint64_t bytes = bound_rows(self->schema, batch->array);
  if (bytes > self->capacity) {
    uint8_t* const larger = realloc(self->bytes, bytes);
    if (larger == NULL) return fail(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
    self->bytes = larger;
    self->capacity = bytes;
  }
  const size_t size = (size_t)(write_rows(self->bytes, self->schema, batch->array) - self->bytes);
  if (fwrite(self->bytes, 1, size, self->file) != size) return fail_file(error, self->target, "cannot write");
  return DATAGEN_OK;
}

static datagen_status DATAGEN_CALL sink_commit(datagen_sink* object, datagen_error* error) {
  lane* const self = (lane*)(void*)object;
  if (self->file == NULL) return DATAGEN_OK;
  if (fflush(self->file) != 0 || rename(self->temporary, self->target) != 0) {
    return fail_file(error, self->target, "cannot put the file in place");
  }
  fclose(self->file);
  self->file = NULL;
  return DATAGEN_OK;
}

static const datagen_writer_class writer_class = {.struct_size = sizeof(datagen_writer_class),
                                                  .algorithm_version = 1,
                                                  .id = "@ID@",
                                                  .summary = "Files of tab-separated text",
                                                  .options = options,
                                                  .n_options = N_OPTIONS,
                                                  .create = create,
                                                  .destroy = destroy,
                                                  .open_table = open_table,
                                                  .close_table = close_table,
                                                  .sink_open = sink_open,
                                                  .sink_write = sink_write,
                                                  .sink_commit = sink_commit,
                                                  .sink_close = sink_close};
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
