#include "mapping/mapped_id.h"

#include <vector>

#include "azure/resource_type.h"
#include "support/text.h"
#include "value/joined_text.h"
#include "value/joined_trail.h"

namespace exr {

namespace {

constexpr std::string_view kResourceGroups = "Microsoft.Resources/resourceGroups";
constexpr std::string_view kSubscriptions = "/subscriptions/";

// An ID that knows when a part of it is missing.
class IdText {
 public:
  IdText& add(std::string_view text) {
    joined_.add(text);
    return *this;
  }
  IdText& add(const Value& part) {
    is_complete_ = is_complete_ && !part.is_null();
    joined_.add(part);
    parts_.push_back(part);
    return *this;
  }
  // `/providers/type/name/childType/childName`
  void add_names(std::string_view type, const std::vector<Value>& names) {
    add("/providers/").add(provider_of(type));
    const auto segments = split(type_after_provider(type), '/');
    is_complete_ = is_complete_ && segments.size() == names.size();
    for (std::size_t i = 0; is_complete_ && i < segments.size(); ++i)
      add("/").add(segments[i]).add("/").add(names[i]);
  }
  Value take(Span origin) {
    if (!is_complete_) return Value::null();
    return joined_.take(UnknownReason::KnownAfterApply, origin)
        .with_trail(joined_trail(parts_.data(), parts_.data() + parts_.size()));
  }

 private:
  JoinedText joined_;
  std::vector<Value> parts_;
  bool is_complete_ = true;
};

}  // namespace

Value mapped_id(const MappedResource& resource, std::string_view subscription_id) {
  const MappedPlace& place = resource.place;
  std::vector<Value> names = place.parents;
  names.push_back(resource.name);
  IdText id;
  switch (place.kind) {
    case MappedPlace::Kind::ResourceGroup:
      id.add(kSubscriptions).add(subscription_id).add("/resourceGroups/").add(place.at);
      break;
    case MappedPlace::Kind::Parent:
      id.add(place.at).add("/").add(last_type_segment(resource.type)).add("/").add(resource.name);
      return id.take(resource.name.origin());
    case MappedPlace::Kind::Scope:
      id.add(place.at);
      break;
    case MappedPlace::Kind::Subscription:
      id.add(kSubscriptions).add(subscription_id);
      break;
    case MappedPlace::Kind::ManagementGroup:
      if (!place.at.is_string() || !place.at.as_string().starts_with('/'))
        id.add("/providers/Microsoft.Management/managementGroups/");
      id.add(place.at);
      break;
    case MappedPlace::Kind::Tenant:
      break;
  }
  if (equal_ignoring_case(resource.type, kResourceGroups))
    id.add("/resourceGroups/").add(resource.name);
  else
    id.add_names(resource.type, names);
  return id.take(resource.name.origin());
}

}  // namespace exr
