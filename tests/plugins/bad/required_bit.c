/* Wants a feature that no host has. */
#define BAD_REQUIRED 0x400
#include "sound.h"
