#include "policy/origins.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "value/containers.h"
#include "value/trail.h"
#include "value/unknown.h"

namespace exr {

namespace {

constexpr std::size_t kMostOrigins = 256;
constexpr std::uint32_t kDeepestValue = 64;

std::string_view given_name(Given given) {
  switch (given) {
    case Given::File:
      return "file";
    case Given::Argument:
      return "argument";
    case Given::Default:
      return "default";
    case Given::Vault:
      return "vault";
    case Given::Nothing:
      break;
  }
  return "nothing";
}

Value word(std::string_view text) { return Value::string(std::string(text)); }

// Walks the history of one value.
class OriginWalk {
 public:
  OriginWalk(const ResourceGraph& graph, Identities& identities, std::optional<DeploymentId> reader)
      : graph_(graph), identities_(identities), reader_(reader) {}

  void visit_value(const Value& value, std::uint32_t depth = 0) {
    if (value.is_null() || depth > kDeepestValue) return;
    if (const Array* members = members_of(value)) {
      for (const Value& member : members->members) visit_value(member, depth + 1);
      if (members->open) open_ = true;
      return;
    }
    if (const Object* object = properties_of(value)) {
      visit_read(value, *object);
      for (const Object::Property& property : object->properties())
        visit_value(property.value, depth + 1);
      // what Azure fills in is told by the resource that was read
      open_ = open_ || (object->is_open() && object->missing_trail() == nullptr);
      return;
    }
    value_ = &value;
    if (value.trail() != nullptr) {
      visit(*value.trail(), Flow::Whole);
    } else if (value.is_unknown()) {
      open_ = true;
    } else {
      add_literal(value.origin(), Flow::Whole);
    }
  }

  Value result() && {
    found_.open = open_;
    if (open_) found_.open_text = "origins(...)";
    return Value::array(std::move(found_));
  }

 private:
  // Whether what is asked about is the very value of this step, or computed from it.
  enum class Flow : std::uint8_t { Whole, Part };

  static bool is_written_down(const Value& value) {
    return value.trail() == nullptr || value.trail()->kind == Trail::Kind::Literal;
  }
  // A container that was written down says nothing itself, its members do.
  static const Array* members_of(const Value& value) {
    return value.is_array() && is_written_down(value) ? &value.as_array() : nullptr;
  }
  static const Object* properties_of(const Value& value) {
    return value.is_object() && is_written_down(value) ? &value.as_object() : nullptr;
  }

  // A written body that was read as a whole, with all that Azure fills in.
  void visit_read(const Value& value, const Object& object) {
    const TrailPointer& trail = object.missing_trail();
    if (trail == nullptr || (read_ != nullptr && is_part_of(*trail, *read_))) return;
    value_ = &value;
    read_ = trail.get();
    visit(*trail, Flow::Whole);
  }
  static bool is_part_of(const Trail& part, const Trail& whole) {
    return part.resource == whole.resource && part.path.starts_with(whole.path);
  }

  void visit(const Trail& trail, Flow flow) {
    if (!seen_.insert(&trail).second) return;
    switch (trail.kind) {
      case Trail::Kind::Literal:
        return add_literal(trail.span, flow);
      case Trail::Kind::Parameter:
        return visit_parameter(trail, flow);
      case Trail::Kind::Property:
        return add_property(trail, "property");
      case Trail::Kind::Function:
        return add_property(trail, "function");
      case Trail::Kind::Derived:
        if (trail.from.empty()) open_ = true;
        for (const TrailPointer& step : trail.from) visit(*step, Flow::Part);
        return;
    }
  }

  void visit_parameter(const Trail& trail, Flow flow) {
    if (trail.given != Given::Argument) return add_parameter(trail, flow);
    if (trail.from.empty() && value_->is_unknown()) open_ = true;
    if (trail.from.empty() && !value_->is_unknown()) add_literal(trail.span, flow);
    for (const TrailPointer& step : trail.from) visit(*step, flow);
  }

  Object entry(std::string_view kind, const Trail* trail) const {
    Object object;
    object.set("kind", word(kind));
    object.set("name", trail == nullptr || trail->name.empty() ? Value() : word(trail->name));
    object.set("secure", Value::boolean(trail != nullptr && trail->secure));
    object.set("type", trail == nullptr || trail->type.empty() ? Value() : word(trail->type));
    return object;
  }

  // The value of a step: known if it is what is asked about, else only its place is.
  Value value_of(Span place, Flow flow, const TrailPointer& history) const {
    if (flow == Flow::Whole) return value_->placed(place);
    return Value::unknown(make_unknown(UnknownReason::Undecided, "origin"), place)
        .with_trail(history);
  }

  void add(Object object, Span place) {
    if (found_.size() < kMostOrigins) {
      found_.add(Value::object(std::move(object), place));
    } else {
      open_ = true;
    }
  }

  void add_literal(Span place, Flow flow) {
    // what is unknown was not written down there, only something around it was
    if (flow == Flow::Whole && value_->is_unknown()) {
      open_ = true;
      return;
    }
    Object object = entry("literal", nullptr);
    object.set("value", value_of(place, flow, nullptr));
    add(std::move(object), place);
  }

  void add_parameter(const Trail& trail, Flow flow) {
    Object object = entry("parameter", &trail);
    object.set("default", trail.default_value == nullptr ? Value() : Value(*trail.default_value));
    object.set("given", word(given_name(trail.given)));
    const auto history = TrailPointer::make(trail);
    object.set("value",
               trail.given == Given::Nothing ? Value() : value_of(trail.span, flow, history));
    add(std::move(object), declaration_of(trail));
  }

  void add_property(const Trail& trail, std::string_view kind) {
    Object object = entry(kind, &trail);
    if (!trail.resource.empty()) {
      const auto resource = identities_.find(reader_, word(trail.resource));
      object.set("resource", resource ? Value::resource(*resource) : word(trail.resource));
    }
    object.set("path", word(trail.path));
    add(std::move(object), trail.span);
  }

  // A default stands beside its parameter; a file gives values to the root template only.
  Span declaration_of(const Trail& trail) const {
    const bool is_root = trail.given == Given::File || trail.given == Given::Vault;
    for (const std::uint32_t index : graph_.parameters_named(trail.name)) {
      const Parameter& parameter = graph_.parameters()[index];
      if (reader_ && parameter.deployment != *reader_) continue;
      if (is_root ? parameter.address.empty()
                  : parameter.declared_at.file == trail.span.file || !trail.span.valid())
        return parameter.declared_at;
    }
    return trail.span;
  }

  // the body that was read last
  const Trail* read_ = nullptr;
  const ResourceGraph& graph_;
  Identities& identities_;
  std::optional<DeploymentId> reader_;
  const Value* value_ = nullptr;
  Array found_;
  bool open_ = false;
  std::unordered_set<const Trail*> seen_;
};

}  // namespace

Value origins_of(const Value& value, const ResourceGraph& graph, Identities& identities,
                 std::optional<DeploymentId> reader) {
  OriginWalk walk(graph, identities, reader);
  walk.visit_value(value);
  return std::move(walk).result();
}

}  // namespace exr
