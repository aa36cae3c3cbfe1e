/* A plugin that keeps every rule, in plain C, with one exception: the case of `datagen plugin check` that BROKEN names
 * fails, and no other.  BROKEN is a string; BROKEN_<case, with underscores> is defined as well, for constants. */
#ifndef BROKEN_H_
#define BROKEN_H_

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "datagen/plugin.h"

#define IS_BROKEN(name) (strcmp(BROKEN, name) == 0)

static inline datagen_status refuse(datagen_error* error, datagen_status status, const char* subject,
                                    const char* message) {
  if (error == NULL && !IS_BROKEN("error-may-be-null")) return status;
  error->code = status;
  if (IS_BROKEN("refusals-are-explained") && status == DATAGEN_INVALID_OPTION) message = "";
  snprintf(error->subject, sizeof error->subject, "%s", subject);
  snprintf(error->message, sizeof error->message, "%s", message);
  return status;
}

#endif
