#pragma once

#include <cstdint>

#include "template/expansion.h"

namespace exr {

/// The value of a parameter of an instance: its argument, else its default, else Unknown. `use` is
/// where it is asked for.
const ParameterValue& parameter_value(Expansion& expansion, TemplateInstance& instance,
                                      std::uint32_t index, Span use);
Value variable_value(Expansion& expansion, TemplateInstance& instance, std::uint32_t index,
                     Span use);
/// The value of an output as the template's author wrote it; one that is marked secure is secure.
Value output_value(Expansion& expansion, TemplateInstance& instance, std::uint32_t index, Span use);
/// Whether an output is marked secure, or its type is.
bool is_output_secure(Expansion& expansion, const TemplateInstance& instance, std::uint32_t index);
/// The value of an argument of a parameter file.
Value own_argument_value(Expansion& expansion, TemplateInstance& file, std::uint32_t index,
                         Span use);

}  // namespace exr
