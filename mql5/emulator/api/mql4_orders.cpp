// Tickets of MQL4: one list for positions and pending orders, one for what ended.
#include <algorithm>

#include "api/mql4.hpp"
#include "terminal/server.hpp"
#include "terminal/terminal.hpp"

namespace mql {

using emu::terminal;

namespace {

emu::Ledger& ledger() { return terminal().broker.ledger(); }

// A copy of the selected ticket, as the terminal keeps one.
struct Selected {
    emu::ClosedTicket line;
    bool closed = false;
} selected;

emu::ClosedTicket line_of(const emu::Position& p) {
    emu::ClosedTicket line;
    line.ticket = p.ticket;
    line.symbol = p.symbol;
    line.comment = p.comment;
    line.type = p.buy ? OP_BUY : OP_SELL;
    line.volume = p.volume;
    line.open_price = p.price;
    line.close_price = terminal().broker.current_price(p);
    line.sl = p.sl;
    line.tp = p.tp;
    line.profit = terminal().broker.profit(p);
    line.swap = p.swap;
    line.commission = p.commission;
    line.magic = p.magic;
    line.open_msc = p.time_msc;
    return line;
}

emu::ClosedTicket line_of(const emu::Order& o) {
    emu::ClosedTicket line;
    line.ticket = o.ticket;
    line.symbol = o.symbol;
    line.comment = o.comment;
    line.type = static_cast<int>(o.type);
    line.volume = o.volume;
    line.open_price = o.price;
    line.sl = o.sl;
    line.tp = o.tp;
    line.magic = o.magic;
    line.open_msc = o.setup_msc;
    line.expiration = o.expiration;
    return line;
}

bool take(const emu::ClosedTicket& line, bool closed) {
    selected = {line, closed};
    return true;
}

bool select_ticket(emu::Ticket ticket) {
    if (const emu::Position* p = ledger().position(ticket)) {
        return take(line_of(*p), false);
    }
    if (const emu::Order* o = ledger().order(ticket)) {
        return take(line_of(*o), false);
    }
    for (auto line = ledger().closed.rbegin(); line != ledger().closed.rend(); ++line) {
        if (line->ticket == ticket) {
            return take(*line, true);
        }
    }
    return false;
}

// The server's codes as MT4 knows them; numbers below 1000 are MT4's own already.
int error_of(std::uint32_t code) {
    switch (code) {
        case emu::rc_requote: return ERR_REQUOTE;
        case emu::rc_reject: return ERR_COMMON_ERROR;
        case emu::rc_timeout: return ERR_TRADE_TIMEOUT;
        case emu::rc_volume: case emu::rc_limit_volume: case emu::rc_close_volume: return ERR_INVALID_TRADE_VOLUME;
        case emu::rc_price: return ERR_INVALID_PRICE;
        case emu::rc_stops: return ERR_INVALID_STOPS;
        case emu::rc_disabled: case emu::rc_close_only: return ERR_TRADE_DISABLED;
        case emu::rc_closed: return ERR_MARKET_CLOSED;
        case emu::rc_money: return ERR_NOT_ENOUGH_MONEY;
        case emu::rc_price_changed: return ERR_PRICE_CHANGED;
        case emu::rc_price_off: return ERR_OFF_QUOTES;
        case emu::rc_expiration: return ERR_TRADE_EXPIRATION_DENIED;
        case emu::rc_too_many: return ERR_TOO_MANY_REQUESTS;
        case emu::rc_no_changes: return ERR_NO_RESULT;
        case emu::rc_server_at: case emu::rc_client_at: return ERR_TRADE_NOT_ALLOWED;
        case emu::rc_locked: return ERR_ORDER_LOCKED;
        case emu::rc_frozen: return ERR_TRADE_MODIFY_DENIED;
        case emu::rc_connection: return ERR_NO_CONNECTION;
        case emu::rc_limit_orders: return ERR_TRADE_TOO_MANY_ORDERS;
        case emu::rc_invalid_order: case emu::rc_position_closed: return ERR_INVALID_TICKET;
        case emu::rc_long_only: return ERR_SHORTS_NOT_ALLOWED;
        case emu::rc_short_only: return ERR_LONGS_NOT_ALLOWED;
        case emu::rc_fifo: return ERR_TRADE_PROHIBITED_BY_FIFO;
        case emu::rc_hedge: return ERR_TRADE_HEDGE_PROHIBITED;
        default: return code < 1000 ? static_cast<int>(code) : ERR_INVALID_TRADE_PARAMETERS;
    }
}

bool accepted(const emu::Result& result) {
    if (result.retcode == emu::rc_done || result.retcode == emu::rc_placed) {
        return true;
    }
    terminal().last_error = error_of(result.retcode);
    return false;
}

}  // namespace

int OrdersTotal() { return static_cast<int>(ledger().positions.size() + ledger().orders.size()); }
int OrdersHistoryTotal() { return static_cast<int>(ledger().closed.size()); }

bool OrderSelect(int index, int select, int pool) {
    if (select == SELECT_BY_TICKET) {
        return select_ticket(static_cast<emu::Ticket>(index));
    }
    auto at = static_cast<std::size_t>(index);
    if (index < 0) {
        return false;
    }
    if (pool == MODE_HISTORY) {
        return at < ledger().closed.size() && take(ledger().closed[at], true);
    }
    if (at < ledger().positions.size()) {
        return take(line_of(ledger().positions[at]), false);
    }
    at -= ledger().positions.size();
    return at < ledger().orders.size() && take(line_of(ledger().orders[at]), false);
}

int OrderTicket() { return static_cast<int>(selected.line.ticket); }
string OrderSymbol() { return selected.line.symbol; }
int OrderType() { return selected.line.type; }
double OrderLots() { return selected.line.volume; }
double OrderOpenPrice() { return selected.line.open_price; }
double OrderClosePrice() { return selected.line.close_price; }
double OrderStopLoss() { return selected.line.sl; }
double OrderTakeProfit() { return selected.line.tp; }
double OrderProfit() { return selected.line.profit; }
double OrderSwap() { return selected.line.swap; }
double OrderCommission() { return selected.line.commission; }
int OrderMagicNumber() { return static_cast<int>(selected.line.magic); }
string OrderComment() { return selected.line.comment; }
datetime OrderOpenTime() { return selected.line.open_msc / 1000; }
datetime OrderCloseTime() { return selected.closed ? selected.line.close_msc / 1000 : 0; }
datetime OrderExpiration() { return selected.line.expiration; }

int OrderSend(const string& symbol, int command, double volume, double price, int slippage, double sl, double tp, const string& comment, int magic,
              datetime expiration, color) {
    emu::Request r;
    r.action = command <= OP_SELL ? emu::Action::deal : emu::Action::pending;
    r.symbol = symbol.utf8();
    r.comment = comment.utf8();
    r.type = static_cast<emu::OrderType>(command);
    r.filling = r.action == emu::Action::pending ? emu::Filling::ret : emu::Filling::fok;
    r.volume = volume;
    r.price = price;
    r.sl = sl;
    r.tp = tp;
    r.deviation = static_cast<ulong>(slippage);
    r.magic = magic;
    r.expiration = expiration.seconds;
    r.time_type = expiration.seconds > 0 ? emu::TimeType::specified : emu::TimeType::gtc;
    emu::Result result = emu::send_to_broker(terminal(), r);
    return accepted(result) ? static_cast<int>(result.order) : -1;
}

bool OrderModify(int ticket, double price, double sl, double tp, datetime expiration, color) {
    if (!select_ticket(static_cast<emu::Ticket>(ticket)) || selected.closed) {
        terminal().last_error = ERR_INVALID_TICKET;
        return false;
    }
    emu::Request r;
    bool market = selected.line.type <= OP_SELL;
    r.action = market ? emu::Action::sltp : emu::Action::modify;
    r.position = market ? static_cast<emu::Ticket>(ticket) : 0;
    r.order = market ? 0 : static_cast<emu::Ticket>(ticket);
    r.symbol = selected.line.symbol;
    r.price = price;
    r.sl = sl;
    r.tp = tp;
    r.expiration = expiration.seconds;
    r.time_type = expiration.seconds > 0 ? emu::TimeType::specified : emu::TimeType::gtc;
    return accepted(emu::send_to_broker(terminal(), r));
}

bool OrderClose(int ticket, double lots, double price, int slippage, color) {
    const emu::Position* position = ledger().position(static_cast<emu::Ticket>(ticket));
    if (position == nullptr) {
        terminal().last_error = ERR_INVALID_TICKET;
        return false;
    }
    emu::Request r;
    r.action = emu::Action::deal;
    r.symbol = position->symbol;
    r.type = position->buy ? emu::OrderType::sell : emu::OrderType::buy;
    r.position = position->ticket;
    r.volume = lots;
    r.price = price;
    r.deviation = static_cast<ulong>(slippage);
    r.magic = position->magic;
    // the server counts what it was asked under the ticket: a close of MT4 has no comment
    r.comment = "close " + std::to_string(ticket);
    return accepted(emu::send_to_broker(terminal(), r));
}

bool OrderDelete(int ticket, color) {
    emu::Request r;
    r.action = emu::Action::remove;
    r.order = static_cast<emu::Ticket>(ticket);
    return accepted(emu::send_to_broker(terminal(), r));
}

}  // namespace mql
