// The functions that rules have beside the built-in ones: relations, and what is known of a value's
// or a resource's history.

#include <utility>

#include "policy/origins.h"
#include "policy/rule_host.h"
#include "support/text.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

std::string_view text_argument(const HostCall& call, std::size_t index) {
  const bool is_text = index < call.arguments.size() && call.arguments[index].is_string();
  return is_text ? std::string_view(call.arguments[index].as_string()) : std::string_view();
}

Value first_argument(const HostCall& call) {
  return call.arguments.empty() ? Value() : call.arguments[0];
}

}  // namespace

// An Unknown that says which resource it may be, as far as its candidates and its known parts do.
Value RuleHost::resource_of_unknown(const Value& id) {
  Unknown unknown = id.as_unknown();
  if (known_prefix(id).starts_with('/')) {
    if (const auto known = identities_.find_known(reader_, id_key(unknown.text)))
      return Value::resource(*known);
  }
  Unknown result = make_unknown(unknown.reason, "resource(" + unknown.text + ")");
  for (Candidate& candidate : unknown.candidates) {
    candidate.value = resource_of(candidate.value);
    result.candidates.push_back(std::move(candidate));
  }
  return Value::unknown(std::move(result));
}

Value RuleHost::resource_of(const Value& id) {
  if (id.is_resource()) return id;
  if (id.is_unknown()) return resource_of_unknown(id);
  if (!id.is_string()) return {};
  const auto found = identities_.find(reader_, id);
  return found ? Value::resource(*found) : Value();
}

Value RuleHost::referrers_of(const Value& target, std::string_view type, std::string_view path) {
  const Value resource = resource_of(target);
  if (resource.is_resource())
    return Value::array(relations_.referrers(resource.as_resource(), type, path));
  if (!resource.is_unknown()) return Value::array({});
  Array members = Array::unknown_members("referrers(" + resource.as_unknown().text + ",'" +
                                         std::string(type) + "','" + std::string(path) + "')");
  const Unknown& unknown = resource.as_unknown();
  if (unknown.candidates.empty()) return Value::array(std::move(members));
  // one of several: whatever points to any of them may be meant
  members.open = false;
  for (const Candidate& candidate : unknown.candidates) {
    const Value some = referrers_of(candidate.value, type, path);
    for (const Value& member : some.as_array().members) {
      bool is_new = true;
      for (const Value& other : members.members)
        is_new = is_new && other.as_resource() != member.as_resource();
      if (is_new) members.add(member, false);
    }
    members.open = members.open || some.as_array().open;
  }
  return Value::array(std::move(members));
}

std::optional<Value> RuleHost::call_relation(const HostCall& call) {
  if (equal_ignoring_case(call.function, "resource")) return resource_of(first_argument(call));
  if (equal_ignoring_case(call.function, "resources"))
    return Value::array(relations_.resources(text_argument(call, 0)));
  if (equal_ignoring_case(call.function, "referrers"))
    return referrers_of(first_argument(call), text_argument(call, 1), text_argument(call, 2));
  if (equal_ignoring_case(call.function, "scopes")) {
    const Value resource = resource_of(first_argument(call));
    if (resource.is_resource()) return Value::array(relations_.scopes(resource.as_resource()));
    if (!resource.is_unknown()) return Value::array({});
    return Value::array(Array::unknown_members("scopes(" + resource.as_unknown().text + ")"));
  }
  return std::nullopt;
}

// Templates know no plan: nothing happens to a resource, and nothing was before it.
std::optional<Value> RuleHost::call_history(const HostCall& call) {
  if (equal_ignoring_case(call.function, "origins"))
    return origins_of(first_argument(call), input_.graph, identities_, reader_);
  const bool is_before = equal_ignoring_case(call.function, "before");
  const bool is_list = equal_ignoring_case(call.function, "actions") ||
                       equal_ignoring_case(call.function, "replacePaths");
  if (!is_before && !is_list) return std::nullopt;
  const Value resource = resource_of(first_argument(call));
  const bool is_external =
      resource.is_resource() && identities_.is_external(resource.as_resource());
  if (resource.is_unknown() || is_external) {
    return Value::unknown(
        make_unknown(UnknownReason::External,
                     std::string(call.function) + "(" + canonical_text(resource) + ")"));
  }
  return is_before ? Value() : Value::array({});
}

}  // namespace exr
