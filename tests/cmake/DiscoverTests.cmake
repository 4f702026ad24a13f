# Run by ctest: registers every test of one gtest program, as `suite.Group.test`. The caller sets suite_name,
# suite_program and suite_folder.
if(NOT EXISTS "${suite_program}")
  add_test("${suite_name}.not_built" "${suite_program}")
  return()
endif()

execute_process(COMMAND "${suite_program}" --gtest_list_tests
  WORKING_DIRECTORY "${suite_folder}" OUTPUT_VARIABLE listing RESULT_VARIABLE failed)
if(failed)
  add_test("${suite_name}.cannot_list" "${suite_program}" --gtest_list_tests)
  return()
endif()

string(REPLACE ";" "," listing "${listing}")
string(REPLACE "\n" ";" listing "${listing}")
foreach(line IN LISTS listing)
  string(REGEX REPLACE " +#.*$" "" line "${line}")
  if(line MATCHES "^([^ ]+\\.)$")
    set(group "${CMAKE_MATCH_1}")
  elseif(line MATCHES "^  ([^ ]+)$")
    set(test "${group}${CMAKE_MATCH_1}")
    add_test("${suite_name}.${test}" "${suite_program}" "--gtest_filter=${test}" --gtest_also_run_disabled_tests)
    set_tests_properties("${suite_name}.${test}" PROPERTIES
      WORKING_DIRECTORY "${suite_folder}" TIMEOUT 600 SKIP_REGULAR_EXPRESSION "\\[  SKIPPED \\]")
  endif()
endforeach()
