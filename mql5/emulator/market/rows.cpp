#include "market/rows.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <stdexcept>

#include "core/calendar_date.hpp"

namespace emu {

namespace {

// "2014-05-01 00:00:00.292", "2014-05-01 00:00" or "2014-05-01" in milliseconds; -1 when it is none of these.
std::int64_t parse_time(const std::string& text) {
    Date date;
    int hour = 0, minute = 0;
    double second = 0;
    int got = std::sscanf(text.c_str(), "%d-%d-%d%*1[ T]%d:%d:%lf", &date.year, &date.month, &date.day, &hour, &minute, &second);
    if (got != 3 && got < 5) {
        return -1;
    }
    return (days_of(date) * day_s + hour * 3600 + minute * 60) * 1000 + std::llround(second * 1000);
}

struct Line {
    std::string time;
    double value[6] = {};
    int count = 0;
};

// Lines of a CSV with a header; throws with the number of the first that cannot be read.
std::vector<Line> read_lines(const std::string& path) {
    std::ifstream in(path);
    if (!in) {
        throw std::runtime_error(path + ": cannot be opened");
    }
    std::vector<Line> lines;
    std::string text;
    std::getline(in, text);
    while (std::getline(in, text)) {
        Line line;
        std::size_t comma = text.find(',');
        line.time = text.substr(0, comma);
        const char* rest = comma == std::string::npos ? "" : text.c_str() + comma + 1;
        while (line.count < 6 && *rest != 0 && *rest != '\r') {
            char* end = nullptr;
            line.value[line.count++] = std::strtod(rest, &end);
            if (end == rest || (*end != ',' && *end != 0 && *end != '\r')) {
                throw std::runtime_error(path + ":" + std::to_string(lines.size() + 2) + ": not a number");
            }
            rest = *end == ',' ? end + 1 : end;
        }
        lines.push_back(line);
    }
    return lines;
}

std::uint64_t mix(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15ull;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
    return x ^ (x >> 31);
}

}  // namespace

const Bar* Rows::at(std::int64_t time) const {
    auto next = std::upper_bound(bars.begin(), bars.end(), time, [](std::int64_t t, const Bar& bar) { return t < bar.time; });
    if (next == bars.begin()) {
        return nullptr;
    }
    const Bar& bar = *std::prev(next);
    return time < bar.time + length ? &bar : nullptr;
}

Rows read_bars(const std::string& path, std::int64_t length, double point) {
    Rows rows;
    rows.length = length;
    rows.source = path.substr(path.find_last_of('/') + 1);
    for (const Line& line : read_lines(path)) {
        std::int64_t time = parse_time(line.time);
        if (time < 0 || line.count < 4) {
            throw std::runtime_error(path + ":" + std::to_string(rows.bars.size() + 2) + ": not a bar");
        }
        Bar bar;
        bar.time = time / 1000;
        bar.open = line.value[0];
        bar.high = std::max({line.value[0], line.value[1], line.value[3]});
        bar.low = std::min({line.value[0], line.value[2], line.value[3]});
        bar.close = line.value[3];
        bar.volume = std::max<std::int64_t>(60, static_cast<std::int64_t>(line.value[4]));
        bar.spread = static_cast<int>(std::llround(line.value[5] / point));
        rows.bars.push_back(bar);
    }
    return rows;
}

std::vector<Tick> read_ticks(const std::string& path) {
    std::vector<Tick> ticks;
    for (const Line& line : read_lines(path)) {
        Tick tick;
        tick.time_msc = parse_time(line.time);
        if (tick.time_msc < 0 || line.count < 2) {
            throw std::runtime_error(path + ":" + std::to_string(ticks.size() + 2) + ": not a tick");
        }
        tick.bid = line.value[0];
        tick.ask = line.value[1];
        tick.flags = tick_bid | tick_ask;
        ticks.push_back(tick);
    }
    return ticks;
}

Rows made_up_bars(const std::string& name, double price, double point, std::size_t count) {
    Rows rows;
    rows.source = "made up";
    std::uint64_t seed = 0;
    for (char c : name) {
        seed = mix(seed ^ static_cast<unsigned char>(c));
    }
    auto chance = [&](std::size_t i, unsigned salt) {
        return static_cast<double>(mix(seed ^ (i * 8 + salt)) >> 11) / 9007199254740992.0;
    };
    auto grid = [&](double value) { return std::round(value / point) * point; };
    double log_price = 0;
    for (std::size_t i = 0; i < count; i++) {
        Bar bar;
        bar.time = static_cast<std::int64_t>(i) * rows.length;
        bar.open = grid(price * std::exp(log_price));
        log_price = log_price * 0.999 + 0.0016 * (chance(i, 0) + chance(i, 1) + chance(i, 2) - 1.5);
        bar.close = grid(price * std::exp(log_price));
        bar.high = std::max(bar.open, bar.close) + grid(price * 0.0008 * chance(i, 3));
        bar.low = std::min(bar.open, bar.close) - grid(price * 0.0008 * chance(i, 4));
        bar.volume = 600 + static_cast<std::int64_t>(2400 * chance(i, 5));
        rows.bars.push_back(bar);
    }
    return rows;
}

void anchor(Rows& rows, std::int64_t now, double share, bool continuous) {
    auto place = static_cast<std::int64_t>(static_cast<double>(rows.bars.size() - 1) * share);
    Bar& here = rows.bars[static_cast<std::size_t>(place)];
    if (continuous) {
        std::int64_t begin = now - now % rows.length - place * rows.length;
        for (std::size_t i = 0; i < rows.bars.size(); i++) {
            rows.bars[i].time = begin + static_cast<std::int64_t>(i) * rows.length;
        }
        return;
    }
    std::int64_t shift = (now - here.time) / week_s * week_s;
    for (Bar& bar : rows.bars) {
        bar.time += shift;
    }
}

}  // namespace emu
