#include "market/path.hpp"

#include <algorithm>
#include <array>

namespace emu {

namespace {

constexpr std::array<double, 4> corners = {0.0, 0.3, 0.7, 1.0};

std::array<double, 4> levels(const Bar& bar) {
    if (bar.close >= bar.open) {
        return {bar.open, bar.low, bar.high, bar.close};
    }
    return {bar.open, bar.high, bar.low, bar.close};
}

double at(const std::array<double, 4>& level, double part) {
    for (std::size_t i = 1; i < corners.size(); i++) {
        if (part <= corners[i]) {
            double way = (part - corners[i - 1]) / (corners[i] - corners[i - 1]);
            return level[i - 1] + (level[i] - level[i - 1]) * way;
        }
    }
    return level[3];
}

}  // namespace

double path_price(const Bar& bar, std::int64_t length, double second) {
    return at(levels(bar), std::clamp(second / static_cast<double>(length), 0.0, 1.0));
}

Bar path_range(const Bar& bar, std::int64_t length, std::int64_t from, std::int64_t to) {
    if (from == bar.time && to == bar.time + length) {
        return bar;
    }
    auto level = levels(bar);
    double span = static_cast<double>(length);
    double begin = static_cast<double>(from - bar.time) / span;
    double end = static_cast<double>(to - bar.time) / span;
    Bar part;
    part.time = from;
    part.open = at(level, begin);
    part.close = at(level, end);
    part.high = std::max(part.open, part.close);
    part.low = std::min(part.open, part.close);
    for (std::size_t i = 0; i < corners.size(); i++) {
        if (corners[i] > begin && corners[i] < end) {
            part.high = std::max(part.high, level[i]);
            part.low = std::min(part.low, level[i]);
        }
    }
    part.volume = std::max<std::int64_t>(1, bar.volume * (to - from) / length);
    part.spread = bar.spread;
    return part;
}

}  // namespace emu
