// The expert's files: a sandbox folder, buffered writes, no sharing unless asked for.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace emu {

class Faults;

class Files {
public:
    explicit Files(Faults& faults) : faults_(faults) {}
    std::string folder = ".";

    struct Mode {
        bool read = false, write = false, share = false;
    };

    int open(const std::string& name, Mode mode);      // -1 on failure
    void close(int handle);
    void flush(int handle);
    std::int64_t size(int handle);
    bool seek(int handle, std::int64_t offset, int origin);
    std::int64_t read(int handle, unsigned char* bytes, std::int64_t count);
    std::int64_t write(int handle, const unsigned char* bytes, std::int64_t count);
    bool exists(const std::string& name) const;
    bool remove(const std::string& name);
    bool move(const std::string& from, const std::string& to, bool replace);
    void close_all();

private:
    struct File {
        int fd = -1;
        std::vector<unsigned char> waiting;   // written, not flushed: a kill loses it
    };

    Faults& faults_;
    std::map<int, File> files_;
    int next_ = 1;

    std::string path(const std::string& name) const;
    File* find(int handle);
};

}  // namespace emu
