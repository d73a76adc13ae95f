// The dynamic array of MQL. An index outside ends the expert, as in the terminal.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <stdexcept>
#include <vector>

#include "lang/types.hpp"

namespace mql {

inline constexpr int WHOLE_ARRAY = -1;

template <class T>
class Array {
public:
    std::vector<T> items;

    Array() = default;
    Array(std::initializer_list<T> list) : items(list) {}
    Array(const Array&) = delete;
    Array& operator=(const Array&) = delete;

    T& operator[](long index) { return items[checked(index)]; }
    const T& operator[](long index) const { return items[checked(index)]; }

private:
    std::size_t checked(long index) const {
        if (index < 0 || static_cast<std::size_t>(index) >= items.size()) {
            throw std::out_of_range("array out of range");
        }
        return static_cast<std::size_t>(index);
    }
};

template <class T>
int ArraySize(const Array<T>& array) { return static_cast<int>(array.items.size()); }

template <class T>
int ArrayResize(Array<T>& array, int size, int reserve = 0) {
    if (size < 0) {
        return -1;
    }
    auto wanted = static_cast<std::size_t>(size);
    if (wanted > array.items.capacity() && reserve > 0) {
        array.items.reserve(wanted + static_cast<std::size_t>(reserve));
    }
    array.items.resize(wanted);
    return size;
}

template <class T>
void ArrayFree(Array<T>& array) { array.items.clear(); }

template <class T>
int ArrayInitialize(Array<T>& array, T value) {
    std::fill(array.items.begin(), array.items.end(), value);
    return ArraySize(array);
}

template <class T>
bool ArrayRemove(Array<T>& array, uint start, uint count) {
    if (start > array.items.size()) {
        return false;
    }
    auto first = array.items.begin() + start;
    array.items.erase(first, first + std::min<long>(count, array.items.end() - first));
    return true;
}

template <class T>
int ArrayCopy(Array<T>& target, const Array<T>& source, int to = 0, int from = 0, int count = WHOLE_ARRAY) {
    if (&target == &source) {
        throw std::logic_error("ArrayCopy onto itself is outside the safe subset");
    }
    int there = ArraySize(source) - from;
    int taken = count == WHOLE_ARRAY ? there : std::min(count, there);
    if (taken <= 0 || from < 0 || to < 0) {
        return 0;
    }
    if (ArraySize(target) < to + taken) {
        target.items.resize(static_cast<std::size_t>(to + taken));
    }
    std::copy_n(source.items.begin() + from, taken, target.items.begin() + to);
    return taken;
}

template <class T>
void ZeroMemory(T& value) { value = T{}; }

}  // namespace mql
