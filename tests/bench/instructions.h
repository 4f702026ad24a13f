#pragma once

#include <cstdint>
#include <optional>

namespace bench {

/// Counts the instructions of this thread outside of the kernel between start() and stop(). Empty
/// where the machine does not allow it.
class InstructionCounter {
 public:
  InstructionCounter();
  InstructionCounter(const InstructionCounter&) = delete;
  InstructionCounter& operator=(const InstructionCounter&) = delete;
  ~InstructionCounter();

  void start();
  std::optional<std::uint64_t> stop();

 private:
  int descriptor_ = -1;
};

}  // namespace bench
