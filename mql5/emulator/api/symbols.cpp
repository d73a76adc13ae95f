// Symbols and their bars as experts see them.
#include <algorithm>
#include <cmath>

#include "api/common.hpp"
#include "terminal/terminal.hpp"

namespace mql {

using emu::terminal;

namespace {

emu::Instrument* find(const string& symbol) { return terminal().market.find(symbol.utf8()); }

std::int64_t seconds_of(ENUM_TIMEFRAMES period) { return period == PERIOD_MN1 ? emu::month_tf : PeriodSeconds(period); }

// Bars of a chart, or null while the terminal has none yet.
const std::vector<emu::Bar>* chart(const string& symbol, ENUM_TIMEFRAMES period) {
    emu::Instrument* instrument = find(symbol);
    return instrument == nullptr ? nullptr : &instrument->series->bars(seconds_of(period));
}

MqlRates rates_of(const emu::Bar& bar) {
    MqlRates rates;
    rates.time = bar.time;
    rates.open = bar.open;
    rates.high = bar.high;
    rates.low = bar.low;
    rates.close = bar.close;
    rates.tick_volume = bar.volume;
    rates.spread = bar.spread;
    return rates;
}

// Sessions run from midnight to midnight; the last minute and the first are closed when weekends are.
bool session(const string& symbol, ENUM_DAY_OF_WEEK day, uint index, datetime& from, datetime& to) {
    bool continuous = terminal().options.market.continuous;
    if (find(symbol) == nullptr || index > 0 || (!continuous && (day == SUNDAY || day == SATURDAY))) {
        return false;
    }
    from = continuous ? 0 : 60;
    to = continuous ? 86400 : 86340;
    return true;
}

}  // namespace

int SymbolsTotal(bool selected) {
    auto& all = terminal().market.all();
    return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const emu::Instrument& one) { return !selected || one.spec.selected; }));
}

string SymbolName(int position, bool selected) {
    for (const emu::Instrument& instrument : terminal().market.all()) {
        if ((!selected || instrument.spec.selected) && position-- == 0) {
            return instrument.spec.name;
        }
    }
    return string();
}

bool SymbolSelect(const string& symbol, bool select) {
    emu::Instrument* instrument = find(symbol);
    if (instrument == nullptr) {
        return false;
    }
    instrument->spec.selected = select;
    return true;
}

long SymbolInfoInteger(const string& symbol, ENUM_SYMBOL_INFO_INTEGER property) {
    emu::Instrument* instrument = find(symbol);
    if (instrument == nullptr) {
        return 0;
    }
    const emu::SymbolSpec& s = instrument->spec;
    switch (property) {
        case SYMBOL_DIGITS: return s.digits;
        case SYMBOL_SELECT: return s.selected ? 1 : 0;
        case SYMBOL_SPREAD: {
            const emu::Tick* tick = instrument->last();
            return tick == nullptr ? 0 : std::lround((tick->ask - tick->bid) / s.point());
        }
        case SYMBOL_SPREAD_FLOAT: return 1;
        case SYMBOL_TRADE_CALC_MODE: return s.leveraged ? SYMBOL_CALC_MODE_FOREX : SYMBOL_CALC_MODE_CFDLEVERAGE;
        case SYMBOL_TRADE_MODE: return static_cast<long>(s.trade_mode);
        case SYMBOL_TRADE_STOPS_LEVEL: return s.stops_level;
        case SYMBOL_TRADE_FREEZE_LEVEL: return s.freeze_level;
        case SYMBOL_TRADE_EXEMODE: return static_cast<long>(s.execution);
        case SYMBOL_SWAP_MODE: return static_cast<long>(s.swap_mode);
        case SYMBOL_SWAP_ROLLOVER3DAYS: return s.triple_day;
        case SYMBOL_EXPIRATION_MODE: return s.expiration_modes;
        case SYMBOL_FILLING_MODE: return s.filling;
        case SYMBOL_ORDER_MODE: return s.order_modes;
        case SYMBOL_TICKS_BOOKDEPTH: return s.book_depth;
    }
    return 0;
}

double SymbolInfoDouble(const string& symbol, ENUM_SYMBOL_INFO_DOUBLE property) {
    emu::Instrument* instrument = find(symbol);
    if (instrument == nullptr) {
        return 0;
    }
    const emu::SymbolSpec& s = instrument->spec;
    const emu::Tick* tick = instrument->last();
    switch (property) {
        case SYMBOL_BID: return tick == nullptr ? 0 : tick->bid;
        case SYMBOL_ASK: return tick == nullptr ? 0 : tick->ask;
        case SYMBOL_POINT: case SYMBOL_TRADE_TICK_SIZE: return s.point();
        case SYMBOL_TRADE_TICK_VALUE: case SYMBOL_TRADE_TICK_VALUE_PROFIT: case SYMBOL_TRADE_TICK_VALUE_LOSS: return terminal().broker.tick_value(s);
        case SYMBOL_TRADE_CONTRACT_SIZE: return s.contract;
        case SYMBOL_VOLUME_MIN: return s.volume_min;
        case SYMBOL_VOLUME_MAX: return s.volume_max;
        case SYMBOL_VOLUME_STEP: return s.volume_step;
        case SYMBOL_VOLUME_LIMIT: return s.volume_limit;
        case SYMBOL_SWAP_LONG: return s.swap_long;
        case SYMBOL_SWAP_SHORT: return s.swap_short;
        case SYMBOL_MARGIN_INITIAL: return 0;
        case SYMBOL_MARGIN_HEDGED: return s.contract;
    }
    return 0;
}

