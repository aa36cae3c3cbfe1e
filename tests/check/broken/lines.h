/* An encoder: a line a row, every ten rows a mark, fixed-width values as hexadecimal bytes, text with escapes. */
#include "broken.h"

typedef struct lines_writer {
  const datagen_database* database;
} lines_writer;

typedef struct lines_table {
  const datagen_table_info* info;
} lines_table;

static uint32_t width_of(const char* format) {
  switch (format[0]) {
    case 's':
      return 2;
    case 'i':
    case 'f':
      return 4;
    case 'l':
    case 'g':
      return 8;
    case 'd':
    case 'w':
      return 16;
    case 't':
      return strcmp(format, "tdD") == 0 ? 4 : 8;
    default:
      return 0; /* bits, text, bytes */
  }
}

static datagen_status lines_append(datagen_buffer* out, const char* text, size_t size) {
  if (out->size + size > out->capacity && out->reserve(out, out->size + size) != DATAGEN_OK)
    return DATAGEN_OUT_OF_MEMORY;
  memcpy(out->data + out->size, text, size);
  out->size += size;
  return DATAGEN_OK;
}

static datagen_status lines_text(datagen_buffer* out, const char* text) {
  return lines_append(out, text, strlen(text));
}

static datagen_status lines_escaped(datagen_buffer* out, const uint8_t* bytes, size_t size, int all) {
  static const char digits[] = "0123456789abcdef";
  datagen_status status = DATAGEN_OK;
  for (size_t i = 0; i < size && status == DATAGEN_OK; ++i) {
    const uint8_t c = bytes[i];
    const int plain =
        !all && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (IS_BROKEN("rows-stay-apart") && c == ';'));
    const char escape[] = {'%', digits[c >> 4], digits[c & 15]};
    status = plain ? lines_append(out, (const char*)&bytes[i], 1) : lines_append(out, escape, 3);
  }
  return status;
}

static datagen_status lines_create(const datagen_host* host, const datagen_database* database,
                                   const datagen_value* values, uint32_t n_values, datagen_writer** out,
                                   datagen_error* error) {
  (void)host, (void)values, (void)n_values;
  lines_writer* const self = malloc(sizeof *self);
  if (self == NULL) return refuse(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  self->database = database;
  *out = (datagen_writer*)self;
  return DATAGEN_OK;
}

static void lines_destroy(datagen_writer* writer) { free(writer); }

static datagen_status lines_pre_data(datagen_writer* writer, datagen_buffer* out, datagen_error* error) {
  if (IS_BROKEN("no-tables") && ((lines_writer*)writer)->database->n_tables == 0) {
    return refuse(error, DATAGEN_UNSUPPORTED, "", "there are no tables");
  }
  return lines_text(out, "lines\n");
}

static datagen_status lines_open(datagen_writer* writer, const datagen_table_info* info, datagen_table_plan* plan,
                                 datagen_table_writer** out, datagen_error* error) {
  (void)writer;
  lines_table* const table = calloc(1, sizeof *table);
  if (table == NULL) return refuse(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  table->info = info;
  plan->row_alignment = IS_BROKEN("table-plan-is-sound") ? 0 : 10;
  *out = (datagen_table_writer*)table;
  return DATAGEN_OK;
}

static void lines_close(datagen_table_writer* table) { free(table); }

static datagen_status lines_begin(const datagen_table_writer* writer, datagen_buffer* out, datagen_error* error) {
  (void)writer, (void)error;
  return lines_text(out, "begin\n");
}

static datagen_status lines_end(const datagen_table_writer* writer, datagen_buffer* out, datagen_error* error) {
  if (IS_BROKEN("empty-tables") && ((const lines_table*)writer)->info->row_count == 0) {
    return refuse(error, DATAGEN_DATA, "", "there are no rows");
  }
  return lines_text(out, "end\n");
}

static datagen_status lines_value(const lines_table* table, uint32_t column, const struct ArrowArray* array,
                                  int64_t row, datagen_buffer* out) {
  const char* const format = table->info->schema->children[column]->format;
  const uint8_t* const validity = array->null_count == 0 ? NULL : array->buffers[0];
  if (validity != NULL && (validity[row / 8] >> (row % 8) & 1) == 0) return lines_text(out, "~");
  const struct ArrowArray* const dictionary = table->info->dictionaries[column];
  if (dictionary != NULL) {
    row = ((const int32_t*)array->buffers[1])[row];
    array = dictionary;
  }
  if (dictionary != NULL || format[0] == 'u' || format[0] == 'z') {
    const int32_t* const offsets = array->buffers[1];
    return lines_escaped(out, (const uint8_t*)array->buffers[2] + offsets[row],
                         (size_t)(offsets[row + 1] - offsets[row]), 0);
  }
  const uint8_t* const data = array->buffers[1];
  if (format[0] == 'b') return lines_text(out, (data[row / 8] >> (row % 8) & 1) != 0 ? "yes" : "no");
  if (IS_BROKEN("extreme-values") && format[0] == 'g' &&
      ((const double*)array->buffers[1])[row] != ((const double*)array->buffers[1])[row]) {
    return DATAGEN_DATA; /* without a message */
  }
  const uint32_t width = width_of(format);
  return lines_escaped(out, data + (uint64_t)row * width, width, 1);
}

static datagen_status lines_encode(const datagen_table_writer* writer, const datagen_call* call,
                                   const datagen_batch* batch, datagen_buffer* out, datagen_error* error) {
  (void)call;
  const lines_table* const table = (const lines_table*)writer;
  const struct ArrowArray* const rows = batch->array;
  if (IS_BROKEN("empty-batch") && rows->length == 0) return refuse(error, DATAGEN_INVALID_ARGUMENT, "", "no rows");
  if (IS_BROKEN("appends-only") && out->size > 0) out->data[0] = 'x';
  datagen_status status = DATAGEN_OK;
  for (int64_t row = 0; row < rows->length && status == DATAGEN_OK; ++row) {
    if ((batch->first_row + (uint64_t)row) % 10 == 0) status = lines_text(out, "#\n");
    for (uint32_t c = 0; c < (uint32_t)rows->n_children && status == DATAGEN_OK; ++c) {
      status = lines_value(table, c, rows->children[c], row, out);
      if (status == DATAGEN_OK) status = lines_text(out, ";");
    }
    if (status == DATAGEN_OK) status = lines_text(out, "\n");
  }
  if (status == DATAGEN_OUT_OF_MEMORY) return refuse(error, status, "", "no memory for the output");
  return status;
}

static const datagen_writer_class lines_class = {
    .struct_size = sizeof(datagen_writer_class),
    .algorithm_version = 1,
    .id = "org.example.broken.lines",
    .summary = "Lines of text",
    .file_extension = "txt",
    .create = lines_create,
    .destroy = lines_destroy,
    .pre_data = lines_pre_data,
    .open_table = lines_open,
    .close_table = lines_close,
    .begin = lines_begin,
    .encode = lines_encode,
    .end = lines_end,
};
