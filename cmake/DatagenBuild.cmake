# Compiler settings that every target of this tree shares.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 11)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

# build/<preset>/bin/datagen finds build/<preset>/plugins beside it.
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(DATAGEN_CCACHE ccache)
if(DATAGEN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Without these ccache does not take sources with a precompiled header.
  set(launcher "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
               "${DATAGEN_CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
  add_compile_options($<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fpch-preprocess>)
endif()

# For code that runs the program as a user would, and for all other code: that is sanitized too.
add_library(datagen_warnings INTERFACE)
add_library(datagen_build INTERFACE)
target_link_libraries(datagen_build INTERFACE datagen_warnings)
# A product and a sum rounded once give other values than rounded twice, on the processors that can: never fuse them.
target_compile_options(datagen_build INTERFACE -ffp-contract=off)
if(DATAGEN_DEVELOPER_MODE)
  # clang also reports the casts of C headers, where g++ knows extern "C".
  target_compile_options(datagen_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
                                                    $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
                                                    $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wold-style-cast>)
  # False alarms of gcc 12 about std::string at -O3 (gcc bugs 105329, 105651).
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(datagen_warnings INTERFACE -Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-stringop-overread
                                                      -Wno-array-bounds)
  endif()
endif()
if(DATAGEN_SANITIZE)
  target_compile_options(datagen_build INTERFACE -fsanitize=${DATAGEN_SANITIZE} -fno-omit-frame-pointer
                                                 -fno-sanitize-recover=all)
  target_link_options(datagen_build INTERFACE -fsanitize=${DATAGEN_SANITIZE})
endif()

# A plugin of this tree: as anyone's, with this tree's warnings.
function(datagen_add_tree_plugin name)
  datagen_add_plugin(${name} ${ARGN})
  target_link_libraries(${name} PRIVATE datagen_build)
endfunction()

# A test executable of Catch2 cases; each case becomes a ctest test only through its executable, to keep start-up cheap.
function(datagen_add_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;LIBRARIES;LABELS;ENVIRONMENT")
  add_executable(${name} ${arg_SOURCES})
  # What runs the program needs neither sanitizers nor speed itself.
  if(arg_LABELS MATCHES "program|postgres|docs|install")
    target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} datagen_test_support datagen_warnings)
    target_compile_options(${name} PRIVATE -O0)
  else()
    target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} datagen_test_support datagen_build)
    # Tests are compiled more often than they are run.
    target_compile_options(${name} PRIVATE $<$<CONFIG:Release,RelWithDebInfo>:-O1>)
  endif()
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  add_test(NAME ${name} COMMAND ${name})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 600)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT})
  if(arg_LABELS)
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}")
  endif()
  if(arg_ENVIRONMENT)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "${arg_ENVIRONMENT}")
  endif()
endfunction()
