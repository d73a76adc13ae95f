// The string of MQL: UTF-16, a value.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mql {

std::u16string widen(std::string_view utf8);
std::string narrow(std::u16string_view text);

class string {
public:
    std::u16string units;

    string() = default;
    string(std::u16string text) : units(std::move(text)) {}
    string(const char* utf8) : units(widen(utf8)) {}
    string(const std::string& utf8) : units(widen(utf8)) {}

    // A number that becomes text without a call is a warning in the compiler of MQL; here it does not compile.
    string(int) = delete;
    string(long) = delete;
    string(double) = delete;
    string(bool) = delete;

    std::string utf8() const { return narrow(units); }
    string& operator+=(const string& other) { units += other.units; return *this; }
    friend string operator+(string left, const string& right) { left.units += right.units; return left; }
    bool operator==(const string& other) const { return units == other.units; }
    bool operator<(const string& other) const { return units < other.units; }
    bool operator>(const string& other) const { return units > other.units; }
};

inline string operator""_s(const char* text, std::size_t length) { return string(widen({text, length})); }

}  // namespace mql
