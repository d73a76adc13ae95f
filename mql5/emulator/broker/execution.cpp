// From a request that passed the rules to orders and deals.
#include <algorithm>
#include <cmath>

#include "broker/broker.hpp"

namespace emu {

namespace {

double down_to_step(double volume, const SymbolSpec& spec) {
    return std::floor(volume / spec.volume_step + 1e-9) * spec.volume_step;
}

}  // namespace

Result Broker::execute(const Request& request) {
    Result result;
    ledger_->sends[request.comment]++;
    result.retcode = check(request);
    if (const Tick* tick = tick_of(request.symbol)) {
        result.bid = tick->bid;
        result.ask = tick->ask;
    }
    if (result.retcode != rc_none) {
        save();
        return result;
    }
    switch (request.action) {
        case Action::deal: result = execute_deal(request); break;
        case Action::pending: result = execute_pending(request); break;
        case Action::sltp: {
            Position* position = request.position != 0 ? ledger_->position(request.position) : ledger_->position_of(request.symbol);
            position->sl = request.sl;
            position->tp = request.tp;
            position->update_msc = clock_.server_ms();
            tell(Change::position, 0, 0, position->ticket, position->symbol);
            result.retcode = rc_done;
            break;
        }
        case Action::modify: {
            Order* order = ledger_->order(request.order);
            order->price = request.price;
            order->stoplimit = request.stoplimit;
            order->sl = request.sl;
            order->tp = request.tp;
            order->time_type = request.time_type;
            order->expiration = request.time_type == TimeType::gtc ? 0 : request.expiration;
            tell(Change::order_update, 0, order->ticket, 0, order->symbol);
            result.retcode = rc_done;
            result.order = order->ticket;
            break;
        }
        case Action::remove: {
            Order order = *ledger_->order(request.order);
            std::erase_if(ledger_->orders, [&](const Order& o) { return o.ticket == request.order; });
            end_order(order, OrderState::canceled);
            result.retcode = rc_done;
            result.order = order.ticket;
            break;
        }
        default: result.retcode = rc_invalid;
    }
    save();
    return result;
}

Result Broker::execute_deal(const Request& r) {
    const SymbolSpec& spec = *spec_of(r.symbol);
    const Tick& tick = *tick_of(r.symbol);
    bool buy = is_buy(r.type);
    double price = spec.round((buy ? tick.ask : tick.bid) + treatment.slip_points * spec.point() * (buy ? 1 : -1));
    double volume = treatment.fill_share >= 1 ? r.volume : down_to_step(r.volume * treatment.fill_share, spec);
    Result result;
    result.bid = tick.bid;
    result.ask = tick.ask;
    Order order = make_order(r, r.type);
    order.price = price;
    result.order = order.ticket;
    tell(Change::order_add, 0, order.ticket, r.position, order.symbol);
    bool whole = near_zero(volume - r.volume);
    if ((r.filling == Filling::fok && !whole) || near_zero(volume)) {
        end_order(order, OrderState::canceled);
        result.retcode = rc_reject;
        result.comment = "not enough volume in the market";
        return result;
    }
    result.deal = fill(order, volume, price, r.reason);
    result.volume = volume;
    result.price = price;
    if (whole) {
        end_order(order, OrderState::filled);
        result.retcode = rc_done;
        return result;
    }
    result.retcode = rc_partial;
    if (r.filling == Filling::ret) {
        order.state = OrderState::partial;
        ledger_->orders.push_back(order);
    } else {
        end_order(order, OrderState::canceled);
    }
    return result;
}

// The whole result is booked with the first position, at the price of the second.
Result Broker::close_by(Ticket first, Ticket second) {
    Position* one = ledger_->position(first);
    Position* other = ledger_->position(second);
    Result result;
    result.retcode = rc_invalid;
    if (one == nullptr || other == nullptr || one->symbol != other->symbol || one->buy == other->buy) {
        return result;
    }
    Request request;
    request.symbol = one->symbol;
    request.volume = std::min(one->volume, other->volume);
    request.position = first;
    request.position_by = second;
    request.reason = Reason::client;
    Order order = make_order(request, one->buy ? OrderType::sell : OrderType::buy);
    double volume = request.volume, price = other->price, back = one->price;
    book(order, Entry::out_by, volume, price, one, volume, Reason::client);
    close_part(*one, volume, price, "");
    Order mirror = order;
    mirror.type = is_buy(order.type) ? OrderType::sell : OrderType::buy;
    other = ledger_->position(second);
    Position flat = *other;
    flat.price = back;
    book(mirror, Entry::out_by, volume, back, &flat, volume, Reason::client);
    close_part(*other, volume, back, "");
    order.type = OrderType::close_by;
    order.volume = 0;
    end_order(order, OrderState::filled);
    save();
    result.retcode = rc_done;
    result.order = order.ticket;
    return result;
}

Result Broker::execute_pending(const Request& r) {
    Result result;
    Order order = make_order(r, r.type);
    order.state = OrderState::placed;
    ledger_->orders.push_back(order);
    ledger_->executed[order.comment]++;
    tell(Change::order_add, 0, order.ticket, 0, order.symbol);
    result.order = order.ticket;
    result.volume = order.volume;
    result.price = order.price;
    result.retcode = rc_done;
    return result;
}

}  // namespace emu
