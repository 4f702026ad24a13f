#include "hcl/source_value.h"

#include <cstddef>
#include <utility>

namespace exr {

namespace {

constexpr int kDeepest = 64;
constexpr std::size_t kMostMembers = 10'000;

class SourceValueMaker {
 public:
  SourceValue made(const SymbolicValue& value, int depth) {
    SourceValue source;
    if (depth > kDeepest || ++members_ > kMostMembers) return source;
    switch (value.kind()) {
      case SymbolicKind::Scalar:
        source.kind = SourceValue::Kind::Literal;
        source.literal = value.as_scalar();
        break;
      case SymbolicKind::Reference:
        source.kind = SourceValue::Kind::Target;
        source.target = built_text(value.as_reference());
        break;
      case SymbolicKind::Object:
        add_members(source, SourceValue::Kind::Object, value.members(), depth);
        break;
      case SymbolicKind::Tuple:
        add_members(source, SourceValue::Kind::List, value.members(), depth);
        break;
      case SymbolicKind::Choice:
        add_alternatives(source, value, depth);
        break;
      default:
        break;
    }
    return source;
  }

 private:
  void add_members(SourceValue& source, SourceValue::Kind kind,
                   const SymbolicValue::Members& members, int depth) {
    source.kind = kind;
    source.is_open = members.rest != nullptr;
    for (const SymbolicValue::Member& member : members.list) {
      source.members.push_back(
          {.key = member.key, .value = made(*member.value, depth + 1), .maybe = member.maybe});
    }
  }

  void add_alternatives(SourceValue& source, const SymbolicValue& value, int depth) {
    source.kind = SourceValue::Kind::Choice;
    for (const SymbolicValue& one : value.alternatives()) {
      if (one.is(SymbolicKind::Error)) continue;
      source.members.push_back({.key = {}, .value = made(one, depth + 1)});
    }
    if (source.members.size() != 1) return;
    SourceValue only = std::move(source.members.front().value);
    source = std::move(only);
  }

  std::size_t members_ = 0;
};

}  // namespace

BuiltText built_text(const SymbolicReference& reference) {
  return {.target = {.module = reference.module,
                     .is_data = reference.is_data,
                     .type = reference.type,
                     .name = reference.name,
                     .key = reference.key,
                     .attribute = reference.attribute},
          .suffix = reference.suffix};
}

SourceValue source_value(const SymbolicValue& value) { return SourceValueMaker().made(value, 0); }

}  // namespace exr
