#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "expression/functions/call.h"

namespace exr {

/// The index of a built-in function in the table, kNoFunction if there is none. Names compare
/// without case.
std::uint16_t find_function(std::string_view name);
const FunctionEntry& function_at(std::uint16_t index);
/// All functions, sorted by name without case.
std::span<const FunctionEntry> all_functions();

/// Checks the number of arguments, applies the entry's treatment of null, Unknown and placeholders,
/// and calls it.
Value call_function(const FunctionEntry& entry, const FunctionCall& call);

// One list a subject; each is a file of this folder. A new function is one function and one line in
// its file's list.
std::span<const FunctionEntry> sequence_functions();
std::span<const FunctionEntry> array_functions();
std::span<const FunctionEntry> object_functions();
std::span<const FunctionEntry> lambda_functions();
std::span<const FunctionEntry> string_functions();
std::span<const FunctionEntry> format_functions();
std::span<const FunctionEntry> number_functions();
std::span<const FunctionEntry> network_functions();
std::span<const FunctionEntry> encoding_functions();
std::span<const FunctionEntry> uri_functions();
std::span<const FunctionEntry> hash_functions();
std::span<const FunctionEntry> date_functions();
std::span<const FunctionEntry> logic_functions();
std::span<const FunctionEntry> rule_functions();
std::span<const FunctionEntry> rule_text_functions();

}  // namespace exr
