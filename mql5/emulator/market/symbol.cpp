#include "market/symbol.hpp"

#include <cmath>
#include <cstdlib>
#include <functional>
#include <map>

namespace emu {

double SymbolSpec::point() const { return std::pow(10.0, -digits); }

double SymbolSpec::round(double price) const {
    double scale = std::pow(10.0, digits);
    return std::round(price * scale) / scale;
}

namespace {

SymbolSpec forex(const char* pair, double price, int spread, double swap_long, double swap_short) {
    SymbolSpec spec;
    spec.name = pair;
    spec.base = spec.name.substr(0, 3);
    spec.profit = spec.name.substr(3, 3);
    spec.margin = spec.base;
    spec.digits = spec.profit == "JPY" ? 3 : 5;
    spec.description = spec.base + " against " + spec.profit;
    spec.path = "Forex\\" + spec.name;
    spec.spread = spread;
    spec.swap_long = swap_long;
    spec.swap_short = swap_short;
    spec.start_price = price;
    return spec;
}

SymbolSpec cfd(const char* name, const char* description, const char* group, int digits, double contract, double price, int spread) {
    SymbolSpec spec;
    spec.name = name;
    spec.description = description;
    spec.path = std::string(group) + "\\" + name;
    spec.base = spec.profit = spec.margin = "USD";
    spec.digits = digits;
    spec.contract = contract;
    spec.spread = spread;
    spec.start_price = price;
    spec.leveraged = false;
    spec.swap_long = -35.1;
    spec.swap_short = 12.4;
    return spec;
}

template <class T>
void put(T& field, const std::string& value) { field = static_cast<T>(std::atof(value.c_str())); }

}  // namespace

std::vector<SymbolSpec> shipped_symbols(const std::string& prefix, const std::string& suffix) {
    std::vector<SymbolSpec> all = {
        forex("EURUSD", 1.085, 8, -6.6, 2.1),    forex("GBPUSD", 1.272, 12, -4.1, -1.5),  forex("USDJPY", 148.2, 11, 9.8, -19.7),
        forex("USDCHF", 0.884, 13, 5.2, -10.4),  forex("AUDUSD", 0.655, 10, -3.3, 0.4),   forex("NZDUSD", 0.607, 14, -1.9, -1.1),
        forex("USDCAD", 1.352, 14, 2.3, -6.1),   forex("EURGBP", 0.853, 13, -5.4, 1.6),   forex("EURJPY", 160.8, 16, 7.1, -15.2),
        forex("GBPJPY", 188.5, 22, 14.2, -27.3), forex("AUDJPY", 97.1, 18, 6.6, -13.5),   forex("EURCHF", 0.959, 17, 2.2, -6.9),
        forex("EURAUD", 1.656, 21, -11.8, 4.7),  forex("GBPCHF", 1.124, 23, 7.4, -14.9),  forex("CADJPY", 109.6, 19, 5.8, -12.1),
        forex("CHFJPY", 167.6, 21, -2.1, -7.7),  forex("AUDNZD", 1.079, 22, -3.1, -2.2),  forex("EURNZD", 1.788, 28, -13.2, 5.1),
        cfd("XAUUSD", "Gold against US dollar", "Metals", 2, 100, 2035.0, 25),
        cfd("XAGUSD", "Silver against US dollar", "Metals", 3, 5000, 23.1, 22),
        cfd("US500", "500 large US companies", "Indices", 1, 10, 5010.0, 6),
        cfd("SPY", "Fund on 500 large US companies", "Shares", 2, 1, 500.0, 3),
    };
    for (auto& spec : all) {
        spec.name = prefix + spec.name + suffix;
        spec.path = spec.path.substr(0, spec.path.find('\\') + 1) + spec.name;
    }
    return all;
}

bool set_property(SymbolSpec& spec, const std::string& key, const std::string& value) {
    static const std::map<std::string, std::function<void(SymbolSpec&, const std::string&)>> setters = {
        {"digits", [](auto& s, auto& v) { put(s.digits, v); }},
        {"contract", [](auto& s, auto& v) { put(s.contract, v); }},
        {"volume_min", [](auto& s, auto& v) { put(s.volume_min, v); }},
        {"volume_max", [](auto& s, auto& v) { put(s.volume_max, v); }},
        {"volume_step", [](auto& s, auto& v) { put(s.volume_step, v); }},
        {"volume_limit", [](auto& s, auto& v) { put(s.volume_limit, v); }},
        {"stops_level", [](auto& s, auto& v) { put(s.stops_level, v); }},
        {"freeze_level", [](auto& s, auto& v) { put(s.freeze_level, v); }},
        {"spread", [](auto& s, auto& v) { put(s.spread, v); }},
        {"filling", [](auto& s, auto& v) { put(s.filling, v); }},
        {"order_modes", [](auto& s, auto& v) { put(s.order_modes, v); }},
        {"expiration_modes", [](auto& s, auto& v) { put(s.expiration_modes, v); }},
        {"execution", [](auto& s, auto& v) { s.execution = static_cast<Execution>(std::atoi(v.c_str())); }},
        {"trade_mode", [](auto& s, auto& v) { s.trade_mode = static_cast<TradeMode>(std::atoi(v.c_str())); }},
        {"swap_mode", [](auto& s, auto& v) { s.swap_mode = static_cast<SwapMode>(std::atoi(v.c_str())); }},
        {"swap_long", [](auto& s, auto& v) { put(s.swap_long, v); }},
        {"swap_short", [](auto& s, auto& v) { put(s.swap_short, v); }},
        {"triple_day", [](auto& s, auto& v) { put(s.triple_day, v); }},
        {"book_depth", [](auto& s, auto& v) { put(s.book_depth, v); }},
        {"start_price", [](auto& s, auto& v) { put(s.start_price, v); }},
    };
    auto found = setters.find(key);
    if (found == setters.end()) {
        return false;
    }
    found->second(spec, value);
    return true;
}

}  // namespace emu
