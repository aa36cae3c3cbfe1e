/* A library whose debugging information holds all types of the ABI, for abidiff. */
#ifdef FROZEN
#include "abi/1.0.h"
#else
#include "datagen/plugin.h"
#endif

const datagen_plugin* datagen_plugin_v1(void) { return 0; }

typedef struct all_types {
  struct ArrowSchema* schema;
  struct ArrowArray* array;
  datagen_error* error;
  datagen_option* option;
  datagen_value* value;
  datagen_host* host;
  datagen_column* column;
  datagen_call* call;
  datagen_target* target;
  datagen_hint* hint;
  datagen_generator_class* generator;
  datagen_database* database;
  datagen_table_info* table_info;
  datagen_table_plan* table_plan;
  datagen_batch* batch;
  datagen_writer_class* writer;
} all_types;

DATAGEN_EXPORT void use(all_types types);
void use(all_types types) { (void)types; }
