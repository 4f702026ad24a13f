#include "formats/json_path.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "formats/json_filter.h"
#include "formats/json_path_text.h"
#include "value/containers.h"

namespace exr {

namespace {

using Values = std::vector<Value>;

// All values in a value, itself first, each before what is in it.
template <typename Each>
void for_each_inside(const Value& value, const Each& each) {
  std::vector<std::pair<const Value*, std::string_view>> open = {{&value, {}}};
  while (!open.empty()) {
    const auto [next, name] = open.back();
    open.pop_back();
    each(*next, name);
    const std::size_t first = open.size();
    if (next->is_array()) {
      for (const Value& member : next->as_array().members) open.emplace_back(&member, "");
    } else if (next->is_object()) {
      for (const Object::Property& property : next->as_object().properties())
        open.emplace_back(&property.value, property.name);
    }
    std::reverse(open.begin() + static_cast<std::ptrdiff_t>(first), open.end());
  }
}

class PathReader {
 public:
  PathReader(Values selected, std::string_view path)
      : selected_(std::move(selected)), text_(path) {}

  Result<Values> run() {
    text_.take("$");
    // the dot before the first name may be left out
    bool is_first = true;
    while (!text_.at_end()) {
      const bool is_step = step(is_first);
      if (!is_step || !failure_.empty())
        return Failure{failure_.empty() ? "`" + std::string(text_.rest()) + "`" : failure_};
      is_first = false;
    }
    return std::move(selected_);
  }

 private:
  bool step(bool is_first) {
    if (text_.take("..")) return deep_step();
    if (text_.take("[")) return brackets();
    if (!text_.take(".") && !is_first) return false;
    if (text_.take("*")) return children(ValueKind::Object);
    const std::string name(text_.take_name());
    return !name.empty() && named({name});
  }

  bool deep_step() {
    const bool all = text_.take("*");
    const std::string name(all ? std::string_view() : text_.take_name());
    if (!all && name.empty()) return false;
    return replace([&](const Value& value, Values& found) {
      for_each_inside(value, [&](const Value& inside, std::string_view key) {
        if (all || key == name) found.push_back(inside);
      });
    });
  }

  bool brackets() {
    text_.skip_spaces();
    if (text_.take("?(")) return filtered();
    if (text_.take("*")) return text_.take("]") && children(ValueKind::Array);
    if (text_.starts_with('\'') || text_.starts_with('"')) return quoted_names();
    return indexes();
  }

  bool quoted_names() {
    std::vector<std::string> names;
    do {
      text_.skip_spaces();
      auto name = text_.take_quoted();
      if (!name) return false;
      names.push_back(std::move(*name));
      text_.skip_spaces();
    } while (text_.take(","));
    return text_.take("]") && named(names);
  }

  bool indexes() {
    std::vector<std::int64_t> wanted;
    std::optional<std::int64_t> number = text_.take_integer();
    if (text_.take(":")) return slice(number);
    while (number) {
      // a negative one is an error there
      if (*number < 0) return false;
      wanted.push_back(*number);
      text_.skip_spaces();
      if (!text_.take(",")) break;
      text_.skip_spaces();
      number = text_.take_integer();
    }
    if (wanted.empty() || !number || !text_.take("]")) return false;
    return replace([&](const Value& value, Values& found) {
      if (!value.is_array()) return;
      const std::vector<Value>& members = value.as_array().members;
      for (const std::int64_t index : wanted) {
        if (static_cast<std::size_t>(index) < members.size())
          found.push_back(members[static_cast<std::size_t>(index)]);
      }
    });
  }

  // `[start:end]`; a third part, the step, is not taken
  bool slice(std::optional<std::int64_t> start) {
    const std::optional<std::int64_t> end = text_.take_integer();
    if (!text_.take("]")) return false;
    return replace([&](const Value& value, Values& found) {
      if (!value.is_array()) return;
      const std::vector<Value>& members = value.as_array().members;
      const auto size = static_cast<std::int64_t>(members.size());
      const auto place = [&](std::int64_t index) {
        return std::clamp<std::int64_t>(index < 0 ? index + size : index, 0, size);
      };
      for (std::int64_t i = place(start.value_or(0)); i < place(end.value_or(size)); ++i)
        found.push_back(members[static_cast<std::size_t>(i)]);
    });
  }

  bool filtered() {
    const auto filter = JsonFilter::read(text_);
    if (!filter || !text_.take(")") || !text_.take("]")) return false;
    return replace([&](const Value& value, Values& found) {
      if (!value.is_array()) return;
      for (const Value& member : value.as_array().members) {
        const auto fits = filter->fits(member);
        if (!fits) failure_ = "a comparison of values of two kinds";
        if (fits && *fits) found.push_back(member);
      }
    });
  }

  bool named(const std::vector<std::string>& names) {
    return replace([&](const Value& value, Values& found) {
      if (!value.is_object()) return;
      for (const std::string& name : names) {
        const Object::Property* property = value.as_object().find_property(name);
        if (property != nullptr && property->name == name) found.push_back(property->value);
      }
    });
  }

  // What is in the containers of one kind.
  bool children(ValueKind kind) {
    return replace([&](const Value& value, Values& found) {
      if (value.kind() != kind) return;
      if (value.is_array()) {
        found.insert(found.end(), value.as_array().members.begin(), value.as_array().members.end());
      } else {
        for (const Object::Property& property : value.as_object().properties())
          found.push_back(property.value);
      }
    });
  }

  template <typename Find>
  bool replace(const Find& find) {
    Values found;
    for (const Value& value : selected_) find(value, found);
    selected_ = std::move(found);
    return true;
  }

  Values selected_;
  JsonPathText text_;
  std::string failure_;
};

}  // namespace

Result<Values> select_by_path(const Value& document, std::string_view path) {
  return PathReader({document}, path).run();
}

}  // namespace exr
