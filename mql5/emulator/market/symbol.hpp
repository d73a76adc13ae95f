// The contract of a symbol, and the catalogue the emulated broker offers.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace emu {

enum class Execution { request, instant, market, exchange };
enum class TradeMode { disabled, long_only, short_only, close_only, full };
enum class SwapMode { disabled, points, currency_symbol, currency_margin, currency_deposit, interest_current, interest_open, reopen_current,
                      reopen_bid, currency_profit };

inline constexpr int fill_fok = 1, fill_ioc = 2, fill_boc = 4;

struct SymbolSpec {
    std::string name, description, path;
    std::string base, profit, margin;   // currencies
    int digits = 5;
    double contract = 100000;
    double volume_min = 0.01, volume_max = 100, volume_step = 0.01, volume_limit = 0;
    int stops_level = 0, freeze_level = 0, spread = 10;   // points
    Execution execution = Execution::market;
    TradeMode trade_mode = TradeMode::full;
    int filling = fill_fok | fill_ioc;
    int order_modes = 127;
    int expiration_modes = 15;
    SwapMode swap_mode = SwapMode::points;
    double swap_long = -6.5, swap_short = 1.2;
    int triple_day = 3;
    bool leveraged = true;               // margin in the base currency over the leverage; else a CFD on its price
    int book_depth = 0;
    double start_price = 1.0;            // of made-up prices
    bool selected = false;

    double point() const;
    double round(double price) const;
};

// Majors, crosses, metals and indices. prefix and suffix are the broker's habit ("m", ".r").
std::vector<SymbolSpec> shipped_symbols(const std::string& prefix, const std::string& suffix);

// Changes one property by its name ("stops_level=20"); false when there is none of this name.
bool set_property(SymbolSpec& spec, const std::string& key, const std::string& value);

}  // namespace emu
