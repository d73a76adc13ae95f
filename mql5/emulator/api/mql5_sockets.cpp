// Sockets of MQL5.
#include "api/mql5.hpp"
#include "terminal/terminal.hpp"

namespace mql {

using emu::terminal;

namespace {

template <class T>
T checked(T value, bool good) {
    if (!good) {
        terminal().last_error = terminal().sockets.error;
    }
    return value;
}

}  // namespace

int SocketCreate(uint) {
    int handle = terminal().sockets.create();
    return checked(handle, handle >= 0);
}

bool SocketConnect(int socket, const string& server, uint port, uint timeout_ms) {
    bool connected = terminal().sockets.connect(socket, server.utf8(), port, timeout_ms);
    return checked(connected, connected);
}

bool SocketIsConnected(int socket) { return terminal().sockets.is_connected(socket); }
uint SocketIsReadable(int socket) { return terminal().sockets.readable(socket); }
bool SocketIsWritable(int socket) { return terminal().sockets.is_writable(socket); }
bool SocketTimeouts(int socket, uint send_ms, uint receive_ms) { return terminal().sockets.set_timeouts(socket, send_ms, receive_ms); }

int SocketRead(int socket, Array<uchar>& bytes, uint count, uint timeout_ms) {
    int got = terminal().sockets.read(socket, bytes.items, count, timeout_ms);
    return checked(got, got >= 0);
}

int SocketSend(int socket, const Array<uchar>& bytes, uint count) {
    if (terminal().swallow_next) {
        terminal().swallow_next = false;
        return static_cast<int>(count);
    }
    int sent = terminal().sockets.send(socket, bytes.items, count);
    return checked(sent, sent >= 0);
}

bool SocketClose(int socket) { return terminal().sockets.close(socket); }

}  // namespace mql
