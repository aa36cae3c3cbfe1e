/* Two files with one plugin id, but different classes. */
#define BAD_CLASS_ID "org.example.first"
#include "sound.h"
