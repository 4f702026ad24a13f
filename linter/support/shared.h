#pragma once

#include <sys/single_threaded.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <new>
#include <type_traits>
#include <utility>

namespace exr {

/// Counts the owners of something immutable. It stands right before what it counts, so that one
/// word leads to both; `note` is four more bytes that the owners may use.
struct OwnerCount {
  mutable std::atomic<std::uint32_t> owners = 1;
  std::uint32_t note = 0;

  static const OwnerCount& of(const void* content) {
    return *static_cast<const OwnerCount*>(
        static_cast<const void*>(static_cast<const std::byte*>(content) - kSize));
  }
  void add() const {
    // as long as there is one thread, counting needs no lock on the bus
    if (__libc_single_threaded != 0) {
      owners.store(owners.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    } else {
      owners.fetch_add(1, std::memory_order_relaxed);
    }
  }
  /// Whether that was the last one.
  bool remove() const {
    if (__libc_single_threaded != 0) {
      const std::uint32_t left = owners.load(std::memory_order_relaxed) - 1;
      owners.store(left, std::memory_order_relaxed);
      return left == 0;
    }
    return owners.fetch_sub(1, std::memory_order_acq_rel) == 1;
  }

  static constexpr std::size_t kSize = 8;
};
static_assert(sizeof(OwnerCount) == OwnerCount::kSize);

/// Something immutable behind the count of its owners.
template <typename T>
struct Counted {
  OwnerCount count;
  T content;

  /// The place of the content of a new one, which has one owner.
  template <typename... Parts>
  static const T* make(std::uint32_t note, Parts&&... parts) {
    static_assert(alignof(T) <= OwnerCount::kSize);
    const auto* made = new Counted{{.note = note}, T(std::forward<Parts>(parts)...)};
    return &made->content;
  }
  /// Ends one that nobody owns any more.
  static void end(const T* content) {
    // NOLINTNEXTLINE(cppcoreguidelines-owning-memory): made by make()
    delete reinterpret_cast<const Counted*>(reinterpret_cast<const std::byte*>(content) -
                                            OwnerCount::kSize);
  }
};

/// Shares something immutable, as std::shared_ptr<const T> does, in one word. T may be incomplete
/// where it is neither made nor given up.
template <typename T>
class Shared {
 public:
  Shared() = default;
  Shared(std::nullptr_t) {}  // NOLINT(google-explicit-constructor): a pointer without content
  template <typename... Parts>
  static Shared make(Parts&&... parts) {
    Shared made;
    made.content_ = Counted<T>::make(0, std::forward<Parts>(parts)...);
    return made;
  }
  /// Takes over one owner's part of what give_away() gave.
  static Shared taken_over(const T* content) {
    Shared taken;
    taken.content_ = content;
    return taken;
  }
  const T* give_away() { return std::exchange(content_, nullptr); }
  Shared(const Shared& other) : content_(other.content_) {
    if (content_ != nullptr) OwnerCount::of(content_).add();
  }
  Shared(Shared&& other) noexcept : content_(std::exchange(other.content_, nullptr)) {}
  Shared& operator=(Shared other) noexcept {
    std::swap(content_, other.content_);
    return *this;
  }
  ~Shared() {
    if (content_ != nullptr && OwnerCount::of(content_).remove()) Counted<T>::end(content_);
  }

  const T* get() const { return content_; }
  const T& operator*() const { return *content_; }
  const T* operator->() const { return content_; }
  explicit operator bool() const { return content_ != nullptr; }
  /// Whether both are the same thing, not equal ones.
  friend bool operator==(const Shared& a, const Shared& b) { return a.content_ == b.content_; }
  friend bool operator==(const Shared& a, std::nullptr_t) { return a.content_ == nullptr; }

 private:
  const T* content_ = nullptr;
};

}  // namespace exr
