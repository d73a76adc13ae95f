#include "terminal/control.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <sstream>
#include <stdexcept>

#include "core/clock.hpp"
#include "terminal/json.hpp"
#include "terminal/terminal.hpp"

namespace emu {

namespace {

constexpr std::size_t longest_line = 65536;

const std::map<std::string, Command>& commands() {
    static const std::map<std::string, Command> all = [] {
        std::map<std::string, Command> made;
        add_market_commands(made);
        add_broker_commands(made);
        add_terminal_commands(made);
        return made;
    }();
    return all;
}

// Waits for a reader that is slow, not for one that sleeps.
bool send_all(int fd, const std::string& text) {
    for (std::size_t sent = 0; sent < text.size();) {
        pollfd entry{fd, POLLOUT, 0};
        if (::poll(&entry, 1, 5000) <= 0) {
            return false;
        }
        ssize_t n = ::send(fd, text.data() + sent, text.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n <= 0) {
            return false;
        }
        sent += static_cast<std::size_t>(n);
    }
    return true;
}

}  // namespace

std::string done() { return Json().put("ok", true).text(); }
std::string refused(const std::string& why) { return Json().put("ok", false).put("error", why).text(); }

Control::Control(Terminal& terminal, const std::string& path) : terminal_(terminal), path_(path) {
    if (path.empty()) {
        return;
    }
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) {
        throw std::runtime_error("--control " + path + ": a socket's path has at most 107 characters");
    }
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    ::unlink(path.c_str());
    listener_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 || ::listen(listener_, 16) != 0) {
        throw std::runtime_error("--control " + path + ": " + std::strerror(errno));
    }
}

Control::~Control() {
    for (Client& client : clients_) {
        ::close(client.fd);
    }
    if (listener_ >= 0) {
        ::close(listener_);
        ::unlink(path_.c_str());
    }
}

void Control::poll() {
    std::int64_t now = real_us();
    if (listener_ < 0 || now - polled_at_us_ < 1000) {
        return;
    }
    polled_at_us_ = now;
    for (int fd = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC); fd >= 0;
         fd = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) {
        clients_.push_back({fd, {}});
    }
    std::erase_if(clients_, [this](Client& client) {
        bool stays = serve(client);
        if (!stays) {
            ::close(client.fd);
        }
        return !stays;
    });
}

bool Control::serve(Client& client) {
    char part[4096];
    for (;;) {
        ssize_t got = ::recv(client.fd, part, sizeof part, 0);
        if (got == 0 || client.received.size() > longest_line) {
            return false;
        }
        if (got < 0) {
            break;
        }
        client.received.append(part, static_cast<std::size_t>(got));
    }
    for (std::size_t end = client.received.find('\n'); end != std::string::npos; end = client.received.find('\n')) {
        std::string line = client.received.substr(0, end);
        client.received.erase(0, end + 1);
        if (!send_all(client.fd, answer(line) + "\n")) {
            return false;
        }
    }
    return true;
}

std::string Control::answer(const std::string& line) {
    std::istringstream in(line);
    std::vector<std::string> words;
    for (std::string word; in >> word;) {
        words.push_back(word);
    }
    if (words.empty()) {
        return refused("a command is expected; try help");
    }
    std::string name = words.front();
    words.erase(words.begin());
    if (name == "help") {
        return Json().put("ok", true).raw("commands", json_list(commands(), [](auto& one) { return quoted(one.first); })).text();
    }
    auto found = commands().find(name);
    return found == commands().end() ? refused("there is no command " + name) : found->second(terminal_, words);
}

}  // namespace emu
