#include "frontends/terraform/merged_body.h"

#include <string>
#include <utility>

#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

// Both recurse as deep as an edit, whose depth is limited where the plan is read.

Value merged_body(const Value& body, const Value& edit, ListEdit lists) {
  if (body.is_array() && edit.is_array() && lists == ListEdit::Append) {
    Array both = body.as_array();
    for (std::size_t i = 0; i < edit.as_array().size(); ++i)
      both.add(edit.as_array().members[i], edit.as_array().is_certain(i));
    both.open = both.open || edit.as_array().open;
    return Value::array(std::move(both), body.origin());
  }
  if (!body.is_object() || !edit.is_object()) return edit;
  Object merged = body.as_object();
  for (const Object::Property& property : edit.as_object().properties()) {
    const Value* before = merged.find(property.name);
    Value after = before == nullptr ? property.value : merged_body(*before, property.value, lists);
    merged.set(property.name, std::move(after), property.name_span);
  }
  return Value::object(std::move(merged), body.origin()).with_trail(body.trail());
}

Value possibly_merged_body(const Value& body, const Value& edit, std::string_view source) {
  if (!edit.is_object() || (!body.is_object() && !body.is_null())) {
    return Value::unknown(make_unknown(UnknownReason::Undecided, std::string(source)),
                          edit.origin());
  }
  Object merged = body.is_object() ? body.as_object() : Object();
  for (const Object::Property& property : edit.as_object().properties()) {
    const Value* before = merged.find(property.name);
    const std::string inner = std::string(source) + "." + property.name.str();
    Value after =
        possibly_merged_body(before == nullptr ? Value() : *before, property.value, inner);
    merged.set(property.name, std::move(after), property.name_span);
  }
  return Value::object(std::move(merged), body.is_object() ? body.origin() : edit.origin());
}

}  // namespace exr