string SymbolInfoString(const string& symbol, ENUM_SYMBOL_INFO_STRING property) {
    emu::Instrument* instrument = find(symbol);
    if (instrument == nullptr) {
        return string();
    }
    const emu::SymbolSpec& s = instrument->spec;
    switch (property) {
        case SYMBOL_DESCRIPTION: return s.description;
        case SYMBOL_PATH: return s.path;
        case SYMBOL_CURRENCY_BASE: return s.base;
        case SYMBOL_CURRENCY_PROFIT: return s.profit;
        case SYMBOL_CURRENCY_MARGIN: return s.margin;
    }
    return string();
}

bool SymbolInfoSessionQuote(const string& symbol, ENUM_DAY_OF_WEEK day, uint index, datetime& from, datetime& to) {
    return session(symbol, day, index, from, to);
}

bool SymbolInfoSessionTrade(const string& symbol, ENUM_DAY_OF_WEEK day, uint index, datetime& from, datetime& to) {
    return session(symbol, day, index, from, to);
}

long SeriesInfoInteger(const string& symbol, ENUM_TIMEFRAMES period, ENUM_SERIES_INFO_INTEGER property) {
    const auto* bars = chart(symbol, period);
    if (bars == nullptr || bars->empty()) {
        return 0;
    }
    switch (property) {
        case SERIES_BARS_COUNT: return static_cast<long>(bars->size());
        case SERIES_FIRSTDATE: case SERIES_SERVER_FIRSTDATE: return bars->front().time;
        case SERIES_LASTBAR_DATE: return bars->back().time;
        case SERIES_SYNCHRONIZED: {
            int& lag = terminal().history_lag;
            lag -= lag > 0 ? 1 : 0;
            return lag > 0 ? 0 : 1;
        }
    }
    return 0;
}

int CopyRates(const string& symbol, ENUM_TIMEFRAMES period, int start, int count, Array<MqlRates>& rates) {
    const auto* bars = chart(symbol, period);
    rates.items.clear();
    if (bars == nullptr || terminal().history_lag > 0) {
        // MT4 says that history is on its way by an error
        if (terminal().mt4 && terminal().history_lag > 0) {
            terminal().history_lag--;
            terminal().last_error = 4066;
        }
        return -1;
    }
    int total = static_cast<int>(bars->size());
    int end = total - start;
    for (int i = std::max(0, end - count); i < end; i++) {
        rates.items.push_back(rates_of((*bars)[static_cast<std::size_t>(i)]));
    }
    return ArraySize(rates);
}

// count bars up to this time
int CopyRates(const string& symbol, ENUM_TIMEFRAMES period, datetime from, int count, Array<MqlRates>& rates) {
    int shift = iBarShift(symbol, period, from, false);
    return shift < 0 ? -1 : CopyRates(symbol, period, shift, count, rates);
}

int iBars(const string& symbol, ENUM_TIMEFRAMES period) {
    const auto* bars = chart(symbol, period);
    return bars == nullptr ? 0 : static_cast<int>(bars->size());
}

// The bar that holds the time, or the nearest before it; the oldest when the time is before all.
int iBarShift(const string& symbol, ENUM_TIMEFRAMES period, datetime time, bool exact) {
    const auto* bars = chart(symbol, period);
    if (bars == nullptr || bars->empty()) {
        return -1;
    }
    auto next = std::upper_bound(bars->begin(), bars->end(), time.seconds, [](long t, const emu::Bar& bar) { return t < bar.time; });
    if (next == bars->begin()) {
        return exact ? -1 : static_cast<int>(bars->size()) - 1;
    }
    auto bar = std::prev(next);
    bool inside = time.seconds < emu::next_open(seconds_of(period), bar->time);
    return exact && !inside ? -1 : static_cast<int>(bars->end() - bar) - 1;
}

datetime iTime(const string& symbol, ENUM_TIMEFRAMES period, int shift) {
    const auto* bars = chart(symbol, period);
    if (bars == nullptr || shift < 0 || shift >= static_cast<int>(bars->size())) {
        return 0;
    }
    return (*bars)[bars->size() - 1 - static_cast<std::size_t>(shift)].time;
}

}  // namespace mql
