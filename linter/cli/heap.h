#pragma once

namespace exr {

/// Gets the memory that a run over a few files needs from the kernel at once: taken page by page,
/// it costs more than reading and judging such files. To be called before anything else.
void prepare_heap();

}  // namespace exr
