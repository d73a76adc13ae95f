// Prices and contracts of MQL4.
#include "api/mql4.hpp"
#include "terminal/terminal.hpp"

namespace mql {

using emu::terminal;

string StringSubstr(const string& text, int start, int length) {
    if (start < 0 || start >= StringLen(text)) {
        return string();
    }
    return string(text.units.substr(static_cast<std::size_t>(start), length <= 0 ? std::u16string::npos : static_cast<std::size_t>(length)));
}

bool SymbolInfoTick(const string& symbol, MqlTick& tick) {
    emu::Instrument* instrument = terminal().market.find(symbol.utf8());
    const emu::Tick* last = instrument == nullptr ? nullptr : instrument->last();
    if (last == nullptr) {
        return false;
    }
    tick.time = last->time_msc / 1000;
    tick.bid = last->bid;
    tick.ask = last->ask;
    tick.last = last->last;
    tick.volume = last->volume;
    return true;
}

double MarketInfo(const string& symbol, int type) {
    emu::Instrument* instrument = terminal().market.find(symbol.utf8());
    if (instrument == nullptr) {
        terminal().last_error = ERR_UNKNOWN_SYMBOL;
        return 0;
    }
    const emu::SymbolSpec& s = instrument->spec;
    const emu::Tick* tick = instrument->last();
    switch (type) {
        case MODE_BID: return tick == nullptr ? 0 : tick->bid;
        case MODE_ASK: return tick == nullptr ? 0 : tick->ask;
        case MODE_POINT: case MODE_TICKSIZE: return s.point();
        case MODE_DIGITS: return s.digits;
        case MODE_SPREAD: return tick == nullptr ? 0 : (tick->ask - tick->bid) / s.point();
        case MODE_STOPLEVEL: return s.stops_level;
        case MODE_FREEZELEVEL: return s.freeze_level;
        case MODE_LOTSIZE: return s.contract;
        case MODE_TICKVALUE: return terminal().broker.tick_value(s);
        case MODE_SWAPLONG: return s.swap_long;
        case MODE_SWAPSHORT: return s.swap_short;
        case MODE_TRADEALLOWED: return s.trade_mode == emu::TradeMode::disabled ? 0 : 1;
        case MODE_MINLOT: return s.volume_min;
        case MODE_LOTSTEP: return s.volume_step;
        case MODE_MAXLOT: return s.volume_max;
        case MODE_SWAPTYPE: return s.swap_mode == emu::SwapMode::points ? 0 : s.swap_mode == emu::SwapMode::currency_symbol ? 1 : 2;
        case MODE_PROFITCALCMODE: return s.leveraged ? 0 : 1;
        case MODE_MARGINHEDGED: return s.contract;
        case MODE_MARGINREQUIRED: return tick == nullptr ? 0 : terminal().broker.margin_for(s.name, true, 1.0, tick->ask);
        default: return 0;
    }
}

bool RefreshRates() { return true; }
bool IsTradeContextBusy() { return terminal().faults.strike("context_busy") != nullptr; }

}  // namespace mql
