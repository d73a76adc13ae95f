// The emulator's time: the machine's, from a start of choice, at a speed of choice, and with jumps.
#pragma once

#include <cstdint>

namespace emu {

class Clock {
public:
    Clock();

    // Microseconds since the start. Only ever grows.
    std::int64_t elapsed_us() const;
    std::int64_t utc_ms() const { return start_utc_ms_ + elapsed_us() / 1000; }
    std::int64_t server_ms() const { return utc_ms() + offset_s * 1000; }
    std::int64_t server_s() const { return server_ms() / 1000; }

    void start_at(std::int64_t utc_ms) { start_utc_ms_ = utc_ms - elapsed_us() / 1000; }
    void set_speed(double speed);
    void advance_ms(std::int64_t ms);

    // Server time minus UTC.
    std::int64_t offset_s = 7200;

private:
    std::int64_t start_utc_ms_;
    std::int64_t real_base_us_;
    std::int64_t base_us_ = 0;
    double speed_ = 1.0;
};

std::int64_t real_us();

}  // namespace emu
