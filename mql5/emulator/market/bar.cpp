#include "market/bar.hpp"

#include "core/calendar_date.hpp"

namespace emu {

std::int64_t bar_open(std::int64_t tf, std::int64_t time) {
    std::int64_t days = time / day_s;
    if (tf == month_tf) {
        Date date = date_of(days);
        date.day = 1;
        return days_of(date) * day_s;
    }
    if (tf == week_s) {
        return (days - weekday_of(days)) * day_s;
    }
    return time - time % tf;
}

std::int64_t next_open(std::int64_t tf, std::int64_t open) {
    return tf == month_tf ? bar_open(tf, open + 32 * day_s) : open + tf;
}

}  // namespace emu
