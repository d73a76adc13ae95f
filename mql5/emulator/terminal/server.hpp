// The way of a request from the expert to the broker, with everything that can happen on it.
#pragma once

#include "broker/broker.hpp"
#include "terminal/faults.hpp"

namespace emu {

class Terminal;

// OrderSend of either language. codes below 1000 are errors of MQL4 that a fault asked for.
Result send_to_broker(Terminal& terminal, const Request& request);

// Requests that were answered before they were executed.
void execute_late(Terminal& terminal);

}  // namespace emu
