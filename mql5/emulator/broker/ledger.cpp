#include "broker/ledger.hpp"

#include <algorithm>
#include <cstdio>
#include <sstream>

namespace emu {

Position* Ledger::position(Ticket ticket) {
    for (Position& p : positions) {
        if (p.ticket == ticket) {
            return &p;
        }
    }
    return nullptr;
}

Position* Ledger::position_of(const std::string& symbol) {
    for (Position& p : positions) {
        if (p.symbol == symbol) {
            return &p;
        }
    }
    return nullptr;
}

Order* Ledger::order(Ticket ticket) {
    for (Order& o : orders) {
        if (o.ticket == ticket) {
            return &o;
        }
    }
    return nullptr;
}

const Order* Ledger::past_order(Ticket ticket) const {
    for (auto o = past_orders.rbegin(); o != past_orders.rend(); ++o) {
        if (o->ticket == ticket) {
            return &*o;
        }
    }
    return nullptr;
}

const Deal* Ledger::deal(Ticket ticket) const {
    // tickets only grow
    auto found = std::lower_bound(deals.begin(), deals.end(), ticket, [](const Deal& d, Ticket wanted) { return d.ticket < wanted; });
    return found != deals.end() && found->ticket == ticket ? &*found : nullptr;
}

namespace {

// A field of text is its length, a colon and its bytes: comments may hold anything.
struct Writer {
    std::string out;
    void put(const std::string& text) { out += std::to_string(text.size()) + ":" + text + " "; }
    void put(double value) {
        char text[40];
        std::snprintf(text, sizeof text, "%.17g ", value);
        out += text;
    }
    template <class T>
    void put(T value) { out += std::to_string(static_cast<std::int64_t>(value)) + " "; }
    template <class... T>
    void line(char kind, const T&... values) {
        out += kind;
        out += ' ';
        (put(values), ...);
        out += '\n';
    }
};

struct Reader {
    std::istringstream in;
    void get(std::string& text) {
        std::size_t size = 0;
        char colon = 0;
        in >> size >> colon;
        if (!in || colon != ':' || size > 65536) {
            in.setstate(std::ios::failbit);
            return;
        }
        text.resize(size);
        in.read(text.data(), static_cast<std::streamsize>(size));
    }
    void get(double& value) { in >> value; }
    template <class T>
    void get(T& value) {
        std::int64_t number = 0;
        in >> number;
        value = static_cast<T>(number);
    }
    template <class... T>
    void line(T&... values) { (get(values), ...); }
};

template <class F, class A>
void fields(F&& f, A& a, Account*) {
    f(a.login, a.name, a.server, a.company, a.currency, a.leverage, a.mode, a.trade_mode, a.balance, a.credit, a.margin_call, a.stop_out,
      a.commission_per_lot, a.limit_orders, a.trade_allowed, a.expert_allowed, a.fifo, a.hedge_allowed);
}

template <class F, class P>
void fields(F&& f, P& p, Position*) {
    f(p.ticket, p.identifier, p.symbol, p.comment, p.buy, p.volume, p.price, p.sl, p.tp, p.swap, p.commission, p.magic, p.time_msc,
      p.update_msc, p.reason);
}

template <class F, class O>
void fields(F&& f, O& o, Order*) {
    f(o.ticket, o.position, o.position_by, o.symbol, o.comment, o.type, o.state, o.filling, o.time_type, o.volume_initial, o.volume, o.price,
      o.stoplimit, o.sl, o.tp, o.magic, o.setup_msc, o.done_msc, o.expiration, o.reason);
}

template <class F, class D>
void fields(F&& f, D& d, Deal*) {
    f(d.ticket, d.order, d.position, d.symbol, d.comment, d.type, d.entry, d.volume, d.price, d.profit, d.swap, d.commission, d.magic,
      d.time_msc, d.reason);
}

template <class F, class C>
void fields(F&& f, C& c, ClosedTicket*) {
    f(c.ticket, c.symbol, c.comment, c.type, c.volume, c.open_price, c.close_price, c.sl, c.tp, c.profit, c.swap, c.commission, c.magic,
      c.open_msc, c.close_msc, c.expiration);
}

template <class T>
void write_all(Writer& out, char kind, const std::vector<T>& records) {
    for (const T& record : records) {
        fields([&](const auto&... values) { out.line(kind, values...); }, record, static_cast<T*>(nullptr));
    }
}

template <class T>
void read_into(Reader& in, std::vector<T>& records) {
    fields([&](auto&... values) { in.line(values...); }, records.emplace_back(), static_cast<T*>(nullptr));
}

}  // namespace

std::string write_ledger(const Ledger& ledger) {
    Writer out;
    fields([&](const auto&... values) { out.line('a', values...); }, ledger.account, static_cast<Account*>(nullptr));
    out.line('n', ledger.next_ticket, ledger.rollover_day);
    write_all(out, 'p', ledger.positions);
    write_all(out, 'o', ledger.orders);
    write_all(out, 'h', ledger.past_orders);
    write_all(out, 'd', ledger.deals);
    write_all(out, 'c', ledger.closed);
    for (auto& [comment, count] : ledger.sends) {
        out.line('s', comment, count);
    }
    for (auto& [comment, count] : ledger.executed) {
        out.line('x', comment, count);
    }
    return out.out;
}

bool read_ledger(const std::string& text, Ledger& ledger) {
    Reader in{std::istringstream(text)};
    ledger = Ledger();
    char kind = 0;
    while (in.in >> kind) {
        std::string comment;
        int count = 0;
        switch (kind) {
            case 'a': fields([&](auto&... values) { in.line(values...); }, ledger.account, static_cast<Account*>(nullptr)); break;
            case 'n': in.line(ledger.next_ticket, ledger.rollover_day); break;
            case 'p': read_into(in, ledger.positions); break;
            case 'o': read_into(in, ledger.orders); break;
            case 'h': read_into(in, ledger.past_orders); break;
            case 'd': read_into(in, ledger.deals); break;
            case 'c': read_into(in, ledger.closed); break;
            case 's': in.line(comment, count); ledger.sends[comment] = count; break;
            case 'x': in.line(comment, count); ledger.executed[comment] = count; break;
            default: return false;
        }
        if (in.in.fail()) {
            return false;
        }
    }
    return true;
}

}  // namespace emu
