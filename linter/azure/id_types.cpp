#include "azure/id_types.h"

#include <vector>

#include "support/text.h"

namespace exr {

namespace {

constexpr std::string_view kProviders = "/providers/";

// One pass over a text. What braces hold (`${...}` of a partly known name) is a text of its own
// within the ID around it.
class LowerTypes {
 public:
  std::string run(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      if (starts_with_ignoring_case(text.substr(i), kProviders)) {
        result_ += kProviders;
        levels_.back() = {.in_id = true, .segment = 0};
        i += kProviders.size();
      } else {
        add(text.substr(i++, 1));
      }
    }
    return std::move(result_);
  }

 private:
  struct Level {
    bool in_id = false;
    // behind `/providers/`: 0 the provider, then types and names in turns
    std::size_t segment = 0;

    bool is_type() const { return in_id && (segment == 0 || segment % 2 == 1); }
  };

  void add(std::string_view character) {
    const char c = character.front();
    if (c == '{') levels_.emplace_back();
    if (c == '}' && levels_.size() > 1) levels_.pop_back();
    Level& level = levels_.back();
    if (c == '\'' || c == '"') level.in_id = false;
    if (c == '/') ++level.segment;
    result_ += level.is_type() ? to_lower(character) : std::string(character);
  }

  std::string result_;
  std::vector<Level> levels_ = {{}};
};

}  // namespace

std::string with_lower_id_types(std::string_view text) { return LowerTypes().run(text); }

}  // namespace exr
