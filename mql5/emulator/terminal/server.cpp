#include "terminal/server.hpp"

#include <csignal>
#include <cstdlib>
#include <unistd.h>

#include "terminal/terminal.hpp"

namespace emu {

namespace {

const char* kind_of(Action action) {
    switch (action) {
        case Action::deal: return "deal";
        case Action::pending: return "pending";
        case Action::sltp: return "sltp";
        case Action::modify: return "modify";
        case Action::remove: return "remove";
        default: return "other";
    }
}

void take_treatment(Terminal& terminal) {
    Faults& faults = terminal.faults;
    Treatment& treatment = terminal.broker.treatment;
    treatment = Treatment();
    if (faults.is_on("partial")) {
        treatment.fill_share = std::atof(faults.value("partial").c_str());
    }
    if (faults.is_on("slip")) {
        treatment.slip_points = std::atof(faults.value("slip").c_str());
    }
    if (faults.is_on("comment_cut")) {
        treatment.comment_cut = std::atoi(faults.value("comment_cut").c_str());
    }
    treatment.comment_overwritten = faults.is_on("comment");
    treatment.comment_text = faults.value("comment");
}

void strike_moment(Terminal& terminal, const char* moment, const char* kind) {
    if (terminal.faults.value("kill") == moment && terminal.faults.strike("kill", kind) != nullptr) {
        ::kill(::getpid(), SIGKILL);
    }
    if (terminal.faults.value("cut") == moment && terminal.faults.strike("cut", kind) != nullptr) {
        terminal.cut_links();
    }
}

Result answer(std::uint32_t code, const char* comment) {
    Result result;
    result.retcode = code;
    result.comment = comment;
    return result;
}

}  // namespace

Result send_to_broker(Terminal& terminal, const Request& request) {
    Faults& faults = terminal.faults;
    const char* kind = kind_of(request.action);
    take_treatment(terminal);
    if (faults.is_on("gate_terminal") || faults.is_on("gate_ea")) {
        return answer(rc_client_at, "algorithmic trading is off");
    }
    if (faults.is_on("offline")) {
        return answer(rc_connection, "no connection");
    }
    if (faults.is_on("latency")) {
        terminal.idle(std::atoi(faults.value("latency").c_str()));
    }
    strike_moment(terminal, "before_send", kind);
    if (const std::string* code = faults.strike("reject", kind)) {
        terminal.broker.ledger().sends[request.comment]++;
        return answer(static_cast<std::uint32_t>(std::atoi(code->c_str())), "refused on purpose");
    }
    if (const std::string* code = faults.strike("late", kind)) {
        terminal.broker.ledger().sends[request.comment]++;
        terminal.late_requests.push_back(request);
        return answer(static_cast<std::uint32_t>(std::atoi(code->c_str())), "no answer");
    }
    Result result = terminal.broker.execute(request);
    if (faults.strike("swallow", kind) != nullptr) {
        terminal.swallow_next = true;
    }
    strike_moment(terminal, "after_send", kind);
    if (const std::string* code = faults.strike("lost", kind)) {
        return answer(static_cast<std::uint32_t>(std::atoi(code->c_str())), "no answer");
    }
    return result;
}

void execute_late(Terminal& terminal) {
    std::vector<Request> late;
    late.swap(terminal.late_requests);
    for (const Request& request : late) {
        Result result = terminal.broker.execute(request);
        terminal.broker.ledger().sends[request.comment]--;
        terminal.log("late request: " + std::to_string(result.retcode));
    }
}

}  // namespace emu
