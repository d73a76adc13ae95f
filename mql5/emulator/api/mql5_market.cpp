// Ticks, market book and calendar of MQL5.
#include <algorithm>
#include <functional>

#include "api/mql5.hpp"
#include "terminal/terminal.hpp"

namespace mql {

using emu::terminal;

namespace {

emu::Instrument* find(const string& symbol) { return terminal().market.find(symbol.utf8()); }

MqlTick tick_of(const emu::Tick& tick) {
    MqlTick out;
    out.time = tick.time_msc / 1000;
    out.time_msc = tick.time_msc;
    out.bid = tick.bid;
    out.ask = tick.ask;
    out.last = tick.last;
    out.volume = tick.volume;
    out.flags = tick.flags;
    return out;
}

// Live ticks at or after a moment.
auto live_from(const emu::Instrument& instrument, std::int64_t msc) {
    return std::lower_bound(instrument.ticks.begin(), instrument.ticks.end(), msc, [](const emu::Tick& t, std::int64_t m) { return t.time_msc < m; });
}

string text_of(const char* name) { return string(name); }

}  // namespace

ulong GetTickCount64() { return static_cast<ulong>(terminal().clock.elapsed_us() / 1000); }
datetime TimeTradeServer() { return terminal().clock.server_s(); }

string StringSubstr(const string& text, int start, int length) {
    if (start < 0 || start >= StringLen(text) || length == 0) {
        return string();
    }
    return string(text.units.substr(static_cast<std::size_t>(start), length < 0 ? std::u16string::npos : static_cast<std::size_t>(length)));
}

string EnumToString(ENUM_TIMEFRAMES value) { return string("PERIOD_" + std::to_string(static_cast<int>(value))); }

string EnumToString(ENUM_SYMBOL_CALC_MODE value) {
    return text_of(value == SYMBOL_CALC_MODE_FOREX ? "SYMBOL_CALC_MODE_FOREX" : "SYMBOL_CALC_MODE_CFDLEVERAGE");
}

string EnumToString(ENUM_CALENDAR_EVENT_UNIT value) {
    return text_of(value == CALENDAR_UNIT_PERCENT ? "CALENDAR_UNIT_PERCENT" : value == CALENDAR_UNIT_JOB ? "CALENDAR_UNIT_JOB" : "CALENDAR_UNIT_NONE");
}

string EnumToString(ENUM_CALENDAR_EVENT_MULTIPLIER value) {
    return text_of(value == CALENDAR_MULTIPLIER_THOUSANDS ? "CALENDAR_MULTIPLIER_THOUSANDS" : "CALENDAR_MULTIPLIER_NONE");
}

bool SymbolExist(const string& symbol, bool& custom) {
    custom = false;
    return find(symbol) != nullptr;
}

bool SymbolInfoTick(const string& symbol, MqlTick& tick) {
    emu::Instrument* instrument = find(symbol);
    if (instrument == nullptr || instrument->last() == nullptr) {
        return false;
    }
    tick = tick_of(*instrument->last());
    return true;
}

int CopyTicks(const string& symbol, Array<MqlTick>& ticks, uint, ulong from, uint count) {
    emu::Instrument* instrument = find(symbol);
    ticks.items.clear();
    if (instrument == nullptr) {
        terminal().last_error = ERR_MARKET_UNKNOWN_SYMBOL;
        return -1;
    }
    std::size_t wanted = count == 0 ? 2000 : count;
    if (terminal().history_lag > 0 && from > 0) {
        terminal().last_error = ERR_HISTORY_TIMEOUT;
        terminal().history_lag--;
        return -1;
    }
    auto add = [&](const emu::Tick& tick) { ticks.items.push_back(tick_of(tick)); };
    if (from == 0) {
        std::size_t live = std::min(wanted, instrument->ticks.size());
        auto past = terminal().market.last_past_ticks(*instrument, wanted - live);
        std::for_each(past.begin(), past.end(), add);
        std::for_each(instrument->ticks.end() - static_cast<std::ptrdiff_t>(live), instrument->ticks.end(), add);
        return ArraySize(ticks);
    }
    auto past = terminal().market.past_ticks(*instrument, static_cast<std::int64_t>(from), INT64_MAX, wanted);
    std::for_each(past.begin(), past.end(), add);
    auto tick = live_from(*instrument, static_cast<std::int64_t>(from));
    for (; tick != instrument->ticks.end() && ticks.items.size() < wanted; ++tick) {
        add(*tick);
    }
    return ArraySize(ticks);
}

int CopyTicksRange(const string& symbol, Array<MqlTick>& ticks, uint, ulong from, ulong to) {
    emu::Instrument* instrument = find(symbol);
    ticks.items.clear();
    if (instrument == nullptr) {
        return -1;
    }
    auto end = static_cast<std::int64_t>(to);
    for (const emu::Tick& tick : terminal().market.past_ticks(*instrument, static_cast<std::int64_t>(from), end, SIZE_MAX)) {
        ticks.items.push_back(tick_of(tick));
    }
    for (auto tick = live_from(*instrument, static_cast<std::int64_t>(from)); tick != instrument->ticks.end() && tick->time_msc <= end; ++tick) {
        ticks.items.push_back(tick_of(*tick));
    }
    return ArraySize(ticks);
}

bool MarketBookAdd(const string& symbol) { return find(symbol) != nullptr; }
bool MarketBookRelease(const string& symbol) { return find(symbol) != nullptr; }

bool MarketBookGet(const string& symbol, Array<MqlBookInfo>& book) {
    emu::Instrument* instrument = find(symbol);
    book.items.clear();
    if (instrument == nullptr || instrument->last() == nullptr) {
        return false;
    }
    int depth = instrument->spec.book_depth;
    auto add = [&](ENUM_BOOK_TYPE type, double price, long volume) {
        MqlBookInfo row;
        row.type = type;
        row.price = instrument->spec.round(price);
        row.volume = volume;
        row.volume_real = static_cast<double>(volume);
        book.items.push_back(row);
    };
    double point = instrument->spec.point();
    for (int i = depth - 1; i >= 0; i--) {
        add(BOOK_TYPE_SELL, instrument->last()->ask + i * point, 5 * (i + 1));
    }
    for (int i = 0; i < depth; i++) {
        add(BOOK_TYPE_BUY, instrument->last()->bid - i * point, 5 * (i + 1));
    }
    return true;
}

bool CalendarValueHistory(Array<MqlCalendarValue>& values, datetime from, datetime to) {
    values.items.clear();
    const auto& entries = terminal().calendar.entries;
    for (std::size_t i = 0; i < entries.size(); i++) {
        MqlCalendarValue value;
        value.time = entries[i].time + terminal().clock.offset_s;
        if (value.time.seconds < from.seconds || (to.seconds > 0 && value.time.seconds > to.seconds)) {
            continue;
        }
        value.id = value.event_id = i + 1;
        value.actual_value = entries[i].actual;
        value.forecast_value = entries[i].forecast;
        value.prev_value = entries[i].previous;
        value.revised_prev_value = LONG_MIN;
        values.items.push_back(value);
    }
    if (values.items.empty()) {
        terminal().last_error = ERR_CALENDAR_NO_DATA;
    }
    return !values.items.empty();
}

bool CalendarEventById(ulong id, MqlCalendarEvent& event) {
    const auto& entries = terminal().calendar.entries;
    if (id == 0 || id > entries.size()) {
        return false;
    }
    const emu::CalendarEntry& entry = entries[id - 1];
    event = MqlCalendarEvent();
    event.id = id;
    event.country_id = std::hash<std::string>()(entry.country) & 0x7FFFFFFF;
    event.importance = static_cast<ENUM_CALENDAR_EVENT_IMPORTANCE>(entry.importance);
    event.name = string(entry.name);
    event.unit = CALENDAR_UNIT_PERCENT;
    return true;
}

bool CalendarCountryById(long id, MqlCalendarCountry& country) {
    for (const emu::CalendarEntry& entry : terminal().calendar.entries) {
        if ((std::hash<std::string>()(entry.country) & 0x7FFFFFFF) == static_cast<ulong>(id)) {
            country.id = static_cast<ulong>(id);
            country.code = string(entry.country);
            country.currency = string(entry.currency);
            return true;
        }
    }
    return false;
}

}  // namespace mql
