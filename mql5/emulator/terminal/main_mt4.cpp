// The emulated MetaTrader 4: no sockets, no trade events.
#include "terminal/main.hpp"

int OnInit();
void OnDeinit(const int reason);
void OnTick();
void OnTimer();

int main(int count, char** words) {
    emu::Expert expert;
    expert.on_init = OnInit;
    expert.on_deinit = [](int reason) { OnDeinit(reason); };
    expert.on_tick = OnTick;
    expert.on_timer = OnTimer;
    return emu::run_terminal(count, words, true, expert);
}
