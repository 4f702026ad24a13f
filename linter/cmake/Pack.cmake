# exrlint_pack(FROM folder FOR room): runs `exrlint_packc FOLDER OUT.cpp` whenever a rule, table or mapping changes, and
# links the result into the room. A malformed rule fails here, in our build, and not in the user's run.
function(exrlint_pack)
  cmake_parse_arguments(PACK "" "FROM;FOR" "" ${ARGN})
  if(NOT TARGET exrlint_packc_program)
    return()
  endif()
  file(GLOB_RECURSE inputs CONFIGURE_DEPENDS "${PACK_FROM}/*.yaml")
  set(output "${PROJECT_BINARY_DIR}/generated/pack/pack.cpp")
  add_custom_command(OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} -E make_directory "${PROJECT_BINARY_DIR}/generated/pack"
    COMMAND exrlint_packc_program "${PACK_FROM}" "${output}"
    DEPENDS exrlint_packc_program ${inputs}
    COMMENT "Compiling the rule pack")
  add_library(exrlint_pack STATIC "${output}")
  target_include_directories(exrlint_pack PRIVATE "${PROJECT_SOURCE_DIR}/linter")
  get_target_property(type exrlint_${PACK_FOR} TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries(exrlint_${PACK_FOR} INTERFACE exrlint_pack)
  else()
    target_link_libraries(exrlint_${PACK_FOR} PUBLIC exrlint_pack)
  endif()
endfunction()
