# What `cmake --install` puts where, and `cpack` wraps: one static binary, its licence and its documents.
include(GNUInstallDirs)
if(TARGET exrlint_program)
  install(TARGETS exrlint_program RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()
install(FILES LICENSE README.md CHANGELOG.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")

set(CPACK_GENERATOR TGZ)
set(CPACK_PACKAGE_VENDOR "exrlint contributors")
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_FILE_NAME "exrlint-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR}")
include(CPack)
