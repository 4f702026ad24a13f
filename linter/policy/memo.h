#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "policy/definitions.h"
#include "policy/rule.h"
#include "support/text.h"
#include "value/value.h"

namespace exr {

using Choices = std::map<std::string, std::uint32_t, std::less<>>;

/// What was read on the way to a value.
struct Trace {
  /// Unknown sources with candidates, and the number of their options.
  Choices choices;
  /// Names of reference tables.
  std::set<std::string_view> tables;

  void add(const Trace& other) {
    choices.insert(other.choices.begin(), other.choices.end());
    tables.insert(other.tables.begin(), other.tables.end());
  }
};

/// The values of definitions that were computed, as long as they hold: for the run, for one thing
/// judged, for one element of `each`, or while one combination of candidates is tried.
class Memo {
 public:
  struct Remembered {
    Value value;
    Trace trace;
  };

  /// A value that holds under the candidates that are chosen; null pointer if there is none.
  const Remembered* find(const Definition* definition, std::string_view arguments,
                         const Choices& chosen) const;
  /// Valid until the next call of a function that is not const.
  const Remembered& store(const Definition* definition, std::string arguments, Reach reach,
                          const Choices& chosen, Remembered remembered);

  /// Forgets what holds no longer when another element is judged, another thing, or when other
  /// candidates are chosen.
  void forget_each() { entries(Reach::Each).clear(); }
  void forget_self();
  void forget_trial() { trial_.clear(); }

 private:
  struct Key {
    const Definition* definition;
    std::string arguments;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct HashKey {
    std::size_t operator()(const Key& key) const {
      return HashText{}(key.arguments) ^ (std::hash<const void*>{}(key.definition) << 1U);
    }
  };
  using Entries = std::unordered_map<Key, Remembered, HashKey>;

  Entries& entries(Reach reach) { return by_reach_[static_cast<std::size_t>(reach)]; }

  std::array<Entries, 3> by_reach_;
  Entries trial_;
};

}  // namespace exr
