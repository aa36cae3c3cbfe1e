/* Wants a host that does not exist yet. */
#define BAD_MINIMUM_HOST (DATAGEN_ABI_VERSION + 9)
#include "sound.h"
