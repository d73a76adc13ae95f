// Commands from outside while the terminal runs: a line in, a line of JSON out, over a UNIX socket.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace emu {

class Terminal;

class Control {
public:
    Control(Terminal& terminal, const std::string& path);
    ~Control();

    void poll();
    std::string answer(const std::string& line);

private:
    struct Client {
        int fd = -1;
        std::string received;
    };

    Terminal& terminal_;
    std::string path_;
    int listener_ = -1;
    std::vector<Client> clients_;
    std::int64_t polled_at_us_ = 0;

    bool serve(Client& client);
};

// The commands by name; each takes the words behind its name.
using Command = std::function<std::string(Terminal&, const std::vector<std::string>&)>;
void add_market_commands(std::map<std::string, Command>& commands);
void add_broker_commands(std::map<std::string, Command>& commands);
void add_terminal_commands(std::map<std::string, Command>& commands);

std::string done();
std::string refused(const std::string& why);

}  // namespace emu
