// Profit, margin and conversion into the account's currency.
#include <cmath>

#include "broker/broker.hpp"

namespace emu {

double Broker::rate(const std::string& currency) {
    const std::string& own = ledger_->account.currency;
    if (currency == own || currency.empty()) {
        return 1.0;
    }
    const auto& habit = market_.options();
    if (const Tick* direct = tick_of(habit.prefix + currency + own + habit.suffix)) {
        return direct->bid;
    }
    if (const Tick* inverse = tick_of(habit.prefix + own + currency + habit.suffix)) {
        return 1.0 / inverse->ask;
    }
    return 1.0;
}

double Broker::current_price(const Position& position) {
    const Tick* tick = tick_of(position.symbol);
    return tick == nullptr ? position.price : position.buy ? tick->bid : tick->ask;
}

double Broker::profit(const Position& position) {
    const SymbolSpec* spec = spec_of(position.symbol);
    if (spec == nullptr) {
        return 0;
    }
    double move = (current_price(position) - position.price) * (position.buy ? 1 : -1);
    return money(move * spec->contract * position.volume * rate(spec->profit));
}

double Broker::floating() {
    double sum = 0;
    for (const Position& position : ledger_->positions) {
        sum += profit(position) + position.swap + (mt4_ ? position.commission : 0);
    }
    return money(sum);
}

double Broker::equity() { return money(ledger_->account.balance + ledger_->account.credit + floating()); }

double Broker::margin_for(const std::string& symbol, bool, double volume, double price) {
    const SymbolSpec* spec = spec_of(symbol);
    if (spec == nullptr) {
        return 0;
    }
    double notional = spec->leveraged ? volume * spec->contract * rate(spec->margin) : volume * spec->contract * price * rate(spec->profit);
    return money(notional / static_cast<double>(ledger_->account.leverage));
}

// A hedged pair needs the margin of its larger side only.
double Broker::margin() {
    std::map<std::string, std::pair<double, double>> sides;
    for (const Position& position : ledger_->positions) {
        double needed = margin_for(position.symbol, position.buy, position.volume, position.price);
        (position.buy ? sides[position.symbol].first : sides[position.symbol].second) += needed;
    }
    double sum = 0;
    for (auto& [symbol, side] : sides) {
        sum += std::max(side.first, side.second);
    }
    return money(sum);
}

double Broker::tick_value(const SymbolSpec& spec) { return spec.point() * spec.contract * rate(spec.profit); }

}  // namespace emu
