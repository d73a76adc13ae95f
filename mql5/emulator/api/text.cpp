// Text, numbers, hashes.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "api/common.hpp"
#include "core/sha256.hpp"

namespace mql {

namespace {

unsigned random_state = 1;

}  // namespace

// The terminal's generator gives 0 to 32767.
int MathRand() {
    random_state = random_state * 214013u + 2531011u;
    return static_cast<int>(random_state >> 16 & 0x7FFF);
}

void MathSrand(int seed) { random_state = static_cast<unsigned>(seed); }
double MathAbs(double value) { return std::fabs(value); }
double MathMin(double left, double right) { return left < right ? left : right; }
double MathMax(double left, double right) { return left > right ? left : right; }
double MathRound(double value) { return std::round(value); }

double NormalizeDouble(double value, int digits) {
    double scale = std::pow(10.0, digits);
    return std::round(value * scale) / scale;
}

int StringLen(const string& text) { return static_cast<int>(text.units.size()); }

ushort StringGetCharacter(const string& text, int position) {
    return position < 0 || position >= StringLen(text) ? ushort{0} : static_cast<ushort>(text.units[static_cast<std::size_t>(position)]);
}

int StringFind(const string& text, const string& wanted, int start) {
    auto found = text.units.find(wanted.units, static_cast<std::size_t>(start < 0 ? 0 : start));
    return found == std::u16string::npos ? -1 : static_cast<int>(found);
}

string ShortToString(ushort unit) { return string(std::u16string(1, static_cast<char16_t>(unit))); }

bool StringToLower(string& text) {
    for (char16_t& unit : text.units) {
        if (unit >= u'A' && unit <= u'Z') {
            unit = static_cast<char16_t>(unit + 32);
        }
    }
    return true;
}

int StringSplit(const string& text, ushort separator, Array<string>& parts) {
    parts.items.clear();
    if (text.units.empty()) {
        return 0;
    }
    std::size_t begin = 0;
    for (;;) {
        std::size_t end = text.units.find(static_cast<char16_t>(separator), begin);
        parts.items.emplace_back(text.units.substr(begin, end == std::u16string::npos ? end : end - begin));
        if (end == std::u16string::npos) {
            return ArraySize(parts);
        }
        begin = end + 1;
    }
}

double StringToDouble(const string& text) { return std::strtod(text.utf8().c_str(), nullptr); }
long StringToInteger(const string& text) { return std::strtol(text.utf8().c_str(), nullptr, 10); }

string DoubleToString(double value, int digits) {
    char text[512];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return string(static_cast<const char*>(text));
}

string IntegerToString(long value, int width, ushort fill) {
    std::string text = std::to_string(value);
    if (static_cast<int>(text.size()) < width) {
        text.insert(0, static_cast<std::size_t>(width) - text.size(), static_cast<char>(fill));
    }
    return string(text);
}

// Adds a terminator and never shrinks the array.
int StringToCharArray(const string& text, Array<uchar>& bytes, int start, int count, uint codepage) {
    std::string encoded = text.utf8();
    if (codepage != CP_UTF8) {
        for (char c : encoded) {
            if (static_cast<unsigned char>(c) >= 0x80) {
                throw std::logic_error("StringToCharArray without CP_UTF8 on text that is not ASCII");
            }
        }
    }
    encoded.push_back('\0');
    std::size_t taken = count < 0 ? encoded.size() : std::min(encoded.size(), static_cast<std::size_t>(count));
    std::size_t end = static_cast<std::size_t>(start) + taken;
    if (bytes.items.size() < end) {
        bytes.items.resize(end);
    }
    std::copy_n(encoded.begin(), taken, bytes.items.begin() + start);
    return static_cast<int>(taken);
}

string CharArrayToString(const Array<uchar>& bytes, int start, int count, uint codepage) {
    int end = count < 0 ? ArraySize(bytes) : std::min(ArraySize(bytes), start + count);
    std::string text;
    for (int i = start; i < end && bytes[i] != 0; i++) {
        if (codepage != CP_UTF8 && bytes[i] >= 0x80) {
            throw std::logic_error("CharArrayToString without CP_UTF8 on bytes that are not ASCII");
        }
        text += static_cast<char>(bytes[i]);
    }
    return string(text);
}

int CryptEncode(ENUM_CRYPT_METHOD method, const Array<uchar>& bytes, const Array<uchar>&, Array<uchar>& result) {
    if (method != CRYPT_HASH_SHA256 || bytes.items.empty()) {
        return 0;
    }
    auto digest = emu::sha256(bytes.items.data(), bytes.items.size());
    result.items.assign(digest.begin(), digest.end());
    return ArraySize(result);
}

}  // namespace mql
