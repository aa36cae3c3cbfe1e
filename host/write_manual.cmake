# Usage: cmake -D PROGRAM=datagen -D OUTPUT=folder -P write_manual.cmake
file(REMOVE_RECURSE "${OUTPUT}")
execute_process(COMMAND "${PROGRAM}" manual OUTPUT_VARIABLE pages COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[^\n]+" pages "${pages}")
foreach(page IN LISTS pages)
  execute_process(COMMAND "${PROGRAM}" manual "${page}" OUTPUT_VARIABLE text COMMAND_ERROR_IS_FATAL ANY)
  file(WRITE "${OUTPUT}/${page}" "${text}")
endforeach()
