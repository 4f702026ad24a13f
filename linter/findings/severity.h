#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace exr {

/// How bad, from least to worst. Findings and Problems share the words.
enum class Severity : std::uint8_t { Note, Warning, Error };

std::string_view severity_name(Severity severity);
std::optional<Severity> find_severity(std::string_view name);

}  // namespace exr
