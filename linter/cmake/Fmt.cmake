# fmt, compiled once into a static library: header-only costs seconds in every file, and Debian ships only a shared one.
# What format.cpp must instantiate changes between major versions; the ones that nobody tried stay header-only.
find_path(FMT_INCLUDE_DIR fmt/format-inl.h REQUIRED)
file(STRINGS "${FMT_INCLUDE_DIR}/fmt/core.h" fmt_version REGEX "define FMT_VERSION 9[0-9][0-9][0-9][0-9]$")
if(fmt_version)
  set(fmt_source "${PROJECT_BINARY_DIR}/generated/fmt/format.cpp")
  file(CONFIGURE OUTPUT "${fmt_source}" CONTENT [[
#include <fmt/format-inl.h>
FMT_BEGIN_NAMESPACE
namespace detail {
template FMT_API auto dragonbox::to_decimal(float) noexcept -> dragonbox::decimal_fp<float>;
template FMT_API auto dragonbox::to_decimal(double) noexcept -> dragonbox::decimal_fp<double>;
template FMT_API locale_ref::locale_ref(const std::locale&);
template FMT_API auto locale_ref::get<std::locale>() const -> std::locale;
template FMT_API auto thousands_sep_impl(locale_ref) -> thousands_sep_result<char>;
template FMT_API auto decimal_point_impl(locale_ref) -> char;
template FMT_API void buffer<char>::append(const char*, const char*);
template FMT_API void vformat_to(buffer<char>&, string_view, basic_format_args<FMT_BUFFER_CONTEXT(char)>, locale_ref);
}  // namespace detail
FMT_END_NAMESPACE
]] @ONLY)
  add_library(exrlint_fmt STATIC "${fmt_source}")
  target_include_directories(exrlint_fmt SYSTEM PUBLIC "${FMT_INCLUDE_DIR}")
  target_compile_options(exrlint_fmt PRIVATE -w -O2)
else()
  add_library(exrlint_fmt INTERFACE)
  target_include_directories(exrlint_fmt SYSTEM INTERFACE "${FMT_INCLUDE_DIR}")
  target_compile_definitions(exrlint_fmt INTERFACE FMT_HEADER_ONLY)
endif()
