/* A container of the lines that lines.h writes: it counts their bytes. */
#include "broken.h"

typedef struct crate_sink {
  uint64_t bytes, committed;
} crate_sink;

static datagen_status crate_pre_data(datagen_writer* writer, datagen_buffer* out, datagen_error* error) {
  (void)writer, (void)error;
  return IS_BROKEN("sink-gives-no-bytes") ? lines_text(out, "crate\n") : DATAGEN_OK;
}

/* What the broken encoder refuses without a word is refused with one here: that is the encoder's case. */
static datagen_status crate_encode(const datagen_table_writer* writer, const datagen_call* call,
                                   const datagen_batch* batch, datagen_buffer* out, datagen_error* error) {
  const datagen_status status = lines_encode(writer, call, batch, out, error);
  return status == DATAGEN_DATA ? refuse(error, status, "", "the lines cannot hold this") : status;
}

static datagen_status crate_open(datagen_table_writer* table, uint32_t lane, datagen_sink** out, datagen_error* error) {
  (void)table, (void)lane;
  crate_sink* const sink = calloc(1, sizeof *sink);
  if (sink == NULL) return refuse(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  *out = (datagen_sink*)sink;
  return DATAGEN_OK;
}

/* Every ten rows of a batch have a mark; the broken one takes so many of them as one batch has. */
static datagen_status crate_append(datagen_sink* sink, const datagen_call* call, const uint8_t* bytes, uint64_t n,
                                   datagen_error* error) {
  (void)call;
  uint64_t marks = 0;
  for (uint64_t i = 0; i < n; ++i) marks += bytes[i] == '#';
  if (IS_BROKEN("container-joins-batches") && marks > 10) return refuse(error, DATAGEN_IO, "", "that is too much");
  ((crate_sink*)sink)->bytes += n;
  return DATAGEN_OK;
}

static datagen_status crate_commit(datagen_sink* sink, datagen_error* error) {
  (void)error;
  ((crate_sink*)sink)->committed = ((crate_sink*)sink)->bytes;
  return DATAGEN_OK;
}

static void crate_close(datagen_sink* sink) { free(sink); }

static const datagen_writer_class crate_class = {
    .struct_size = sizeof(datagen_writer_class),
    .algorithm_version = 1,
    .id = "org.example.broken.crate",
    .summary = "Counts bytes",
    .create = lines_create,
    .destroy = lines_destroy,
    .pre_data = crate_pre_data,
    .open_table = lines_open,
    .close_table = lines_close,
    .encode = crate_encode,
    .sink_open = crate_open,
    .sink_append = crate_append,
    .sink_commit = crate_commit,
    .sink_close = crate_close,
};
