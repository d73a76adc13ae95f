// All symbols with their prices: history, live ticks, and where live ticks come from.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/clock.hpp"
#include "market/series.hpp"
#include "market/symbol.hpp"

namespace emu {

enum class Feed { path, manual };

struct Instrument {
    SymbolSpec spec;
    Rows rows;
    std::unique_ptr<Series> series;
    std::deque<Tick> ticks;           // live, ascending
    std::vector<Tick> recorded;       // replayed instead of the path when not empty
    std::size_t recorded_next = 0;
    std::int64_t next_tick_ms = 0;
    bool unsynchronized = false;      // history is still downloading

    const Tick* last() const { return ticks.empty() ? nullptr : &ticks.back(); }
};

struct MarketOptions {
    std::string data_folder;          // of CSV files, "" = made-up prices
    std::string prefix, suffix;       // the broker's habit of naming
    std::string tick_file;            // SYMBOL=FILE
    Feed feed = Feed::path;
    std::int64_t tick_interval_ms = 250;
    double share = 0.9;               // of the rows lie in the past
    bool continuous = true;           // no weekends
    std::size_t max_bars = 100000;
};

class Market {
public:
    Market(Clock& clock, MarketOptions options);

    Instrument* find(const std::string& name);
    std::deque<Instrument>& all() { return instruments_; }
    const MarketOptions& options() const { return options_; }

    // Ticks that are due; each is told to on_tick.
    void pump();
    // A price set by hand.
    void quote(Instrument& instrument, double bid, double ask);
    // Is the symbol traded at this server time? Week days and hours of its sessions.
    bool is_open(const Instrument& instrument, std::int64_t server_s) const;
    // Ticks before the start, made from the recorded rows, one every two seconds.
    std::vector<Tick> past_ticks(const Instrument& instrument, std::int64_t from_msc, std::int64_t to_msc, std::size_t most) const;
    std::vector<Tick> last_past_ticks(const Instrument& instrument, std::size_t count) const;

    std::function<void(Instrument&)> on_tick;
    Feed feed = Feed::path;
    std::int64_t tick_interval_ms = 250;
    bool frozen = false;              // the broker sends no prices

private:
    Clock& clock_;
    MarketOptions options_;
    std::int64_t start_ms_;
    std::deque<Instrument> instruments_;

    void load(Instrument& instrument);
    void push(Instrument& instrument, const Tick& tick);
    bool path_tick(const Instrument& instrument, std::int64_t time_msc, Tick& tick) const;
    void pump_path(Instrument& instrument, std::int64_t now);
    void pump_recorded(Instrument& instrument, std::int64_t now);
};

}  // namespace emu
