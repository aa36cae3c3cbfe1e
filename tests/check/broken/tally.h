/* A sink that counts rows. */
#include "broken.h"

typedef struct tally_sink {
  uint64_t written, committed;
} tally_sink;

static int tally_object;

static datagen_status tally_create(const datagen_host* host, const datagen_database* database,
                                   const datagen_value* values, uint32_t n_values, datagen_writer** out,
                                   datagen_error* error) {
  (void)host, (void)database, (void)values, (void)n_values, (void)error;
  *out = (datagen_writer*)(void*)&tally_object;
  return DATAGEN_OK;
}

static void tally_destroy(datagen_writer* writer) { (void)writer; }

static datagen_status tally_open_table(datagen_writer* writer, const datagen_table_info* info, datagen_table_plan* plan,
                                       datagen_table_writer** out, datagen_error* error) {
  (void)writer, (void)info, (void)error;
  plan->max_lanes = 2;
  *out = (datagen_table_writer*)(void*)&tally_object;
  return DATAGEN_OK;
}

static void tally_close_table(datagen_table_writer* table) { (void)table; }

static datagen_status tally_open(datagen_table_writer* table, uint32_t lane, datagen_sink** out, datagen_error* error) {
  (void)table;
  if (IS_BROKEN("sink-lanes") && lane > 0) return refuse(error, DATAGEN_IO, "", "there is one lane only");
  tally_sink* const sink = calloc(1, sizeof *sink);
  if (sink == NULL) return refuse(error, DATAGEN_OUT_OF_MEMORY, "", "out of memory");
  *out = (datagen_sink*)sink;
  return DATAGEN_OK;
}

static datagen_status tally_write(datagen_sink* sink, const datagen_call* call, const datagen_batch* batch,
                                  datagen_error* error) {
  (void)call, (void)error;
  const struct ArrowArray* const rows = batch->array;
  if (IS_BROKEN("sink-takes-extremes") && rows->length > 0 && rows->n_children > 1 &&
      rows->children[1]->null_count == rows->length) {
    return DATAGEN_DATA; /* without a message */
  }
  ((tally_sink*)sink)->written += (uint64_t)batch->array->length;
  return DATAGEN_OK;
}

static datagen_status tally_commit(datagen_sink* sink, datagen_error* error) {
  tally_sink* const self = (tally_sink*)sink;
  if (IS_BROKEN("sink-orders") && self->written == 0) return refuse(error, DATAGEN_IO, "", "nothing was written");
  self->committed = self->written;
  return DATAGEN_OK;
}

static void tally_close(datagen_sink* sink) {
  const tally_sink* const self = (const tally_sink*)sink;
  if (IS_BROKEN("sink-abandoned") && self->committed != self->written) abort();
  free(sink);
}

static const datagen_writer_class tally_class = {
    .struct_size = sizeof(datagen_writer_class),
    .algorithm_version = 1,
    .id = "org.example.broken.tally",
    .summary = "Counts rows",
    .create = tally_create,
    .destroy = tally_destroy,
    .open_table = tally_open_table,
    .close_table = tally_close_table,
    .sink_open = tally_open,
    .sink_write = tally_write,
    .sink_commit = tally_commit,
    .sink_close = tally_close,
};
