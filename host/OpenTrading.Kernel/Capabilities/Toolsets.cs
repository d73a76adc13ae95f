namespace OpenTrading.Kernel.Capabilities;

/// <summary>What each of the host's groups of capabilities is for.</summary>
public static class Toolsets
{
    /// <summary>Stands for all of them in a configuration.</summary>
    public const string All = "all";

    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["system"] = "health, configuration, plugins, jobs, and finding tools",
        ["market"] = "prices, symbols, sessions and the quality of data",
        ["analysis"] = "trend, levels, zones, volatility and patterns of a market",
        ["features"] = "indicators, feature sets and conditions",
        ["signals"] = "strategies, their signals and how they agree",
        ["risk"] = "limits, position sizes, exposure and the kill switch",
        ["backtest"] = "backtests, sweeps and whether their results are skill",
        ["models"] = "training, judging and using models",
        ["scanner"] = "searching many markets for opportunities",
        ["paper"] = "the paper account: orders, positions, trades",
        ["live"] = "the live account: proposals, requests and approvals",
        ["alerts"] = "telling when a market does something",
        ["research"] = "news, sentiment and economic events",
        ["journal"] = "notes on trades, reviews and performance",
        ["audit"] = "the tamper-evident record and its proofs",
        ["mt5"] = "a MetaTrader 5 terminal",
        ["mt4"] = "a MetaTrader 4 terminal",
    };

    /// <summary>What a group is for, in a few words; of a group that only a plugin knows, that it is a plugin's.</summary>
    public static string Describe(string toolset) => Known.GetValueOrDefault(toolset, "of a plugin");
}
