using OpenTrading.Host.Configuration.Binding;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Configuration.Sections;

/// <summary>The session that <c>run</c> starts.</summary>
internal sealed record RunOptions
{
    [ConfigKey("source", "where its bars come from: synthetic, file for the store, mt5 or mt4 for a terminal")]
    public string Source { get; init; } = "synthetic";

    /// <summary>Whether they come from a terminal: as time passes, at its own pace.</summary>
    public bool IsFromTerminal => Source is "mt5" or "mt4";

    [ConfigKey("symbol", "instrument")]
    public string Symbol { get; init; } = "TREND1";

    [ConfigKey("timeframe", "bar length")]
    public Timeframe Timeframe { get; init; } = Timeframe.M1;

    [ConfigKey("strategies", "ids of the strategies that vote; none where clients alone propose")]
    public string[] Strategies { get; init; } = ["sma-rsi-baseline", "volatility-breakout"];

    [ConfigKey("voting", "weighted, majority or unanimous")]
    public string Voting { get; init; } = "weighted";

    [ConfigKey("size", "lots:0.1, units:100000 or risk:1%")]
    public string Size { get; init; } = "risk:1%";

    [ConfigKey("speed", "market seconds a second", Min = 0.01, Max = 1e6)]
    public double Speed { get; init; } = 60;

    [ConfigKey("warmup_bars", "bars of history the strategies see before they trade", Min = 0, Max = 100_000)]
    public int WarmupBars { get; init; } = 300;

    [ConfigKey("seed", "seed of the synthetic feed", Min = 0, Max = int.MaxValue)]
    public int Seed { get; init; } = 1;
}
