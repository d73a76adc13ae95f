#include "terminal/streams.hpp"

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

#include "terminal/faults.hpp"

namespace emu {

int Streams::open(const std::string& pipe) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::string path = folder + "/CoreFxPipe_" + pipe;
    if (path.size() >= sizeof address.sun_path || faults_.strike("no_connect") != nullptr) {
        return -1;
    }
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        ::close(fd);
        return -1;
    }
    open_.push_back(fd);
    return fd;
}

int Streams::waiting(int fd) {
    int count = 0;
    return ::ioctl(fd, FIONREAD, &count) == 0 ? count : -1;
}

bool Streams::is_broken(int fd) {
    char byte = 0;
    return ::recv(fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

int Streams::read(int fd, unsigned char* bytes, int count) {
    return static_cast<int>(::recv(fd, bytes, static_cast<std::size_t>(count), 0));
}

// A pipe takes everything or breaks; a reader that sleeps is waited for.
int Streams::write(int fd, const unsigned char* bytes, int count) {
    int done = 0;
    while (done < count) {
        pollfd entry{fd, POLLOUT, 0};
        if (::poll(&entry, 1, 2000) <= 0) {
            break;
        }
        ssize_t sent = ::send(fd, bytes + done, static_cast<std::size_t>(count - done), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent <= 0) {
            break;
        }
        done += static_cast<int>(sent);
    }
    return done;
}

void Streams::close(int fd) {
    ::close(fd);
    std::erase(open_, fd);
}

void Streams::cut() {
    for (int fd : open_) {
        ::shutdown(fd, SHUT_RDWR);
    }
}

}  // namespace emu
