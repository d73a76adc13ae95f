#include "market/series.hpp"

#include <algorithm>
#include <cmath>

#include "market/path.hpp"

namespace emu {

void merge(std::vector<Bar>& bars, std::int64_t tf, const Bar& piece) {
    std::int64_t open = bar_open(tf, piece.time);
    if (bars.empty() || bars.back().time < open) {
        bars.push_back(piece);
        bars.back().time = open;
        return;
    }
    Bar& bar = bars.back();
    bar.high = std::max(bar.high, piece.high);
    bar.low = std::min(bar.low, piece.low);
    bar.close = piece.close;
    bar.volume += piece.volume;
    bar.spread = piece.spread;
}

Series::Series(const Rows& rows, std::int64_t start, std::size_t max_bars) : rows_(rows), start_(start - start % 60), max_bars_(max_bars) {}

const std::vector<Bar>& Series::bars(std::int64_t tf) {
    auto found = cache_.find(tf);
    if (found == cache_.end()) {
        found = cache_.emplace(tf, build(tf)).first;
    }
    return found->second;
}

std::vector<Bar> Series::build(std::int64_t tf) const {
    std::vector<Bar> bars;
    auto end = std::lower_bound(rows_.bars.begin(), rows_.bars.end(), start_, [](const Bar& bar, std::int64_t t) { return bar.time < t; });
    auto have = static_cast<std::size_t>(end - rows_.bars.begin());
    auto needed = max_bars_ * static_cast<std::size_t>(tf) / static_cast<std::size_t>(rows_.length) + 2;
    for (auto row = end - static_cast<std::ptrdiff_t>(std::min(have, needed)); row != end; ++row) {
        std::int64_t last = std::min(row->time + rows_.length, start_);
        for (std::int64_t t = row->time; t < last;) {
            std::int64_t next = std::min(next_open(tf, bar_open(tf, t)), last);
            merge(bars, tf, path_range(*row, rows_.length, t, next));
            t = next;
        }
    }
    for (const Bar& minute : live_) {
        merge(bars, tf, minute);
    }
    if (bars.size() > max_bars_) {
        bars.erase(bars.begin(), bars.end() - static_cast<std::ptrdiff_t>(max_bars_));
    }
    return bars;
}

void Series::apply(const Tick& tick, double point) {
    Bar piece;
    piece.time = tick.time_msc / 1000;
    piece.open = piece.high = piece.low = piece.close = tick.bid;
    piece.volume = 1;
    piece.spread = static_cast<int>(std::lround((tick.ask - tick.bid) / point));
    merge(live_, 60, piece);
    for (auto& [tf, bars] : cache_) {
        merge(bars, tf, piece);
    }
}

}  // namespace emu
