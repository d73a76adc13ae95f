// SHA-256 (FIPS 180-4).
#pragma once

#include <array>
#include <cstddef>

namespace emu {

std::array<unsigned char, 32> sha256(const unsigned char* bytes, std::size_t count);

}  // namespace emu
