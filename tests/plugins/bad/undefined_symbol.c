/* Needs a function that nobody provides, so that the loader refuses it. */
#include "sound.h"
void a_function_that_nobody_provides(void);
DATAGEN_EXPORT void uses_it(void);
void uses_it(void) { a_function_that_nobody_provides(); }
