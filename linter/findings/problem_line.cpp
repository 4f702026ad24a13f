#include "findings/problem_line.h"

namespace exr {

std::string problem_line(const Problem& problem, const SourceMap& sources) {
  if (!problem.span.valid()) return problem.path + ": " + problem.message;
  const SourceFile& file = sources.file(problem.span.file);
  const Position position = file.position_at(problem.span.begin);
  return file.path() + ":" + std::to_string(position.line) + ":" + std::to_string(position.column) +
         ": " + problem.message;
}

}  // namespace exr
