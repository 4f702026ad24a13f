#include "mapping/placement_reader.h"

#include <array>
#include <string_view>
#include <utility>

#include "mapping/mapping_expression.h"
#include "value/containers.h"

namespace exr {

namespace {

using Form = MappingPlacement::Form;

constexpr std::array<std::pair<std::string_view, Form>, 7> kForms = {{
    {"rg", Form::Group},
    {"parent", Form::Parent},
    {"scope", Form::Scope},
    {"subscription", Form::Subscription},
    {"mg", Form::ManagementGroup},
    {"tenant", Form::Tenant},
    {"auto", Form::Auto},
}};

const std::pair<std::string_view, Form>* find_form(std::string_view name) {
  for (const auto& form : kForms) {
    if (form.first == name) return &form;
  }
  return nullptr;
}

void read_parents(const Value& parents, MappingPlacement& placement, MappingBuilder& builder) {
  if (!parents.is_array()) {
    builder.report(parents.origin(), "`parents` lists attributes");
    return;
  }
  for (const Value& parent : parents.as_array().members)
    placement.parents.push_back(read_mapping_expression(parent, {}, builder));
}

MappingPlacement read_placement(const Value& in, MappingBuilder& builder) {
  MappingPlacement placement;
  bool has_form = false;
  for (const Object::Property& property : in.as_object().properties()) {
    if (property.name == std::string_view("parents")) {
      read_parents(property.value, placement, builder);
      continue;
    }
    const auto* form = find_form(property.name);
    if (form == nullptr || has_form) {
      builder.report(property.name_span,
                     "a resource is in one of `rg`, `parent`, `scope`, "
                     "`subscription`, `mg`, `tenant`, `auto`");
      continue;
    }
    has_form = true;
    placement.form = form->second;
    const bool is_word = form->second == Form::Subscription || form->second == Form::Tenant;
    if (!is_word) placement.at = read_mapping_expression(property.value, {}, builder);
  }
  return placement;
}

}  // namespace

std::vector<MappingPlacement> read_placements(const Value& in, MappingBuilder& builder) {
  std::vector<MappingPlacement> placements;
  const auto add = [&](const Value& value) {
    if (value.is_object())
      placements.push_back(read_placement(value, builder));
    else
      builder.report(value.origin(), "`in` says where a resource is: `{rg: resource_group_name}`");
  };
  if (in.is_array()) {
    for (const Value& member : in.as_array().members) add(member);
  } else {
    add(in);
  }
  return placements;
}

}  // namespace exr
