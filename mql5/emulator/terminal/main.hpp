// What both programs begin with.
#pragma once

#include "terminal/terminal.hpp"

namespace emu {

// Reads the command line, builds the terminal, runs the expert. The exit code of the process.
int run_terminal(int count, char** words, bool mt4, const Expert& expert);

}  // namespace emu
