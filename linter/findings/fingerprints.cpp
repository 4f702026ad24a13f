#include "findings/fingerprints.h"

#include <array>
#include <cstddef>
#include <unordered_map>
#include <utility>

#include "support/text.h"
#include "support/utf8.h"

namespace exr {

namespace {

constexpr std::size_t kWindow = 100;
constexpr std::uint64_t kFactor = 37;
constexpr std::size_t kFingerprintDigits = 16;

constexpr std::uint64_t power(std::uint64_t factor, std::size_t exponent) {
  std::uint64_t result = 1;
  for (std::size_t i = 0; i < exponent; ++i) result *= factor;
  return result;
}

std::string hexadecimal(std::uint64_t number) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  do {
    digits.insert(digits.begin(), kDigits[number & 0xFU]);
    number >>= 4U;
  } while (number != 0);
  return digits;
}

// A rolling hash over the last kWindow units. A line's hash is complete when its first unit is
// about to leave the window.
class LineHasher {
 public:
  void add_file_unit(std::uint32_t unit) {
    const bool second_half_of_break = after_return_ && unit == '\n';
    after_return_ = false;
    if (unit == ' ' || unit == '\t' || second_half_of_break) return;
    after_return_ = unit == '\r';
    add_unit(after_return_ ? '\n' : unit);
  }

  std::vector<LineHash> finish() {
    constexpr std::uint32_t kEndOfFile = 0xFFFF;
    add_unit(kEndOfFile);
    for (std::size_t i = 0; i < kWindow; ++i) {
      complete_line();
      push(0);
    }
    return std::move(hashes_);
  }

 private:
  void add_unit(std::uint32_t unit) {
    complete_line();
    line_starts_at_[next_] = line_starts_;
    line_starts_ = unit == '\n';
    push(unit);
  }

  void push(std::uint32_t unit) {
    constexpr std::uint64_t kLeaving = power(kFactor, kWindow);
    hash_ = kFactor * hash_ + unit - kLeaving * units_[next_];
    units_[next_] = unit;
    next_ = (next_ + 1) % kWindow;
  }

  void complete_line() {
    if (!line_starts_at_[next_]) return;
    hashes_.push_back({.hash = hash_, .occurrence = ++seen_[hash_]});
    line_starts_at_[next_] = false;
  }

  std::array<std::uint64_t, kWindow> units_{};
  std::array<bool, kWindow> line_starts_at_{};
  std::size_t next_ = 0;
  std::uint64_t hash_ = 0;
  bool line_starts_ = true;
  bool after_return_ = false;
  std::vector<LineHash> hashes_;
  std::unordered_map<std::uint64_t, std::uint32_t> seen_;
};

// FNV-1a, with a separator after each part so that two parts cannot trade letters.
class StableHash {
 public:
  void add(std::string_view part) {
    for (const char c : part) add_byte(static_cast<unsigned char>(c));
    add_byte(0);
  }
  std::uint64_t value() const { return hash_; }

 private:
  void add_byte(unsigned char byte) { hash_ = (hash_ ^ byte) * 1099511628211ULL; }
  std::uint64_t hash_ = 14695981039346656037ULL;
};

}  // namespace

std::string LineHash::text() const { return hexadecimal(hash) + ":" + std::to_string(occurrence); }

std::vector<LineHash> line_hashes(std::string_view text) {
  LineHasher hasher;
  while (!text.empty()) {
    const char32_t character = take_character(text);
    if (character < 0x10000) {
      hasher.add_file_unit(character);
    } else {
      hasher.add_file_unit(0xD800U + ((character - 0x10000U) >> 10U));
      hasher.add_file_unit(0xDC00U + ((character - 0x10000U) & 0x3FFU));
    }
  }
  return hasher.finish();
}

std::string resource_fingerprint(const Finding& finding, std::string_view path) {
  const FindingSubject& subject = finding.subject;
  StableHash hash;
  hash.add(finding.rule);
  hash.add(path);
  // Azure compares types, IDs and property names without case, so a changed spelling is not a new
  // finding
  hash.add(to_lower(subject.type));
  hash.add(subject.id.empty() ? subject.address : to_lower(subject.id));
  hash.add(subject.id.empty() ? subject.name : "");
  hash.add(to_lower(finding.path));
  std::string digits = hexadecimal(hash.value());
  digits.insert(0, kFingerprintDigits - digits.size(), '0');
  return digits;
}

}  // namespace exr
