// Prices as the terminal keeps them. Times are server time.
#pragma once

#include <cstdint>

namespace emu {

struct Tick {
    std::int64_t time_msc = 0;
    double bid = 0, ask = 0, last = 0;
    std::uint64_t volume = 0;
    std::uint32_t flags = 0;
};

inline constexpr std::uint32_t tick_bid = 2, tick_ask = 4;

struct Bar {
    std::int64_t time = 0;   // opening, seconds
    double open = 0, high = 0, low = 0, close = 0;
    std::int64_t volume = 0;
    int spread = 0;          // points
};

// Timeframes are seconds; a month has no fixed length and gets a number of its own.
inline constexpr std::int64_t month_tf = 2592001;
inline constexpr std::int64_t day_s = 86400, week_s = 604800;

// Opening time of the bar that holds this moment.
std::int64_t bar_open(std::int64_t tf, std::int64_t time);
// Opening time of the bar after the one that opened at this time.
std::int64_t next_open(std::int64_t tf, std::int64_t open);

}  // namespace emu
