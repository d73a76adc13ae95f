#include "terminal/terminal.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>

#include "terminal/control.hpp"

namespace emu {

namespace {

Terminal* the_one = nullptr;
// What a timer of a few milliseconds becomes in the terminal.
constexpr std::int64_t timer_floor_us = 15600;
constexpr int init_failed = 1;

}  // namespace

Terminal& terminal() { return *the_one; }
void set_terminal(Terminal* one) { the_one = one; }

Terminal::Terminal(const Options& chosen, bool is_mt4)
    : options(chosen), mt4(is_mt4),
      clock([&] {
          Clock made;
          made.offset_s = chosen.offset_s;
          if (chosen.utc_ms > 0) {
              made.start_at(chosen.utc_ms);
          }
          made.set_speed(chosen.speed);
          return made;
      }()),
      market(clock, chosen.market), broker(clock, market, chosen.account, is_mt4), calendar(chosen.calendar), files(faults), sockets(faults), streams(faults) {
    for (const std::string& words : chosen.symbols) {
        std::size_t colon = words.find(':');
        Instrument* instrument = market.find(words.substr(0, colon));
        bool good = instrument != nullptr && colon != std::string::npos;
        for (std::size_t begin = colon + 1; good && begin < words.size();) {
            std::size_t end = std::min(words.find(',', begin), words.size());
            std::string pair = words.substr(begin, end - begin);
            std::size_t equals = pair.find('=');
            good = equals != std::string::npos && set_property(instrument->spec, pair.substr(0, equals), pair.substr(equals + 1));
            begin = end + 1;
        }
        if (!good) {
            throw std::runtime_error("--symbol " + words + ": no such symbol or property");
        }
    }
    for (const std::string& words : chosen.faults) {
        if (!faults.set(words)) {
            throw std::runtime_error("--fault " + words + ": no such fault; they are\n" + Faults::names());
        }
    }
    files.folder = chosen.files;
    sockets.allowed = chosen.allowed;
    const char* temporary = std::getenv("TMPDIR");
    streams.folder = !chosen.pipes.empty() ? chosen.pipes : temporary != nullptr ? temporary : "/tmp";
    if (!chosen.state.empty()) {
        broker.load(chosen.state);
    }
    market.on_tick = [this](Instrument& instrument) {
        broker.on_tick(instrument);
        tick_waits_ = tick_waits_ || instrument.spec.name == options.chart;
    };
    if (market.find(chosen.chart) == nullptr) {
        throw std::runtime_error("--chart " + chosen.chart + ": no such symbol");
    }
    market.find(chosen.chart)->spec.selected = true;
    history_lag = std::atoi(faults.value("history_lag").c_str());
    control_ = std::make_unique<Control>(*this, chosen.control);
}

Terminal::~Terminal() = default;

void Terminal::log(const std::string& line) const {
    if (!options.quiet) {
        std::fprintf(stderr, "[terminal] %s\n", line.c_str());
    }
}

void Terminal::pump() {
    market.frozen = faults.is_on("no_prices") || faults.is_on("offline");
    market.pump();
    std::int64_t now = clock.utc_ms();
    if (now - timed_at_ms_ >= 50) {
        timed_at_ms_ = now;
        broker.on_time();
    }
    control_->poll();
}

void Terminal::idle(std::int64_t ms) {
    std::int64_t end = real_us() + ms * 1000;
    do {
        pump();
        std::int64_t left = end - real_us();
        if (left > 0) {
            ::usleep(static_cast<useconds_t>(std::min<std::int64_t>(left, 1000)));
        }
    } while (real_us() < end && !stopping);
}

void Terminal::cut_links() {
    sockets.cut();
    streams.cut();
}

void Terminal::deliver_transactions() {
    std::vector<Transaction> happened = broker.take_transactions();
    // the queue of an expert holds 1024; what comes when it is full is lost
    if (happened.size() > 1024) {
        happened.resize(1024);
    }
    for (const Transaction& transaction : happened) {
        if (expert_.on_transaction != nullptr) {
            expert_.on_transaction(transaction);
        }
    }
    if (!happened.empty() && expert_.on_trade != nullptr) {
        expert_.on_trade();
    }
}

void Terminal::deliver() {
    if (tick_waits_) {
        tick_waits_ = false;
        expert_.on_tick();
    }
    deliver_transactions();
    std::int64_t now = real_us();
    if (timer_ms > 0 && now >= timer_due_us_) {
        timer_due_us_ = now + std::max<std::int64_t>(timer_ms * 1000, timer_floor_us);
        expert_.on_timer();
    }
}

void Terminal::restart() {
    int reason = restart_reason_;
    restart_reason_ = -1;
    expert_.on_deinit(reason);
    timer_ms = 0;
    sockets.close_all();
    if (expert_.on_init() != 0) {
        log("OnInit failed");
        stopping = true;
    }
}

int Terminal::run(const Expert& expert) {
    expert_ = expert;
    for (const std::string& pair : options.inputs) {
        std::size_t equals = pair.find('=');
        if (equals == std::string::npos || !set_input(pair.substr(0, equals), pair.substr(equals + 1))) {
            throw std::runtime_error("--input " + pair + ": the expert has no such input, or it does not take this value");
        }
    }
    std::int64_t end = options.seconds > 0 ? real_us() + static_cast<std::int64_t>(options.seconds * 1e6) : INT64_MAX;
    try {
        pump();
        if (expert_.on_init() != 0) {
            log("OnInit failed");
            return init_failed;
        }
        while (!stopping && real_us() < end) {
            pump();
            deliver();
            if (restart_reason_ >= 0) {
                restart();
            }
            ::usleep(500);
        }
        expert_.on_deinit(9);
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "[terminal] the expert is removed: %s\n", fault.what());
        return 3;
    }
    files.close_all();
    if (sockets.open_count() > 0) {
        std::fprintf(stderr, "[terminal] the expert left %zu sockets open\n", sockets.open_count());
    }
    return 0;
}

}  // namespace emu
