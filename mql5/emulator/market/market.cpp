#include "market/market.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "core/calendar_date.hpp"
#include "market/path.hpp"

namespace emu {

namespace {

constexpr std::size_t kept_ticks = 65536;
constexpr std::int64_t past_step_ms = 2000;

std::string plain_name(const std::string& name, const MarketOptions& options) {
    return name.substr(options.prefix.size(), name.size() - options.prefix.size() - options.suffix.size());
}

// The finest recorded bars of a symbol.
bool find_file(const std::string& folder, const std::string& name, std::string& path, std::int64_t& length) {
    static const std::pair<const char*, std::int64_t> kinds[] = {{"M1", 60}, {"M5", 300}, {"M15", 900}, {"H1", 3600}, {"H4", 14400}, {"D1", day_s}};
    for (auto& [tf, seconds] : kinds) {
        struct stat info {};
        path = folder + "/" + name + "_" + tf + ".csv";
        length = seconds;
        if (::stat(path.c_str(), &info) == 0) {
            return true;
        }
    }
    return false;
}

}  // namespace

Market::Market(Clock& clock, MarketOptions options)
    : feed(options.feed), tick_interval_ms(options.tick_interval_ms), clock_(clock), options_(std::move(options)), start_ms_(clock.server_ms()) {
    for (SymbolSpec& spec : shipped_symbols(options_.prefix, options_.suffix)) {
        instruments_.emplace_back();
        instruments_.back().spec = spec;
    }
}

Instrument* Market::find(const std::string& name) {
    for (Instrument& instrument : instruments_) {
        if (instrument.spec.name == name) {
            if (!instrument.series) {
                load(instrument);
            }
            return &instrument;
        }
    }
    return nullptr;
}

void Market::load(Instrument& instrument) {
    std::string name = plain_name(instrument.spec.name, options_), path;
    std::int64_t length = 0;
    if (!options_.data_folder.empty() && find_file(options_.data_folder, name, path, length)) {
        instrument.rows = read_bars(path, length, instrument.spec.point());
    } else {
        instrument.rows = made_up_bars(name, instrument.spec.start_price, instrument.spec.point(), 20000);
    }
    anchor(instrument.rows, start_ms_ / 1000, options_.share, options_.continuous);
    instrument.series = std::make_unique<Series>(instrument.rows, start_ms_ / 1000, options_.max_bars);
    if (options_.tick_file.starts_with(name + "=")) {
        instrument.recorded = read_ticks(options_.tick_file.substr(name.size() + 1));
    }
    std::int64_t now = clock_.server_ms();
    instrument.next_tick_ms = now;
    Tick tick;
    if (!frozen && feed == Feed::path && path_tick(instrument, now, tick)) {
        push(instrument, tick);
    }
}

bool Market::path_tick(const Instrument& instrument, std::int64_t time_msc, Tick& tick) const {
    const Bar* row = instrument.rows.at(time_msc / 1000);
    if (row == nullptr) {
        return false;
    }
    const SymbolSpec& spec = instrument.spec;
    double price = path_price(*row, instrument.rows.length, static_cast<double>(time_msc - row->time * 1000) / 1000.0);
    auto hash = static_cast<std::uint64_t>(time_msc / 50) * 2654435761u >> 7;
    double shake = spec.point() * (static_cast<double>(hash % 5) - 2);
    tick.time_msc = time_msc;
    tick.bid = spec.round(std::clamp(price + shake, row->low, row->high));
    tick.ask = spec.round(tick.bid + spec.point() * (row->spread > 0 ? row->spread : spec.spread));
    tick.flags = tick_bid | tick_ask;
    return true;
}

void Market::push(Instrument& instrument, const Tick& tick) {
    instrument.ticks.push_back(tick);
    if (instrument.ticks.size() > kept_ticks) {
        instrument.ticks.pop_front();
    }
    instrument.series->apply(tick, instrument.spec.point());
    if (on_tick) {
        on_tick(instrument);
    }
}

void Market::pump() {
    std::int64_t now = clock_.server_ms();
    for (Instrument& instrument : instruments_) {
        if (!instrument.series || frozen) {
            continue;
        }
        if (!instrument.recorded.empty()) {
            pump_recorded(instrument, now);
        } else if (feed == Feed::path) {
            pump_path(instrument, now);
        }
    }
}

void Market::pump_path(Instrument& instrument, std::int64_t now) {
    std::int64_t behind = now - instrument.next_tick_ms;
    if (behind < 0) {
        return;
    }
    // after a jump of the clock a hundred ticks tell the way
    std::int64_t step = std::max(tick_interval_ms, behind / 100);
    if (instrument.next_tick_ms == 0 || behind > week_s * 1000) {
        instrument.next_tick_ms = now;
    }
    while (instrument.next_tick_ms <= now) {
        Tick tick;
        if (path_tick(instrument, instrument.next_tick_ms, tick)) {
            push(instrument, tick);
        }
        instrument.next_tick_ms += step;
    }
}

void Market::pump_recorded(Instrument& instrument, std::int64_t now) {
    std::int64_t shift = start_ms_ - instrument.recorded.front().time_msc;
    while (instrument.recorded_next < instrument.recorded.size()) {
        Tick tick = instrument.recorded[instrument.recorded_next];
        tick.time_msc += shift;
        if (tick.time_msc > now) {
            return;
        }
        instrument.recorded_next++;
        push(instrument, tick);
    }
}

void Market::quote(Instrument& instrument, double bid, double ask) {
    Tick tick;
    tick.time_msc = clock_.server_ms();
    tick.bid = instrument.spec.round(bid);
    tick.ask = instrument.spec.round(ask);
    tick.flags = tick_bid | tick_ask;
    push(instrument, tick);
}

bool Market::is_open(const Instrument& instrument, std::int64_t server_s) const {
    if (options_.continuous || instrument.spec.name.empty()) {
        return true;
    }
    int day = weekday_of(server_s / day_s);
    std::int64_t second = server_s % day_s;
    return day >= 1 && day <= 5 && second >= 60 && second < day_s - 60;
}

std::vector<Tick> Market::past_ticks(const Instrument& instrument, std::int64_t from_msc, std::int64_t to_msc, std::size_t most) const {
    std::vector<Tick> ticks;
    std::int64_t first = instrument.rows.bars.front().time * 1000;
    std::int64_t end = std::min(to_msc, start_ms_);
    std::int64_t time = std::max(from_msc, first);
    for (time = (time + past_step_ms - 1) / past_step_ms * past_step_ms; time < end && ticks.size() < most; time += past_step_ms) {
        Tick tick;
        if (path_tick(instrument, time, tick)) {
            ticks.push_back(tick);
        }
    }
    return ticks;
}

std::vector<Tick> Market::last_past_ticks(const Instrument& instrument, std::size_t count) const {
    auto back = static_cast<std::int64_t>(count) * past_step_ms;
    return past_ticks(instrument, start_ms_ - back, start_ms_, count);
}

}  // namespace emu
