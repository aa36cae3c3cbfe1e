/* Answers with nothing. */
#define BAD_PLUGIN NULL
#include "sound.h"
