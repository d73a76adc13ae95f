#include "core/sha256.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

namespace emu {

namespace {

struct Tables {
    std::array<std::uint32_t, 64> round;
    std::array<std::uint32_t, 8> start;
};

// First 32 bits of the fractions of roots of the first primes.
Tables make_tables() {
    Tables tables{};
    auto fraction = [](long double x) { return static_cast<std::uint32_t>((x - std::floor(x)) * 4294967296.0L); };
    std::size_t n = 0;
    for (int candidate = 2; n < 64; candidate++) {
        bool prime = true;
        for (int d = 2; d * d <= candidate; d++) {
            prime = prime && candidate % d != 0;
        }
        if (!prime) {
            continue;
        }
        tables.round[n] = fraction(std::cbrt(static_cast<long double>(candidate)));
        if (n < 8) {
            tables.start[n] = fraction(std::sqrt(static_cast<long double>(candidate)));
        }
        n++;
    }
    return tables;
}

void compress(std::array<std::uint32_t, 8>& h, const unsigned char* block, const Tables& tables) {
    std::array<std::uint32_t, 64> w{};
    for (std::size_t i = 0; i < 16; i++) {
        w[i] = static_cast<std::uint32_t>(block[4 * i] << 24 | block[4 * i + 1] << 16 | block[4 * i + 2] << 8 | block[4 * i + 3]);
    }
    for (std::size_t i = 16; i < 64; i++) {
        std::uint32_t a = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
        std::uint32_t b = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
        w[i] = w[i - 16] + a + w[i - 7] + b;
    }
    auto v = h;
    for (std::size_t i = 0; i < 64; i++) {
        std::uint32_t s1 = std::rotr(v[4], 6) ^ std::rotr(v[4], 11) ^ std::rotr(v[4], 25);
        std::uint32_t t1 = v[7] + s1 + ((v[4] & v[5]) ^ (~v[4] & v[6])) + tables.round[i] + w[i];
        std::uint32_t s0 = std::rotr(v[0], 2) ^ std::rotr(v[0], 13) ^ std::rotr(v[0], 22);
        std::uint32_t t2 = s0 + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        v = {t1 + t2, v[0], v[1], v[2], v[3] + t1, v[4], v[5], v[6]};
    }
    for (std::size_t i = 0; i < 8; i++) {
        h[i] += v[i];
    }
}

}  // namespace

std::array<unsigned char, 32> sha256(const unsigned char* bytes, std::size_t count) {
    static const Tables tables = make_tables();
    std::vector<unsigned char> padded(bytes, bytes + count);
    padded.push_back(0x80);
    while (padded.size() % 64 != 56) {
        padded.push_back(0);
    }
    for (int shift = 56; shift >= 0; shift -= 8) {
        padded.push_back(static_cast<unsigned char>(static_cast<std::uint64_t>(count) * 8 >> shift));
    }
    auto h = tables.start;
    for (std::size_t i = 0; i < padded.size(); i += 64) {
        compress(h, padded.data() + i, tables);
    }
    std::array<unsigned char, 32> digest{};
    for (std::size_t i = 0; i < 32; i++) {
        digest[i] = static_cast<unsigned char>(h[i / 4] >> (24 - 8 * (i % 4)));
    }
    return digest;
}

}  // namespace emu
