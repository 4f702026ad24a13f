#include "template/declared_values.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "support/text.h"
#include "template/parameter_values.h"
#include "value/containers.h"
#include "value/unknown.h"

namespace exr {

namespace {

// Puts an Unknown in place of each part of a value that is of a wrong type.
class Replacement {
 public:
  Replacement(const Mismatches& mismatches, std::string text) : text_(std::move(text)) {
    for (const Mismatch& mismatch : mismatches) {
      if (mismatch.kind == ProblemKind::WrongParameterType) wrong_.push_back(&mismatch);
    }
  }

  bool is_needed() const { return !wrong_.empty(); }

  // As deep as the value, which is limited where it is made; only where something is wrong inside.
  Value replaced(const Value& value, const std::string& path) const {
    if (!is_wrong_below(path)) return value;
    std::vector<const Mismatch*> lacking;
    for (const Mismatch* mismatch : wrong_) {
      if (mismatch->part != &value) continue;
      if (mismatch->lacks.empty()) return unknown(mismatch->path, value);
      lacking.push_back(mismatch);
    }
    if (value.is_array()) return inside_array(value, path);
    if (value.is_object()) return inside_object(value, path, lacking);
    return value;
  }

 private:
  bool is_wrong_below(const std::string& path) const {
    return std::any_of(wrong_.begin(), wrong_.end(), [&](const Mismatch* mismatch) {
      return starts_with_ignoring_case(mismatch->path, path);
    });
  }

  Value unknown(const std::string& path, const Value& value) const {
    return Value::unknown(make_unknown(UnknownReason::Invalid, text_ + path), value.origin())
        .with_trail(value.trail());
  }

  Value inside_array(const Value& value, const std::string& path) const {
    Array array = value.as_array();
    const std::vector<Value>& members = value.as_array().members;
    for (std::size_t i = 0; i < members.size(); ++i)
      array.members[i] = replaced(members[i], path + "[" + std::to_string(i) + "]");
    return Value::array(std::move(array), value.origin()).with_trail(value.trail());
  }

  Value inside_object(const Value& value, const std::string& path,
                      const std::vector<const Mismatch*>& lacking) const {
    Object object = value.as_object();
    for (const Object::Property& property : value.as_object().properties()) {
      const std::string way = path + "." + property.name.str();
      object.set(property.name, replaced(property.value, way), property.name_span);
    }
    for (const Mismatch* mismatch : lacking)
      object.set(mismatch->lacks, unknown(mismatch->path + "." + mismatch->lacks, value));
    return Value::object(std::move(object), value.origin()).with_trail(value.trail());
  }

  std::string text_;
  std::vector<const Mismatch*> wrong_;
};

std::string place_text(const Span& place) {
  return "invalid(" + std::to_string(static_cast<std::uint32_t>(place.file)) + ":" +
         std::to_string(place.begin) + "-" + std::to_string(place.end) + ")";
}

}  // namespace

Value checked_value(Expansion& expansion, const Value& value, const DeclaredValue& declared) {
  const Mismatches mismatches = find_mismatches(expansion, value, declared.type);
  if (mismatches.empty()) return value;
  for (const Mismatch& mismatch : mismatches) {
    Span place = place_inside(mismatch.place, value.origin());
    if (!place.valid()) place = declared.place;
    expansion.report({.kind = mismatch.kind,
                      .message = std::string(declared.noun) + " `" + std::string(declared.name) +
                                 mismatch.path + "` " + mismatch.message,
                      .span = place,
                      // of the command line and of defaults that nobody wrote
                      .path = place.valid() ? std::string() : declared.type.home->path,
                      .related = {{.message = "declared at", .span = mismatch.declared_at}}});
  }
  const Replacement replacement(mismatches,
                                declared.text.empty() ? place_text(value.origin()) : declared.text);
  return replacement.is_needed() ? replacement.replaced(value, "") : value;
}

}  // namespace exr
