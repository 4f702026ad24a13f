# exrlint_pack(FROM folder FOR room mapping_room): runs `exrlint_packc FOLDER PACK.cpp MAPPINGS.cpp` whenever a rule,
# table or mapping changes. The rules are linked into the first room, the mappings into the second. A malformed rule or
# mapping fails here, in our build, and not in the user's run.
function(exrlint_pack)
  cmake_parse_arguments(PACK "" "FROM" "FOR" ${ARGN})
  if(NOT TARGET exrlint_packc_program)
    return()
  endif()
  file(GLOB_RECURSE inputs CONFIGURE_DEPENDS "${PACK_FROM}/*.yaml")
  set(folder "${PROJECT_BINARY_DIR}/generated/pack")
  add_custom_command(OUTPUT "${folder}/pack.cpp" "${folder}/mappings.cpp"
    COMMAND ${CMAKE_COMMAND} -E make_directory "${folder}"
    COMMAND exrlint_packc_program "${PACK_FROM}" "${folder}/pack.cpp" "${folder}/mappings.cpp"
    DEPENDS exrlint_packc_program ${inputs}
    COMMENT "Compiling the rule pack")
  # one target makes both files, so that packc does not run twice at the same time
  add_custom_target(exrlint_pack_files DEPENDS "${folder}/pack.cpp" "${folder}/mappings.cpp")
  list(GET PACK_FOR 0 rule_room)
  list(GET PACK_FOR 1 mapping_room)
  exrlint_packed(exrlint_pack "${folder}/pack.cpp" ${rule_room})
  exrlint_packed(exrlint_mapping_pack "${folder}/mappings.cpp" ${mapping_room})
endfunction()

# A library of one generated source, linked into a room.
function(exrlint_packed name source room)
  add_library(${name} STATIC "${source}")
  add_dependencies(${name} exrlint_pack_files)
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/linter")
  string(REPLACE "/" "_" id "${room}")
  get_target_property(type exrlint_${id} TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries(exrlint_${id} INTERFACE ${name})
  else()
    target_link_libraries(exrlint_${id} PUBLIC ${name})
  endif()
endfunction()
