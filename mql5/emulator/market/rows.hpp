// Recorded bars of one symbol, the raw material of its history and of its live ticks.
#pragma once

#include <string>
#include <vector>

#include "market/bar.hpp"

namespace emu {

struct Rows {
    std::vector<Bar> bars;      // ascending, server time
    std::int64_t length = 3600; // seconds of a bar
    std::string source;         // file name, or "made up"

    // The bar that holds this moment, or null in a gap.
    const Bar* at(std::int64_t time) const;
};

// A CSV of the form time_utc,open,high,low,close[,volume[,spread]]. Throws std::runtime_error with file and line.
Rows read_bars(const std::string& path, std::int64_t length, double point);

// time_utc,bid,ask with milliseconds.
std::vector<Tick> read_ticks(const std::string& path);

// A walk that is the same for the same name: for machines without recorded prices.
Rows made_up_bars(const std::string& name, double price, double point, std::size_t count);

// Moves the bars so that the one at share (0..1) of them holds now. continuous: without weekends and gaps, always open.
void anchor(Rows& rows, std::int64_t now, double share, bool continuous);

}  // namespace emu
