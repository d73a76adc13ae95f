#include "lang/format.hpp"

#include <cstdio>
#include <cstring>
#include <stdexcept>

namespace mql {

namespace {

[[noreturn]] void fail(const std::string& what, const std::string& pattern) {
    throw std::logic_error("format: " + what + " in \"" + pattern + "\"");
}

std::string one(const std::string& flags, bool is_long, char kind, const FormatArgument& value, const std::string& pattern) {
    char text[512];
    if (std::strchr("diuxX", kind)) {
        if (value.kind != FormatArgument::integer) {
            fail("an integer is expected", pattern);
        }
        if (!is_long && value.size == 8) {
            fail("a 64-bit value needs %I64d", pattern);
        }
        bool unsigned_int = !is_long && std::strchr("uxX", kind);
        long whole = unsigned_int ? static_cast<long>(static_cast<unsigned>(value.whole)) : value.whole;
        std::snprintf(text, sizeof text, ("%" + flags + "l" + kind).c_str(), whole);
        return text;
    }
    if (std::strchr("feEgG", kind)) {
        if (value.kind != FormatArgument::real) {
            fail("a double is expected", pattern);
        }
        std::snprintf(text, sizeof text, ("%" + flags + kind).c_str(), value.number);
        return text;
    }
    if (kind != 's') {
        fail(std::string("unknown conversion ") + kind, pattern);
    }
    if (value.kind != FormatArgument::text) {
        fail("a string is expected", pattern);
    }
    return value.words;
}

}  // namespace

std::string format(const std::string& pattern, const std::vector<FormatArgument>& arguments) {
    std::string out;
    std::size_t used = 0;
    for (std::size_t i = 0; i < pattern.size(); i++) {
        if (pattern[i] != '%') {
            out += pattern[i];
            continue;
        }
        i++;
        if (i < pattern.size() && pattern[i] == '%') {
            out += '%';
            continue;
        }
        std::string flags;
        while (i < pattern.size() && std::strchr("-+ 0#.123456789", pattern[i])) {
            flags += pattern[i++];
        }
        bool is_long = pattern.compare(i, 3, "I64") == 0;
        i += is_long ? 3 : 0;
        if (i >= pattern.size() || used >= arguments.size()) {
            fail("an argument is missing", pattern);
        }
        out += one(flags, is_long, pattern[i], arguments[used++], pattern);
    }
    if (used != arguments.size()) {
        fail("there are too many arguments", pattern);
    }
    return out;
}

std::string plain(const FormatArgument& value) {
    if (value.kind == FormatArgument::text) {
        return value.words;
    }
    if (value.kind == FormatArgument::integer) {
        return std::to_string(value.whole);
    }
    char text[64];
    std::snprintf(text, sizeof text, "%.10g", value.number);
    return text;
}

void say(const std::string& line) {
    std::fprintf(stderr, "[expert] %s\n", line.c_str());
}

}  // namespace mql
