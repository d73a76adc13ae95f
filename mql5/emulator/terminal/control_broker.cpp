// Commands about the account: what is true at the broker, and what its owner does by hand.
#include <cstdlib>

#include "terminal/control.hpp"
#include "terminal/json.hpp"
#include "terminal/server.hpp"
#include "terminal/terminal.hpp"

namespace emu {

namespace {

using Words = std::vector<std::string>;

std::string position_json(Terminal& t, const Position& p) {
    return Json().put("ticket", p.ticket).put("identifier", p.identifier).put("symbol", p.symbol).put("side", p.buy ? "buy" : "sell")
        .put("volume", p.volume).put("price", p.price).put("sl", p.sl).put("tp", p.tp).put("swap", p.swap).put("profit", t.broker.profit(p))
        .put("magic", p.magic).put("comment", p.comment).text();
}

std::string order_json(const Order& o) {
    return Json().put("ticket", o.ticket).put("symbol", o.symbol).put("type", static_cast<int>(o.type)).put("state", static_cast<int>(o.state))
        .put("volume_initial", o.volume_initial).put("volume", o.volume).put("price", o.price).put("stoplimit", o.stoplimit).put("sl", o.sl)
        .put("tp", o.tp).put("expiration", o.expiration).put("magic", o.magic).put("comment", o.comment).put("position", o.position).text();
}

std::string deal_json(const Deal& d) {
    static const char* const entries[] = {"in", "out", "inout", "out_by"};
    return Json().put("ticket", d.ticket).put("order", d.order).put("position", d.position).put("symbol", d.symbol)
        .put("type", static_cast<int>(d.type)).put("entry", d.type >= DealType::balance ? "balance" : entries[static_cast<int>(d.entry)])
        .put("volume", d.volume).put("price", d.price).put("profit", d.profit).put("swap", d.swap).put("commission", d.commission)
        .put("reason", static_cast<int>(d.reason)).put("magic", d.magic).put("comment", d.comment).put("time_msc", d.time_msc).text();
}

template <class T, class F>
std::string rows(const std::vector<T>& records, F&& one) {
    return Json().put("ok", true).raw("rows", json_list(records, one)).text();
}

std::string account(Terminal& t, const Words&) {
    const Account& a = t.broker.ledger().account;
    return Json().put("ok", true).put("login", a.login).put("balance", a.balance).put("equity", t.broker.equity())
        .put("margin", t.broker.margin()).put("positions", t.broker.ledger().positions.size()).put("orders", t.broker.ledger().orders.size()).text();
}

std::string counts(const std::map<std::string, int>& calls) {
    Json json;
    for (auto& [comment, count] : calls) {
        json.put(comment.c_str(), count);
    }
    return json.text();
}

// sends: calls of OrderSend that reached the broker and the ones that did something, by comment
std::string sends(Terminal& t, const Words&) {
    return Json().put("ok", true).raw("sends", counts(t.broker.ledger().sends)).raw("executed", counts(t.broker.ledger().executed)).text();
}

std::string result_json(const Result& result) {
    return Json().put("ok", true).put("retcode", result.retcode).put("order", result.order).put("deal", result.deal).text();
}

// open SYMBOL buy|sell VOLUME [SL TP COMMENT]: by hand, without the expert
std::string open(Terminal& t, const Words& words) {
    if (words.size() < 3) {
        return refused("open SYMBOL buy|sell VOLUME [SL TP COMMENT]");
    }
    Request r;
    r.action = Action::deal;
    r.symbol = words[0];
    r.type = words[1] == "sell" ? OrderType::sell : OrderType::buy;
    r.volume = std::atof(words[2].c_str());
    r.sl = words.size() > 3 ? std::atof(words[3].c_str()) : 0;
    r.tp = words.size() > 4 ? std::atof(words[4].c_str()) : 0;
    r.comment = words.size() > 5 ? words[5] : "";
    r.reason = Reason::client;
    Instrument* instrument = t.market.find(r.symbol);
    if (instrument != nullptr && instrument->last() != nullptr) {
        r.price = r.type == OrderType::buy ? instrument->last()->ask : instrument->last()->bid;
    }
    return result_json(t.broker.execute(r));
}

std::string close(Terminal& t, const Words& words) {
    Position* position = words.empty() ? nullptr : t.broker.ledger().position(std::strtoull(words[0].c_str(), nullptr, 10));
    if (position == nullptr) {
        return refused("close TICKET [VOLUME]");
    }
    Request r;
    r.action = Action::deal;
    r.symbol = position->symbol;
    r.position = position->ticket;
    r.type = position->buy ? OrderType::sell : OrderType::buy;
    r.volume = words.size() > 1 ? std::atof(words[1].c_str()) : position->volume;
    r.price = t.broker.current_price(*position);
    r.reason = Reason::client;
    return result_json(t.broker.execute(r));
}

std::string modify(Terminal& t, const Words& words) {
    if (words.size() != 3) {
        return refused("modify TICKET SL TP");
    }
    Request r;
    r.action = Action::sltp;
    r.position = std::strtoull(words[0].c_str(), nullptr, 10);
    r.sl = std::atof(words[1].c_str());
    r.tp = std::atof(words[2].c_str());
    r.reason = Reason::client;
    return result_json(t.broker.execute(r));
}

std::string cancel(Terminal& t, const Words& words) {
    Request r;
    r.action = Action::remove;
    r.order = words.empty() ? 0 : std::strtoull(words[0].c_str(), nullptr, 10);
    r.reason = Reason::client;
    return result_json(t.broker.execute(r));
}

// deposit AMOUNT [TIMES [balance|credit|charge|correction|bonus]]: negative takes out
std::string deposit(Terminal& t, const Words& words) {
    if (words.empty()) {
        return refused("deposit AMOUNT [TIMES [balance|credit|charge|correction|bonus]]");
    }
    static const std::map<std::string, DealType> types = {{"balance", DealType::balance}, {"credit", DealType::credit}, {"charge", DealType::charge},
                                                          {"correction", DealType::correction}, {"bonus", DealType::bonus}};
    auto type = types.find(words.size() > 2 ? words[2] : "balance");
    if (type == types.end()) {
        return refused("money is booked as balance, credit, charge, correction or bonus");
    }
    t.broker.deposit(std::atof(words[0].c_str()), "Deposit", words.size() > 1 ? std::atoi(words[1].c_str()) : 1, type->second);
    return done();
}

// switch LOGIN [MODE]: another account logs in
std::string change(Terminal& t, const Words& words) {
    if (words.empty()) {
        return refused("switch LOGIN [hedging|netting]");
    }
    Account next = t.options.account;
    next.login = std::atoll(words[0].c_str());
    next.mode = words.size() > 1 && words[1] == "netting" ? MarginMode::netting : next.mode;
    t.broker.switch_account(next);
    t.ask_restart(6);
    return done();
}

std::string permit(Terminal& t, const Words& words) {
    if (words.size() != 2) {
        return refused("permit account|expert on|off");
    }
    (words[0] == "account" ? t.broker.ledger().account.trade_allowed : t.broker.ledger().account.expert_allowed) = words[1] == "on";
    return done();
}

}  // namespace

void add_broker_commands(std::map<std::string, Command>& commands) {
    commands["positions"] = [](Terminal& t, const Words&) {
        return rows(t.broker.ledger().positions, [&](const Position& p) { return position_json(t, p); });
    };
    commands["orders"] = [](Terminal& t, const Words&) { return rows(t.broker.ledger().orders, order_json); };
    commands["history"] = [](Terminal& t, const Words&) { return rows(t.broker.ledger().past_orders, order_json); };
    commands["deals"] = [](Terminal& t, const Words&) { return rows(t.broker.ledger().deals, deal_json); };
    commands["account"] = account;
    commands["sends"] = sends;
    commands["open"] = open;
    commands["close"] = close;
    commands["modify"] = modify;
    commands["cancel"] = cancel;
    commands["deposit"] = deposit;
    commands["switch"] = change;
    commands["permit"] = permit;
    commands["closeby"] = [](Terminal& t, const Words& words) {
        if (words.size() != 2) {
            return refused("closeby TICKET TICKET");
        }
        return result_json(t.broker.close_by(std::strtoull(words[0].c_str(), nullptr, 10), std::strtoull(words[1].c_str(), nullptr, 10)));
    };
    commands["late"] = [](Terminal& t, const Words&) {
        execute_late(t);
        return done();
    };
}

}  // namespace emu
