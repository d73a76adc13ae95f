// The account as experts see it.
#include "api/common.hpp"
#include "terminal/terminal.hpp"

namespace mql {

using emu::terminal;

long AccountInfoInteger(ENUM_ACCOUNT_INFO_INTEGER property) {
    const emu::Account& a = terminal().broker.ledger().account;
    switch (property) {
        case ACCOUNT_LOGIN: return a.login;
        case ACCOUNT_TRADE_MODE: return a.trade_mode;
        case ACCOUNT_TRADE_ALLOWED: return a.trade_allowed && !terminal().faults.is_on("offline") ? 1 : 0;
        case ACCOUNT_TRADE_EXPERT: return a.expert_allowed ? 1 : 0;
        case ACCOUNT_LEVERAGE: return a.leverage;
        case ACCOUNT_MARGIN_SO_MODE: return ACCOUNT_STOPOUT_MODE_PERCENT;
        case ACCOUNT_LIMIT_ORDERS: return a.limit_orders;
        case ACCOUNT_MARGIN_MODE: return static_cast<long>(a.mode);
        case ACCOUNT_CURRENCY_DIGITS: return 2;
        case ACCOUNT_FIFO_CLOSE: return a.fifo ? 1 : 0;
        case ACCOUNT_HEDGE_ALLOWED: return a.hedge_allowed && a.mode == emu::MarginMode::hedging ? 1 : 0;
    }
    return 0;
}

double AccountInfoDouble(ENUM_ACCOUNT_INFO_DOUBLE property) {
    emu::Broker& broker = terminal().broker;
    const emu::Account& a = broker.ledger().account;
    switch (property) {
        case ACCOUNT_BALANCE: return a.balance;
        case ACCOUNT_CREDIT: return a.credit;
        case ACCOUNT_PROFIT: return broker.floating();
        case ACCOUNT_EQUITY: return broker.equity();
        case ACCOUNT_MARGIN: return broker.margin();
        case ACCOUNT_MARGIN_FREE: return emu::money(broker.equity() - broker.margin());
        case ACCOUNT_MARGIN_LEVEL: {
            double used = broker.margin();
            return used > 0 ? broker.equity() / used * 100 : 0;
        }
        case ACCOUNT_MARGIN_SO_CALL: return a.margin_call;
        case ACCOUNT_MARGIN_SO_SO: return a.stop_out;
    }
    return 0;
}

string AccountInfoString(ENUM_ACCOUNT_INFO_STRING property) {
    const emu::Account& a = terminal().broker.ledger().account;
    switch (property) {
        case ACCOUNT_NAME: return a.name;
        case ACCOUNT_COMPANY: return a.company;
        case ACCOUNT_SERVER: return a.server;
        case ACCOUNT_CURRENCY: return a.currency;
    }
    return string();
}

}  // namespace mql
