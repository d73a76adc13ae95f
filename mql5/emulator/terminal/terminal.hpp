// The terminal: everything an expert can reach, and the loop that calls it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "broker/broker.hpp"
#include "core/clock.hpp"
#include "market/calendar.hpp"
#include "market/market.hpp"
#include "terminal/faults.hpp"
#include "terminal/files.hpp"
#include "terminal/options.hpp"
#include "terminal/sockets.hpp"
#include "terminal/streams.hpp"

namespace emu {

class Control;

// The handlers of an expert; the ones it does not have are empty.
struct Expert {
    int (*on_init)() = nullptr;
    void (*on_deinit)(int reason) = nullptr;
    void (*on_tick)() = nullptr;
    void (*on_timer)() = nullptr;
    void (*on_trade)() = nullptr;
    void (*on_transaction)(const Transaction& transaction) = nullptr;
};

class Terminal {
public:
    Terminal(const Options& options, bool mt4);
    ~Terminal();

    int run(const Expert& expert);

    Options options;
    bool mt4;
    Clock clock;
    Faults faults;
    Market market;
    Broker broker;
    Calendar calendar;
    Files files;
    Sockets sockets;
    Streams streams;                    // MT4's pipes
    int last_error = 0;
    int timer_ms = 0;
    bool stopping = false;
    bool swallow_next = false;          // the next transmission is lost
    int history_lag = 0;
    std::string comment;                // on the chart
    std::vector<Request> late_requests;

    // Lets the world go on while the expert waits.
    void idle(std::int64_t ms);
    void pump();
    void cut_links();
    void log(const std::string& line) const;
    // Ends the expert and starts it again, as a change of chart, inputs or account does.
    void ask_restart(int reason) { restart_reason_ = reason; }

private:
    Expert expert_;
    std::unique_ptr<Control> control_;
    std::int64_t timer_due_us_ = 0;
    bool tick_waits_ = false;
    int restart_reason_ = -1;
    std::int64_t timed_at_ms_ = 0;

    void deliver();
    void deliver_transactions();
    void restart();
};

// The one terminal of this process.
Terminal& terminal();
void set_terminal(Terminal* one);

// Sets inputs by name before the expert starts; false when it has none of this name.
bool set_input(const std::string& name, const std::string& value);

}  // namespace emu
