// Writes JSON.
#pragma once

#include <cstdio>
#include <string>
#include <type_traits>

namespace emu {

inline std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 32) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
            out += escape;
        } else {
            out += c;
        }
    }
    return out + "\"";
}

class Json {
public:
    Json& put(const char* key, const std::string& value) { return raw(key, quoted(value)); }
    Json& put(const char* key, const char* value) { return raw(key, quoted(value)); }
    Json& put(const char* key, bool value) { return raw(key, value ? "true" : "false"); }
    Json& put(const char* key, double value) {
        char text[40];
        std::snprintf(text, sizeof text, "%.10g", value);
        return raw(key, text);
    }
    template <class T>
        requires(std::is_integral_v<T> && !std::is_same_v<T, bool>)
    Json& put(const char* key, T value) { return raw(key, std::to_string(value)); }
    Json& raw(const char* key, const std::string& value) {
        text_ += (text_.empty() ? "" : ",") + quoted(key) + ":" + value;
        return *this;
    }
    std::string text() const { return "{" + text_ + "}"; }

private:
    std::string text_;
};

template <class Range, class F>
std::string json_list(const Range& range, F&& one) {
    std::string out;
    for (const auto& item : range) {
        out += (out.empty() ? "" : ",") + one(item);
    }
    return "[" + out + "]";
}

}  // namespace emu
