// The expert as a program: its inputs, clocks, timer and files.
#include <cmath>
#include <cstdlib>
#include <map>
#include <functional>

#include "api/common.hpp"
#include "core/calendar_date.hpp"
#include "terminal/terminal.hpp"

namespace mql {

string _Symbol;

namespace {

using emu::terminal;

std::map<std::string, std::function<bool(const std::string&)>>& inputs() {
    static std::map<std::string, std::function<bool(const std::string&)>> all;
    return all;
}

}  // namespace

InputSlot::InputSlot(const char* name, string& value) {
    inputs()[name] = [&value](const std::string& text) { value = string(text); return true; };
}
InputSlot::InputSlot(const char* name, int& value) {
    inputs()[name] = [&value](const std::string& text) { value = std::atoi(text.c_str()); return !text.empty(); };
}
InputSlot::InputSlot(const char* name, long& value) {
    inputs()[name] = [&value](const std::string& text) { value = std::atol(text.c_str()); return !text.empty(); };
}
InputSlot::InputSlot(const char* name, double& value) {
    inputs()[name] = [&value](const std::string& text) { value = std::atof(text.c_str()); return !text.empty(); };
}
InputSlot::InputSlot(const char* name, bool& value) {
    inputs()[name] = [&value](const std::string& text) { value = text == "true" || text == "1"; return value || text == "false" || text == "0"; };
}

int GetLastError() { return terminal().last_error; }
void ResetLastError() { terminal().last_error = 0; }
bool IsStopped() { return terminal().stopping; }
void Sleep(int milliseconds) { terminal().idle(milliseconds); }
long ChartID() { return terminal().options.chart_id; }
ulong GetMicrosecondCount() { return static_cast<ulong>(terminal().clock.elapsed_us()); }

bool EventSetMillisecondTimer(int milliseconds) {
    terminal().timer_ms = milliseconds;
    return milliseconds > 0;
}

void EventKillTimer() { terminal().timer_ms = 0; }

void show_comment(const std::string& text) {
    if (terminal().comment != text) {
        terminal().log("chart: " + text);
    }
    terminal().comment = text;
}

long TerminalInfoInteger(ENUM_TERMINAL_INFO_INTEGER property) {
    emu::Terminal& t = terminal();
    switch (property) {
        case TERMINAL_BUILD: return t.mt4 ? 1420 : 5200;
        case TERMINAL_CONNECTED: return t.faults.is_on("offline") ? 0 : 1;
        case TERMINAL_TRADE_ALLOWED: return t.faults.is_on("gate_terminal") ? 0 : 1;
        case TERMINAL_MAXBARS: return static_cast<long>(t.options.market.max_bars);
        case TERMINAL_PING_LAST: return 12345;
        case TERMINAL_MEMORY_AVAILABLE: return 4096;
    }
    return 0;
}

string TerminalInfoString(ENUM_TERMINAL_INFO_STRING property) {
    return property == TERMINAL_NAME ? (terminal().mt4 ? "MetaTrader 4 emulator" : "MetaTrader 5 emulator") : "OpenTrading Emulator";
}

long MQLInfoInteger(ENUM_MQL_INFO_INTEGER property) {
    return property == MQL_TRADE_ALLOWED ? (terminal().faults.is_on("gate_ea") ? 0 : 1) : 7;
}

datetime TimeGMT() { return terminal().clock.utc_ms() / 1000; }
datetime TimeLocal() { return terminal().clock.utc_ms() / 1000 + 3600; }

// The time of the last quote among the selected symbols.
datetime TimeCurrent() {
    std::int64_t last = 0;
    for (const emu::Instrument& instrument : terminal().market.all()) {
        if (instrument.spec.selected && instrument.last() != nullptr) {
            last = std::max(last, instrument.last()->time_msc);
        }
    }
    return last / 1000;
}

int PeriodSeconds(ENUM_TIMEFRAMES period) {
    if (period == PERIOD_MN1) {
        return 2592000;
    }
    if (period == PERIOD_W1) {
        return 604800;
    }
    return period >= PERIOD_H1 ? (static_cast<int>(period) - 16384) * 3600 : static_cast<int>(period) * 60;
}

bool TimeToStruct(datetime time, MqlDateTime& parts) {
    std::int64_t days = time.seconds / 86400;
    emu::Date date = emu::date_of(days);
    parts.year = date.year;
    parts.mon = date.month;
    parts.day = date.day;
    parts.hour = static_cast<int>(time.seconds / 3600 % 24);
    parts.min = static_cast<int>(time.seconds / 60 % 60);
    parts.sec = static_cast<int>(time.seconds % 60);
    parts.day_of_week = emu::weekday_of(days);
    parts.day_of_year = static_cast<int>(days - emu::days_of({date.year, 1, 1}));
    return true;
}

datetime StructToTime(const MqlDateTime& parts) {
    return emu::days_of({parts.year, parts.mon, parts.day}) * 86400 + parts.hour * 3600 + parts.min * 60 + parts.sec;
}

bool FileIsExist(const string& name, int) { return terminal().files.exists(name.utf8()); }

bool FileMove(const string& from, int, const string& to, int flags) {
    return terminal().files.move(from.utf8(), to.utf8(), (flags & FILE_REWRITE) != 0);
}

}  // namespace mql

namespace emu {

bool set_input(const std::string& name, const std::string& value) {
    auto found = mql::inputs().find(name);
    return found != mql::inputs().end() && found->second(value);
}

}  // namespace emu
