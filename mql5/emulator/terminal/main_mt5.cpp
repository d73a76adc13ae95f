// The emulated MetaTrader 5.
#include "terminal/main.hpp"

int OnInit();
void OnDeinit(const int reason);
void OnTick();
void OnTimer();
void OnTrade();

int main(int count, char** words) {
    emu::Expert expert;
    expert.on_init = OnInit;
    expert.on_deinit = [](int reason) { OnDeinit(reason); };
    expert.on_tick = OnTick;
    expert.on_timer = OnTimer;
    expert.on_trade = OnTrade;
    return emu::run_terminal(count, words, false, expert);
}
