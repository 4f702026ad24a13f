#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace exr {

/// A stretch of a Bicep text: a statement or several, or what stands before the first.
struct StatementRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A bound for the number of tokens in a text, whatever a parser makes of it.
std::size_t most_tokens(std::string_view text);

/// Cuts a Bicep text into its statements, by its lines alone: one begins where a line begins with a
/// statement's keyword, or with the first of its decorators. An error in a statement does not move
/// the beginning of the next one, except that a text or a comment over several lines may hide it.
/// What stands before the first statement is a piece of its own.
std::vector<StatementRange> split_statements(std::string_view text);

/// Puts neighbouring statements together again, as many as `most` tokens allow, and cuts nowhere
/// inside brackets. A piece of more tokens is one statement, or none.
std::vector<StatementRange> group_statements(std::string_view text, std::size_t most);

}  // namespace exr
