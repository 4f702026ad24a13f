#include "template/secret_parts.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "support/text.h"
#include "value/containers.h"
#include "value/secret.h"

namespace exr {

namespace {

// Types may refer to themselves.
constexpr std::uint32_t kDeepest = 256;

class SecretMarking {
 public:
  explicit SecretMarking(Expansion& expansion) : expansion_(expansion) {}

  // Empty if nothing in the value is secret.
  std::optional<Value> marked(const Value& value, const DeclaredType& declared,
                              std::uint32_t depth) {
    if (value.is_null() || depth > kDeepest) return std::nullopt;
    // counts as evaluation, whose limit is reported there
    if (++expansion_.evaluation().steps > expansion_.limits().evaluation_steps) return std::nullopt;
    const TypeSite site = resolve_type(expansion_, *declared.home, declared.type);
    bool is_secret = declared.constraints != nullptr && declared.constraints->secure;
    for (const auto& [home, constraints] : site.constraints)
      is_secret = is_secret || constraints->secure;
    if (is_secret) return secured(value);
    return site.type == nullptr ? std::nullopt : marked_inside(value, site, depth);
  }

 private:
  std::optional<Value> marked_inside(const Value& value, const TypeSite& site,
                                     std::uint32_t depth) {
    switch (site.type->kind) {
      case Type::Kind::Object:
        return value.is_object() ? marked_object(value, site, depth) : std::nullopt;
      case Type::Kind::Array:
      case Type::Kind::Tuple:
        return value.is_array() ? marked_array(value, site, depth) : std::nullopt;
      case Type::Kind::Union:
        return marked_union(value, site, depth);
      default:
        return std::nullopt;
    }
  }

  static TypeId type_of_property(const Type& type, std::string_view name) {
    for (const TypeProperty& property : type.properties) {
      if (equal_ignoring_case(property.name, name)) return property.type;
    }
    return type.additional;
  }

  std::optional<Value> marked_object(const Value& value, const TypeSite& site,
                                     std::uint32_t depth) {
    std::optional<Object> result;
    for (const Object::Property& property : value.as_object().properties()) {
      const DeclaredType declared{site.home, type_of_property(*site.type, property.name)};
      std::optional<Value> part = marked_part(property.value, declared, depth);
      if (!part) continue;
      if (!result) result = value.as_object();
      result->set(property.name, *std::move(part), property.name_span);
    }
    if (!result) return std::nullopt;
    return Value::object(*std::move(result), value.origin()).with_trail(value.trail());
  }

  std::optional<Value> marked_array(const Value& value, const TypeSite& site, std::uint32_t depth) {
    const std::vector<TypeId>& types = site.type->members;
    const bool is_tuple = site.type->kind == Type::Kind::Tuple;
    std::optional<Array> result;
    for (std::size_t i = 0; i < value.as_array().size(); ++i) {
      const std::size_t type = is_tuple ? i : 0;
      if (type >= types.size()) break;
      std::optional<Value> part =
          marked_part(value.as_array().members[i], {site.home, types[type]}, depth);
      if (!part) continue;
      if (!result) result = value.as_array();
      result->members[i] = *std::move(part);
    }
    if (!result) return std::nullopt;
    return Value::array(*std::move(result), value.origin()).with_trail(value.trail());
  }

  // What is secret in one alternative is better hidden in all.
  std::optional<Value> marked_union(const Value& value, const TypeSite& site, std::uint32_t depth) {
    // a union may be an alternative of itself
    const std::pair<const Type*, std::uint32_t> own{site.type, level_};
    if (std::find(open_unions_.begin(), open_unions_.end(), own) != open_unions_.end())
      return std::nullopt;
    open_unions_.push_back(own);
    std::optional<Value> result;
    for (const TypeId member : site.type->members) {
      std::optional<Value> part = marked(result ? *result : value, {site.home, member}, depth + 1);
      if (part) result = std::move(part);
    }
    open_unions_.pop_back();
    return result;
  }

  // A part of the value that is looked at.
  std::optional<Value> marked_part(const Value& part, const DeclaredType& declared,
                                   std::uint32_t depth) {
    ++level_;
    std::optional<Value> result = marked(part, declared, depth + 1);
    --level_;
    return result;
  }

  Expansion& expansion_;
  // how many objects and arrays stand around the value
  std::uint32_t level_ = 0;
  // the unions of which an alternative is looked at, with the level of the value
  std::vector<std::pair<const Type*, std::uint32_t>> open_unions_;
};

}  // namespace

Value with_secrets(Expansion& expansion, const Value& value, const DeclaredType& declared) {
  return SecretMarking(expansion).marked(value, declared, 0).value_or(value);
}

}  // namespace exr
