# exrlint_warnings(TARGET): the warnings that our own code is held to. Third-party headers come from system folders and
# stay silent.
function(exrlint_warnings target)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
    -Wcast-qual -Wformat=2 -Wextra-semi
    # Designated initializers leave out what has a default on purpose.
    -Wno-missing-field-initializers
    # GCC reports std::optional and std::variant as uninitialized once sanitizers instrument them.
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
    $<$<BOOL:${EXRLINT_WERROR}>:-Werror>)
endfunction()
