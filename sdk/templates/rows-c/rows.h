/* Rows of a batch as tab-separated text: booleans, integers and text, plain or from a dictionary.  For other types, add
 * their format to is_known and to write_value; plugin.h lists them all. */
#ifndef ROWS_H_
#define ROWS_H_

#include <stdint.h>
#include <string.h>

#include "datagen/plugin.h"

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

static int is_known(const struct ArrowSchema* column) {
  return strlen(column->format) == 1 && strchr("bsilu", column->format[0]) != NULL;
}

static int is_null(const struct ArrowArray* column, int64_t row) {
  const uint8_t* const validity = column->buffers[0];
  return column->null_count != 0 && validity != NULL && (validity[row >> 3] >> (row & 7) & 1) == 0;
}

/* The text of a row, of a text column or through a dictionary. */
static const char* text_of(const struct ArrowArray* column, int64_t row, uint64_t* size) {
  if (column->dictionary != NULL) {
    row = ((const int32_t*)column->buffers[1])[row];
    column = column->dictionary;
  }
  const int32_t* const offsets = column->buffers[1];
  *size = (uint64_t)(offsets[row + 1] - offsets[row]);
  return *size == 0 ? "" : (const char*)column->buffers[2] + offsets[row];
}

static int is_text(const struct ArrowSchema* column) { return column->format[0] == 'u' || column->dictionary != NULL; }

static uint8_t* write_integer(uint8_t* out, int64_t value) {
  uint8_t digits[20];
  int n = 0;
  uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  do {
    digits[n++] = (uint8_t)('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (value < 0) *out++ = '-';
  while (n > 0) *out++ = digits[--n];
  return out;
}

static uint8_t* write_text(uint8_t* out, const char* text, uint64_t size) {
  for (uint64_t i = 0; i < size; ++i) {
    const char letter = text[i] == '\t'   ? 't'
                        : text[i] == '\n' ? 'n'
                        : text[i] == '\r' ? 'r'
                        : text[i] == '\\' ? '\\'
                                          : 0;
    if (letter != 0) *out++ = '\\';
    *out++ = (uint8_t)(letter != 0 ? letter : text[i]);
  }
  return out;
}

/* At most 21 bytes, or twice its size for text. */
static uint8_t* write_value(uint8_t* out, const struct ArrowSchema* schema, const struct ArrowArray* column,
                            int64_t row) {
  if (is_null(column, row)) {
    memcpy(out, "\\N", 2);
    return out + 2;
  }
  if (is_text(schema)) {
    uint64_t size = 0;
    const char* const text = text_of(column, row, &size);
    return write_text(out, text, size);
  }
  switch (schema->format[0]) {
    case 'b':
      *out = (((const uint8_t*)column->buffers[1])[row >> 3] >> (row & 7) & 1) != 0 ? 't' : 'f';
      return out + 1;
    case 's':
      return write_integer(out, ((const int16_t*)column->buffers[1])[row]);
    case 'i':
      return write_integer(out, ((const int32_t*)column->buffers[1])[row]);
    default:
      return write_integer(out, ((const int64_t*)column->buffers[1])[row]);
  }
}

/* Room that write_rows needs. */
static uint64_t bound_rows(const struct ArrowSchema* schema, const struct ArrowArray* batch) {
  uint64_t bytes = (uint64_t)batch->length;
  for (int64_t i = 0; i < schema->n_children; ++i) {
    bytes += 22 * (uint64_t)batch->length;
    if (!is_text(schema->children[i])) continue;
    for (int64_t row = 0; row < batch->length; ++row) {
      uint64_t size = 0;
      text_of(batch->children[i], row, &size);
      bytes += 2 * size;
    }
  }
  return bytes;
}

static uint8_t* write_rows(uint8_t* out, const struct ArrowSchema* schema, const struct ArrowArray* batch) {
  for (int64_t row = 0; row < batch->length; ++row) {
    for (int64_t i = 0; i < schema->n_children; ++i) {
      if (i != 0) *out++ = '\t';
      out = write_value(out, schema->children[i], batch->children[i], row);
    }
    *out++ = '\n';
  }
  return out;
}

#endif /* ROWS_H_ */
