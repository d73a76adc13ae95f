// The trade server: takes requests, matches them against prices, keeps the account.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "broker/ledger.hpp"
#include "core/clock.hpp"
#include "market/market.hpp"

namespace emu {

// How the server treats orders beyond the contract of the symbol; set by faults.
struct Treatment {
    double fill_share = 1.0;              // of the volume that finds a counterparty
    double slip_points = 0;               // against the client
    int comment_cut = -1;                 // characters of a comment the server keeps
    bool comment_overwritten = false;
    std::string comment_text;             // what it writes instead
};

class Broker {
public:
    Broker(Clock& clock, Market& market, const Account& account, bool mt4);

    Ledger& ledger() { return *ledger_; }
    Treatment treatment;

    // Would the request be taken? rc_none when yes.
    std::uint32_t check(const Request& request);
    Result execute(const Request& request);

    // Two opposite positions of one symbol against each other, as far as the smaller goes.
    Result close_by(Ticket first, Ticket second);

    // A symbol has a new price: pendings, stops, targets, stop-out.
    void on_tick(Instrument& instrument);
    // Time passed: expirations and swaps.
    void on_time();

    double profit(const Position& position);
    double current_price(const Position& position);
    double floating();
    double equity();
    double margin();
    double margin_for(const std::string& symbol, bool buy, double volume, double price);
    double tick_value(const SymbolSpec& spec);
    // Units of account currency for one unit of another.
    double rate(const std::string& currency);

    void deposit(double amount, const std::string& comment, int times = 1, DealType type = DealType::balance);
    // Another account of the terminal, as it was left or new.
    void switch_account(const Account& account);
    void load(const std::string& file);
    void save();

    std::vector<Transaction> take_transactions();
    std::string state_file;

private:
    friend class Matching;

    Clock& clock_;
    Market& market_;
    bool mt4_;
    std::map<std::int64_t, Ledger> ledgers_;
    Ledger* ledger_;
    std::vector<Transaction> transactions_;

    void book_balance(double amount, const std::string& comment, DealType type);

    // rules.cpp
    std::uint32_t check_deal(const Request& r, const SymbolSpec& spec, const Tick& tick);
    std::uint32_t check_pending(const Request& r, const SymbolSpec& spec, const Tick& tick);
    std::uint32_t check_sltp(const Request& r);
    std::uint32_t check_modify(const Request& r);
    std::uint32_t check_remove(const Request& r);
    std::uint32_t check_money(const Request& r, double price);
    std::uint32_t check_mode(const Request& r, const SymbolSpec& spec);

    // matching.cpp
    Order make_order(const Request& r, OrderType type);
    Ticket fill(Order& order, double volume, double price, Reason reason);
    Ticket fill_netting(Order& order, double volume, double price, Reason reason);
    Ticket book(const Order& order, Entry entry, double volume, double price, const Position* closed, double closed_volume, Reason reason);
    void close_part(Position& position, double volume, double price, const std::string& comment);
    void end_order(Order order, OrderState state);
    Result execute_deal(const Request& r);
    Result execute_pending(const Request& r);
    std::string kept_comment(const std::string& comment) const;

    // triggers.cpp
    void trigger_pending(Instrument& instrument, const Tick& tick);
    void trigger_levels(Instrument& instrument, const Tick& tick);
    void close_at(Ticket position, double price, Reason reason, const std::string& comment);
    void stop_out();
    void expire(std::int64_t now_s);
    void rollover(std::int64_t day);

    Ticket next_ticket() { return ledger_->next_ticket++; }
    void tell(Change change, Ticket deal, Ticket order, Ticket position, const std::string& symbol);
    const Tick* tick_of(const std::string& symbol);
    const SymbolSpec* spec_of(const std::string& symbol);
};

double money(double amount);
bool near_zero(double volume);

}  // namespace emu
