// The plain types of MQL. A datetime counts seconds since 1970; it is its own type so that it prints and converts as one.
#pragma once

#include <cstdint>

namespace mql {

using uchar = unsigned char;
using ushort = unsigned short;
using uint = unsigned int;
using ulong = unsigned long;
static_assert(sizeof(long) == 8 && sizeof(ulong) == 8, "MQL's long has 64 bits");

class datetime {
public:
    long seconds;
    datetime(long value = 0) : seconds(value) {}
    operator long() const { return seconds; }
    datetime operator+(int value) const { return seconds + value; }
};

using color = uint;

// What an unset field holds in the terminal: nobody knows. It converts to every number.
struct Rubbish {
    operator long() const { return 0x5EADBEEF5EADBEEF; }
    operator ulong() const { return 0x5EADBEEF5EADBEEF; }
    operator int() const { return 0x5EADBEEF; }
    operator uint() const { return 0x5EADBEEF; }
    operator ushort() const { return 0x5EAD; }
    operator uchar() const { return 0x5E; }
    operator double() const { return -7.77e77; }
    operator bool() const { return true; }
    operator datetime() const { return 0x5EADBEEF; }
};

template <class T>
void ClearField(T& field) {
    field = T{};
}

}  // namespace mql
