// WebRequest of MQL4: HTTP over a fresh connection, allowed addresses only, blocking.
#include <algorithm>
#include <cstdlib>

#include "api/mql4.hpp"
#include "terminal/http.hpp"
#include "terminal/terminal.hpp"

namespace mql {

using emu::terminal;

int WebRequest(const string& method, const string& url, const string& headers, int timeout_ms, const Array<char>& data, Array<char>& result,
               string& result_headers) {
    emu::HttpAddress address;
    result.items.clear();
    auto fail = [](int error) {
        terminal().last_error = error;
        return -1;
    };
    if (!emu::parse_url(url.utf8(), address)) {
        return fail(ERR_WEBREQUEST_INVALID_ADDRESS);
    }
    const auto& allowed = terminal().sockets.allowed;
    if (std::find(allowed.begin(), allowed.end(), address.host) == allowed.end()) {
        return fail(ERR_FUNCTION_NOT_CONFIRMED);
    }
    if (terminal().faults.strike("no_connect") != nullptr) {
        return fail(ERR_WEBREQUEST_CONNECT_FAILED);
    }
    emu::HttpReply reply;
    std::string body(data.items.begin(), data.items.end());
    bool lost = terminal().swallow_next || terminal().faults.strike("http_lost") != nullptr;
    terminal().swallow_next = false;
    reply = emu::http_exchange(address, method.utf8(), headers.utf8(), body, timeout_ms);
    // the host had it, the answer does not come
    if (lost) {
        return fail(ERR_WEBREQUEST_TIMEOUT);
    }
    if (reply.status <= 0) {
        return fail(reply.status == 0 ? ERR_WEBREQUEST_CONNECT_FAILED : ERR_WEBREQUEST_TIMEOUT);
    }
    result.items.assign(reply.body.begin(), reply.body.end());
    result_headers = string(reply.headers);
    return reply.status;
}

}  // namespace mql
