#include "mapping/object_reader.h"

#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "mapping/mapping_expression.h"
#include "mapping/mapping_words.h"

namespace exr {

namespace {

constexpr std::string_view kMerged = "...";

// An object while its paths are collected: each property is a node or again an object.
struct ObjectDraft {
  struct Property {
    std::string name;
    std::uint32_t node = kNoIndex;
    std::unique_ptr<ObjectDraft> object;
  };
  std::vector<Property> properties;

  Property* find(std::string_view name) {
    for (Property& property : properties) {
      if (property.name == name) return &property;
    }
    return nullptr;
  }
};

class ObjectReader {
 public:
  ObjectReader(const std::string& block, const Object& mixins, MappingBuilder& builder)
      : block_(block), mixins_(mixins), builder_(builder) {}

  std::uint32_t read_right_side(const Value& value) {
    if (value.is_array()) return read_list(value.as_array(), MappingStep::Alternatives);
    if (!value.is_object()) return read_mapping_expression(value, block_, builder_);
    const Object& object = value.as_object();
    if (object.find("each") != nullptr) return read_each(object);
    if (const Value* concat = object.find("concat")) {
      if (concat->is_array()) return read_list(concat->as_array(), MappingStep::Concat);
      return fail(concat->origin(), "`concat` joins a list");
    }
    return read_conditional(object, value.origin());
  }

  std::uint32_t read_set(const Object& owner, ObjectForm form) {
    ObjectDraft draft;
    if (const Array* use = builder_.find_list(owner, "use")) add_mixins(*use, draft);
    if (const Object* set = builder_.find_object(owner, "set")) add_paths(*set, draft);
    if (const Object* computed = builder_.find_object(owner, "computed"))
      add_computed(*computed, draft);
    return add_object(draft, form);
  }

 private:
  std::uint32_t fail(Span span, std::string message) {
    builder_.report(span, std::move(message));
    return kNoIndex;
  }

  std::uint32_t read_list(const Array& list, MappingStep step) {
    std::vector<MappingChild> children;
    for (const Value& member : list.members) {
      const std::uint32_t node = read_right_side(member);
      if (node == kNoIndex) return kNoIndex;
      children.push_back({.name = {}, .node = node});
    }
    return builder_.add({.step = step}, std::move(children));
  }

  std::uint32_t read_conditional(const Object& object, Span span) {
    static constexpr std::array<std::string_view, 3> kKeys = {"if", "use", "set"};
    builder_.check_keys(object, kKeys);
    ObjectForm form;
    if (const Value* condition = object.find("if")) {
      form.condition = read_mapping_condition(*condition, block_, builder_);
    } else if (object.find("set") == nullptr) {
      return fail(span, "an object needs `each`, `if`, `set` or `concat`");
    }
    return read_set(object, form);
  }

  std::uint32_t read_each(const Object& object) {
    static constexpr std::array<std::string_view, 4> kKeys = {"each", "use", "set", "value"};
    builder_.check_keys(object, kKeys);
    const Value& each = *object.find("each");
    if (!each.is_string()) return fail(each.origin(), "`each` names an attribute");
    const std::uint32_t path = builder_.add_path(each.as_string(), block_, each.origin());
    if (path == kNoIndex) return kNoIndex;
    const std::string inner = MappingBuilder::full_name(each.as_string(), block_);
    ObjectReader reader(inner, mixins_, builder_);
    const Value* value = object.find("value");
    const std::uint32_t body =
        value != nullptr ? reader.read_right_side(*value) : reader.read_set(object, {});
    if (body == kNoIndex) return kNoIndex;
    return builder_.add({.step = MappingStep::Each, .payload = path}, body);
  }

  void add_mixins(const Array& names, ObjectDraft& draft) {
    for (const Value& name : names.members) {
      const Value* mixin = name.is_string() ? mixins_.find(name.as_string()) : nullptr;
      if (mixin != nullptr && mixin->is_object())
        add_paths(mixin->as_object(), draft);
      else
        fail(name.origin(), "there is no such mixin");
    }
  }

  void add_paths(const Object& set, ObjectDraft& draft) {
    for (const Object::Property& property : set.properties()) {
      const std::uint32_t node = read_right_side(property.value);
      if (node != kNoIndex)
        add_path({.text = property.name.str(), .span = property.name_span}, node, draft);
    }
  }

  // Attributes with the ARM paths that show them. Where they are not known yet, they count as not
  // set. `~` is no path; one into a list has no element to be written into.
  void add_computed(const Object& computed, ObjectDraft& draft) {
    for (const Object::Property& property : computed.properties()) {
      if (!property.value.is_string() || is_path_into_list(property.value.as_string())) continue;
      const Span span = property.value.origin();
      const std::uint32_t path = builder_.add_path(property.name.str(), block_, property.name_span);
      if (path == kNoIndex) continue;
      const std::uint32_t node = builder_.add({.step = MappingStep::Attribute, .payload = path});
      add_path({.text = property.value.as_string(), .span = span}, node, draft);
    }
  }

  static bool is_path_into_list(std::string_view path) {
    const std::size_t bracket = path.find('[');
    return bracket != std::string_view::npos && path[bracket + 1] != '\'';
  }

  // A left side.
  struct PathText {
    std::string_view text;
    Span span;
  };

  void add_path(PathText path, std::uint32_t node, ObjectDraft& draft) {
    if (path.text == kMerged) {
      draft.properties.push_back({.name = {}, .node = node, .object = nullptr});
      return;
    }
    const std::vector<std::string> names = arm_path_names(path.text);
    if (names.empty()) {
      fail(path.span, "`" + std::string(path.text) + "` is no path of properties");
      return;
    }
    ObjectDraft* object = &draft;
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
      ObjectDraft::Property* found = object->find(names[i]);
      if (found == nullptr) {
        object->properties.push_back(
            {.name = names[i], .node = kNoIndex, .object = std::make_unique<ObjectDraft>()});
        found = &object->properties.back();
      }
      if (found->object == nullptr) return report_twice(path);
      object = found->object.get();
    }
    if (object->find(names.back()) != nullptr) return report_twice(path);
    object->properties.push_back({.name = names.back(), .node = node, .object = nullptr});
  }

  void report_twice(PathText path) {
    fail(path.span, "`" + std::string(path.text) + "` is set twice");
  }

  std::uint32_t add_object(const ObjectDraft& draft, ObjectForm form) {
    std::vector<MappingChild> children;
    for (const ObjectDraft::Property& property : draft.properties) {
      const std::uint32_t node = property.object == nullptr
                                     ? property.node
                                     : add_object(*property.object, {.is_optional = true});
      children.push_back({.name = property.name, .node = node});
    }
    return builder_.add(
        {.step = MappingStep::Object, .is_optional = form.is_optional, .payload = form.condition},
        std::move(children));
  }

  const std::string& block_;
  const Object& mixins_;
  MappingBuilder& builder_;
};

}  // namespace

std::uint32_t read_right_side(const Value& value, const std::string& block, const Object& mixins,
                              MappingBuilder& builder) {
  return ObjectReader(block, mixins, builder).read_right_side(value);
}

std::uint32_t read_set(const Object& owner, const std::string& block, const Object& mixins,
                       ObjectForm form, MappingBuilder& builder) {
  return ObjectReader(block, mixins, builder).read_set(owner, form);
}

}  // namespace exr
