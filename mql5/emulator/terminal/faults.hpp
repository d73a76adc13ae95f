// What goes wrong on purpose. Each fault has a name, a value and how often it strikes.
#pragma once

#include <map>
#include <string>

namespace emu {

class Faults {
public:
    struct Fault {
        std::string value;
        int times = -1;       // -1 = until cleared
        std::string action;   // only requests of this kind: deal, pending, sltp, modify, remove; "" = any
    };

    // "NAME" or "NAME=VALUE", then "times=N" and "action=KIND" in any order. False when there is no such fault.
    bool set(const std::string& words);
    void clear(const std::string& name);   // "" = all
    std::string list() const;

    // The value of a fault that is on, and one strike of it used up; null when it is off.
    const std::string* strike(const std::string& name, const std::string& action = "");
    bool is_on(const std::string& name) const { return faults_.contains(name); }
    std::string value(const std::string& name) const;
    static std::string names();

private:
    std::map<std::string, Fault> faults_;
    std::string struck_;
};

}  // namespace emu
