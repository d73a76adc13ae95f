// Commands about the terminal itself and its faults.
#include <cstdlib>

#include "terminal/control.hpp"
#include "terminal/json.hpp"
#include "terminal/terminal.hpp"

namespace emu {

namespace {

using Words = std::vector<std::string>;

std::string fault(Terminal& t, const Words& words) {
    std::string line;
    for (const std::string& word : words) {
        line += (line.empty() ? "" : " ") + word;
    }
    if (line.empty()) {
        return Json().put("ok", true).put("faults", t.faults.list()).text();
    }
    if (!t.faults.set(line)) {
        return refused("fault NAME[=VALUE] [times=N] [action=KIND]; they are\n" + Faults::names());
    }
    if (t.faults.is_on("history_lag")) {
        t.history_lag = std::atoi(t.faults.value("history_lag").c_str());
    }
    return done();
}

std::string clear(Terminal& t, const Words& words) {
    t.faults.clear(words.empty() ? "" : words[0]);
    t.history_lag = t.faults.is_on("history_lag") ? t.history_lag : 0;
    return done();
}

// restart REASON: the expert ends and starts as after a change of chart (3), inputs (5) or account (6)
std::string restart(Terminal& t, const Words& words) {
    t.ask_restart(words.empty() ? 3 : std::atoi(words[0].c_str()));
    return done();
}

std::string input(Terminal& t, const Words& words) {
    std::size_t equals = words.empty() ? std::string::npos : words[0].find('=');
    if (equals == std::string::npos || !set_input(words[0].substr(0, equals), words[0].substr(equals + 1))) {
        return refused("input NAME=VALUE");
    }
    t.ask_restart(5);
    return done();
}

}  // namespace

void add_terminal_commands(std::map<std::string, Command>& commands) {
    commands["fault"] = fault;
    commands["clear"] = clear;
    commands["restart"] = restart;
    commands["input"] = input;
    commands["cut"] = [](Terminal& t, const Words&) {
        t.cut_links();
        return done();
    };
    commands["status"] = [](Terminal& t, const Words&) {
        return Json().put("ok", true).put("comment", t.comment).put("sockets", t.sockets.open_count()).put("faults", t.faults.list()).text();
    };
    commands["quit"] = [](Terminal& t, const Words&) {
        t.stopping = true;
        return done();
    };
}

}  // namespace emu
