# The same bytes however the rows are cut into batches and dealt to threads, and what the values look like.
set(folder "${PLUGINS}/../test")
file(MAKE_DIRECTORY "${folder}")
foreach(split IN ITEMS "1 7" "2 1000")
  separate_arguments(split)
  list(GET split 0 jobs)
  list(GET split 1 rows)
  execute_process(
    COMMAND "${PROGRAM}" -q --plugin-dir "${PLUGINS}" generate "${CMAKE_CURRENT_LIST_DIR}/example.yaml" --seed 1
            --format copy --data-only --jobs ${jobs} --batch-size ${rows} -o "${folder}/${rows}.sql"
    COMMAND_ERROR_IS_FATAL ANY)
endforeach()
file(READ "${folder}/7.sql" text)
file(READ "${folder}/1000.sql" other)
if(NOT text STREQUAL other)
  message(FATAL_ERROR "the values depend on how the rows are cut into batches")
endif()
if(NOT text MATCHES "\n1\tA-[0-9][0-9][0-9][0-9]\tA-[0-9]\n")
  message(FATAL_ERROR "the first row is not as it should be:\n${text}")
endif()
