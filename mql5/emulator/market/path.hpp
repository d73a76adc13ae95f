// The way a price takes through a recorded bar: from the open over its extremes to the close. It is a pure function of time, so
// that smaller bars and live ticks agree with the recorded bar they come from.
#pragma once

#include "market/bar.hpp"

namespace emu {

// Price at a moment, begin + 0 .. length seconds.
double path_price(const Bar& bar, std::int64_t length, double second);

// The part of a bar between two moments, as a bar that opens at from.
Bar path_range(const Bar& bar, std::int64_t length, std::int64_t from, std::int64_t to);

}  // namespace emu
