// One HTTP request over a connection of its own.
#pragma once

#include <string>

namespace emu {

struct HttpAddress {
    std::string host, path = "/";
    unsigned port = 80;
};

struct HttpReply {
    int status = 0;           // 0 = no connection, -1 = no complete answer in time
    std::string headers, body;
};

bool parse_url(const std::string& url, HttpAddress& address);
HttpReply http_exchange(const HttpAddress& address, const std::string& method, const std::string& headers, const std::string& body, int timeout_ms);

}  // namespace emu
