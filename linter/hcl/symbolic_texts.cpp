#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hcl/symbolic_access.h"
#include "hcl/symbolic_functions.h"
#include "support/text.h"

namespace exr {

namespace {

using Members = SymbolicValue::Members;

std::optional<std::string> text_at(const Members& arguments, std::size_t index) {
  if (index >= arguments.list.size()) return std::nullopt;
  return arguments.list[index].value->find_text();
}

// A function of texts; Unknown where one is not known.
template <std::size_t kCount, typename Function>
SymbolicValue with_texts(const Members& arguments, Function function) {
  std::array<std::string, kCount> texts;
  for (std::size_t i = 0; i < kCount; ++i) {
    const std::optional<std::string> text = text_at(arguments, i);
    if (!text) return {};
    texts[i] = *text;
  }
  return function(texts);
}

SymbolicValue lower(const Members& arguments) {
  return with_texts<1>(arguments,
                       [](const auto& texts) { return SymbolicValue::text(to_lower(texts[0])); });
}

SymbolicValue upper(const Members& arguments) {
  return with_texts<1>(arguments,
                       [](const auto& texts) { return SymbolicValue::text(to_upper(texts[0])); });
}

SymbolicValue trim_space(const Members& arguments) {
  return with_texts<1>(arguments, [](const auto& texts) {
    static constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t begin = texts[0].find_first_not_of(kBlank);
    if (begin == std::string::npos) return SymbolicValue::text("");
    return SymbolicValue::text(
        texts[0].substr(begin, texts[0].find_last_not_of(kBlank) - begin + 1));
  });
}

SymbolicValue trim_prefix(const Members& arguments) {
  return with_texts<2>(arguments, [](const auto& texts) {
    const bool fits = texts[0].starts_with(texts[1]);
    return SymbolicValue::text(fits ? texts[0].substr(texts[1].size()) : texts[0]);
  });
}

SymbolicValue trim_suffix(const Members& arguments) {
  return with_texts<2>(arguments, [](const auto& texts) {
    const bool fits = texts[0].ends_with(texts[1]);
    return SymbolicValue::text(fits ? texts[0].substr(0, texts[0].size() - texts[1].size())
                                    : texts[0]);
  });
}

SymbolicValue starts_with(const Members& arguments) {
  return with_texts<2>(arguments, [](const auto& texts) {
    return SymbolicValue::truth(texts[0].starts_with(texts[1]));
  });
}

SymbolicValue ends_with(const Members& arguments) {
  return with_texts<2>(arguments, [](const auto& texts) {
    return SymbolicValue::truth(texts[0].ends_with(texts[1]));
  });
}

SymbolicValue contains_text(const Members& arguments) {
  return with_texts<2>(arguments, [](const auto& texts) {
    return SymbolicValue::truth(texts[0].find(texts[1]) != std::string::npos);
  });
}

// A text between slashes is a regular expression, which is not followed.
SymbolicValue replace(const Members& arguments) {
  return with_texts<3>(arguments, [](const auto& texts) -> SymbolicValue {
    const bool is_pattern =
        texts[1].size() > 1 && texts[1].starts_with('/') && texts[1].ends_with('/');
    if (is_pattern || texts[1].empty()) return {};
    return SymbolicValue::text(replace_all(texts[0], texts[1], texts[2]));
  });
}

SymbolicValue substr(const Members& arguments) {
  const std::optional<std::string> text = text_at(arguments, 0);
  if (!text || arguments.list.size() != 3) return {};
  const auto offset = find_integer(*arguments.list[1].value);
  const auto size = find_integer(*arguments.list[2].value);
  const bool is_plain = offset && size && *offset >= 0 &&
                        *offset <= static_cast<std::int64_t>(text->size()) &&
                        std::all_of(text->begin(), text->end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!is_plain) return {};
  const auto begin = static_cast<std::size_t>(*offset);
  return SymbolicValue::text(*size < 0 ? text->substr(begin)
                                       : text->substr(begin, static_cast<std::size_t>(*size)));
}

SymbolicValue split_text(const Members& arguments) {
  return with_texts<2>(arguments, [](const auto& texts) -> SymbolicValue {
    if (texts[0].empty()) return {};
    Members pieces;
    std::size_t begin = 0;
    for (std::size_t end = texts[1].find(texts[0]); end != std::string::npos;
         end = texts[1].find(texts[0], begin)) {
      pieces.add(SymbolicValue::text(texts[1].substr(begin, end - begin)));
      begin = end + texts[0].size();
    }
    pieces.add(SymbolicValue::text(texts[1].substr(begin)));
    return SymbolicValue::tuple(std::move(pieces));
  });
}

SymbolicValue join_texts(const Members& arguments) {
  if (arguments.list.size() != 2) return {};
  const SymbolicValue& separator = *arguments.list[0].value;
  const SymbolicValue& list = *arguments.list[1].value;
  if (!list.is(SymbolicKind::Tuple) || !list.members().is_exact()) return {};
  SymbolicValue text = SymbolicValue::text("");
  bool is_first = true;
  for (const SymbolicValue::Member& member : list.members().list) {
    if (member.value->is(SymbolicKind::Choice)) return {};
    text = joined_text(is_first ? text : joined_text(text, separator), *member.value);
    is_first = false;
  }
  return text;
}

// `%s`, `%v`, `%d` and `%%`; others are not followed.
SymbolicValue format(const Members& arguments) {
  const std::optional<std::string> pattern = text_at(arguments, 0);
  if (!pattern) return {};
  SymbolicValue text = SymbolicValue::text("");
  std::size_t argument = 1;
  std::size_t begin = 0;
  for (std::size_t sign = pattern->find('%'); sign != std::string::npos;
       sign = pattern->find('%', begin)) {
    text = joined_text(text, SymbolicValue::text(pattern->substr(begin, sign - begin)));
    const char verb = sign + 1 < pattern->size() ? (*pattern)[sign + 1] : ' ';
    begin = sign + 2;
    if (verb == '%') {
      text = joined_text(text, SymbolicValue::text("%"));
    } else if ((verb == 's' || verb == 'v' || verb == 'd') && argument < arguments.list.size()) {
      text = joined_text(text, *arguments.list[argument++].value);
    } else {
      return {};
    }
  }
  return begin > pattern->size() ? text
                                 : joined_text(text, SymbolicValue::text(pattern->substr(begin)));
}

SymbolicValue to_text(const Members& arguments) {
  const std::optional<std::string> text = text_at(arguments, 0);
  return text ? SymbolicValue::text(*text) : *arguments.list[0].value;
}

SymbolicValue to_number(const Members& arguments) {
  const auto number = find_integer(*arguments.list[0].value);
  return number ? SymbolicValue::integer(*number) : SymbolicValue();
}

SymbolicValue to_bool(const Members& arguments) {
  const auto truth = arguments.list[0].value->find_truth();
  return truth ? SymbolicValue::truth(*truth) : SymbolicValue();
}

SymbolicValue base_name(const Members& arguments) {
  return with_texts<1>(arguments, [](const auto& texts) {
    return SymbolicValue::text(texts[0].substr(texts[0].find_last_of('/') + 1));
  });
}

}  // namespace

std::span<const SymbolicFunction> text_functions() {
  static constexpr std::array kFunctions = {
      SymbolicFunction{"lower", lower, true},
      SymbolicFunction{"upper", upper, true},
      SymbolicFunction{"trimspace", trim_space, true},
      SymbolicFunction{"trimprefix", trim_prefix, true},
      SymbolicFunction{"trimsuffix", trim_suffix, true},
      SymbolicFunction{"startswith", starts_with, true},
      SymbolicFunction{"endswith", ends_with, true},
      SymbolicFunction{"strcontains", contains_text, true},
      SymbolicFunction{"replace", replace, true},
      SymbolicFunction{"substr", substr, true},
      SymbolicFunction{"split", split_text, true},
      SymbolicFunction{"join", join_texts, true},
      SymbolicFunction{"format", format, true},
      SymbolicFunction{"tostring", to_text},
      SymbolicFunction{"tonumber", to_number, true},
      SymbolicFunction{"tobool", to_bool, true},
      SymbolicFunction{"basename", base_name, true},
  };
  return kFunctions;
}

}  // namespace exr
