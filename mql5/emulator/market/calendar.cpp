#include "market/calendar.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "core/calendar_date.hpp"

namespace emu {

namespace {

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> all;
    for (std::size_t begin = 0; begin <= line.size();) {
        std::size_t comma = std::min(line.find(',', begin), line.size());
        all.push_back(line.substr(begin, comma - begin));
        begin = comma + 1;
    }
    all.resize(std::max<std::size_t>(all.size(), 8));
    return all;
}

std::int64_t millionths(const std::string& text) {
    return text.empty() ? INT64_MIN : std::llround(std::atof(text.c_str()) * 1e6);
}

}  // namespace

Calendar::Calendar(const std::string& file) {
    if (file.empty()) {
        return;
    }
    std::ifstream in(file);
    std::string line;
    if (!in || !std::getline(in, line)) {
        throw std::runtime_error(file + ": cannot be read");
    }
    while (std::getline(in, line)) {
        auto cell = cells(line);
        Date date;
        int hour = 0, minute = 0;
        if (std::sscanf(cell[0].c_str(), "%d-%d-%d%*1[ T]%d:%d", &date.year, &date.month, &date.day, &hour, &minute) != 5) {
            throw std::runtime_error(file + ": no time in \"" + line + "\"");
        }
        CalendarEntry entry;
        entry.time = days_of(date) * 86400 + hour * 3600 + minute * 60;
        entry.currency = cell[1];
        entry.country = cell[2];
        entry.importance = std::atoi(cell[3].c_str());
        entry.name = cell[4];
        entry.actual = millionths(cell[5]);
        entry.forecast = millionths(cell[6]);
        entry.previous = millionths(cell[7]);
        entries.push_back(entry);
    }
    std::stable_sort(entries.begin(), entries.end(), [](auto& a, auto& b) { return a.time < b.time; });
}

}  // namespace emu
