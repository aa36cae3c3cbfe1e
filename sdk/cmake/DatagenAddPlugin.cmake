# datagen_add_plugin(NAME SOURCES file... [RESOURCES folder...] [OUTPUT_DIRECTORY folder] [CHECK_OPTIONS option...])
#
# A plugin as the host wants it: a module NAME.so without "lib", whose one exported symbol is the entry, with hidden
# visibility and nothing left undefined.  It is built into OUTPUT_DIRECTORY (${CMAKE_BINARY_DIR}/plugins, which
# "datagen --plugin-dir" takes), and installed into lib/datagen/plugins, where a datagen of the same prefix finds it.
#
# RESOURCES are folders such as data and templates, copied beside the library and installed with it: see
# datagen/services/resource.h.
#
# Link what else it needs with target_link_libraries(NAME PRIVATE ...).  Where the program was found (DATAGEN_PROGRAM),
# the test NAME.check runs "datagen plugin check" on it; for that, the project calls enable_testing() first.
# CHECK_OPTIONS, such as org.example.sink.directory=/some/where, are what a class needs to be examined.
function(datagen_add_plugin name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "OUTPUT_DIRECTORY" "SOURCES;RESOURCES;CHECK_OPTIONS")
  if(NOT arg_SOURCES)
    message(FATAL_ERROR "datagen_add_plugin(${name}): name its source files behind SOURCES")
  endif()
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "datagen_add_plugin(${name}): what is ${arg_UNPARSED_ARGUMENTS}?  "
                        "It takes SOURCES, RESOURCES, OUTPUT_DIRECTORY and CHECK_OPTIONS")
  endif()
  add_library(${name} MODULE ${arg_SOURCES})
  if(NOT arg_OUTPUT_DIRECTORY)
    set(arg_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/plugins")
    install(TARGETS ${name} LIBRARY DESTINATION lib/datagen/plugins)
    foreach(folder IN LISTS arg_RESOURCES)
      install(DIRECTORY "${folder}" DESTINATION lib/datagen/plugins)
    endforeach()
  endif()
  set(map "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/datagen-plugin.map")
  target_link_libraries(${name} PRIVATE datagen::sdk)
  set_target_properties(
    ${name} PROPERTIES PREFIX "" SUFFIX ".so" LIBRARY_OUTPUT_DIRECTORY "$<1:${arg_OUTPUT_DIRECTORY}>"
                       LINK_DEPENDS "${map}" C_VISIBILITY_PRESET hidden CXX_VISIBILITY_PRESET hidden
                       VISIBILITY_INLINES_HIDDEN ON)
  if(CMAKE_CXX_COMPILER_LOADED)
    target_compile_features(${name} PRIVATE cxx_std_20)
  endif()
  target_link_options(${name} PRIVATE "-Wl,--version-script=${map}")
  # A sanitizer's functions are in the program, not in the plugin.
  set(flags "${CMAKE_C_FLAGS} ${CMAKE_CXX_FLAGS} ${CMAKE_MODULE_LINKER_FLAGS}")
  if(NOT DATAGEN_SANITIZE AND NOT flags MATCHES "-fsanitize")
    target_link_options(${name} PRIVATE -Wl,-z,defs)
  endif()

  foreach(folder IN LISTS arg_RESOURCES)
    cmake_path(ABSOLUTE_PATH folder NORMALIZE OUTPUT_VARIABLE source)
    cmake_path(GET source FILENAME last)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS "${source}/*")
    set(stamp "${CMAKE_CURRENT_BINARY_DIR}/${name}.${last}.stamp")
    add_custom_command(
      OUTPUT "${stamp}"
      COMMAND "${CMAKE_COMMAND}" -E copy_directory "${source}" "${arg_OUTPUT_DIRECTORY}/${last}"
      COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
      DEPENDS ${files}
      VERBATIM)
    add_custom_target(${name}_${last} ALL DEPENDS "${stamp}")
    add_dependencies(${name} ${name}_${last})
  endforeach()

  if(DATAGEN_PROGRAM)
    list(TRANSFORM arg_CHECK_OPTIONS PREPEND "--set=")
    add_test(NAME ${name}.check COMMAND "${DATAGEN_PROGRAM}" plugin check "$<TARGET_FILE:${name}>" ${arg_CHECK_OPTIONS})
  endif()
endfunction()
