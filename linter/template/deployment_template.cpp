#include "template/deployment_template.h"

#include "value/containers.h"

namespace exr {

namespace {

const Value* find(const Value* object, std::string_view name) {
  return object != nullptr && object->is_object() ? object->as_object().find(name) : nullptr;
}

bool deploys_nothing(const Value& content) {
  if (!content.is_object()) return content.is_null();
  const Value* resources = content.as_object().find("resources");
  if (resources == nullptr) return !content.as_object().is_open();
  if (resources->is_array())
    return resources->as_array().size() == 0 && !resources->as_array().open;
  return resources->is_object() && resources->as_object().empty() &&
         !resources->as_object().is_open();
}

}  // namespace

const Value* find_unread_template(const Value& body) {
  const Value* properties = find(&body, "properties");
  const Value* link = find(properties, "templateLink");
  if (link != nullptr && !link->is_null()) return link;
  const Value* content = find(properties, "template");
  return content == nullptr || deploys_nothing(*content) ? nullptr : content;
}

}  // namespace exr
