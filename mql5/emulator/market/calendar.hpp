// The terminal's economic calendar, from a CSV: time_utc,currency,country,importance,name,actual,forecast,previous.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace emu {

struct CalendarEntry {
    std::int64_t time = 0;      // UTC seconds in the file, server seconds for the expert
    std::string currency, country, name;
    int importance = 0;         // 0 none, 1 low, 2 moderate, 3 high
    std::int64_t actual = 0, forecast = 0, previous = 0;   // millionths; missing = lowest number
};

class Calendar {
public:
    explicit Calendar(const std::string& file);
    std::vector<CalendarEntry> entries;   // ascending by time
};

}  // namespace emu
