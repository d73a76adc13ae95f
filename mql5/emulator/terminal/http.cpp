#include "terminal/http.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "core/clock.hpp"
#include "terminal/sockets.hpp"

namespace emu {

namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

// Takes chunks together; false while the last one is not there.
bool unchunk(const std::string& raw, std::string& body) {
    body.clear();
    for (std::size_t at = 0;;) {
        std::size_t end = raw.find("\r\n", at);
        if (end == std::string::npos) {
            return false;
        }
        std::size_t size = std::strtoul(raw.c_str() + at, nullptr, 16);
        if (size == 0) {
            return true;
        }
        if (raw.size() < end + 2 + size + 2) {
            return false;
        }
        body += raw.substr(end + 2, size);
        at = end + 2 + size + 2;
    }
}

// The answer when it is complete.
bool complete(const std::string& received, bool closed, HttpReply& reply) {
    std::size_t end = received.find("\r\n\r\n");
    if (end == std::string::npos || received.size() < 12) {
        return false;
    }
    reply.headers = received.substr(0, end + 2);
    std::string raw = received.substr(end + 4), names = lower(reply.headers);
    std::size_t length = names.find("content-length:");
    if (names.find("transfer-encoding: chunked") != std::string::npos) {
        if (!unchunk(raw, reply.body)) {
            return false;
        }
    } else if (length != std::string::npos) {
        std::size_t size = std::strtoul(names.c_str() + length + 15, nullptr, 10);
        if (raw.size() < size) {
            return false;
        }
        reply.body = raw.substr(0, size);
    } else if (closed) {
        reply.body = raw;
    } else {
        return false;
    }
    reply.status = std::atoi(received.c_str() + 9);
    return true;
}

}  // namespace

bool parse_url(const std::string& url, HttpAddress& address) {
    const std::string scheme = "http://";
    if (!url.starts_with(scheme)) {
        return false;
    }
    std::size_t slash = std::min(url.find('/', scheme.size()), url.size());
    std::string authority = url.substr(scheme.size(), slash - scheme.size());
    std::size_t colon = authority.find(':');
    address.host = authority.substr(0, colon);
    address.port = colon == std::string::npos ? 80u : static_cast<unsigned>(std::atoi(authority.c_str() + colon + 1));
    address.path = slash < url.size() ? url.substr(slash) : "/";
    return !address.host.empty() && address.port > 0;
}

HttpReply http_exchange(const HttpAddress& address, const std::string& method, const std::string& headers, const std::string& body, int timeout_ms) {
    HttpReply reply;
    std::int64_t end = real_us() + static_cast<std::int64_t>(timeout_ms) * 1000;
    int fd = tcp_connect(address.host, address.port, static_cast<unsigned>(timeout_ms));
    if (fd < 0) {
        return reply;
    }
    reply.status = -1;
    std::string request = method + " " + address.path + " HTTP/1.1\r\nHost: " + address.host + ":" + std::to_string(address.port)
                          + "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body;
    std::size_t sent = 0;
    std::string received;
    for (;;) {
        pollfd entry{fd, static_cast<short>(sent < request.size() ? POLLOUT : POLLIN), 0};
        std::int64_t left = (end - real_us()) / 1000;
        if (left <= 0 || ::poll(&entry, 1, static_cast<int>(left)) <= 0) {
            break;
        }
        if (sent < request.size()) {
            ssize_t n = ::send(fd, request.data() + sent, request.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
            if (n <= 0) {
                break;
            }
            sent += static_cast<std::size_t>(n);
            continue;
        }
        char part[65536];
        ssize_t n = ::recv(fd, part, sizeof part, MSG_DONTWAIT);
        if (n > 0) {
            received.append(part, static_cast<std::size_t>(n));
        }
        if (complete(received, n <= 0, reply) || n <= 0) {
            break;
        }
    }
    ::close(fd);
    return reply;
}

}  // namespace emu
