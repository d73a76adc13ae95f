#include "broker/broker.hpp"

#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>

namespace emu {

double money(double amount) { return std::round(amount * 100.0) / 100.0; }
bool near_zero(double volume) { return std::fabs(volume) < 1e-8; }

Broker::Broker(Clock& clock, Market& market, const Account& account, bool mt4)
    : clock_(clock), market_(market), mt4_(mt4), ledger_(&ledgers_[account.login]) {
    ledger_->account = account;
    ledger_->rollover_day = clock_.server_s() / day_s;
}

const Tick* Broker::tick_of(const std::string& symbol) {
    Instrument* instrument = market_.find(symbol);
    return instrument == nullptr ? nullptr : instrument->last();
}

const SymbolSpec* Broker::spec_of(const std::string& symbol) {
    Instrument* instrument = market_.find(symbol);
    return instrument == nullptr ? nullptr : &instrument->spec;
}

void Broker::tell(Change change, Ticket deal, Ticket order, Ticket position, const std::string& symbol) {
    transactions_.push_back({change, deal, order, position, symbol});
}

std::vector<Transaction> Broker::take_transactions() {
    std::vector<Transaction> taken;
    taken.swap(transactions_);
    return taken;
}

void Broker::deposit(double amount, const std::string& comment, int times, DealType type) {
    for (int i = 0; i < times; i++) {
        book_balance(amount, comment, type);
    }
    save();
}

void Broker::book_balance(double amount, const std::string& comment, DealType type) {
    Deal deal;
    deal.ticket = next_ticket();
    deal.type = type;
    deal.profit = money(amount);
    deal.comment = comment;
    deal.time_msc = clock_.server_ms();
    deal.reason = Reason::client;
    double& booked = type == DealType::credit ? ledger_->account.credit : ledger_->account.balance;
    booked = money(booked + amount);
    ledger_->deals.push_back(deal);
    ClosedTicket line;
    line.ticket = deal.ticket;
    line.type = 6;
    line.profit = deal.profit;
    line.comment = comment;
    line.open_msc = line.close_msc = deal.time_msc;
    ledger_->closed.push_back(line);
    tell(Change::deal_add, deal.ticket, 0, 0, "");
}

void Broker::switch_account(const Account& account) {
    bool fresh = !ledgers_.contains(account.login);
    ledger_ = &ledgers_[account.login];
    if (fresh) {
        ledger_->account = account;
        ledger_->rollover_day = clock_.server_s() / day_s;
    }
    save();
}

void Broker::load(const std::string& file) {
    state_file = file;
    std::ifstream in(file);
    std::string login;
    if (!in || !std::getline(in, login)) {
        return;
    }
    std::stringstream rest;
    rest << in.rdbuf();
    std::string text = rest.str();
    std::map<std::int64_t, Ledger> read;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = text.find("\n=\n", begin);
        if (end == std::string::npos) {
            break;
        }
        Ledger ledger;
        if (!read_ledger(text.substr(begin, end + 1 - begin), ledger)) {
            throw std::runtime_error(file + ": not a state of the emulated broker; remove it to begin anew");
        }
        read[ledger.account.login] = ledger;
        begin = end + 3;
    }
    ledgers_ = read;
    ledger_ = &ledgers_[std::atoll(login.c_str())];
}

// Written beside and moved over: whoever is killed leaves the state before or after.
void Broker::save() {
    if (state_file.empty()) {
        return;
    }
    std::string path = state_file + ".new";
    {
        std::ofstream out(path, std::ios::trunc);
        out << ledger_->account.login << "\n";
        for (auto& [login, ledger] : ledgers_) {
            out << write_ledger(ledger) << "=\n";
        }
    }
    std::rename(path.c_str(), state_file.c_str());
}

}  // namespace emu
