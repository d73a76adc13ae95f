// What the trade server refuses, and with which code.
#include <cmath>

#include "broker/broker.hpp"

namespace emu {

namespace {

// Prices closer than this are one price.
constexpr double same = 1e-9;

bool on_step(double volume, double step) {
    double steps = volume / step;
    return std::fabs(steps - std::round(steps)) < 1e-6;
}

std::uint32_t check_volume(double volume, const SymbolSpec& spec) {
    bool good = volume >= spec.volume_min - 1e-9 && volume <= spec.volume_max + 1e-9 && on_step(volume, spec.volume_step);
    return good ? rc_none : rc_volume;
}

// A stop and a target on their sides of a price, and far enough from it.
bool stops_fit(bool buy, double price, double sl, double tp, const SymbolSpec& spec) {
    double distance = spec.stops_level * spec.point();
    double direction = buy ? 1 : -1;
    bool sl_fits = sl <= 0 || (price - sl) * direction > distance - same;
    bool tp_fits = tp <= 0 || (tp - price) * direction > distance - same;
    bool not_equal = (sl <= 0 || std::fabs(sl - price) > same) && (tp <= 0 || std::fabs(tp - price) > same);
    return sl_fits && tp_fits && not_equal;
}

bool pending_price_fits(OrderType type, double price, double stoplimit, const SymbolSpec& spec, const Tick& tick) {
    double gap = spec.stops_level * spec.point() - same;
    switch (type) {
        case OrderType::buy_limit: return tick.ask - price > gap;
        case OrderType::sell_limit: return price - tick.bid > gap;
        case OrderType::buy_stop: return price - tick.ask > gap;
        case OrderType::sell_stop: return tick.bid - price > gap;
        case OrderType::buy_stop_limit: return price - tick.ask > gap && price - stoplimit > gap;
        case OrderType::sell_stop_limit: return tick.bid - price > gap && stoplimit - price > gap;
        default: return false;
    }
}

int mode_bit(OrderType type) {
    switch (type) {
        case OrderType::buy_limit: case OrderType::sell_limit: return 2;
        case OrderType::buy_stop: case OrderType::sell_stop: return 4;
        case OrderType::buy_stop_limit: case OrderType::sell_stop_limit: return 8;
        default: return 1;
    }
}

bool filling_fits(const Request& r, const SymbolSpec& spec) {
    bool dealer = spec.execution == Execution::request || spec.execution == Execution::instant;
    if (r.action == Action::pending) {
        return r.filling == Filling::ret || spec.execution == Execution::exchange;
    }
    switch (r.filling) {
        case Filling::fok: return dealer || (spec.filling & fill_fok);
        case Filling::ioc: return dealer || (spec.filling & fill_ioc);
        case Filling::ret: return spec.execution != Execution::market;
        default: return false;
    }
}

}  // namespace

std::uint32_t Broker::check_mode(const Request& r, const SymbolSpec& spec) {
    bool closes = r.position != 0;
    switch (spec.trade_mode) {
        case TradeMode::disabled: return rc_disabled;
        case TradeMode::close_only: return closes ? rc_none : rc_close_only;
        case TradeMode::long_only: return closes || is_buy(r.type) ? rc_none : rc_long_only;
        case TradeMode::short_only: return closes || !is_buy(r.type) ? rc_none : rc_short_only;
        default: return rc_none;
    }
}

std::uint32_t Broker::check(const Request& r) {
    const Account& account = ledger_->account;
    if (!account.trade_allowed) {
        return rc_disabled;
    }
    if (r.reason == Reason::expert && !account.expert_allowed) {
        return rc_server_at;
    }
    switch (r.action) {
        case Action::sltp: return check_sltp(r);
        case Action::modify: return check_modify(r);
        case Action::remove: return check_remove(r);
        case Action::deal: case Action::pending: break;
        default: return rc_invalid;
    }
    Instrument* instrument = market_.find(r.symbol);
    if (instrument == nullptr || r.comment.size() > 128) {
        return rc_invalid;
    }
    const SymbolSpec& spec = instrument->spec;
    if (std::uint32_t code = check_mode(r, spec)) {
        return code;
    }
    if (!market_.is_open(*instrument, clock_.server_s())) {
        return rc_closed;
    }
    if (instrument->last() == nullptr) {
        return rc_price_off;
    }
    if (std::uint32_t code = check_volume(r.volume, spec)) {
        return code;
    }
    if (!filling_fits(r, spec)) {
        return rc_fill;
    }
    if (!(spec.order_modes & mode_bit(r.type))) {
        return rc_invalid;
    }
    return r.action == Action::deal ? check_deal(r, spec, *instrument->last()) : check_pending(r, spec, *instrument->last());
}

std::uint32_t Broker::check_deal(const Request& r, const SymbolSpec& spec, const Tick& tick) {
    bool buy = is_buy(r.type);
    double market = buy ? tick.ask : tick.bid;
    bool dealer = spec.execution == Execution::request || spec.execution == Execution::instant;
    if (is_pending(r.type) || (dealer && r.price <= 0)) {
        return r.price <= 0 ? rc_price : rc_invalid;
    }
    if (dealer && std::fabs(r.price - market) > static_cast<double>(r.deviation) * spec.point() + same) {
        return rc_requote;
    }
    if (r.position != 0) {
        Position* position = ledger_->position(r.position);
        if (position == nullptr || position->symbol != r.symbol) {
            return rc_position_closed;
        }
        if (position->buy == buy) {
            return rc_invalid;
        }
        if (r.volume > position->volume + 1e-9) {
            return rc_close_volume;
        }
        if (ledger_->account.fifo) {
            for (const Position& other : ledger_->positions) {
                if (other.symbol == r.symbol && other.time_msc < position->time_msc) {
                    return rc_fifo;
                }
            }
        }
        return rc_none;
    }
    if (!stops_fit(buy, buy ? tick.bid : tick.ask, r.sl, r.tp, spec)) {
        return rc_stops;
    }
    if (!ledger_->account.hedge_allowed && ledger_->account.mode == MarginMode::hedging) {
        for (const Position& other : ledger_->positions) {
            if (other.symbol == r.symbol && other.buy != buy) {
                return rc_hedge;
            }
        }
    }
    return check_money(r, market);
}

std::uint32_t Broker::check_pending(const Request& r, const SymbolSpec& spec, const Tick& tick) {
    if (!is_pending(r.type)) {
        return rc_invalid;
    }
    if (r.price <= 0 || !pending_price_fits(r.type, r.price, r.stoplimit, spec, tick)) {
        return rc_price;
    }
    bool stop_limit = r.type == OrderType::buy_stop_limit || r.type == OrderType::sell_stop_limit;
    if (!stops_fit(is_buy(r.type), stop_limit ? r.stoplimit : r.price, r.sl, r.tp, spec)) {
        return rc_stops;
    }
    if (!(spec.expiration_modes & (1 << static_cast<int>(r.time_type)))) {
        return rc_expiration;
    }
    if (r.time_type >= TimeType::specified && r.expiration <= clock_.server_s()) {
        return rc_expiration;
    }
    if (ledger_->account.limit_orders > 0 && static_cast<int>(ledger_->orders.size()) >= ledger_->account.limit_orders) {
        return rc_limit_orders;
    }
    return rc_none;
}

std::uint32_t Broker::check_money(const Request& r, double price) {
    const SymbolSpec& spec = *spec_of(r.symbol);
    double opened = r.volume;
    double there = 0;
    for (const Position& position : ledger_->positions) {
        if (position.symbol == r.symbol) {
            there += position.volume;
            if (ledger_->account.mode != MarginMode::hedging && position.buy != is_buy(r.type)) {
                opened = std::max(0.0, r.volume - 2 * position.volume);
            }
        }
    }
    if (spec.volume_limit > 0 && there + r.volume > spec.volume_limit + 1e-9) {
        return rc_limit_volume;
    }
    double needed = margin_for(r.symbol, is_buy(r.type), opened, price);
    return needed > equity() - margin() ? rc_money : rc_none;
}

std::uint32_t Broker::check_sltp(const Request& r) {
    Position* position = r.position != 0 ? ledger_->position(r.position) : ledger_->position_of(r.symbol);
    if (position == nullptr) {
        return rc_position_closed;
    }
    const SymbolSpec& spec = *spec_of(position->symbol);
    double price = current_price(*position);
    double freeze = spec.freeze_level * spec.point();
    if (freeze > 0) {
        bool sl_near = position->sl > 0 && std::fabs(price - position->sl) <= freeze;
        bool tp_near = position->tp > 0 && std::fabs(price - position->tp) <= freeze;
        if (sl_near || tp_near) {
            return rc_frozen;
        }
    }
    if (std::fabs(position->sl - r.sl) < same && std::fabs(position->tp - r.tp) < same) {
        return rc_no_changes;
    }
    return stops_fit(position->buy, price, r.sl, r.tp, spec) ? rc_none : rc_stops;
}

std::uint32_t Broker::check_modify(const Request& r) {
    Order* order = ledger_->order(r.order);
    if (order == nullptr || !is_pending(order->type)) {
        return rc_invalid_order;
    }
    if (tick_of(order->symbol) == nullptr) {
        return rc_price_off;
    }
    const SymbolSpec& spec = *spec_of(order->symbol);
    const Tick& tick = *tick_of(order->symbol);
    double market = is_buy(order->type) ? tick.ask : tick.bid;
    if (spec.freeze_level > 0 && std::fabs(market - order->price) <= spec.freeze_level * spec.point()) {
        return rc_frozen;
    }
    bool equal = std::fabs(order->price - r.price) < same && std::fabs(order->sl - r.sl) < same && std::fabs(order->tp - r.tp) < same
                 && std::fabs(order->stoplimit - r.stoplimit) < same && order->expiration == r.expiration;
    if (equal) {
        return rc_no_changes;
    }
    if (!pending_price_fits(order->type, r.price, r.stoplimit, spec, tick)) {
        return rc_price;
    }
    if (r.time_type >= TimeType::specified && r.expiration <= clock_.server_s()) {
        return rc_expiration;
    }
    return stops_fit(is_buy(order->type), r.price, r.sl, r.tp, spec) ? rc_none : rc_stops;
}

std::uint32_t Broker::check_remove(const Request& r) {
    Order* order = ledger_->order(r.order);
    if (order == nullptr) {
        return rc_invalid_order;
    }
    const SymbolSpec& spec = *spec_of(order->symbol);
    const Tick* tick = tick_of(order->symbol);
    if (spec.freeze_level <= 0 || tick == nullptr) {
        return rc_none;
    }
    double market = is_buy(order->type) ? tick->ask : tick->bid;
    bool frozen = std::fabs(market - order->price) <= spec.freeze_level * spec.point();
    return frozen ? rc_frozen : rc_none;
}

}  // namespace emu
