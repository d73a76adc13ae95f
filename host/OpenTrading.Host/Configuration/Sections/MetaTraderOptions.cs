using OpenTrading.Host.Configuration.Binding;

namespace OpenTrading.Host.Configuration.Sections;

/// <summary>The bridge to MetaTrader terminals.</summary>
internal sealed record MetaTraderOptions
{
    /// <summary>What stands for no address.</summary>
    public const string None = "none";

    [ConfigKey("enabled", "whether terminals may connect", SeedName = "MT5_ENABLED")]
    public bool Enabled { get; init; } = true;

    [ConfigKey("listen", "address and port that terminals connect to")]
    public string Listen { get; init; } = "127.0.0.1:8030";

    [ConfigKey("http_listen", "address and port for MT4 over HTTP; none for no such port")]
    public string HttpListen { get; init; } = "127.0.0.1:8031";

    [ConfigKey("token_file", "file with the token shared with the terminal's expert")]
    public string TokenFile { get; init; } = "keys/metatrader.token";

    [ConfigKey("broker_timezone", "IANA zone of the broker's server time; or ny+7 for New York time and seven hours; auto takes the terminal's present offset for all times")]
    public string BrokerTimezone { get; init; } = "auto";
}
