// Named pipes of Windows as UNIX sockets.
#pragma once

#include <string>
#include <vector>

namespace emu {

class Faults;

class Streams {
public:
    explicit Streams(Faults& faults) : faults_(faults) {}

    std::string folder;   // of sockets named CoreFxPipe_NAME, where .NET puts its pipes on this system

    int open(const std::string& pipe);       // a descriptor, or -1
    static int waiting(int fd);              // bytes that can be read at once
    static bool is_broken(int fd);
    static int read(int fd, unsigned char* bytes, int count);
    static int write(int fd, const unsigned char* bytes, int count);
    void close(int fd);
    void cut();

private:
    Faults& faults_;
    std::vector<int> open_;
};

}  // namespace emu
