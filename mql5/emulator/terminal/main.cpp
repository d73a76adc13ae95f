#include "terminal/main.hpp"

#include <csignal>
#include <cstdio>
#include <exception>

#include "api/common.hpp"

namespace emu {

int run_terminal(int count, char** words, bool mt4, const Expert& expert) {
    std::signal(SIGPIPE, SIG_IGN);
    auto stop = [](int) { terminal().stopping = true; };
    try {
        Terminal one(read_options(count, words), mt4);
        set_terminal(&one);
        std::signal(SIGTERM, stop);
        std::signal(SIGINT, stop);
        mql::_Symbol = mql::string(one.options.chart);
        return one.run(expert);
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "[terminal] %s\n", fault.what());
        return 2;
    }
}

}  // namespace emu
