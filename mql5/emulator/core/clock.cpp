#include "core/clock.hpp"

#include <chrono>

namespace emu {

std::int64_t real_us() {
    using namespace std::chrono;
    return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

Clock::Clock() : real_base_us_(real_us()) {
    using namespace std::chrono;
    start_utc_ms_ = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::int64_t Clock::elapsed_us() const {
    return base_us_ + static_cast<std::int64_t>(static_cast<double>(real_us() - real_base_us_) * speed_);
}

void Clock::set_speed(double speed) {
    base_us_ = elapsed_us();
    real_base_us_ = real_us();
    speed_ = speed;
}

void Clock::advance_ms(std::int64_t ms) { base_us_ += ms * 1000; }

}  // namespace emu
