#include "terminal/options.hpp"

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>

#include "terminal/faults.hpp"

namespace emu {

namespace {

constexpr const char* usage = R"(usage: terminal-mt5 [--OPTION VALUE]...   (terminal-mt4 likewise)
An emulated MetaTrader terminal that runs the OpenTrading bridge.

  --input NAME=VALUE    an input of the expert (HostPort, HostToken, AllowTrading, ...); may be given often
  --files FOLDER        the expert's files; the same folder again is the same terminal
  --state FILE          the broker's memory; without it everything is forgotten at the end
  --control PATH        UNIX socket for commands while it runs; send "help" there
  --data FOLDER         SYMBOL_TF.csv with recorded bars; without it prices are made up
  --ticks SYMBOL=FILE   recorded ticks instead of ticks from the bars
  --calendar FILE       economic calendar, CSV
  --feed path|manual    live ticks from the bars (default), or by command only
  --tick-ms N           milliseconds between two ticks of a symbol (250)
  --share X             part of the recorded bars that lies in the past (0.9)
  --sessions            markets close at night and on weekends; otherwise they are always open
  --max-bars N          bars a chart holds (100000)
  --prefix P --suffix S names as the broker writes them: mEURUSD, EURUSD.r
  --symbol NAME:K=V,... properties of a symbol (digits, stops_level, freeze_level, filling, execution, ...)
  --chart SYMBOL        chart the expert runs on (EURUSD)
  --chart-id N          number of that chart; two experts of one terminal have two
  --login N --server S --currency C --leverage N --balance X --trade-mode demo|contest|real
  --mode hedging|netting|exchange   how positions add up (hedging)
  --fifo --no-hedge     rules of some accounts
  --allow LIST          addresses the user allowed (127.0.0.1,localhost)
  --pipes FOLDER        where MT4's named pipes are UNIX sockets CoreFxPipe_NAME (TMPDIR or /tmp)
  --offset SECONDS      server time minus UTC (7200)
  --utc MS              the time it is at the start; default the machine's
  --speed X             how fast time goes
  --seconds X           end after this long
  --fault "NAME[=VALUE] [times=N] [action=KIND]"   may be given often:
)";

std::vector<std::string> split(const std::string& list) {
    std::vector<std::string> items;
    for (std::size_t begin = 0; begin <= list.size();) {
        std::size_t comma = std::min(list.find(',', begin), list.size());
        items.push_back(list.substr(begin, comma - begin));
        begin = comma + 1;
    }
    return items;
}

[[noreturn]] void refuse(const std::string& why) {
    std::fprintf(stderr, "%s\nTry --help.\n", why.c_str());
    std::exit(2);
}

using Setter = std::function<void(Options&, const std::string&)>;

const std::map<std::string, Setter>& setters() {
    static const std::map<std::string, Setter> all = {
        {"input", [](Options& o, const std::string& v) { o.inputs.push_back(v); }},
        {"files", [](Options& o, const std::string& v) { o.files = v; }},
        {"state", [](Options& o, const std::string& v) { o.state = v; }},
        {"control", [](Options& o, const std::string& v) { o.control = v; }},
        {"data", [](Options& o, const std::string& v) { o.market.data_folder = v; }},
        {"ticks", [](Options& o, const std::string& v) { o.market.tick_file = v; }},
        {"calendar", [](Options& o, const std::string& v) { o.calendar = v; }},
        {"feed", [](Options& o, const std::string& v) { o.market.feed = v == "manual" ? Feed::manual : Feed::path; }},
        {"tick-ms", [](Options& o, const std::string& v) { o.market.tick_interval_ms = std::max(1, std::atoi(v.c_str())); }},
        {"share", [](Options& o, const std::string& v) { o.market.share = std::atof(v.c_str()); }},
        {"max-bars", [](Options& o, const std::string& v) { o.market.max_bars = static_cast<std::size_t>(std::atoll(v.c_str())); }},
        {"prefix", [](Options& o, const std::string& v) { o.market.prefix = v; }},
        {"suffix", [](Options& o, const std::string& v) { o.market.suffix = v; }},
        {"symbol", [](Options& o, const std::string& v) { o.symbols.push_back(v); }},
        {"chart", [](Options& o, const std::string& v) { o.chart = v; }},
        {"chart-id", [](Options& o, const std::string& v) { o.chart_id = std::atoll(v.c_str()); }},
        {"login", [](Options& o, const std::string& v) { o.account.login = std::atoll(v.c_str()); }},
        {"server", [](Options& o, const std::string& v) { o.account.server = v; }},
        {"currency", [](Options& o, const std::string& v) { o.account.currency = v; }},
        {"leverage", [](Options& o, const std::string& v) { o.account.leverage = std::max(1, std::atoi(v.c_str())); }},
        {"balance", [](Options& o, const std::string& v) { o.account.balance = std::atof(v.c_str()); }},
        {"trade-mode", [](Options& o, const std::string& v) { o.account.trade_mode = v == "real" ? 2 : v == "contest" ? 1 : 0; }},
        {"mode", [](Options& o, const std::string& v) {
             o.account.mode = v == "netting" ? MarginMode::netting : v == "exchange" ? MarginMode::exchange : MarginMode::hedging;
         }},
        {"allow", [](Options& o, const std::string& v) { o.allowed = split(v); }},
        {"pipes", [](Options& o, const std::string& v) { o.pipes = v; }},
        {"offset", [](Options& o, const std::string& v) { o.offset_s = std::atoll(v.c_str()); }},
        {"utc", [](Options& o, const std::string& v) { o.utc_ms = std::atoll(v.c_str()); }},
        {"speed", [](Options& o, const std::string& v) { o.speed = std::atof(v.c_str()); }},
        {"seconds", [](Options& o, const std::string& v) { o.seconds = std::atof(v.c_str()); }},
        {"fault", [](Options& o, const std::string& v) { o.faults.push_back(v); }},
    };
    return all;
}

const std::map<std::string, std::function<void(Options&)>>& switches() {
    static const std::map<std::string, std::function<void(Options&)>> all = {
        {"sessions", [](Options& o) { o.market.continuous = false; }},
        {"fifo", [](Options& o) { o.account.fifo = true; }},
        {"no-hedge", [](Options& o) { o.account.hedge_allowed = false; }},
        {"quiet", [](Options& o) { o.quiet = true; }},
    };
    return all;
}

}  // namespace

Options read_options(int count, char** words) {
    Options options;
    options.allowed = {"127.0.0.1", "localhost"};
    for (int i = 1; i < count; i++) {
        std::string word = words[i];
        if (word == "--help" || word == "-h") {
            std::printf("%s%s", usage, Faults::names().c_str());
            std::exit(0);
        }
        std::string name = word.starts_with("--") ? word.substr(2) : "";
        std::size_t equals = name.find('=');
        std::string value = equals == std::string::npos ? "" : name.substr(equals + 1);
        name = name.substr(0, equals);
        if (auto found = switches().find(name); found != switches().end()) {
            found->second(options);
            continue;
        }
        auto found = setters().find(name);
        if (found == setters().end()) {
            refuse("unknown option " + word);
        }
        if (equals == std::string::npos) {
            if (i + 1 == count) {
                refuse(word + " needs a value");
            }
            value = words[++i];
        }
        found->second(options, value);
    }
    return options;
}

}  // namespace emu
