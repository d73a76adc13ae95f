#include "terminal/files.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "terminal/faults.hpp"

namespace emu {

std::string Files::path(const std::string& name) const {
    std::string clean = name;
    std::replace(clean.begin(), clean.end(), '\\', '/');
    // a name cannot leave the sandbox
    if (clean.find("..") != std::string::npos || clean.find(':') != std::string::npos || clean.starts_with("/")) {
        return "";
    }
    return folder + "/" + clean;
}

Files::File* Files::find(int handle) {
    auto found = files_.find(handle);
    return found == files_.end() ? nullptr : &found->second;
}

int Files::open(const std::string& name, Mode mode) {
    std::string full = path(name);
    if (full.empty()) {
        return -1;
    }
    for (std::size_t slash = full.find('/', folder.size() + 1); mode.write && slash != std::string::npos; slash = full.find('/', slash + 1)) {
        ::mkdir(full.substr(0, slash).c_str(), 0777);
    }
    int flags = mode.read && mode.write ? O_RDWR | O_CREAT : mode.write ? O_WRONLY | O_CREAT : O_RDONLY;
    int fd = ::open(full.c_str(), flags | O_CLOEXEC, 0666);
    if (fd < 0) {
        return -1;
    }
    if (::flock(fd, (mode.share ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0) {
        ::close(fd);
        return -1;
    }
    if (mode.write && !mode.read && ::ftruncate(fd, 0) != 0) {
        ::close(fd);
        return -1;
    }
    files_[next_] = File{fd, {}};
    return next_++;
}

void Files::flush(int handle) {
    File* file = find(handle);
    if (file == nullptr) {
        return;
    }
    std::size_t done = 0;
    while (done < file->waiting.size()) {
        ssize_t n = ::write(file->fd, file->waiting.data() + done, file->waiting.size() - done);
        if (n <= 0) {
            break;
        }
        done += static_cast<std::size_t>(n);
    }
    file->waiting.clear();
}

void Files::close(int handle) {
    flush(handle);
    if (File* file = find(handle)) {
        ::close(file->fd);
        files_.erase(handle);
    }
}

void Files::close_all() {
    while (!files_.empty()) {
        close(files_.begin()->first);
    }
}

std::int64_t Files::size(int handle) {
    flush(handle);
    File* file = find(handle);
    struct stat info {};
    return file != nullptr && ::fstat(file->fd, &info) == 0 ? info.st_size : -1;
}

bool Files::seek(int handle, std::int64_t offset, int origin) {
    flush(handle);
    File* file = find(handle);
    return file != nullptr && ::lseek(file->fd, offset, origin) >= 0;
}

std::int64_t Files::read(int handle, unsigned char* bytes, std::int64_t count) {
    flush(handle);
    File* file = find(handle);
    std::int64_t done = 0;
    while (file != nullptr && done < count) {
        ssize_t n = ::read(file->fd, bytes + done, static_cast<std::size_t>(count - done));
        if (n <= 0) {
            break;
        }
        done += n;
    }
    return done;
}

std::int64_t Files::write(int handle, const unsigned char* bytes, std::int64_t count) {
    File* file = find(handle);
    if (file == nullptr || faults_.strike("disk_full") != nullptr) {
        return 0;
    }
    file->waiting.insert(file->waiting.end(), bytes, bytes + count);
    return count;
}

bool Files::exists(const std::string& name) const {
    struct stat info {};
    return ::stat(path(name).c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

bool Files::remove(const std::string& name) { return ::unlink(path(name).c_str()) == 0; }

bool Files::move(const std::string& from, const std::string& to, bool replace) {
    if (!replace && exists(to)) {
        return false;
    }
    return std::rename(path(from).c_str(), path(to).c_str()) == 0;
}

}  // namespace emu
