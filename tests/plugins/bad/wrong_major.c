/* Made for a later major version of the interface. */
#define BAD_ENTRY datagen_plugin_v2
#include "sound.h"
