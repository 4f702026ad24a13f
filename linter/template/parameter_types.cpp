#include "template/parameter_types.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "expression/functions/arguments.h"
#include "support/text.h"
#include "template/constraint_check.h"
#include "value/compare.h"
#include "value/containers.h"
#include "value/trail.h"

namespace exr {

namespace {

// Types may refer to themselves, values are limited where they are made.
constexpr std::uint32_t kDeepest = 256;

std::string plural(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

// The null of a nullable parameter that nobody gave a value.
bool is_given_by_nobody(const Value& value) {
  if (!value.is_null()) return false;
  for (const Trail* trail = value.trail().get(); trail != nullptr;
       trail = trail->from.size() == 1 ? trail->from.front().get() : nullptr) {
    if (trail->kind == Trail::Kind::Parameter && trail->given == Given::Nothing) return true;
  }
  return false;
}

const TypeProperty* find_property(const TypeSite& site, std::string_view name) {
  if (site.type == nullptr) return nullptr;
  for (const TypeProperty& property : site.type->properties) {
    if (equal_ignoring_case(property.name, name)) return &property;
  }
  return nullptr;
}

class TypeCheck {
 public:
  using OpenUnions = std::vector<std::pair<const Type*, std::string>>;

  TypeCheck(Expansion& expansion, Mismatches& found, OpenUnions open = {})
      : expansion_(expansion), found_(found), open_(std::move(open)) {}

  void check(const CheckedPart& part, const DeclaredType& declared, std::uint32_t depth) {
    const Value& value = part.value;
    if (value.is_unknown() || value.is_resource() || is_given_by_nobody(value)) return;
    if (depth > kDeepest || found_.size() >= kMostMismatches) return;
    // counts as evaluation, whose limit is reported there
    if (++expansion_.evaluation().steps > expansion_.limits().evaluation_steps) return;
    TypeSite site = resolve_type(expansion_, *declared.home, declared.type);
    if (value.is_null() && site.nullable) return;
    if (declared.constraints != nullptr)
      site.constraints.emplace_back(declared.home, declared.constraints);
    const std::size_t before = found_.size();
    check_type(part, site, depth);
    // what is of another kind has no further faults
    if (found_.size() > before && found_[before].path == part.path) return;
    for (const auto& [home, constraints] : site.constraints)
      check_constraints(expansion_, part, *home, *constraints, found_);
  }

 private:
  void add_wrong(const CheckedPart& part, std::string message, const TypeSite& site) {
    found_.push_back({.kind = ProblemKind::WrongParameterType,
                      .message = std::move(message),
                      .place = part.value.origin(),
                      .path = part.path,
                      .part = &part.value,
                      .lacks = {},
                      .declared_at = site.type->span});
  }
  void add_lack(const CheckedPart& part, const std::string& property, Span declared_at) {
    found_.push_back({.kind = ProblemKind::WrongParameterType,
                      .message = "lacks the property `" + property + "`",
                      .place = part.value.origin(),
                      .path = part.path,
                      .part = &part.value,
                      .lacks = property,
                      .declared_at = declared_at});
  }
  void add_violation(const CheckedPart& part, std::string message, Span declared_at) {
    found_.push_back(violation_of(part, std::move(message), declared_at));
  }

  bool is_of_kind(bool fits, std::string_view wanted, const CheckedPart& part,
                  const TypeSite& site) {
    if (fits) return true;
    add_wrong(part,
              "takes " + std::string(wanted) + ", but its value is " +
                  std::string(kind_phrase(part.value)),
              site);
    return false;
  }

  void check_type(const CheckedPart& part, const TypeSite& site, std::uint32_t depth) {
    if (site.type == nullptr) return;
    const Value& value = part.value;
    switch (site.type->kind) {
      case Type::Kind::Any:
      case Type::Kind::Reference:
        return;
      case Type::Kind::String:
        is_of_kind(value.is_string(), "a string", part, site);
        return;
      case Type::Kind::Int:
        is_of_kind(value.is_int(), "an integer", part, site);
        return;
      case Type::Kind::Bool:
        is_of_kind(value.is_bool(), "a boolean", part, site);
        return;
      case Type::Kind::Object:
        if (is_of_kind(value.is_object(), "an object", part, site)) check_object(part, site, depth);
        return;
      case Type::Kind::Array:
        if (is_of_kind(value.is_array(), "an array", part, site)) check_members(part, site, depth);
        return;
      case Type::Kind::Tuple:
        if (is_of_kind(value.is_array(), "an array", part, site)) check_tuple(part, site, depth);
        return;
      case Type::Kind::Literal:
        check_literal(part, site);
        return;
      case Type::Kind::Union:
        check_union(part, site, depth);
        return;
    }
  }

  bool fits(const CheckedPart& part, const DeclaredType& declared, std::uint32_t depth) {
    Mismatches trial;
    TypeCheck(expansion_, trial, open_).check(part, declared, depth);
    return trial.empty();
  }

  void check_literal(const CheckedPart& part, const TypeSite& site) {
    const Value wanted = constant_value(expansion_, *site.home, site.type->literal);
    if (equals(part.value, wanted, TextComparison::IgnoreCase) != Truth::False) return;
    add_violation(part,
                  "is " + quoted(part.value) + ", but only `" + site.type->text + "` is allowed",
                  site.type->span);
  }

  void check_union(const CheckedPart& part, const TypeSite& site, std::uint32_t depth) {
    const Type& type = *site.type;
    if (!type.discriminator.empty() && part.value.is_object())
      return check_discriminated(part, site, depth);
    // a union may be an alternative of itself
    const std::pair<const Type*, std::string> own{&type, part.path};
    if (std::find(open_.begin(), open_.end(), own) != open_.end())
      return add_violation(part, "is needed to tell what it may be", type.span);
    OpenUnions open = open_;
    open.push_back(own);
    Mismatches nearest;
    for (const TypeId member : type.members) {
      Mismatches trial;
      TypeCheck(expansion_, trial, open)
          .check(part, {.home = site.home, .type = member}, depth + 1);
      if (trial.empty()) return;
      // the alternative that fits in kind says what is wrong inside
      const bool is_inside = trial.front().path != part.path;
      if (is_inside && nearest.empty()) nearest = std::move(trial);
    }
    if (nearest.empty()) {
      return add_violation(
          part, "is " + quoted(part.value) + ", but its type is `" + type.text + "`", type.span);
    }
    found_.insert(found_.end(), nearest.begin(), nearest.end());
  }

  // The object types of a discriminated union, with those of the unions in it.
  std::vector<TypeSite> variants_of(const TypeSite& site) {
    std::vector<TypeSite> variants;
    std::vector<TypeSite> unions = {site};
    for (std::size_t i = 0; i < unions.size(); ++i) {
      // a copy: more unions are added
      const TypeSite around = unions[i];
      for (const TypeId member : around.type->members) {
        TypeSite variant = resolve_type(expansion_, *around.home, member);
        const bool is_union = variant.type != nullptr && variant.type->kind == Type::Kind::Union;
        const bool is_known =
            is_union && std::any_of(unions.begin(), unions.end(),
                                    [&](const TypeSite& one) { return one.type == variant.type; });
        if (!is_known) (is_union ? unions : variants).push_back(std::move(variant));
      }
    }
    return variants;
  }

  void check_discriminated(const CheckedPart& part, const TypeSite& site, std::uint32_t depth) {
    const std::string& name = site.type->discriminator;
    const Object& object = part.value.as_object();
    const Value* kind = object.find(name);
    if (kind == nullptr) {
      if (!object.is_open()) add_lack(part, name, site.type->span);
      return;
    }
    const std::string path = part.path + "." + name;
    for (const TypeSite& variant : variants_of(site)) {
      const TypeProperty* property = find_property(variant, name);
      // what cannot be told apart is not wrong
      if (property == nullptr || kind->is_unknown()) return;
      if (fits({*kind, path}, {.home = variant.home, .type = property->type}, depth + 1))
        return check_object(part, variant, depth + 1);
    }
    add_violation({*kind, path},
                  "is " + quoted(*kind) + ", which is no kind of `" + site.type->text + "`",
                  site.type->span);
  }

  void check_object(const CheckedPart& part, const TypeSite& site, std::uint32_t depth) {
    const Object& object = part.value.as_object();
    for (const TypeProperty& property : site.type->properties) {
      const Value* value = object.find(property.name);
      const DeclaredType declared{site.home, property.type};
      if (value != nullptr && !value->is_null()) {
        check({*value, part.path + "." + property.name}, declared, depth + 1);
        continue;
      }
      const bool is_open = object.is_open() || (value != nullptr && is_given_by_nobody(*value));
      if (is_open || may_be_left_out(declared)) continue;
      const Type* type = site.home->find_type(property.type);
      add_lack(part, property.name, type == nullptr ? site.type->span : type->span);
    }
    check_additional(part, site, depth);
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

  // The properties that the type does not name.
  void check_additional(const CheckedPart& part, const TypeSite& site, std::uint32_t depth) {
    const Type& type = *site.type;
    const bool is_sealed =
        !type.properties.empty() && std::any_of(site.constraints.begin(), site.constraints.end(),
                                                [](const auto& one) { return one.second->sealed; });
    if (type.additional == TypeId::kNone && !is_sealed) return;
    for (const Object::Property& property : part.value.as_object().properties()) {
      if (property.value.is_null() || find_property(site, property.name) != nullptr) continue;
      if (type.additional != TypeId::kNone) {
        check({property.value, part.path + "." + property.name},
              {.home = site.home, .type = type.additional}, depth + 1);
      } else if (found_.size() < kMostMismatches) {
        add_surplus(part, property, site);
      }
    }
  }

  void add_surplus(const CheckedPart& part, const Object::Property& property,
                   const TypeSite& site) {
    std::vector<std::string_view> names;
    for (const TypeProperty& known : site.type->properties) names.emplace_back(known.name);
    std::string message = "has the property `" + property.name + "`, which its type does not name";
    const std::string_view hint = closest(property.name, names);
    if (!hint.empty()) message += "; did you mean `" + std::string(hint) + "`?";
    found_.push_back(
        {.kind = ProblemKind::ConstraintViolation,
         .message = std::move(message),
         .place = property.name_span.valid() ? property.name_span : property.value.origin(),
         .path = part.path,
         .part = &part.value,
         .lacks = {},
         .declared_at = site.type->span});
  }

  void check_members(const CheckedPart& part, const TypeSite& site, std::uint32_t depth) {
    if (site.type->members.empty()) return;
    const std::vector<Value>& members = part.value.as_array().members;
    for (std::size_t i = 0; i < members.size(); ++i) {
      check({members[i], part.path + "[" + std::to_string(i) + "]"},
            {.home = site.home, .type = site.type->members.front()}, depth + 1);
    }
  }

  void check_tuple(const CheckedPart& part, const TypeSite& site, std::uint32_t depth) {
    const Array& array = part.value.as_array();
    const std::vector<TypeId>& items = site.type->members;
    const bool is_counted = array.is_exact() && !site.type->open;
    if (is_counted && array.size() != items.size()) {
      return add_wrong(
          part,
          "takes " + plural(items.size(), "element") + ", but has " + std::to_string(array.size()),
          site);
    }
    for (std::size_t i = 0; i < array.size() && i < items.size(); ++i) {
      check({array.members[i], part.path + "[" + std::to_string(i) + "]"},
            {.home = site.home, .type = items[i]}, depth + 1);
    }
  }

  Expansion& expansion_;
  Mismatches& found_;
  // the unions of which an alternative is tried, with the way to the value
  OpenUnions open_;
};

}  // namespace

Mismatches find_mismatches(Expansion& expansion, const Value& value, const DeclaredType& declared) {
  Mismatches found;
  TypeCheck(expansion, found).check({value, ""}, declared, 0);
  return found;
}

}  // namespace exr
