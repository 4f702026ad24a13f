#include "formats/json_members.h"

#include <algorithm>
#include <utility>

namespace exr {

namespace {

bool has_capitals(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

void JsonMembers::add(SharedText name, Value value, Span name_span) {
  const bool is_first = object_.empty();
  in_order_ = in_order_ && (is_first || last_.str() < name.str()) && !has_capitals(name);
  if (!in_order_) return object_.write(std::move(name), std::move(value), name_span);
  last_ = name;
  object_.add(std::move(name), std::move(value), name_span);
}

}  // namespace exr
