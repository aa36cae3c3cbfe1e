/* Its descriptor is smaller than any version's. */
#define BAD_STRUCT_SIZE 20
#include "sound.h"
