/* The other of the two. */
#define BAD_CLASS_ID "org.example.second"
#include "sound.h"
