// Positions, orders, deals and requests of MQL5.
#include <algorithm>
#include <unordered_set>

#include "api/mql5.hpp"
#include "terminal/server.hpp"
#include "terminal/terminal.hpp"

namespace mql {

using emu::terminal;

namespace {

emu::Ledger& ledger() { return terminal().broker.ledger(); }

// What the expert selected.
emu::Ticket selected_position = 0;
emu::Ticket selected_order = 0;
std::vector<emu::Ticket> history_orders;
std::vector<emu::Ticket> history_deals;
std::unordered_set<emu::Ticket> chosen_orders;
std::unordered_set<emu::Ticket> chosen_deals;

const emu::Position& position() {
    static const emu::Position none;
    const emu::Position* found = ledger().position(selected_position);
    return found == nullptr ? none : *found;
}

const emu::Order& live_order() {
    static const emu::Order none;
    const emu::Order* found = ledger().order(selected_order);
    return found == nullptr ? none : *found;
}

// Only what a selection brought in can be read, as in the terminal.
template <class T>
const T& chosen(const std::unordered_set<emu::Ticket>& selection, emu::Ticket ticket, const T* record) {
    static const T none;
    return record == nullptr || !selection.contains(ticket) ? none : *record;
}

void remember() {
    chosen_orders = {history_orders.begin(), history_orders.end()};
    chosen_deals = {history_deals.begin(), history_deals.end()};
}

const emu::Order& past_order(ulong ticket) { return chosen(chosen_orders, ticket, ledger().past_order(ticket)); }
const emu::Deal& past_deal(ulong ticket) { return chosen(chosen_deals, ticket, ledger().deal(ticket)); }

long order_integer(const emu::Order& o, ENUM_ORDER_PROPERTY_INTEGER property) {
    switch (property) {
        case ORDER_TICKET: return static_cast<long>(o.ticket);
        case ORDER_TIME_SETUP_MSC: return o.setup_msc;
        case ORDER_TYPE: return static_cast<long>(o.type);
        case ORDER_STATE: return static_cast<long>(o.state);
        case ORDER_TIME_EXPIRATION: return o.expiration;
        case ORDER_TIME_DONE_MSC: return o.done_msc;
        case ORDER_MAGIC: return o.magic;
        case ORDER_POSITION_ID: return static_cast<long>(o.position);
    }
    return 0;
}

double order_double(const emu::Order& o, ENUM_ORDER_PROPERTY_DOUBLE property) {
    switch (property) {
        case ORDER_VOLUME_INITIAL: return o.volume_initial;
        case ORDER_VOLUME_CURRENT: return o.volume;
        case ORDER_PRICE_OPEN: return o.price;
        case ORDER_SL: return o.sl;
        case ORDER_TP: return o.tp;
        case ORDER_PRICE_STOPLIMIT: return o.stoplimit;
    }
    return 0;
}

emu::Request request_of(const MqlTradeRequest& from) {
    emu::Request r;
    r.action = static_cast<emu::Action>(from.action);
    r.symbol = from.symbol.utf8();
    r.comment = from.comment.utf8();
    r.type = static_cast<emu::OrderType>(from.type);
    r.filling = static_cast<emu::Filling>(from.type_filling);
    r.time_type = static_cast<emu::TimeType>(from.type_time);
    r.volume = from.volume;
    r.price = from.price;
    r.stoplimit = from.stoplimit;
    r.sl = from.sl;
    r.tp = from.tp;
    r.deviation = from.deviation;
    r.magic = static_cast<long>(from.magic);
    r.expiration = from.expiration.seconds;
    r.order = from.order;
    r.position = from.position;
    r.position_by = from.position_by;
    return r;
}

}  // namespace

int PositionsTotal() { return static_cast<int>(ledger().positions.size()); }

ulong PositionGetTicket(int index) {
    if (index < 0 || index >= PositionsTotal()) {
        return 0;
    }
    selected_position = ledger().positions[static_cast<std::size_t>(index)].ticket;
    return selected_position;
}

bool PositionSelectByTicket(ulong ticket) {
    selected_position = ledger().position(ticket) == nullptr ? 0 : ticket;
    return selected_position != 0;
}

long PositionGetInteger(ENUM_POSITION_PROPERTY_INTEGER property) {
    const emu::Position& p = position();
    switch (property) {
        case POSITION_TICKET: return static_cast<long>(p.ticket);
        case POSITION_TIME_MSC: return p.time_msc;
        case POSITION_TYPE: return p.buy ? POSITION_TYPE_BUY : POSITION_TYPE_SELL;
        case POSITION_MAGIC: return p.magic;
        case POSITION_IDENTIFIER: return static_cast<long>(p.identifier);
    }
    return 0;
}

double PositionGetDouble(ENUM_POSITION_PROPERTY_DOUBLE property) {
    const emu::Position& p = position();
    switch (property) {
        case POSITION_VOLUME: return p.volume;
        case POSITION_PRICE_OPEN: return p.price;
        case POSITION_SL: return p.sl;
        case POSITION_TP: return p.tp;
        case POSITION_PRICE_CURRENT: return terminal().broker.current_price(p);
        case POSITION_SWAP: return p.swap;
        case POSITION_PROFIT: return terminal().broker.profit(p);
    }
    return 0;
}

string PositionGetString(ENUM_POSITION_PROPERTY_STRING property) { return property == POSITION_SYMBOL ? position().symbol : position().comment; }

int OrdersTotal() { return static_cast<int>(ledger().orders.size()); }

ulong OrderGetTicket(int index) {
    if (index < 0 || index >= OrdersTotal()) {
        return 0;
    }
    selected_order = ledger().orders[static_cast<std::size_t>(index)].ticket;
    return selected_order;
}

bool OrderSelect(ulong ticket) {
    selected_order = ledger().order(ticket) == nullptr ? 0 : ticket;
    return selected_order != 0;
}

long OrderGetInteger(ENUM_ORDER_PROPERTY_INTEGER property) { return order_integer(live_order(), property); }
double OrderGetDouble(ENUM_ORDER_PROPERTY_DOUBLE property) { return order_double(live_order(), property); }
string OrderGetString(ENUM_ORDER_PROPERTY_STRING property) { return property == ORDER_SYMBOL ? live_order().symbol : live_order().comment; }

bool HistorySelect(datetime from, datetime to) {
    history_orders.clear();
    history_deals.clear();
    auto inside = [&](std::int64_t msc) { return msc / 1000 >= from.seconds && msc / 1000 <= to.seconds; };
    for (const emu::Order& o : ledger().past_orders) {
        if (inside(o.done_msc)) {
            history_orders.push_back(o.ticket);
        }
    }
    for (const emu::Deal& d : ledger().deals) {
        if (inside(d.time_msc)) {
            history_deals.push_back(d.ticket);
        }
    }
    remember();
    return true;
}

bool HistoryOrderSelect(ulong ticket) {
    history_orders.assign(ledger().past_order(ticket) != nullptr ? 1 : 0, ticket);
    remember();
    return !history_orders.empty();
}

int HistoryOrdersTotal() { return static_cast<int>(history_orders.size()); }
ulong HistoryOrderGetTicket(int index) {
    return index < 0 || index >= HistoryOrdersTotal() ? 0 : history_orders[static_cast<std::size_t>(index)];
}
long HistoryOrderGetInteger(ulong ticket, ENUM_ORDER_PROPERTY_INTEGER property) { return order_integer(past_order(ticket), property); }
double HistoryOrderGetDouble(ulong ticket, ENUM_ORDER_PROPERTY_DOUBLE property) { return order_double(past_order(ticket), property); }
string HistoryOrderGetString(ulong ticket, ENUM_ORDER_PROPERTY_STRING property) {
    return property == ORDER_SYMBOL ? past_order(ticket).symbol : past_order(ticket).comment;
}

bool HistoryDealSelect(ulong ticket) {
    history_deals.assign(ledger().deal(ticket) != nullptr ? 1 : 0, ticket);
    remember();
    return !history_deals.empty();
}

int HistoryDealsTotal() { return static_cast<int>(history_deals.size()); }
ulong HistoryDealGetTicket(int index) {
    return index < 0 || index >= HistoryDealsTotal() ? 0 : history_deals[static_cast<std::size_t>(index)];
}

long HistoryDealGetInteger(ulong ticket, ENUM_DEAL_PROPERTY_INTEGER property) {
    const emu::Deal& d = past_deal(ticket);
    switch (property) {
        case DEAL_ORDER: return static_cast<long>(d.order);
        case DEAL_TIME_MSC: return d.time_msc;
        case DEAL_TYPE: return static_cast<long>(d.type);
        case DEAL_ENTRY: return static_cast<long>(d.entry);
        case DEAL_MAGIC: return d.magic;
        case DEAL_REASON: return static_cast<long>(d.reason);
        case DEAL_POSITION_ID: return static_cast<long>(d.position);
    }
    return 0;
}

double HistoryDealGetDouble(ulong ticket, ENUM_DEAL_PROPERTY_DOUBLE property) {
    const emu::Deal& d = past_deal(ticket);
    switch (property) {
        case DEAL_VOLUME: return d.volume;
        case DEAL_PRICE: return d.price;
        case DEAL_PROFIT: return d.profit;
        case DEAL_SWAP: return d.swap;
        case DEAL_COMMISSION: return d.commission;
        case DEAL_FEE: return 0;
    }
    return 0;
}

string HistoryDealGetString(ulong ticket, ENUM_DEAL_PROPERTY_STRING property) {
    return property == DEAL_SYMBOL ? past_deal(ticket).symbol : past_deal(ticket).comment;
}

bool OrderCalcMargin(ENUM_ORDER_TYPE type, const string& symbol, double volume, double price, double& margin) {
    if (terminal().market.find(symbol.utf8()) == nullptr || price <= 0) {
        terminal().last_error = ERR_MARKET_UNKNOWN_SYMBOL;
        return false;
    }
    margin = terminal().broker.margin_for(symbol.utf8(), type == ORDER_TYPE_BUY, volume, price);
    return true;
}

// The terminal's own look; the server may see it otherwise a moment later.
bool OrderCheck(MqlTradeRequest& request, MqlTradeCheckResult& result) {
    result.retcode = terminal().broker.check(request_of(request));
    // prices and money are the server's business
    if (result.retcode == emu::rc_requote) {
        result.retcode = 0;
    }
    result.comment = result.retcode == 0 ? "Done" : "refused";
    return result.retcode == 0;
}

bool OrderSend(MqlTradeRequest& request, MqlTradeResult& result) {
    emu::Result sent = emu::send_to_broker(terminal(), request_of(request));
    result.retcode = sent.retcode;
    result.deal = sent.deal;
    result.order = sent.order;
    result.volume = sent.volume;
    result.price = sent.price;
    result.bid = sent.bid;
    result.ask = sent.ask;
    result.comment = string(sent.comment);
    bool good = sent.retcode == emu::rc_done || sent.retcode == emu::rc_partial || sent.retcode == emu::rc_placed;
    if (!good) {
        terminal().last_error = ERR_TRADE_SEND_FAILED;
    }
    return good;
}

}  // namespace mql
