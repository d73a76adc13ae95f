// Files of MQL4, among them pipes.
#include "api/mql4.hpp"
#include "terminal/terminal.hpp"

namespace mql {

using emu::terminal;

namespace {

// Descriptors of pipes are handed out above all file handles.
constexpr int pipe_base = 1000000;
bool is_pipe(int handle) { return handle >= pipe_base; }

int broken() {
    terminal().last_error = ERR_CANNOT_OPEN_FILE;
    return 0;
}

}  // namespace

int FileOpen(const string& name, int flags, short, uint) {
    const std::string path = name.utf8(), pipe = "\\\\.\\pipe\\";
    int handle = -1;
    if (path.starts_with(pipe)) {
        int fd = terminal().streams.open(path.substr(pipe.size()));
        handle = fd < 0 ? -1 : pipe_base + fd;
    } else {
        bool share = (flags & (FILE_SHARE_READ | FILE_SHARE_WRITE)) != 0;
        handle = terminal().files.open(path, {(flags & FILE_READ) != 0, (flags & FILE_WRITE) != 0, share});
    }
    if (handle < 0) {
        terminal().last_error = ERR_CANNOT_OPEN_FILE;
    }
    return handle;
}

void FileClose(int handle) {
    if (is_pipe(handle)) {
        terminal().streams.close(handle - pipe_base);
    } else {
        terminal().files.close(handle);
    }
}

void FileFlush(int handle) {
    if (!is_pipe(handle)) {
        terminal().files.flush(handle);
    }
}

// Of a pipe: what can be read at once.
ulong FileSize(int handle) {
    if (!is_pipe(handle)) {
        return static_cast<ulong>(terminal().files.size(handle));
    }
    int waiting = emu::Streams::waiting(handle - pipe_base);
    if (waiting < 0 || (waiting == 0 && emu::Streams::is_broken(handle - pipe_base))) {
        return static_cast<ulong>(broken());
    }
    return static_cast<ulong>(waiting);
}

bool FileSeek(int handle, long offset, ENUM_FILE_POSITION origin) { return terminal().files.seek(handle, offset, static_cast<int>(origin)); }

uint FileReadArray(int handle, Array<uchar>& bytes, int start, int count) {
    if (count < 0) {
        count = static_cast<int>(FileSize(handle));
    }
    if (ArraySize(bytes) < start + count) {
        bytes.items.resize(static_cast<std::size_t>(start + count));
    }
    uchar* to = bytes.items.data() + start;
    if (is_pipe(handle)) {
        int got = emu::Streams::read(handle - pipe_base, to, count);
        return static_cast<uint>(got < 0 ? broken() : got);
    }
    return static_cast<uint>(terminal().files.read(handle, to, count));
}

uint FileWriteArray(int handle, const Array<uchar>& bytes, int start, int count) {
    int most = ArraySize(bytes) - start;
    int wanted = count < 0 ? most : std::min(count, most);
    const uchar* from = bytes.items.data() + start;
    if (!is_pipe(handle)) {
        return static_cast<uint>(terminal().files.write(handle, from, wanted));
    }
    if (terminal().swallow_next) {
        terminal().swallow_next = false;
        return static_cast<uint>(wanted);
    }
    int sent = emu::Streams::write(handle - pipe_base, from, wanted);
    if (sent < wanted) {
        broken();
    }
    return static_cast<uint>(sent);
}

}  // namespace mql
