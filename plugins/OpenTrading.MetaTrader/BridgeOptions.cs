using OpenTrading.Sdk.Plugins;

namespace OpenTrading.MetaTrader;

/// <summary>The bridge as configured.</summary>
[PluginOptions("metatrader")]
public sealed record BridgeOptions
{
    [Option("enabled", "whether terminals may connect")]
    public bool Enabled { get; init; } = true;

    [Option("listen", "address and port that terminals connect to")]
    public string Listen { get; init; } = "127.0.0.1:8030";

    [Option("http_listen", "address and port for MT4 over HTTP; none for no such port")]
    public string HttpListen { get; init; } = "127.0.0.1:8031";

    [Option("pipe", "name of the pipe for MT4; none for no pipe")]
    public string Pipe { get; init; } = "opentrading";

    [Option("token_file", "file with the token shared with the terminal's expert")]
    public string TokenFile { get; init; } = "keys/metatrader.token";

    [Option("broker_timezone", "IANA zone of the broker's server time, or ny+7 for New York time and seven hours; auto takes the terminal's present offset for all times")]
    public string BrokerTimezone { get; init; } = "auto";

    [Option("logins", "accounts that may connect, as login@server; empty lets every account connect")]
    public string[] Logins { get; init; } = [];

    [Option("aliases", "instruments by the broker's names for them, as NAME=SYMBOL")]
    public string[] Aliases { get; init; } = ["GOLD=XAUUSD", "SILVER=XAGUSD"];

    [Option("heartbeat_ms", "how often the host asks whether a terminal is there; a link silent for three times as long is dropped, milliseconds", Min = 500, Max = 10_000)]
    public int HeartbeatMs { get; init; } = 5000;

    [Option("magic", "number that marks this host's orders in the terminal", Min = 0, Max = 2_147_483_647)]
    public int Magic { get; init; } = 802_610;

    [Option("max_lots", "lots in one order that the expert is told to refuse more than; 0 leaves it to its own input", Min = 0, Max = 10_000)]
    public double MaxLots { get; init; }

    [Option("max_open_lots", "lots open and pending together that the expert is told to refuse more than; 0 leaves it to its own input", Min = 0, Max = 100_000)]
    public double MaxOpenLots { get; init; }

    [Option("max_orders_per_minute", "entries in a minute that the expert is told to refuse more than; 0 leaves it to its own input", Min = 0, Max = 10_000)]
    public int MaxOrdersPerMinute { get; init; }

    [Option("daily_loss", "loss of a server day, account currency, from which the expert is told to refuse entries; 0 leaves it to its own input", Min = 0, Max = 1e9)]
    public double DailyLoss { get; init; }
}
