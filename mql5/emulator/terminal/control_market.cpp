// Commands about prices and time.
#include <cstdlib>

#include "terminal/control.hpp"
#include "terminal/json.hpp"
#include "terminal/terminal.hpp"

namespace emu {

namespace {

using Words = std::vector<std::string>;

std::string quote(Terminal& t, const Words& words) {
    Instrument* instrument = words.empty() ? nullptr : t.market.find(words[0]);
    if (instrument == nullptr) {
        return refused("quote SYMBOL [BID ASK]");
    }
    if (words.size() == 3) {
        t.market.quote(*instrument, std::atof(words[1].c_str()), std::atof(words[2].c_str()));
    }
    const Tick* tick = instrument->last();
    if (tick == nullptr) {
        return refused("no price yet");
    }
    return Json().put("ok", true).put("bid", tick->bid).put("ask", tick->ask).put("time_msc", tick->time_msc).text();
}

// burst SYMBOLS COUNT: that many ticks of each symbol at once
std::string burst(Terminal& t, const Words& words) {
    if (words.size() != 2) {
        return refused("burst SYMBOL COUNT");
    }
    Instrument* instrument = t.market.find(words[0]);
    if (instrument == nullptr || instrument->last() == nullptr) {
        return refused("no such symbol");
    }
    Tick last = *instrument->last();
    double point = instrument->spec.point();
    for (int i = 0; i < std::atoi(words[1].c_str()); i++) {
        double move = point * (i % 2 == 0 ? 1 : 0);
        t.market.quote(*instrument, last.bid + move, last.ask + move);
    }
    return done();
}

std::string feed(Terminal& t, const Words& words) {
    if (words.empty()) {
        return refused("feed path|manual [TICK_MS]");
    }
    bool was_manual = t.market.feed == Feed::manual;
    t.market.feed = words[0] == "manual" ? Feed::manual : Feed::path;
    if (words.size() > 1) {
        t.market.tick_interval_ms = std::max(1, std::atoi(words[1].c_str()));
    }
    for (Instrument& instrument : t.market.all()) {
        if (was_manual) {
            instrument.next_tick_ms = t.clock.server_ms();
        }
    }
    return done();
}

std::string clock(Terminal& t, const Words& words) {
    if (words.size() == 2 && words[0] == "advance") {
        t.clock.advance_ms(std::atoll(words[1].c_str()));
    } else if (words.size() == 2 && words[0] == "speed") {
        t.clock.set_speed(std::atof(words[1].c_str()));
    } else if (words.size() == 2 && words[0] == "offset") {
        t.clock.offset_s = std::atoll(words[1].c_str());
    } else if (!words.empty()) {
        return refused("clock [advance MS | speed X | offset SECONDS]");
    }
    return Json().put("ok", true).put("utc_ms", t.clock.utc_ms()).put("server_ms", t.clock.server_ms()).put("offset_s", t.clock.offset_s).text();
}

std::string symbol(Terminal& t, const Words& words) {
    Instrument* instrument = words.empty() ? nullptr : t.market.find(words[0]);
    if (instrument == nullptr) {
        return refused("symbol NAME [KEY=VALUE]...");
    }
    for (std::size_t i = 1; i < words.size(); i++) {
        std::size_t equals = words[i].find('=');
        if (equals == std::string::npos || !set_property(instrument->spec, words[i].substr(0, equals), words[i].substr(equals + 1))) {
            return refused("no property " + words[i]);
        }
    }
    return Json().put("ok", true).put("source", instrument->rows.source).put("rows", instrument->rows.bars.size())
        .put("ticks", instrument->ticks.size()).text();
}

// bars SYMBOL TF_SECONDS COUNT: the terminal's own last bars, the forming one included
std::string bars(Terminal& t, const Words& words) {
    Instrument* instrument = words.size() == 3 ? t.market.find(words[0]) : nullptr;
    if (instrument == nullptr) {
        return refused("bars SYMBOL TF_SECONDS COUNT");
    }
    const auto& all = instrument->series->bars(std::atoll(words[1].c_str()));
    auto count = std::min(all.size(), static_cast<std::size_t>(std::atoll(words[2].c_str())));
    std::vector<Bar> last(all.end() - static_cast<std::ptrdiff_t>(count), all.end());
    return Json().put("ok", true).raw("bars", json_list(last, [](const Bar& bar) {
        return Json().put("time", bar.time).put("open", bar.open).put("high", bar.high).put("low", bar.low).put("close", bar.close)
            .put("volume", bar.volume).text();
    })).text();
}

}  // namespace

void add_market_commands(std::map<std::string, Command>& commands) {
    commands["quote"] = quote;
    commands["burst"] = burst;
    commands["feed"] = feed;
    commands["clock"] = clock;
    commands["symbol"] = symbol;
    commands["bars"] = bars;
}

}  // namespace emu
