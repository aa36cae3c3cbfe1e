/* A shared library, but no plugin. */
#define BAD_ENTRY some_other_function
#include "sound.h"
