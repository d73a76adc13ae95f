// What prices and time do to orders and positions.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "broker/broker.hpp"
#include "core/calendar_date.hpp"

namespace emu {

namespace {

constexpr double same = 1e-9;

bool reached(const Order& order, const Tick& tick) {
    switch (order.type) {
        case OrderType::buy_limit: return tick.ask <= order.price + same;
        case OrderType::sell_limit: return tick.bid >= order.price - same;
        case OrderType::buy_stop: case OrderType::buy_stop_limit: return tick.ask >= order.price - same;
        case OrderType::sell_stop: case OrderType::sell_stop_limit: return tick.bid <= order.price + same;
        default: return true;   // the rest of a market order with RETURN
    }
}

std::string level_comment(const char* kind, double level, int digits) {
    char text[64];
    std::snprintf(text, sizeof text, "[%s %.*f]", kind, digits, level);
    return text;
}

}  // namespace

void Broker::on_tick(Instrument& instrument) {
    const Tick tick = *instrument.last();
    if (!market_.is_open(instrument, tick.time_msc / 1000)) {
        return;
    }
    std::size_t before = ledger_->deals.size() + ledger_->past_orders.size();
    trigger_pending(instrument, tick);
    trigger_levels(instrument, tick);
    if (!ledger_->positions.empty()) {
        stop_out();
    }
    if (before != ledger_->deals.size() + ledger_->past_orders.size()) {
        save();
    }
}

void Broker::trigger_pending(Instrument& instrument, const Tick& tick) {
    const SymbolSpec& spec = instrument.spec;
    std::vector<Ticket> due;
    for (const Order& order : ledger_->orders) {
        if (order.symbol == spec.name && reached(order, tick)) {
            due.push_back(order.ticket);
        }
    }
    for (Ticket ticket : due) {
        Order order = *ledger_->order(ticket);
        if (order.type == OrderType::buy_stop_limit || order.type == OrderType::sell_stop_limit) {
            Order* live = ledger_->order(ticket);
            live->type = is_buy(order.type) ? OrderType::buy_limit : OrderType::sell_limit;
            live->price = order.stoplimit;
            live->stoplimit = 0;
            tell(Change::order_update, 0, ticket, 0, order.symbol);
            continue;
        }
        bool first = order.state == OrderState::placed;
        double share = first || treatment.fill_share >= 1 ? treatment.fill_share : 0;   // the rest waits for better days
        double volume = share >= 1 ? order.volume : std::floor(order.volume * share / spec.volume_step + 1e-9) * spec.volume_step;
        if (near_zero(volume)) {
            continue;
        }
        bool buy = is_buy(order.type);
        bool limit = order.type == OrderType::buy_limit || order.type == OrderType::sell_limit;
        double market = buy ? tick.ask : tick.bid;
        double price = limit ? (buy ? std::min(order.price, market) : std::max(order.price, market)) : market;
        if (margin_for(order.symbol, buy, volume, price) > equity() - margin() && order.position == 0) {
            std::erase_if(ledger_->orders, [&](const Order& o) { return o.ticket == ticket; });
            end_order(order, OrderState::rejected);
            continue;
        }
        fill(order, volume, price, order.reason);
        std::erase_if(ledger_->orders, [&](const Order& o) { return o.ticket == ticket; });
        if (near_zero(order.volume)) {
            end_order(order, OrderState::filled);
        } else {
            order.state = OrderState::partial;
            ledger_->orders.push_back(order);
            tell(Change::order_update, 0, ticket, 0, order.symbol);
        }
    }
}

void Broker::trigger_levels(Instrument& instrument, const Tick& tick) {
    struct Hit {
        Ticket ticket;
        double price;
        Reason reason;
        std::string comment;
    };
    std::vector<Hit> hits;
    for (const Position& p : ledger_->positions) {
        if (p.symbol != instrument.spec.name) {
            continue;
        }
        double price = p.buy ? tick.bid : tick.ask;
        bool sl = p.sl > 0 && (p.buy ? price <= p.sl + same : price >= p.sl - same);
        bool tp = p.tp > 0 && (p.buy ? price >= p.tp - same : price <= p.tp + same);
        int digits = instrument.spec.digits;
        if (sl) {
            hits.push_back({p.ticket, price, Reason::sl, mt4_ ? "[sl]" : level_comment("sl", p.sl, digits)});
        } else if (tp) {
            hits.push_back({p.ticket, price, Reason::tp, mt4_ ? "[tp]" : level_comment("tp", p.tp, digits)});
        }
    }
    for (const Hit& hit : hits) {
        close_at(hit.ticket, hit.price, hit.reason, hit.comment);
    }
}

void Broker::close_at(Ticket ticket, double price, Reason reason, const std::string& comment) {
    Position* position = ledger_->position(ticket);
    if (position == nullptr) {
        return;
    }
    Request request;
    request.symbol = position->symbol;
    request.position = ticket;
    request.volume = position->volume;
    request.magic = position->magic;
    request.price = price;
    request.reason = reason;
    Order order = make_order(request, position->buy ? OrderType::sell : OrderType::buy);
    order.comment = mt4_ && reason != Reason::so ? position->comment + comment : comment;
    fill(order, order.volume_initial, price, reason);
    end_order(order, OrderState::filled);
}

// Below the level the position with the largest loss goes first.
void Broker::stop_out() {
    for (;;) {
        double used = margin();
        if (used <= 0 || equity() / used * 100 >= ledger_->account.stop_out) {
            return;
        }
        const Position* worst = nullptr;
        for (const Position& p : ledger_->positions) {
            if (worst == nullptr || profit(p) < profit(*worst)) {
                worst = &p;
            }
        }
        char text[64];
        std::snprintf(text, sizeof text, "[so %.2f%%/%.2f/%.2f]", equity() / used * 100, equity(), used);
        close_at(worst->ticket, current_price(*worst), Reason::so, text);
        save();
    }
}

void Broker::on_time() {
    std::int64_t now = clock_.server_s();
    expire(now);
    while (ledger_->rollover_day < now / day_s) {
        ledger_->rollover_day++;
        rollover(ledger_->rollover_day);
        save();
    }
}

void Broker::expire(std::int64_t now_s) {
    std::vector<Ticket> due;
    for (const Order& order : ledger_->orders) {
        std::int64_t end = order.expiration;
        if (order.time_type == TimeType::day) {
            end = (order.setup_msc / 1000 / day_s + 1) * day_s;
        } else if (order.time_type == TimeType::specified_day) {
            end = (order.expiration / day_s + 1) * day_s;
        }
        if (order.time_type != TimeType::gtc && now_s >= end) {
            due.push_back(order.ticket);
        }
    }
    for (Ticket ticket : due) {
        Order order = *ledger_->order(ticket);
        std::erase_if(ledger_->orders, [&](const Order& o) { return o.ticket == ticket; });
        end_order(order, OrderState::expired);
        save();
    }
}

// The swap of the night that ends with this server day.
void Broker::rollover(std::int64_t day) {
    int weekday = weekday_of(day - 1);
    for (Position& p : ledger_->positions) {
        const SymbolSpec& spec = *spec_of(p.symbol);
        if (spec.swap_mode == SwapMode::disabled || weekday == 0 || weekday == 6) {
            continue;
        }
        double nights = weekday == spec.triple_day ? 3 : 1;
        double rate_of_side = p.buy ? spec.swap_long : spec.swap_short;
        double lots = p.volume, price = current_price(p), amount = 0;
        switch (spec.swap_mode) {
            case SwapMode::points: amount = rate_of_side * spec.point() * spec.contract * lots * rate(spec.profit); break;
            case SwapMode::currency_symbol: amount = rate_of_side * lots * rate(spec.base); break;
            case SwapMode::currency_margin: amount = rate_of_side * lots * rate(spec.margin); break;
            case SwapMode::currency_profit: amount = rate_of_side * lots * rate(spec.profit); break;
            case SwapMode::currency_deposit: amount = rate_of_side * lots; break;
            case SwapMode::interest_current: amount = price * spec.contract * lots * rate(spec.profit) * rate_of_side / 100 / 360; break;
            case SwapMode::interest_open: amount = p.price * spec.contract * lots * rate(spec.profit) * rate_of_side / 100 / 360; break;
            default: break;
        }
        bool reopens = spec.swap_mode == SwapMode::reopen_current || spec.swap_mode == SwapMode::reopen_bid;
        if (reopens) {
            // closed and opened again at a price that holds the swap: the ticket changes, the identifier does not
            p.price = spec.round(p.price - rate_of_side * nights * spec.point() * (p.buy ? 1 : -1));
            p.ticket = next_ticket();
            p.update_msc = clock_.server_ms();
        }
        p.swap = money(p.swap + amount * nights);
        tell(Change::position, 0, 0, p.ticket, p.symbol);
    }
}

}  // namespace emu
