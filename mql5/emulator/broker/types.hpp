// What a trade server keeps and what it is asked.
#pragma once

#include <cstdint>
#include <string>

namespace emu {

using Ticket = std::uint64_t;

enum class OrderType { buy, sell, buy_limit, sell_limit, buy_stop, sell_stop, buy_stop_limit, sell_stop_limit, close_by };
enum class OrderState { started, placed, canceled, partial, filled, rejected, expired };
enum class Entry { in, out, inout, out_by };
// Numbers of MQL5; from balance on they book money.
enum class DealType { buy, sell, balance, credit, charge, correction, bonus };
enum class Reason { client, mobile, web, expert, sl, tp, so, rollover };
enum class Filling { fok, ioc, ret, boc };
enum class TimeType { gtc, day, specified, specified_day };
enum class Action { none = 0, deal = 1, pending = 5, sltp = 6, modify = 7, remove = 8, close_by = 10 };
enum class MarginMode { netting, exchange, hedging };

// Return codes the server gives; names and numbers of MQL5.
enum Retcode : std::uint32_t {
    rc_none = 0, rc_requote = 10004, rc_reject = 10006, rc_cancel = 10007, rc_placed = 10008, rc_done = 10009, rc_partial = 10010,
    rc_error = 10011, rc_timeout = 10012, rc_invalid = 10013, rc_volume = 10014, rc_price = 10015, rc_stops = 10016, rc_disabled = 10017,
    rc_closed = 10018, rc_money = 10019, rc_price_changed = 10020, rc_price_off = 10021, rc_expiration = 10022, rc_order_changed = 10023,
    rc_too_many = 10024, rc_no_changes = 10025, rc_server_at = 10026, rc_client_at = 10027, rc_locked = 10028, rc_frozen = 10029,
    rc_fill = 10030, rc_connection = 10031, rc_only_real = 10032, rc_limit_orders = 10033, rc_limit_volume = 10034,
    rc_invalid_order = 10035, rc_position_closed = 10036, rc_close_volume = 10038, rc_close_order_exist = 10039, rc_limit_positions = 10040,
    rc_reject_cancel = 10041, rc_long_only = 10042, rc_short_only = 10043, rc_close_only = 10044, rc_fifo = 10045, rc_hedge = 10046,
};

struct Position {
    Ticket ticket = 0, identifier = 0;
    std::string symbol, comment;
    bool buy = true;
    double volume = 0, price = 0, sl = 0, tp = 0, swap = 0, commission = 0;
    std::int64_t magic = 0, time_msc = 0, update_msc = 0;
    Reason reason = Reason::expert;
};

struct Order {
    Ticket ticket = 0, position = 0, position_by = 0;
    std::string symbol, comment;
    OrderType type = OrderType::buy;
    OrderState state = OrderState::started;
    Filling filling = Filling::fok;
    TimeType time_type = TimeType::gtc;
    double volume_initial = 0, volume = 0, price = 0, stoplimit = 0, sl = 0, tp = 0;
    std::int64_t magic = 0, setup_msc = 0, done_msc = 0, expiration = 0;   // expiration in server seconds
    Reason reason = Reason::expert;
};

struct Deal {
    Ticket ticket = 0, order = 0, position = 0;
    std::string symbol, comment;
    DealType type = DealType::buy;
    Entry entry = Entry::in;
    double volume = 0, price = 0, profit = 0, swap = 0, commission = 0;
    std::int64_t magic = 0, time_msc = 0;
    Reason reason = Reason::expert;
};

// What MT4 keeps in its history: one line from opening to closing, or a balance operation.
struct ClosedTicket {
    Ticket ticket = 0;
    std::string symbol, comment;
    int type = 0;                    // OP_ number; 6 = balance
    double volume = 0, open_price = 0, close_price = 0, sl = 0, tp = 0, profit = 0, swap = 0, commission = 0;
    std::int64_t magic = 0, open_msc = 0, close_msc = 0, expiration = 0;
};

struct Request {
    Action action = Action::none;
    std::string symbol, comment;
    OrderType type = OrderType::buy;
    Filling filling = Filling::fok;
    TimeType time_type = TimeType::gtc;
    double volume = 0, price = 0, stoplimit = 0, sl = 0, tp = 0;
    std::uint64_t deviation = 0;
    std::int64_t magic = 0, expiration = 0;
    Ticket order = 0, position = 0, position_by = 0;
    Reason reason = Reason::expert;
};

struct Result {
    std::uint32_t retcode = rc_none;
    Ticket deal = 0, order = 0;
    double volume = 0, price = 0, bid = 0, ask = 0;
    std::string comment;
};

enum class Change { order_add, order_update, order_delete, deal_add, history_add, position };

struct Transaction {
    Change change = Change::deal_add;
    Ticket deal = 0, order = 0, position = 0;
    std::string symbol;
};

inline bool is_buy(OrderType type) { return type != OrderType::close_by && static_cast<int>(type) % 2 == 0; }
inline bool is_pending(OrderType type) { return type >= OrderType::buy_limit && type <= OrderType::sell_stop_limit; }

}  // namespace emu
