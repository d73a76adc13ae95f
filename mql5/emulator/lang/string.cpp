#include "lang/string.hpp"

namespace mql {

namespace {

// Length of the sequence that begins with this byte, and its first bits.
int lead(unsigned char byte, unsigned& code) {
    if (byte < 0x80) { code = byte; return 1; }
    if (byte >> 5 == 6) { code = byte & 31u; return 2; }
    if (byte >> 4 == 14) { code = byte & 15u; return 3; }
    code = byte & 7u;
    return 4;
}

void put(std::string& out, unsigned code) {
    auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((code >> shift) & 63)); };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | code >> 6);
        tail(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | code >> 12);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0 | code >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

}  // namespace

std::u16string widen(std::string_view utf8) {
    std::u16string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        unsigned code = 0;
        int length = lead(static_cast<unsigned char>(utf8[i]), code);
        for (int k = 1; k < length && i + static_cast<std::size_t>(k) < utf8.size(); k++) {
            code = code << 6 | (static_cast<unsigned char>(utf8[i + static_cast<std::size_t>(k)]) & 63u);
        }
        i += static_cast<std::size_t>(length);
        if (code >= 0x10000) {
            code -= 0x10000;
            out += static_cast<char16_t>(0xD800 + (code >> 10));
            out += static_cast<char16_t>(0xDC00 + (code & 1023));
        } else {
            out += static_cast<char16_t>(code);
        }
    }
    return out;
}

std::string narrow(std::u16string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); i++) {
        unsigned code = text[i];
        bool pair = code >= 0xD800 && code < 0xDC00 && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000;
        if (pair) {
            code = 0x10000 + ((code - 0xD800) << 10) + (text[++i] - 0xDC00u);
        }
        put(out, code);
    }
    return out;
}

}  // namespace mql
