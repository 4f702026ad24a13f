#include "frontends/terraform/marked_values.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "value/trail.h"
#include "value/unknown.h"

namespace exr {

namespace {

bool is_identifier(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
}

// One step further in the path, as long as it lives.
class PathStep {
 public:
  PathStep(std::string& path, std::string_view name) : path_(path), length_(path.size()) {
    if (is_identifier(name)) {
      path.append(".").append(name);
    } else {
      path.append("[\"").append(name).append("\"]");
    }
  }
  PathStep(std::string& path, std::size_t index) : path_(path), length_(path.size()) {
    path.append("[").append(std::to_string(index)).append("]");
  }
  PathStep(const PathStep&) = delete;
  PathStep& operator=(const PathStep&) = delete;
  ~PathStep() { path_.resize(length_); }

 private:
  std::string& path_;
  std::size_t length_;
};

}  // namespace

class MarkedValues::Names {
 public:
  Names(const MarkedValues& values, const Marks& marks) : secret_(values.secret_) {
    if (secret_.is_whole(marks.secret)) whole_secret_ = marks.secret;
    collect(values.unknown_, marks.unknown, &Marks::unknown);
    if (whole_secret_ == PlanMarks::Id::kNone) collect(secret_, marks.secret, &Marks::secret);
    std::sort(named_.begin(), named_.end(),
              [](const Named& a, const Named& b) { return a.name < b.name; });
  }

  struct Named {
    std::string_view name;
    Marks marks;
    bool is_written = false;
  };

  // The marks of the property that is read next.
  Marks written(std::string_view name) {
    const auto found = std::lower_bound(
        named_.begin(), named_.end(), name,
        [](const Named& one, std::string_view wanted) { return one.name < wanted; });
    Marks marks{.unknown = PlanMarks::Id::kNone, .secret = whole_secret_};
    for (auto one = found; one != named_.end() && one->name == name; ++one) {
      one->is_written = true;
      if (one->marks.unknown != PlanMarks::Id::kNone) marks.unknown = one->marks.unknown;
      if (one->marks.secret != PlanMarks::Id::kNone) marks.secret = one->marks.secret;
    }
    return marks;
  }

  // The names of unknown properties that were not read; each once.
  std::vector<std::string_view> left_out() const {
    std::vector<std::string_view> names;
    for (const Named& one : named_) {
      if (one.is_written || one.marks.unknown == PlanMarks::Id::kNone) continue;
      if (names.empty() || names.back() != one.name) names.push_back(one.name);
    }
    return names;
  }

 private:
  void collect(const PlanMarks& tree, PlanMarks::Id id, PlanMarks::Id Marks::*kind) {
    if (id == PlanMarks::Id::kNone || tree.is_list(id)) return;
    for (PlanMarks::Id part = tree.first(id); part != PlanMarks::Id::kNone;
         part = tree.after(part)) {
      Named one{.name = tree.name(part), .marks = {}, .is_written = false};
      one.marks.*kind = part;
      named_.push_back(one);
    }
  }

