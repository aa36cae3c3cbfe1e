#include <pthread.h>
#include <unistd.h>

#include "lines.h"
#include "lines_container.h"
#include "numbers.h"
#include "phrases.h"
#include "tally.h"
#include "words.h"

static const datagen_generator_class* const generators[] = {&numbers_class, &words_class, &phrases_class};
static const datagen_writer_class* const writers[] = {&lines_class, &tally_class, &crate_class};

static const void* get_extension(const char* id) { return IS_BROKEN("unknown-extension-is-null") ? id : NULL; }

#define PLUGIN                                                                                                      \
  {                                                                                                                 \
    .struct_size = sizeof(datagen_plugin), .abi_version = DATAGEN_ABI_VERSION,                                      \
    .minimum_host_abi = DATAGEN_ABI_VERSION, .n_generators = 3, .generators = generators, .writers = writers,       \
    .n_writers = 3, .id = "org.example.broken", .name = "Broken: " BROKEN, .version = "1.0", .vendor = "The tests", \
    .license = "MIT", .get_extension = get_extension,                                                               \
  }
static const datagen_plugin plugin = PLUGIN;
static const datagen_plugin other = PLUGIN;

#ifdef BROKEN_one_entry_symbol
DATAGEN_EXPORT int another_symbol(void);
int another_symbol(void) { return 0; }
#endif
#ifdef BROKEN_loads_alone
int a_function_that_nobody_provides(void);
#endif

static void* sleep_for_ever(void* unused) {
  for (;;) pause();
  return unused;
}

__attribute__((constructor)) static void when_loaded(void) {
  pthread_t thread;
  if (IS_BROKEN("quiet-when-loaded")) printf("hello\n");
  if (IS_BROKEN("starts-nothing")) pthread_create(&thread, NULL, sleep_for_ever, NULL);
  if (IS_BROKEN("crashes-when-loaded")) abort();
}

const datagen_plugin* datagen_plugin_v1(void) {
  static unsigned calls;
#ifdef BROKEN_loads_alone
  return a_function_that_nobody_provides() ? &plugin : &other;
#endif
  return IS_BROKEN("entry-is-repeatable") && ++calls % 2 == 0 ? &other : &plugin;
}
