# The same bytes however the rows are cut into batches and dealt to threads, and what they look like.
set(folder "${PLUGINS}/../test")
file(MAKE_DIRECTORY "${folder}")
foreach(split IN ITEMS "1 7" "2 1000")
  separate_arguments(split)
  list(GET split 0 jobs)
  list(GET split 1 rows)
  execute_process(
    COMMAND "${PROGRAM}" -q --plugin-dir "${PLUGINS}" generate "${CMAKE_CURRENT_LIST_DIR}/example.yaml" --seed 1
            --format @ID@ --jobs ${jobs} --batch-size ${rows} -o "${folder}/${rows}.tsv"
    COMMAND_ERROR_IS_FATAL ANY)
endforeach()
file(READ "${folder}/7.tsv" text)
file(READ "${folder}/1000.tsv" other)
if(NOT text STREQUAL other)
  message(FATAL_ERROR "the bytes depend on how the rows are cut into batches")
endif()
if(NOT text MATCHES "^# examples\nid\tname\tgood\n1\t(a\\\\tb|c|\\\\N)\t[tf]\n" OR NOT text MATCHES "\n1000\t")
  message(FATAL_ERROR "the table is not as it should be:\n${text}")
endif()
