// StringFormat and Print, checked: what the terminal turns into silent rubbish ends the expert here.
#pragma once

#include <type_traits>
#include <vector>

#include "lang/string.hpp"
#include "lang/types.hpp"

namespace mql {

struct FormatArgument {
    enum Kind { integer, real, text } kind;
    long whole = 0;
    double number = 0;
    std::string words;
    std::size_t size = 8;
};

inline FormatArgument argument(const string& value) { return {FormatArgument::text, 0, 0, value.utf8(), 0}; }
inline FormatArgument argument(double value) { return {FormatArgument::real, 0, value, {}, 8}; }
inline FormatArgument argument(datetime value) { return {FormatArgument::integer, value.seconds, 0, {}, 8}; }

template <class T>
    requires(std::is_integral_v<T> || std::is_enum_v<T>)
FormatArgument argument(T value) {
    return {FormatArgument::integer, static_cast<long>(value), 0, {}, sizeof(T)};
}

std::string format(const std::string& pattern, const std::vector<FormatArgument>& arguments);
std::string plain(const FormatArgument& value);
void say(const std::string& line);

template <class... T>
string StringFormat(const string& pattern, const T&... values) {
    return string(format(pattern.utf8(), {argument(values)...}));
}

template <class... T>
void PrintFormat(const string& pattern, const T&... values) {
    say(format(pattern.utf8(), {argument(values)...}));
}

template <class... T>
void Print(const T&... values) {
    std::string line;
    ((line += plain(argument(values))), ...);
    say(line);
}

}  // namespace mql
