#pragma once

#include <cstddef>
#include <string>

namespace bench {

/// An ARM template of at least so many bytes: circuits, their private peerings and diagnostic
/// settings, indented by two spaces, with the expressions that people write.
std::string large_arm_template(std::size_t bytes);

}  // namespace bench
