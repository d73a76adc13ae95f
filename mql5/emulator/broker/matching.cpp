// Fills: what a deal does to positions, balance and history.
#include <algorithm>
#include <cmath>

#include "broker/broker.hpp"

namespace emu {

std::string Broker::kept_comment(const std::string& comment) const {
    if (treatment.comment_overwritten) {
        return treatment.comment_text;
    }
    std::size_t most = treatment.comment_cut >= 0 ? static_cast<std::size_t>(treatment.comment_cut) : 31;
    return comment.substr(0, most);
}

Order Broker::make_order(const Request& r, OrderType type) {
    Order order;
    order.ticket = next_ticket();
    order.position = r.position;
    order.position_by = r.position_by;
    order.symbol = r.symbol;
    order.comment = kept_comment(r.comment);
    order.type = type;
    order.filling = r.filling;
    order.time_type = r.time_type;
    order.volume_initial = order.volume = r.volume;
    order.price = r.price;
    order.stoplimit = r.stoplimit;
    order.sl = r.sl;
    order.tp = r.tp;
    order.magic = r.magic;
    order.setup_msc = clock_.server_ms();
    order.expiration = r.time_type == TimeType::gtc ? 0 : r.expiration;
    order.reason = r.reason;
    return order;
}

void Broker::end_order(Order order, OrderState state) {
    order.state = state;
    order.done_msc = clock_.server_ms();
    tell(Change::order_delete, 0, order.ticket, order.position, order.symbol);
    if (mt4_ && is_pending(order.type) && state != OrderState::filled) {
        ClosedTicket line;
        line.ticket = order.ticket;
        line.symbol = order.symbol;
        line.type = static_cast<int>(order.type);
        line.comment = order.comment + (state == OrderState::expired ? "[expiration]" : state == OrderState::canceled ? "cancelled" : "");
        line.volume = order.volume_initial;
        line.open_price = order.price;
        line.sl = order.sl;
        line.tp = order.tp;
        line.magic = order.magic;
        line.open_msc = order.setup_msc;
        line.close_msc = order.done_msc;
        line.expiration = order.expiration;
        ledger_->closed.push_back(line);
    }
    ledger_->past_orders.push_back(std::move(order));
    tell(Change::history_add, 0, ledger_->past_orders.back().ticket, 0, ledger_->past_orders.back().symbol);
}

// One deal. closed is the position it takes closed_volume from, or null when it only opens.
Ticket Broker::book(const Order& order, Entry entry, double volume, double price, const Position* closed, double closed_volume, Reason reason) {
    Deal deal;
    deal.ticket = next_ticket();
    deal.order = order.ticket;
    deal.position = closed != nullptr ? closed->identifier : order.position;
    deal.symbol = order.symbol;
    deal.comment = order.comment;
    deal.type = is_buy(order.type) ? DealType::buy : DealType::sell;
    deal.entry = entry;
    deal.volume = volume;
    deal.price = price;
    deal.magic = order.magic;
    deal.time_msc = clock_.server_ms();
    deal.reason = reason;
    const SymbolSpec& spec = *spec_of(order.symbol);
    if (closed != nullptr) {
        double move = (price - closed->price) * (closed->buy ? 1 : -1);
        deal.profit = money(move * spec.contract * closed_volume * rate(spec.profit));
        deal.swap = money(closed->swap * closed_volume / closed->volume);
    }
    if (!mt4_) {
        deal.commission = -money(ledger_->account.commission_per_lot * volume);
    } else if (closed != nullptr) {
        deal.commission = money(closed->commission * closed_volume / closed->volume);
    }
    ledger_->account.balance = money(ledger_->account.balance + deal.profit + deal.swap + deal.commission);
    ledger_->deals.push_back(deal);
    tell(Change::deal_add, deal.ticket, order.ticket, deal.position, order.symbol);
    return deal.ticket;
}

// Takes volume from a position. MT4 ends the ticket and gives the rest a new one.
void Broker::close_part(Position& position, double volume, double price, const std::string& comment) {
    double part = volume / position.volume;
    double rest = position.volume - volume;
    if (mt4_) {
        const Deal& deal = ledger_->deals.back();
        ClosedTicket line;
        line.ticket = position.ticket;
        line.symbol = position.symbol;
        line.type = position.buy ? 0 : 1;
        line.volume = volume;
        line.open_price = position.price;
        line.close_price = price;
        line.sl = position.sl;
        line.tp = position.tp;
        line.profit = deal.profit;
        line.swap = deal.swap;
        line.commission = deal.commission;
        line.magic = position.magic;
        line.open_msc = position.time_msc;
        line.close_msc = clock_.server_ms();
        line.comment = comment.empty() ? position.comment : comment;
        if (!near_zero(rest)) {
            line.comment = "to #" + std::to_string(ledger_->next_ticket);
            position.comment = "from #" + std::to_string(position.ticket);
            position.ticket = position.identifier = next_ticket();
        }
        ledger_->closed.push_back(line);
    }
    position.swap = money(position.swap * (1 - part));
    position.commission = money(position.commission * (1 - part));
    position.volume = std::round(rest * 1e8) / 1e8;
    position.update_msc = clock_.server_ms();
    Ticket ticket = position.ticket;
    if (near_zero(position.volume)) {
        std::erase_if(ledger_->positions, [&](const Position& p) { return p.ticket == ticket; });
    }
}

// Executes volume of an order at a price; the order's own volume goes down with it.
Ticket Broker::fill(Order& order, double volume, double price, Reason reason) {
    order.volume = std::round((order.volume - volume) * 1e8) / 1e8;
    ledger_->executed[order.comment]++;
    if (order.position != 0) {
        Position* position = ledger_->position(order.position);
        if (position != nullptr && is_buy(order.type) != position->buy) {
            Ticket deal = book(order, Entry::out, volume, price, position, volume, reason);
            bool named = reason == Reason::sl || reason == Reason::tp;
            close_part(*position, volume, price, named ? order.comment : "");
            return deal;
        }
    }
    if (ledger_->account.mode != MarginMode::hedging && !mt4_) {
        return fill_netting(order, volume, price, reason);
    }
    Position position;
    position.ticket = position.identifier = order.ticket;
    // the rest of an order that was filled in parts joins its position
    if (Position* begun = ledger_->position(order.ticket)) {
        begun->price = (begun->price * begun->volume + price * volume) / (begun->volume + volume);
        begun->volume = std::round((begun->volume + volume) * 1e8) / 1e8;
        order.position = begun->identifier;
        return book(order, Entry::in, volume, price, nullptr, 0, reason);
    }
    position.symbol = order.symbol;
    position.comment = order.comment;
    position.buy = is_buy(order.type);
    position.volume = volume;
    position.price = price;
    position.sl = order.sl;
    position.tp = order.tp;
    position.magic = order.magic;
    position.time_msc = position.update_msc = clock_.server_ms();
    position.reason = reason;
    position.commission = mt4_ ? -money(2 * ledger_->account.commission_per_lot * volume) : 0;
    order.position = position.identifier;
    ledger_->positions.push_back(position);
    return book(order, Entry::in, volume, price, nullptr, 0, reason);
}

Ticket Broker::fill_netting(Order& order, double volume, double price, Reason reason) {
    const SymbolSpec& spec = *spec_of(order.symbol);
    Position* position = ledger_->position_of(order.symbol);
    bool buy = is_buy(order.type);
    if (position == nullptr) {
        Position fresh;
        fresh.ticket = fresh.identifier = order.ticket;
        fresh.symbol = order.symbol;
        fresh.comment = order.comment;
        fresh.buy = buy;
        fresh.volume = volume;
        fresh.price = price;
        fresh.sl = order.sl;
        fresh.tp = order.tp;
        fresh.magic = order.magic;
        fresh.time_msc = fresh.update_msc = clock_.server_ms();
        order.position = fresh.identifier;
        ledger_->positions.push_back(fresh);
        return book(order, Entry::in, volume, price, nullptr, 0, reason);
    }
    order.position = position->identifier;
    if (position->buy == buy) {
        position->price = (position->price * position->volume + price * volume) / (position->volume + volume);
        position->price = std::round(position->price / spec.point() * 100) * spec.point() / 100;
        position->volume = std::round((position->volume + volume) * 1e8) / 1e8;
        if (order.sl > 0) {
            position->sl = order.sl;
        }
        if (order.tp > 0) {
            position->tp = order.tp;
        }
        position->update_msc = clock_.server_ms();
        return book(order, Entry::in, volume, price, nullptr, 0, reason);
    }
    if (volume <= position->volume + 1e-9) {
        Ticket deal = book(order, Entry::out, volume, price, position, volume, reason);
        close_part(*position, volume, price, "");
        return deal;
    }
    // a reversal keeps the identifier and takes the ticket of the order that turned it
    Ticket deal = book(order, Entry::inout, volume, price, position, position->volume, reason);
    position->volume = std::round((volume - position->volume) * 1e8) / 1e8;
    position->buy = buy;
    position->price = price;
    position->sl = order.sl;
    position->tp = order.tp;
    position->swap = 0;
    position->magic = order.magic;
    position->comment = order.comment;
    position->ticket = order.ticket;
    position->time_msc = position->update_msc = clock_.server_ms();
    return deal;
}

}  // namespace emu
