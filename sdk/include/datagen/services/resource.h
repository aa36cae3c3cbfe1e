/* Host service "datagen.resource/1": files that come with a plugin, such as word lists.  C11, or C++17 and later.
 *
 * A plugin's resources lie in the directory of its library (where a link leads to, not where it stands):
 *
 *   plugins/weather.so
 *   plugins/data/weather/conditions.txt      "data/weather/conditions.txt"
 *   plugins/templates/weather.yaml           "templates/weather.yaml"
 *
 * Directories are shared with other plugins, so files are named after theirs.  By convention word lists lie in data/,
 * and descriptions to start from in templates/.
 *
 * What a resource holds is part of the plugin: changing it changes values, and raises algorithm_version. */
#ifndef DATAGEN_SERVICES_RESOURCE_H_
#define DATAGEN_SERVICES_RESOURCE_H_

#include "datagen/plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

#define DATAGEN_RESOURCE_SERVICE "datagen.resource/1"

/* What get_service(host, DATAGEN_RESOURCE_SERVICE) points at; lives as long as the host.  Each plugin has its own. */
typedef struct datagen_resources { /* [growable], allocated by the host */
  uint32_t struct_size;
  uint32_t reserved;
  void* context;
  /* [thread-safe] The bytes of a file.  name is a path below the library's directory, with '/' between its parts; a
   * part that is empty, "." or ".." is refused with DATAGEN_INVALID_ARGUMENT, and so is an absolute path.  DATAGEN_IO,
   * naming the file in full, if it cannot be read. The host owns the bytes; they stay where and as they are as long as
   * the host does, so an object may keep pointing at them.  A file is read once, and whole: at most 2^30 bytes. */
  datagen_status(DATAGEN_CALL* open)(const struct datagen_resources*, const char* name, datagen_str* bytes,
                                     datagen_error*) DATAGEN_NOEXCEPT;
} datagen_resources;

#ifdef __cplusplus
}
#endif
#endif /* DATAGEN_SERVICES_RESOURCE_H_ */
