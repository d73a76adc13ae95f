// Files of MQL5; MT4's are in mql4_files.cpp, where a name may also be a pipe.
#include "api/mql5.hpp"
#include "terminal/terminal.hpp"

namespace mql {

using emu::terminal;

int FileOpen(const string& name, int flags, short, uint) {
    bool share = (flags & (FILE_SHARE_READ | FILE_SHARE_WRITE)) != 0;
    int handle = terminal().files.open(name.utf8(), {(flags & FILE_READ) != 0, (flags & FILE_WRITE) != 0, share});
    if (handle < 0) {
        terminal().last_error = ERR_CANNOT_OPEN_FILE;
    }
    return handle;
}

void FileClose(int handle) { terminal().files.close(handle); }
void FileFlush(int handle) { terminal().files.flush(handle); }
ulong FileSize(int handle) { return static_cast<ulong>(terminal().files.size(handle)); }
bool FileSeek(int handle, long offset, ENUM_FILE_POSITION origin) { return terminal().files.seek(handle, offset, static_cast<int>(origin)); }

uint FileReadArray(int handle, Array<uchar>& bytes, int start, int count) {
    if (count < 0) {
        count = static_cast<int>(FileSize(handle));
    }
    if (ArraySize(bytes) < start + count) {
        bytes.items.resize(static_cast<std::size_t>(start + count));
    }
    return static_cast<uint>(terminal().files.read(handle, bytes.items.data() + start, count));
}

uint FileWriteArray(int handle, const Array<uchar>& bytes, int start, int count) {
    int most = ArraySize(bytes) - start;
    return static_cast<uint>(terminal().files.write(handle, bytes.items.data() + start, count < 0 ? most : std::min(count, most)));
}

}  // namespace mql
