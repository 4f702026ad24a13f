#include "policy/memo.h"

#include <algorithm>
#include <utility>

namespace exr {

namespace {

// Bounds the memory of a run over very many resources; what was forgotten is computed again.
constexpr std::size_t kMostRemembered = 50'000;

bool depends_on(const Trace& trace, const Choices& chosen) {
  return !chosen.empty() &&
         std::any_of(trace.choices.begin(), trace.choices.end(),
                     [&](const auto& choice) { return chosen.contains(choice.first); });
}

}  // namespace

const Memo::Remembered* Memo::find(const Definition* definition, std::string_view arguments,
                                   const Choices& chosen) const {
  const Key key{definition, std::string(arguments)};
  if (const auto found = trial_.find(key); found != trial_.end()) return &found->second;
  for (const Entries& entries : by_reach_) {
    const auto found = entries.find(key);
    if (found == entries.end()) continue;
    return depends_on(found->second.trace, chosen) ? nullptr : &found->second;
  }
  return nullptr;
}

const Memo::Remembered& Memo::store(const Definition* definition, std::string arguments,
                                    Reach reach, const Choices& chosen, Remembered remembered) {
  Entries& target = depends_on(remembered.trace, chosen) ? trial_ : entries(reach);
  if (target.size() >= kMostRemembered) target.clear();
  return target.insert_or_assign(Key{definition, std::move(arguments)}, std::move(remembered))
      .first->second;
}

void Memo::forget_self() {
  forget_each();
  entries(Reach::Self).clear();
}

}  // namespace exr
