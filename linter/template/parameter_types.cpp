#include "template/parameter_types.h"

#include <algorithm>
#include <string_view>

#include "expression/functions/arguments.h"
#include "expression/functions/text_units.h"
#include "support/text.h"
#include "value/compare.h"
#include "value/containers.h"
#include "value/print.h"
#include "value/trail.h"

namespace exr {

namespace {

// Types may refer to themselves, values are limited where they are made.
constexpr std::uint32_t kDeepest = 256;

std::string shown(const Value& value) {
  return is_secure(value.trail()) ? "the value" : "`" + message_text(value) + "`";
}

std::string plural(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::optional<std::size_t> length_of(const Value& value) {
  if (value.is_string()) return unit_count(value.as_string());
  if (value.is_array() && value.as_array().is_exact()) return value.as_array().size();
  return std::nullopt;
}

std::string_view noun_of(const Value& value) { return value.is_string() ? "character" : "element"; }

class TypeCheck {
 public:
  explicit TypeCheck(Expansion& expansion) : expansion_(expansion) {}

  std::optional<Mismatch> check(const Value& value, const DeclaredType& declared,
                                const std::string& path, std::uint32_t depth) {
    if (value.is_unknown() || value.is_resource() || depth > kDeepest) return std::nullopt;
    // counts as evaluation, whose limit is reported there
    if (++expansion_.evaluation().steps > expansion_.limits().evaluation_steps) return std::nullopt;
    const TypeSite site = resolve_type(expansion_, *declared.home, declared.type);
    if (value.is_null() && site.nullable) return std::nullopt;
    if (auto found = check_type(value, site, path, depth)) return found;
    if (declared.constraints != nullptr) {
      if (auto found = check_constraints(value, *declared.home, *declared.constraints, path))
        return found;
    }
    for (const auto& [home, constraints] : site.constraints) {
      if (auto found = check_constraints(value, *home, *constraints, path)) return found;
    }
    return std::nullopt;
  }

 private:
  static Mismatch wrong(const Value& value, std::string message, const std::string& path) {
    return {.kind = ProblemKind::WrongParameterType,
            .message = std::move(message),
            .part = value,
            .path = path};
  }
  static Mismatch violation(const Value& value, std::string message, const std::string& path) {
    return {.kind = ProblemKind::ConstraintViolation,
            .message = std::move(message),
            .part = value,
            .path = path};
  }
  static std::optional<Mismatch> of_kind(bool fits, const Value& value, std::string_view wanted,
                                         const std::string& path) {
    if (fits) return std::nullopt;
    return wrong(
        value,
        "takes " + std::string(wanted) + ", but its value is " + std::string(kind_phrase(value)),
        path);
  }

  std::optional<Mismatch> check_type(const Value& value, const TypeSite& site,
                                     const std::string& path, std::uint32_t depth) {
    if (site.type == nullptr) return std::nullopt;
    const Type& type = *site.type;
    switch (type.kind) {
      case Type::Kind::Any:
      case Type::Kind::Reference:
        return std::nullopt;
      case Type::Kind::String:
        return of_kind(value.is_string(), value, "a string", path);
      case Type::Kind::Int:
        return of_kind(value.is_int(), value, "an integer", path);
      case Type::Kind::Bool:
        return of_kind(value.is_bool(), value, "a boolean", path);
      case Type::Kind::Object:
        if (!value.is_object()) return of_kind(false, value, "an object", path);
        return check_object(value, site, path, depth);
      case Type::Kind::Array:
        if (!value.is_array()) return of_kind(false, value, "an array", path);
        return check_members(value, site, path, depth);
      case Type::Kind::Tuple:
        if (!value.is_array()) return of_kind(false, value, "an array", path);
        return check_tuple(value, site, path, depth);
      case Type::Kind::Literal:
        return check_literal(value, site, path);
      case Type::Kind::Union:
        return check_union(value, site, path, depth);
    }
    return std::nullopt;
  }

  std::optional<Mismatch> check_literal(const Value& value, const TypeSite& site,
                                        const std::string& path) {
    const Value wanted = constant_value(expansion_, *site.home, site.type->literal);
    if (equals(value, wanted, TextComparison::Exact) != Truth::False) return std::nullopt;
    return violation(
        value, "is " + shown(value) + ", but only `" + site.type->text + "` is allowed", path);
  }

  std::optional<Mismatch> check_union(const Value& value, const TypeSite& site,
                                      const std::string& path, std::uint32_t depth) {
    const Type& type = *site.type;
    if (!type.discriminator.empty() && value.is_object())
      return check_discriminated(value, site, path, depth);
    std::optional<Mismatch> first;
    for (const TypeId member : type.members) {
      auto found = check(value, {.home = site.home, .type = member}, path, depth + 1);
      if (!found) return std::nullopt;
      // the alternative that fits in kind says what is wrong inside
      if (!first || (first->path == path && found->path != path)) first = std::move(found);
    }
    if (!first || first->path != path) return first;
    return violation(value, "is " + shown(value) + ", but its type is `" + type.text + "`", path);
  }

  std::optional<Mismatch> check_discriminated(const Value& value, const TypeSite& site,
                                              const std::string& path, std::uint32_t depth) {
    const std::string& name = site.type->discriminator;
    const Value* kind = value.as_object().find(name);
    if (kind == nullptr && value.as_object().is_open()) return std::nullopt;
    if (kind == nullptr) return wrong(value, "lacks the property `" + name + "`", path);
    for (const TypeId member : site.type->members) {
      const TypeSite candidate = resolve_type(expansion_, *site.home, member);
      const TypeProperty* property = find_property(candidate, name);
      // what cannot be told apart is not wrong
      if (property == nullptr || kind->is_unknown()) return std::nullopt;
      if (!check(*kind, {.home = candidate.home, .type = property->type}, path, depth + 1))
        return check(value, {.home = site.home, .type = member}, path, depth + 1);
    }
    return violation(*kind,
                     "is " + shown(*kind) + ", which is no kind of `" + site.type->text + "`",
                     path + "." + name);
  }

  static const TypeProperty* find_property(const TypeSite& site, std::string_view name) {
    if (site.type == nullptr) return nullptr;
    for (const TypeProperty& property : site.type->properties) {
      if (equal_ignoring_case(property.name, name)) return &property;
    }
    return nullptr;
  }

  std::optional<Mismatch> check_object(const Value& value, const TypeSite& site,
                                       const std::string& path, std::uint32_t depth) {
    const Type& type = *site.type;
    const Object& object = value.as_object();
    for (const TypeProperty& property : type.properties) {
      const Value* part = object.find(property.name);
      const DeclaredType declared{site.home, property.type, &property.constraints};
      if (part == nullptr || part->is_null()) {
        if (object.is_open() || may_be_left_out(declared)) continue;
        return wrong(value, "lacks the property `" + property.name + "`", path);
      }
      if (auto found = check(*part, declared, path + "." + property.name, depth + 1)) return found;
    }
    return check_additional(value, site, path, depth);
  }

  bool may_be_left_out(const DeclaredType& declared) {
    const TypeSite site = resolve_type(expansion_, *declared.home, declared.type);
    return site.type == nullptr || site.type->kind == Type::Kind::Any || allows_null(site, 0);
  }

  // `'a' | null` is a nullable type without its question mark.
  bool allows_null(const TypeSite& site, std::uint32_t depth) {
    if (site.nullable) return true;
    if (site.type == nullptr || depth > kDeepest) return false;
    const Type& type = *site.type;
    if (type.kind == Type::Kind::Literal)
      return site.home->tree.node(type.literal).kind == NodeKind::Null;
    if (type.kind != Type::Kind::Union) return false;
    return std::any_of(type.members.begin(), type.members.end(), [&](TypeId member) {
      return allows_null(resolve_type(expansion_, *site.home, member), depth + 1);
    });
  }

  std::optional<Mismatch> check_additional(const Value& value, const TypeSite& site,
                                           const std::string& path, std::uint32_t depth) {
    const Type& type = *site.type;
    if (type.additional == TypeId::kNone) return std::nullopt;
    for (const Object::Property& property : value.as_object().properties()) {
      if (find_property(site, property.name) != nullptr) continue;
      if (auto found = check(property.value, {.home = site.home, .type = type.additional},
                             path + "." + property.name, depth + 1))
        return found;
    }
    return std::nullopt;
  }

  std::optional<Mismatch> check_members(const Value& value, const TypeSite& site,
                                        const std::string& path, std::uint32_t depth) {
    if (site.type->members.empty()) return std::nullopt;
    const std::vector<Value>& members = value.as_array().members;
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (auto found = check(members[i], {.home = site.home, .type = site.type->members.front()},
                             path + "[" + std::to_string(i) + "]", depth + 1))
        return found;
    }
    return std::nullopt;
  }

  std::optional<Mismatch> check_tuple(const Value& value, const TypeSite& site,
                                      const std::string& path, std::uint32_t depth) {
    const Array& array = value.as_array();
    const std::vector<TypeId>& items = site.type->members;
    if (array.is_exact() && array.size() != items.size()) {
      return wrong(
          value,
          "takes " + plural(items.size(), "element") + ", but has " + std::to_string(array.size()),
          path);
    }
    for (std::size_t i = 0; i < array.size() && i < items.size(); ++i) {
      if (auto found = check(array.members[i], {.home = site.home, .type = items[i]},
                             path + "[" + std::to_string(i) + "]", depth + 1))
        return found;
    }
    return std::nullopt;
  }

  std::optional<Mismatch> check_constraints(const Value& value, const Template& home,
                                            const Constraints& constraints,
                                            const std::string& path) {
    if (auto found = check_allowed(value, home, constraints, path)) return found;
    if (auto found = check_range(value, home, constraints, path)) return found;
    return check_length(value, home, constraints, path);
  }

  std::optional<Mismatch> check_allowed(const Value& value, const Template& home,
                                        const Constraints& constraints, const std::string& path) {
    if (constraints.allowed == NodeId::kNone) return std::nullopt;
    const Value allowed = constant_value(expansion_, home, constraints.allowed);
    if (!allowed.is_array() || is_among(value, allowed.as_array())) return std::nullopt;
    if (value.is_array()) {
      // of an array, each member is to be one of them
      const std::vector<Value>& members = value.as_array().members;
      for (std::size_t i = 0; i < members.size(); ++i) {
        if (!is_among(members[i], allowed.as_array()))
          return not_allowed(members[i], allowed, path + "[" + std::to_string(i) + "]");
      }
      return std::nullopt;
    }
    return not_allowed(value, allowed, path);
  }

  static bool is_among(const Value& value, const Array& allowed) {
    for (const Value& one : allowed.members) {
      if (equals(value, one, TextComparison::Exact) != Truth::False) return true;
    }
    return false;
  }

  static Mismatch not_allowed(const Value& value, const Value& allowed, const std::string& path) {
    return violation(
        value, "is " + shown(value) + ", but allowed are `" + message_text(allowed) + "`", path);
  }

  std::optional<Mismatch> check_range(const Value& value, const Template& home,
                                      const Constraints& constraints, const std::string& path) {
    if (!value.is_int()) return std::nullopt;
    const auto least = number(home, constraints.min_value);
    if (least && value.as_int() < *least)
      return violation(value, "is " + shown(value) + ", but the least is " + std::to_string(*least),
                       path);
    const auto most = number(home, constraints.max_value);
    if (most && value.as_int() > *most)
      return violation(value, "is " + shown(value) + ", but the most is " + std::to_string(*most),
                       path);
    return std::nullopt;
  }

  std::optional<Mismatch> check_length(const Value& value, const Template& home,
                                       const Constraints& constraints, const std::string& path) {
    const auto length = length_of(value);
    if (!length) return std::nullopt;
    const auto has = static_cast<std::int64_t>(*length);
    const auto least = number(home, constraints.min_length);
    const auto most = number(home, constraints.max_length);
    const bool is_short = least && has < *least;
    if (!is_short && (!most || has <= *most)) return std::nullopt;
    return violation(
        value,
        "has " + plural(*length, noun_of(value)) + ", but " +
            (is_short ? "at least " + std::to_string(*least) : "at most " + std::to_string(*most)) +
            (is_short ? " are needed" : " are allowed"),
        path);
  }

  std::optional<std::int64_t> number(const Template& home, NodeId node) {
    if (node == NodeId::kNone) return std::nullopt;
    const Value value = constant_value(expansion_, home, node);
    if (!value.is_int()) return std::nullopt;
    return value.as_int();
  }

  Expansion& expansion_;
};

}  // namespace

std::optional<Mismatch> find_mismatch(Expansion& expansion, const Value& value,
                                      const DeclaredType& declared) {
  return TypeCheck(expansion).check(value, declared, "", 0);
}

}  // namespace exr
