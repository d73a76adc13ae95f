// Bars of one symbol in any timeframe: from its recorded rows up to the start, from live ticks since.
#pragma once

#include <map>
#include <vector>

#include "market/rows.hpp"

namespace emu {

class Series {
public:
    Series(const Rows& rows, std::int64_t start, std::size_t max_bars);

    // Oldest first; the last one is still forming.
    const std::vector<Bar>& bars(std::int64_t tf);
    void apply(const Tick& tick, double point);

private:
    const Rows& rows_;
    std::int64_t start_;       // live from here, a full minute
    std::size_t max_bars_;
    std::vector<Bar> live_;    // minutes since start_
    std::map<std::int64_t, std::vector<Bar>> cache_;

    std::vector<Bar> build(std::int64_t tf) const;
};

// Adds a piece to the last bar of a timeframe, or begins the next one.
void merge(std::vector<Bar>& bars, std::int64_t tf, const Bar& piece);

}  // namespace emu
