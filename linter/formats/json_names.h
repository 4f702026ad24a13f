#pragma once

#include <string_view>
#include <unordered_map>

#include "support/shared_text.h"
#include "support/text.h"

namespace exr {

/// Names of properties: the same few stand in thousands of objects, which share them.
class JsonNames {
 public:
  SharedText shared(std::string_view name) {
    const auto known = names_.find(name);
    if (known != names_.end()) return known->second;
    SharedText made{std::string(name)};
    // the key is the text that is shared
    names_.emplace(made.str(), made);
    return made;
  }

 private:
  std::unordered_map<std::string_view, SharedText, HashText, std::equal_to<>> names_;
};

}  // namespace exr
