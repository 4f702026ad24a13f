# Third-party libraries as exrlint::<name>, preferring the static archive so that every build links what a release does.
function(exrlint_archive name library header)
  find_library(EXRLINT_LIB_${name} NAMES lib${library}.a ${library} REQUIRED)
  find_path(EXRLINT_INCLUDE_${name} ${header} REQUIRED)
  add_library(exrlint_${name} INTERFACE)
  add_library(exrlint::${name} ALIAS exrlint_${name})
  target_link_libraries(exrlint_${name} INTERFACE "${EXRLINT_LIB_${name}}" ${ARGN})
endfunction()

function(exrlint_header_only name header)
  find_path(EXRLINT_INCLUDE_${name} ${header} REQUIRED)
  add_library(exrlint_${name} INTERFACE)
  add_library(exrlint::${name} ALIAS exrlint_${name})
endfunction()

find_package(Threads REQUIRED)
find_package(PkgConfig)

# Newer re2 stands on abseil; its .pc file names the archives.
set(re2_requires Threads::Threads)
if(PKG_CONFIG_FOUND)
  pkg_check_modules(EXRLINT_RE2 QUIET re2)
  foreach(library IN LISTS EXRLINT_RE2_STATIC_LIBRARIES)
    if(library MATCHES "^absl_")
      list(APPEND re2_requires ${library})
    endif()
  endforeach()
endif()

exrlint_archive(tree-sitter tree-sitter tree_sitter/api.h)
exrlint_archive(yaml-cpp yaml-cpp yaml-cpp/yaml.h)
exrlint_archive(re2 re2 re2/re2.h ${re2_requires})
exrlint_header_only(nlohmann-json nlohmann/json.hpp)
exrlint_header_only(cli11 CLI/CLI.hpp)
