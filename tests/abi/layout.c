/* Compiling it is the test: as C and as C++, with -Wpadded. */
#include <stddef.h>

#include "datagen/plugin.h"
#include "datagen/services/resource.h"

#ifdef __cplusplus
#define ASSERT static_assert
#else
#define ASSERT _Static_assert
#endif

#define FIELD(type, field, offset, bytes)                                              \
  ASSERT(offsetof(type, field) == (offset) && sizeof(((type*)NULL)->field) == (bytes), \
         #type "." #field " does not lie where ABI 1.0 has it");
#define GROWABLE(type, bytes) ASSERT(sizeof(type) >= (bytes), #type " has become smaller");
#define FROZEN(type, bytes) ASSERT(sizeof(type) == (bytes), #type " is frozen, but has another size");

#include "abi/1.0.layout"

FIELD(datagen_resources, struct_size, 0, 4)
FIELD(datagen_resources, reserved, 4, 4)
FIELD(datagen_resources, context, 8, 8)
FIELD(datagen_resources, open, 16, 8)
GROWABLE(datagen_resources, 24)
