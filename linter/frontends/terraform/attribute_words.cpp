#include "frontends/terraform/attribute_words.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace exr {

namespace {

bool is_upper(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }

bool is_lower(char c) { return std::islower(static_cast<unsigned char>(c)) != 0; }

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

std::string singular(std::string word) {
  if (word.size() > 4 && word.ends_with("ies")) {
    word.resize(word.size() - 3);
    return word + 'y';
  }
  if (word.ends_with("sses")) {
    word.resize(word.size() - 2);
    return word;
  }
  if (word.size() > 2 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us"))
    word.pop_back();
  return word;
}

bool is_any(std::string_view word, std::string_view one, std::string_view many) {
  return word == one || word == many;
}

const std::string* last_name(const PlanPath& path, std::size_t& end) {
  while (end > 0) {
    --end;
    if (const auto* name = std::get_if<std::string>(&path[end])) return name;
  }
  return nullptr;
}

}  // namespace

std::vector<std::string> identifier_words(std::string_view identifier) {
  if (const std::size_t slash = identifier.rfind('/'); slash != std::string_view::npos)
    identifier.remove_prefix(slash + 1);
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  };
  for (std::size_t i = 0; i < identifier.size(); ++i) {
    const char c = identifier[i];
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) {
      end_word();
      continue;
    }
    // `publicIPAddresses` is three words
    const bool ends_capitals = i + 1 < identifier.size() && is_lower(identifier[i + 1]);
    const bool begins = is_upper(c) && i > 0 && (!is_upper(identifier[i - 1]) || ends_capitals);
    if (begins) end_word();
    word += lower(c);
  }
  end_word();
  if (!words.empty()) words.back() = singular(std::move(words.back()));
  return words;
}

AttributeMeaning meaning_of(const PlanPath& path) {
  AttributeMeaning meaning;
  std::size_t end = path.size();
  const std::string* name = last_name(path, end);
  if (name == nullptr) return meaning;
  meaning.name = *name;
  meaning.is_list = name->ends_with("ids") || name->ends_with("scopes");
  meaning.words = identifier_words(*name);
  if (meaning.words.empty()) return meaning;
  const std::string last = meaning.words.back();
  const bool is_alone = meaning.words.size() == 1;
  if (is_any(last, "id", "ids")) {
    meaning.kind = AttributeKind::Id;
    meaning.words.pop_back();
    if (is_alone) {
      if (const std::string* around = last_name(path, end))
        meaning.words = identifier_words(*around);
    } else {
      meaning.words.back() = singular(std::move(meaning.words.back()));
    }
  } else if (last == "scope") {
    meaning.kind = AttributeKind::Id;
    meaning.words.pop_back();
  } else if (is_any(last, "name", "names") && !is_alone) {
    meaning.kind = AttributeKind::Name;
    meaning.words.pop_back();
  }
  return meaning;
}

std::size_t common_ending(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto [end, other] = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  return static_cast<std::size_t>(end - a.rbegin());
}

}  // namespace exr
