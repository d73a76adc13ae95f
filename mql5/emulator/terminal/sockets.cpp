#include "terminal/sockets.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include "core/clock.hpp"
#include "terminal/faults.hpp"

namespace emu {

namespace {

bool wait_for(int fd, short what, std::int64_t ms) {
    pollfd entry{fd, what, 0};
    return ::poll(&entry, 1, static_cast<int>(std::max<std::int64_t>(0, ms))) > 0;
}

}  // namespace

int tcp_connect(const std::string& host, unsigned port, unsigned timeout_ms) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    if (::inet_pton(AF_INET, host == "localhost" ? "127.0.0.1" : host.c_str(), &address.sin_addr) != 1) {
        return -1;
    }
    int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    int refused = 0;
    socklen_t size = sizeof refused;
    bool begun = ::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 || errno == EINPROGRESS;
    if (!begun || !wait_for(fd, POLLOUT, timeout_ms) || ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &refused, &size) != 0 || refused != 0) {
        ::close(fd);
        return -1;
    }
    int one = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return fd;
}

Sockets::Socket* Sockets::find(int handle) {
    auto found = sockets_.find(handle);
    if (found == sockets_.end()) {
        error = invalid_handle;
        return nullptr;
    }
    return &found->second;
}

int Sockets::create() {
    if (sockets_.size() >= 128) {
        error = too_many;
        return -1;
    }
    sockets_[next_] = Socket();
    return next_++;
}

bool Sockets::connect(int handle, const std::string& host, unsigned port, unsigned timeout_ms) {
    Socket* socket = find(handle);
    if (socket == nullptr) {
        return false;
    }
    if (std::find(allowed.begin(), allowed.end(), host) == allowed.end()) {
        return fail(not_allowed);
    }
    socket->fd = faults_.strike("no_connect") != nullptr ? -1 : tcp_connect(host, port, timeout_ms);
    socket->connected = socket->fd >= 0;
    return socket->connected || fail(cannot_connect);
}

bool Sockets::is_connected(int handle) {
    Socket* socket = find(handle);
    if (socket == nullptr || !socket->connected) {
        return false;
    }
    char byte = 0;
    ssize_t got = ::recv(socket->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    if (got == 0 || (got < 0 && errno != EAGAIN && errno != EWOULDBLOCK)) {
        socket->connected = false;
    }
    return socket->connected;
}

unsigned Sockets::readable(int handle) {
    Socket* socket = find(handle);
    int count = 0;
    if (socket == nullptr || ::ioctl(socket->fd, FIONREAD, &count) != 0) {
        return 0;
    }
    if (count == 0 && faults_.is_on("readable_quirk")) {
        return 1;
    }
    return static_cast<unsigned>(count);
}

bool Sockets::is_writable(int handle) {
    Socket* socket = find(handle);
    return socket != nullptr && socket->connected && !faults_.is_on("unwritable") && wait_for(socket->fd, POLLOUT, 0);
}

bool Sockets::set_timeouts(int handle, unsigned send_ms, unsigned receive_ms) {
    Socket* socket = find(handle);
    if (socket == nullptr) {
        return false;
    }
    socket->send_ms = send_ms;
    socket->receive_ms = receive_ms;
    return true;
}

// Waits for all bytes asked for or the end of the time, as the terminal does; no time given means 120 seconds.
int Sockets::read(int handle, std::vector<unsigned char>& bytes, unsigned count, unsigned timeout_ms) {
    bytes.clear();
    Socket* socket = find(handle);
    if (socket == nullptr) {
        return -1;
    }
    if (const std::string* most = faults_.strike("short_read")) {
        count = std::min(count, static_cast<unsigned>(std::atoi(most->c_str())));
    }
    std::int64_t end = real_us() + static_cast<std::int64_t>(timeout_ms == 0 ? 120000 : timeout_ms) * 1000;
    unsigned char part[65536];
    while (bytes.size() < count && wait_for(socket->fd, POLLIN, (end - real_us()) / 1000)) {
        ssize_t got = ::recv(socket->fd, part, std::min<std::size_t>(sizeof part, count - bytes.size()), MSG_DONTWAIT);
        if (got <= 0) {
            socket->connected = false;
            error = io_error;
            break;
        }
        bytes.insert(bytes.end(), part, part + got);
    }
    return bytes.empty() ? -1 : static_cast<int>(bytes.size());
}

int Sockets::send(int handle, const std::vector<unsigned char>& bytes, unsigned count) {
    Socket* socket = find(handle);
    if (socket == nullptr || count > bytes.size()) {
        return -1;
    }
    std::int64_t end = real_us() + static_cast<std::int64_t>(socket->send_ms == 0 ? 120000 : socket->send_ms) * 1000;
    std::size_t done = 0;
    while (done < count && wait_for(socket->fd, POLLOUT, (end - real_us()) / 1000)) {
        ssize_t sent = ::send(socket->fd, bytes.data() + done, count - done, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent <= 0) {
            socket->connected = false;
            error = io_error;
            return -1;
        }
        done += static_cast<std::size_t>(sent);
    }
    return done > 0 ? static_cast<int>(done) : -1;
}

bool Sockets::close(int handle) {
    Socket* socket = find(handle);
    if (socket == nullptr) {
        return false;
    }
    if (socket->fd >= 0) {
        ::close(socket->fd);
    }
    sockets_.erase(handle);
    return true;
}

void Sockets::cut() {
    for (auto& [handle, socket] : sockets_) {
        if (socket.fd >= 0) {
            linger hard{1, 0};
            ::setsockopt(socket.fd, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
            ::shutdown(socket.fd, SHUT_RDWR);
            socket.connected = false;
        }
    }
}

void Sockets::close_all() {
    while (!sockets_.empty()) {
        close(sockets_.begin()->first);
    }
}

}  // namespace emu
