#include "policy/resource_properties.h"

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "azure/resource_id.h"
#include "support/text.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/unknown.h"

namespace exr {

namespace {

// What every resource has, beside its body.
enum class Fact : std::uint8_t {
  Id,
  Type,
  Name,
  ApiVersion,
  Parent,
  Scope,
  Condition,
  Deployment,
  Address,
  File,
};

struct NamedFact {
  std::string_view name;
  Fact fact;
};

constexpr std::array kFacts = {
    NamedFact{"id", Fact::Id},
    NamedFact{"type", Fact::Type},
    NamedFact{"name", Fact::Name},
    NamedFact{"apiVersion", Fact::ApiVersion},
    NamedFact{"parent", Fact::Parent},
    NamedFact{"scope", Fact::Scope},
    NamedFact{"condition", Fact::Condition},
    NamedFact{"deployment", Fact::Deployment},
    NamedFact{"address", Fact::Address},
    NamedFact{"file", Fact::File},
};

std::optional<Fact> find_fact(std::string_view name) {
  for (const NamedFact& fact : kFacts) {
    if (equal_ignoring_case(fact.name, name)) return fact.fact;
  }
  return std::nullopt;
}

Value text_or_null(std::string text, Span place = {}) {
  return text.empty() ? Value() : Value::string(std::move(text), place);
}

Value last_segment_of_pieces(const Value& name) {
  std::vector<TextPiece> pieces = name.as_unknown().pieces;
  for (std::size_t i = pieces.size(); i > 0; --i) {
    TextPiece& piece = pieces[i - 1];
    const std::size_t slash = piece.known ? piece.text.rfind('/') : std::string::npos;
    if (slash == std::string::npos) continue;
    piece.text.erase(0, slash + 1);
    pieces.erase(pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(i - 1));
    return text_from_pieces(std::move(pieces), name.as_unknown().reason, name.origin())
        .with_trail(name.trail());
  }
  return name;
}

}  // namespace

Value last_segment(const Value& name) {
  if (name.is_string()) {
    const std::string& text = name.as_string();
    const std::size_t slash = text.rfind('/');
    if (slash == std::string::npos) return name;
    return Value::string(text.substr(slash + 1), name.origin()).with_trail(name.trail());
  }
  if (!name.is_unknown()) return name;
  if (name.as_unknown().candidates.empty()) return last_segment_of_pieces(name);
  Unknown unknown = name.as_unknown();
  for (Candidate& candidate : unknown.candidates) candidate.value = last_segment(candidate.value);
  return Value::unknown(std::move(unknown), name.origin()).with_trail(name.trail());
}

std::string ResourceProperties::file_of(Span place, DeploymentId deployment) const {
  if (place.valid()) return sources_.file(place.file).path();
  return graph_.deployment(deployment).file;
}

Value ResourceProperties::declared_property(const Resource& resource, std::string_view name) const {
  const std::optional<Fact> fact = find_fact(name);
  if (!fact) {
    if (resource.body.is_unknown()) return resource.body;
    if (!resource.body.is_object()) return {};
    const Object& body = resource.body.as_object();
    if (const Value* value = body.find(name)) return *value;
    if (!body.is_open()) return {};
    return Value::unknown(
        make_unknown(UnknownReason::Undecided, resource.id_text + "." + std::string(name)));
  }
  switch (*fact) {
    case Fact::Id:
      return resource.id;
    case Fact::Type:
      return Value::string(resource.type);
    case Fact::Name:
      return last_segment(resource.name);
    case Fact::ApiVersion:
      return text_or_null(resource.api_version);
    case Fact::Parent:
      return resource.parent;
    case Fact::Scope:
      return resource.scope;
    case Fact::Condition:
      return resource.condition;
    case Fact::Deployment:
      return Value::string(graph_.deployment(resource.deployment).file);
    case Fact::Address:
      return Value::string(resource.address);
    case Fact::File:
      return Value::string(file_of(resource.declared_at, resource.deployment));
  }
  return {};
}

Value ResourceProperties::external_property(ResourceHandle handle, std::string_view name) const {
  const std::optional<ResourceId> parts = parse_resource_id(identities_.text(handle));
  const std::optional<Fact> fact = find_fact(name);
  if (fact == Fact::Id) return identities_.id(handle);
  if (fact == Fact::Type) return Value::string(std::string(identities_.type(handle)));
  if (parts && fact == Fact::Parent) return text_or_null(parts->parent);
  if (parts && fact == Fact::Name) {
    // of a partly known ID its end, with the unknown parts in it
    const Value& id = identities_.id(handle);
    return id.is_string() ? Value::string(parts->name()) : last_segment(id);
  }
  return Value::unknown(
      make_unknown(UnknownReason::External, identities_.text(handle) + "." + std::string(name)));
}

Value ResourceProperties::property(ResourceHandle handle, std::string_view name) const {
  if (!identities_.is_external(handle)) return declared_property(graph_.resource(handle), name);
  const std::optional<Fact> fact = find_fact(name);
  const bool is_of_the_file =
      fact == Fact::Address || fact == Fact::File || fact == Fact::Deployment;
  if (is_of_the_file && identities_.is_in_graph(handle))
    return declared_property(graph_.resource(handle), name);
  return external_property(handle, name);
}

std::string ResourceProperties::display_name(ResourceHandle handle) const {
  return identities_.is_known(handle) ? message_text(property(handle, "name")) : std::string();
}

Value ResourceProperties::output(const Output& output) const {
  Object object;
  object.set("name", Value::string(output.name, output.declared_at));
  object.set("type", Value::string(output.type));
  object.set("secure", Value::boolean(output.secure));
  object.set("value", output.value);
  object.set("default", Value());
  object.set("file", Value::string(file_of(output.declared_at, output.deployment)));
  return Value::object(std::move(object), output.declared_at);
}

Value ResourceProperties::parameter(const Parameter& parameter) const {
  Object object;
  object.set("name", Value::string(parameter.name, parameter.declared_at));
  object.set("type", Value::string(parameter.type));
  object.set("secure", Value::boolean(parameter.secure));
  object.set("value", parameter.value);
  object.set("default", parameter.default_value);
  object.set("file", Value::string(file_of(parameter.declared_at, parameter.deployment)));
  return Value::object(std::move(object), parameter.declared_at);
}

}  // namespace exr
