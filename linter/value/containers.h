#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "support/apart.h"
#include "support/shared_text.h"
#include "support/text.h"
#include "value/value.h"

namespace exr {

/// Members in order. A member is certain, or possible (it may not be there). An open array may have
/// more members than are known.
struct Array {
  std::vector<Value> members;
  /// Empty if every member is certain, else one entry a member.
  std::vector<bool> possible;
  bool open = false;
  /// Of an open array: the canonical text of what else it holds.
  std::string open_text;

  std::size_t size() const { return members.size(); }
  bool is_certain(std::size_t index) const { return possible.empty() || !possible[index]; }
  /// Whether the members are exactly the known ones, all certain.
  bool is_exact() const { return !open && certain_count() == members.size(); }
  std::size_t certain_count() const;
  void add(Value member, bool certain = true);
  /// An open array without members, as an Unknown counts where an array is expected.
  static Array unknown_members(std::string text);
};

/// Properties in source order; names are found without ASCII case, as Azure does. Two properties
/// whose names differ only in case can stand in one object as it is written (`{ ams: 1, AMS: 2 }`);
/// then the one that is spelt as asked for is found, else the first. An open object may have more
/// properties.
class Object {
 public:
  struct Property {
    SharedText name;
    /// Where the name was written.
    Span name_span;
    Value value;
  };

  const std::vector<Property>& properties() const { return properties_; }
  std::size_t size() const { return properties_.size(); }
  bool empty() const { return properties_.empty(); }
  /// The value of a property, null pointer if there is none. Valid as long as the object.
  const Value* find(std::string_view name) const;
  const Property* find_property(std::string_view name) const;
  /// Adds a property, or replaces the value (and the place) of the one with that name, which keeps
  /// its spelling.
  void set(SharedText name, Value value, Span name_span = {});
  /// The same for an object as it is written: only an equal spelling is the same name.
  void write(SharedText name, Value value, Span name_span = {});

  /// The same for a name that no other property has in any case, which the caller knows.
  void add(SharedText name, Value value, Span name_span = {}) {
    append(std::move(name), std::move(value), name_span);
  }

  /// Makes room for so many properties in all.
  void reserve(std::size_t count) { properties_.reserve(count); }

  bool is_open() const { return rare_.find() != nullptr && rare_.find()->open; }
  const std::string& open_text() const { return rare().open_text; }
  void set_open(std::string text);

  /// Of a reference table: the canonical text of the Unknown that reading a property gives that is
  /// not there, although all properties are known. Empty: reading it gives null.
  const std::string& missing_text() const { return rare().missing_text; }
  /// The history of such an Unknown; null if it has none.
  const TrailPointer& missing_trail() const { return rare().missing_trail; }
  void set_missing(std::string text, TrailPointer trail = nullptr) {
    rare_.make().missing_text = std::move(text);
    rare_.make().missing_trail = std::move(trail);
  }

 private:
  struct Rare {
    // only filled for large objects
    std::unordered_map<std::string, std::size_t, HashIgnoringCase, EqualIgnoringCase> index;
    // only filled where names differ in nothing but case
    std::unordered_map<std::string, std::size_t, HashText, std::equal_to<>> spelled;
    bool open = false;
    std::string open_text;
    std::string missing_text;
    TrailPointer missing_trail;
  };

  // What an object has that has nothing rare.
  static const Rare& nothing_rare();
  const Rare& rare() const { return rare_.find() == nullptr ? nothing_rare() : *rare_.find(); }
  std::size_t index_of(std::string_view name) const;
  void append(SharedText name, Value value, Span name_span);

  std::vector<Property> properties_;
  Apart<Rare> rare_;
};

}  // namespace exr