  const PlanMarks& secret_;
  PlanMarks::Id whole_secret_ = PlanMarks::Id::kNone;
  std::vector<Named> named_;
};

MarkedValues::MarkedValues(std::string_view address, const Span& record, const Marking& marking,
                           JsonNames& names)
    : unknown_(marking.unknown),
      secret_(marking.secret),
      record_(record),
      names_(names),
      values_(names),
      path_(address) {}

Value MarkedValues::read(JsonCursor& cursor) {
  const Marks marks{.unknown = unknown_.root(), .secret = secret_.root()};
  if (cursor.kind() != JsonKind::Object || unknown_.is_whole(marks.unknown)) return made();
  return read_object(cursor, marks);
}

// The attributes are an object even where all of them are unknown.
Value MarkedValues::made() {
  const Marks marks{.unknown = unknown_.root(), .secret = secret_.root()};
  if (!unknown_.is_whole(marks.unknown)) return made_object(marks);
  Object object;
  object.set_open(path_);
  return Value::object(std::move(object), record_);
}

Value MarkedValues::read_value(JsonCursor& cursor, const Marks& marks) {
  if (!marks.any()) return values_.read(cursor);
  if (unknown_.is_whole(marks.unknown)) {
    cursor.skip();
    return unknown_value(marks);
  }
  const JsonKind kind = cursor.kind();
  if (kind == JsonKind::Object) return read_object(cursor, marks);
  if (kind == JsonKind::Array) return read_array(cursor, marks);
  Value value = JsonValues::read_scalar(cursor);
  // what is there only in part is null until it is known
  if (value.is_null() && marks.unknown != PlanMarks::Id::kNone) return made_value(marks);
  return with_secret(std::move(value), marks);
}

Value MarkedValues::read_object(JsonCursor& cursor, const Marks& marks) {
  const Span place = cursor.place();
  Names names(*this, marks);
  JsonMembers members;
  cursor.enter();
  while (cursor.next_member()) {
    SharedText name = names_.shared(cursor.name());
    const Span name_span = cursor.name_span();
    const PathStep step(path_, name);
    Value value = read_value(cursor, names.written(name));
    members.add(std::move(name), std::move(value), name_span);
  }
  add_left_out(members, names);
  return with_secret(Value::object(std::move(members).object(), cursor.since(place)), marks);
}

Value MarkedValues::read_array(JsonCursor& cursor, const Marks& marks) {
  const Span place = cursor.place();
  PlanMarks::Id unknown = unknown_.first(marks.unknown);
  PlanMarks::Id secret = secret_.first(marks.secret);
  Array array;
  cursor.enter();
  while (cursor.next_element()) {
    const std::size_t index = array.size();
    const PathStep step(path_, index);
    array.members.push_back(read_value(cursor, element(marks, unknown, secret, index)));
  }
  add_left_out(array, unknown, marks);
  return with_secret(Value::array(std::move(array), cursor.since(place)), marks);
}

// The marks of an element; moves on to those of the next one.
MarkedValues::Marks MarkedValues::element(const Marks& marks, PlanMarks::Id& unknown,
                                          PlanMarks::Id& secret, std::size_t index) const {
  Marks found;
  if (unknown != PlanMarks::Id::kNone && unknown_.is_list(marks.unknown) &&
      unknown_.index(unknown) == index) {
    found.unknown = std::exchange(unknown, unknown_.after(unknown));
  }
  if (secret_.is_whole(marks.secret)) {
    found.secret = marks.secret;
  } else if (secret != PlanMarks::Id::kNone && secret_.is_list(marks.secret) &&
             secret_.index(secret) == index) {
    found.secret = std::exchange(secret, secret_.after(secret));
  }
  return found;
}

Value MarkedValues::made_value(const Marks& marks) {
  if (unknown_.is_whole(marks.unknown)) return unknown_value(marks);
  if (!unknown_.is_list(marks.unknown)) return made_object(marks);
  Array array;
  add_left_out(array, unknown_.first(marks.unknown), marks);
  return with_secret(Value::array(std::move(array), record_), marks);
}

Value MarkedValues::made_object(const Marks& marks) {
  Names names(*this, marks);
  JsonMembers members;
  add_left_out(members, names);
  return with_secret(Value::object(std::move(members).object(), record_), marks);
}

void MarkedValues::add_left_out(JsonMembers& members, Names& names) {
  for (const std::string_view name : names.left_out()) {
    const PathStep step(path_, name);
    members.add(names_.shared(name), made_value(names.written(name)), record_);
  }
}

// Elements that only the marks have. What stands between them is not told.
void MarkedValues::add_left_out(Array& array, PlanMarks::Id unknown, const Marks& marks) {
  if (unknown == PlanMarks::Id::kNone || !unknown_.is_list(marks.unknown)) return;
  for (; unknown != PlanMarks::Id::kNone; unknown = unknown_.after(unknown)) {
    while (array.size() < unknown_.index(unknown)) array.members.push_back(Value::null(record_));
    const PathStep step(path_, array.size());
    Marks own{.unknown = unknown, .secret = PlanMarks::Id::kNone};
    if (secret_.is_whole(marks.secret)) own.secret = marks.secret;
    array.members.push_back(made_value(own));
  }
}

Value MarkedValues::unknown_value(const Marks& marks) const {
  Value value = Value::unknown(make_unknown(UnknownReason::KnownAfterApply, path_), record_);
  return with_secret(std::move(value), marks);
}

Value MarkedValues::with_secret(Value value, const Marks& marks) const {
  if (value.is_null() || !secret_.is_whole(marks.secret)) return value;
  Trail trail;
  // nobody knows what an unknown will be made of
  trail.kind = value.is_unknown() ? Trail::Kind::Derived : Trail::Kind::Literal;
  trail.secure = true;
  trail.span = value.origin();
  return value.with_trail(TrailPointer::make(std::move(trail)));
}

}  // namespace exr
