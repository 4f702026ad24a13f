# exrlint_room(NAME FLOOR n [USES rooms...] [LIBS third-party...] [PROGRAM name])
#
# Makes the static library exrlint_<NAME> ('/' becomes '_') of linter/<NAME>/**/*.cpp. With PROGRAM, main.cpp stays out
# of the library and becomes the executable `name`. A room without sources yet is an empty interface library, so that
# the plan can be written before the house is full.
function(exrlint_room name)
  cmake_parse_arguments(ROOM "" "FLOOR;PROGRAM" "USES;LIBS" ${ARGN})
  if(NOT DEFINED ROOM_FLOOR OR ROOM_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "room ${name}: expected FLOOR n [USES ...] [LIBS ...] [PROGRAM name]")
  endif()
  string(REPLACE "/" "_" id "${name}")
  set(target exrlint_${id})

  exrlint_room_links(links ${name} ${ROOM_FLOOR} "${ROOM_USES}" "${ROOM_LIBS}")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp")
  set(main "${CMAKE_CURRENT_SOURCE_DIR}/${name}/main.cpp")
  if(ROOM_PROGRAM)
    list(REMOVE_ITEM sources "${main}")
  endif()

  set(includes "${PROJECT_SOURCE_DIR}/linter" "${PROJECT_BINARY_DIR}/generated")
  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC ${includes})
    target_link_libraries(${target} PUBLIC ${links})
    exrlint_warnings(${target})
    exrlint_sanitize(${target})
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${includes})
    target_link_libraries(${target} INTERFACE ${links})
  endif()

  if(ROOM_PROGRAM AND EXISTS "${main}")
    exrlint_program(${ROOM_PROGRAM} "${main}" ${target})
  endif()
  set_property(GLOBAL APPEND PROPERTY EXRLINT_ROOMS ${name})
  set_property(GLOBAL PROPERTY EXRLINT_FLOOR_${name} ${ROOM_FLOOR})
endfunction()

# Sets `result` to the link targets of a room, after checking that every used room stands on a lower floor.
function(exrlint_room_links result name floor uses libs)
  set(links exrlint_fmt)
  foreach(used IN LISTS uses)
    get_property(used_floor GLOBAL PROPERTY EXRLINT_FLOOR_${used})
    if("${used_floor}" STREQUAL "" OR NOT used_floor LESS floor)
      message(FATAL_ERROR "room ${name} on floor ${floor} may not use ${used} (floor '${used_floor}')")
    endif()
    string(REPLACE "/" "_" used_id "${used}")
    list(APPEND links exrlint_${used_id})
  endforeach()
  foreach(lib IN LISTS libs)
    list(APPEND links exrlint::${lib})
  endforeach()
  set(${result} "${links}" PARENT_SCOPE)
endfunction()

# The executable `program` of one main.cpp and a room's library, at the top of the build folder. The target of
# `exrlint_packc` cannot carry that name, which is the library's, hence the suffix.
function(exrlint_program program main library)
  set(target ${program}_program)
  add_executable(${target} "${main}")
  set_target_properties(${target} PROPERTIES
    OUTPUT_NAME ${program} RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
  target_link_libraries(${target} PRIVATE ${library})
  exrlint_warnings(${target})
  exrlint_sanitize(${target})
  if(EXRLINT_STATIC)
    target_link_options(${target} PRIVATE -static)
  endif()
endfunction()

configure_file("${CMAKE_CURRENT_LIST_DIR}/version.h.in" "${PROJECT_BINARY_DIR}/generated/support/version.h" @ONLY)
