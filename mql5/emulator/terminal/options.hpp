// What the command line says.
#pragma once

#include <string>
#include <vector>

#include "broker/ledger.hpp"
#include "market/market.hpp"

namespace emu {

struct Options {
    MarketOptions market;
    Account account;
    std::string files = ".";
    std::string state, control, calendar, pipes;
    std::vector<std::string> allowed, inputs, faults, symbols;
    std::string chart = "EURUSD";
    std::int64_t offset_s = 7200;
    std::int64_t utc_ms = 0;          // 0 = the machine's clock
    std::int64_t chart_id = 131182345670001;
    double speed = 1;
    double seconds = 0;               // end after this long, 0 = never
    bool quiet = false;
};

// Exits with usage or an error when the words make no sense.
Options read_options(int count, char** words);

}  // namespace emu
