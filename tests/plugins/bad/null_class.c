/* Lists a class that is not there. */
#define BAD_CLASS NULL, &sound_class
#include "sound.h"
