#include "terminal/faults.hpp"

#include <cstdlib>
#include <sstream>

namespace emu {

namespace {

struct Known {
    const char* name;
    const char* meaning;
};

constexpr Known known[] = {
    {"reject", "CODE: OrderSend answers it and does nothing"},
    {"lost", "CODE: OrderSend executes and answers it all the same"},
    {"late", "CODE: OrderSend answers it, the request is executed at control command 'late'"},
    {"kill", "before_send, after_send: the terminal dies by SIGKILL at that moment"},
    {"cut", "before_send, after_send: the expert's connections break at that moment"},
    {"swallow", "the expert's next transmission after OrderSend is lost"},
    {"latency", "MS: OrderSend takes this long"},
    {"partial", "SHARE 0..1: of a volume that finds a counterparty"},
    {"slip", "POINTS: fills are worse by this much"},
    {"comment_cut", "N: the broker keeps N characters of a comment"},
    {"comment", "TEXT: the broker writes this instead of the comment"},
    {"readable_quirk", "SocketIsReadable says 1 on an empty buffer"},
    {"short_read", "N: SocketRead gives at most N bytes"},
    {"no_connect", "SocketConnect and the pipe fail"},
    {"unwritable", "SocketIsWritable says no"},
    {"history_lag", "N: history stays unsynchronized for N questions"},
    {"offline", "the terminal has no connection to the broker"},
    {"gate_terminal", "algorithmic trading is off in the terminal"},
    {"gate_ea", "algorithmic trading is off for the expert"},
    {"disk_full", "the expert's files take no more bytes"},
    {"context_busy", "MT4: another expert is trading"},
    {"http_lost", "MT4: the answer to a WebRequest does not come"},
    {"no_prices", "the broker sends no prices"},
};

}  // namespace

bool Faults::set(const std::string& words) {
    std::istringstream in(words);
    std::string first, word;
    in >> first;
    std::size_t equals = first.find('=');
    std::string name = first.substr(0, equals);
    Fault fault;
    fault.value = equals == std::string::npos ? "" : first.substr(equals + 1);
    while (in >> word) {
        if (word.starts_with("times=")) {
            fault.times = std::atoi(word.c_str() + 6);
        } else if (word.starts_with("action=")) {
            fault.action = word.substr(7);
        } else {
            return false;
        }
    }
    for (const Known& one : known) {
        if (name == one.name) {
            faults_[name] = fault;
            return true;
        }
    }
    return false;
}

void Faults::clear(const std::string& name) {
    if (name.empty()) {
        faults_.clear();
    } else {
        faults_.erase(name);
    }
}

std::string Faults::list() const {
    std::string out;
    for (auto& [name, fault] : faults_) {
        out += (out.empty() ? "" : ",") + name + (fault.value.empty() ? "" : "=" + fault.value);
    }
    return out;
}

const std::string* Faults::strike(const std::string& name, const std::string& action) {
    auto found = faults_.find(name);
    if (found == faults_.end() || (!found->second.action.empty() && found->second.action != action)) {
        return nullptr;
    }
    struck_ = found->second.value;
    if (found->second.times > 0 && --found->second.times == 0) {
        faults_.erase(found);
    }
    return &struck_;
}

std::string Faults::value(const std::string& name) const {
    auto found = faults_.find(name);
    return found == faults_.end() ? "" : found->second.value;
}

std::string Faults::names() {
    std::string out;
    for (const Known& one : known) {
        out += std::string("  ") + one.name + "  " + one.meaning + "\n";
    }
    return out;
}

}  // namespace emu
