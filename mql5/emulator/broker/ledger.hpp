// One account with everything it owns.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "broker/types.hpp"

namespace emu {

struct Account {
    std::int64_t login = 5001234;
    std::string name = "Emulated Trader", server = "Emulator-Demo", company = "OpenTrading Emulator", currency = "USD";
    std::int64_t leverage = 100;
    MarginMode mode = MarginMode::hedging;
    int trade_mode = 0;              // 0 demo, 1 contest, 2 real
    double balance = 10000, credit = 0;
    double margin_call = 100, stop_out = 50;   // percent
    double commission_per_lot = 3.5;           // a side, account currency
    int limit_orders = 200;
    bool trade_allowed = true, expert_allowed = true, fifo = false, hedge_allowed = true;
};

struct Ledger {
    Account account;
    std::vector<Position> positions;
    std::vector<Order> orders, past_orders;
    std::vector<Deal> deals;
    std::vector<ClosedTicket> closed;     // MT4's view
    Ticket next_ticket = 1000001;
    std::map<std::string, int> sends;     // calls of OrderSend that reached the broker, by comment
    std::map<std::string, int> executed;  // of these, the ones that did something
    std::int64_t rollover_day = 0;        // the last server day that swaps were booked for

    Position* position(Ticket ticket);
    Position* position_of(const std::string& symbol);
    Order* order(Ticket ticket);
    const Order* past_order(Ticket ticket) const;
    const Deal* deal(Ticket ticket) const;
};

// Text of a ledger, and back. One record a line; what is read gives what was written.
std::string write_ledger(const Ledger& ledger);
bool read_ledger(const std::string& text, Ledger& ledger);

}  // namespace emu
