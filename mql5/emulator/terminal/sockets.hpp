// TCP as the terminal gives it to experts: client only, allowed addresses only, blocking with timeouts.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace emu {

class Faults;

class Sockets {
public:
    explicit Sockets(Faults& faults) : faults_(faults) {}

    std::vector<std::string> allowed = {"127.0.0.1", "localhost"};
    int error = 0;                                     // of the last call that failed

    int create();                                      // -1 at the limit of 128
    bool connect(int handle, const std::string& host, unsigned port, unsigned timeout_ms);
    bool is_connected(int handle);
    unsigned readable(int handle);
    bool is_writable(int handle);
    bool set_timeouts(int handle, unsigned send_ms, unsigned receive_ms);
    int read(int handle, std::vector<unsigned char>& bytes, unsigned count, unsigned timeout_ms);
    int send(int handle, const std::vector<unsigned char>& bytes, unsigned count);
    bool close(int handle);

    // Breaks every connection at once, as a pulled cable and a reset do.
    void cut();
    void close_all();
    std::size_t open_count() const { return sockets_.size(); }

    static constexpr int not_allowed = 4014, invalid_handle = 5270, too_many = 5271, cannot_connect = 5272, io_error = 5273;

private:
    struct Socket {
        int fd = -1;
        bool connected = false;
        unsigned send_ms = 0, receive_ms = 0;
    };

    Faults& faults_;
    std::map<int, Socket> sockets_;
    int next_ = 1;

    Socket* find(int handle);
    bool fail(int code) { error = code; return false; }
};

// A connected stream to a TCP address, or -1.
int tcp_connect(const std::string& host, unsigned port, unsigned timeout_ms);

}  // namespace emu
