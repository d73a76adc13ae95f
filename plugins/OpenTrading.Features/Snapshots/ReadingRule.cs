using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Features.Snapshots;

/// <summary>When an indicator reads as a state. Of the rules of one indicator the first that holds counts.</summary>
/// <param name="Name">Which indicator.</param>
/// <param name="State">How it reads.</param>
/// <param name="Condition">When; <c>{x}</c> stands for the indicator with its parameters.</param>
internal sealed record ReadingRule(string Name, string State, string Condition)
{
    private static readonly ReadingRule[] OfAverages = [new("", "price_above", "close > {x}"), new("", "price_below", "close < {x}")];

    private static readonly ReadingRule[] All =
    [
        .. Oscillator("rsi", "{x}", 70, 30, 50),
        .. Oscillator("stoch", "{x}.k", 80, 20, 50),
        .. Oscillator("stoch_rsi", "{x}.k", 80, 20, 50),
        .. Oscillator("connors_rsi", "{x}", 90, 10, 50),
        .. Oscillator("mfi", "{x}", 80, 20, 50),
        .. Oscillator("cci", "{x}", 100, -100, 0),
        .. Oscillator("willr", "{x}", -20, -80, -50),
        .. Oscillator("ultimate", "{x}", 70, 30, 50),
        .. Oscillator("cmo", "{x}", 50, -50, 0),
        .. Signed("macd", "{x}.histogram", "bullish", "bearish"),
        .. Signed("ppo", "{x}", "bullish", "bearish"),
        .. Signed("roc", "{x}", "rising", "falling"),
        .. Signed("mom", "{x}", "rising", "falling"),
        .. Signed("tsi", "{x}", "bullish", "bearish"),
        .. Signed("trix", "{x}", "bullish", "bearish"),
        .. Signed("ao", "{x}", "bullish", "bearish"),
        .. Signed("slope", "{x}", "rising", "falling"),
        .. Signed("cmf", "{x}", "accumulation", "distribution"),
        .. Signed("chaikin_osc", "{x}", "accumulation", "distribution"),
        new("adx", "trend_up", "{x}.adx >= 25 and {x}.pdi > {x}.mdi"),
        new("adx", "trend_down", "{x}.adx >= 25 and {x}.pdi < {x}.mdi"),
        new("adx", "no_trend", "{x}.adx < 20"),
        new("adx", "undecided", "{x}.adx >= 20"),
        new("aroon", "trend_up", "{x}.up >= 70 and {x}.down <= 30"),
        new("aroon", "trend_down", "{x}.down >= 70 and {x}.up <= 30"),
        new("aroon", "no_trend", "{x}.up >= 0"),
        .. Between("vortex", "{x}.plus", "{x}.minus", "trend_up", "trend_down"),
        .. Between("supertrend", "close", "{x}", "trend_up", "trend_down"),
        .. Between("psar", "close", "{x}", "trend_up", "trend_down"),
        .. Between("vwap", "close", "{x}.vwap", "price_above", "price_below"),
        new("ichimoku", "above_cloud", "close > max({x}.senkouA, {x}.senkouB)"),
        new("ichimoku", "below_cloud", "close < min({x}.senkouA, {x}.senkouB)"),
        new("ichimoku", "in_cloud", "{x}.senkouA > 0"),
        new("alligator", "trend_up", "{x}.lips > {x}.teeth > {x}.jaw"),
        new("alligator", "trend_down", "{x}.lips < {x}.teeth < {x}.jaw"),
        new("alligator", "sleeping", "{x}.lips > 0"),
        .. Channel("bb"),
        .. Channel("keltner"),
        .. Channel("donchian"),
        .. Channel("starc"),
        .. Between("atr", "{x}", "sma({x}, 20)", "expanding", "contracting"),
        .. Between("natr", "{x}", "sma({x}, 20)", "expanding", "contracting"),
        .. Between("stdev", "{x}", "sma({x}, 20)", "expanding", "contracting"),
        .. Between("obv", "{x}", "sma({x}, 20)", "rising", "falling"),
        .. Between("adl", "{x}", "sma({x}, 20)", "rising", "falling"),
        new("chop", "choppy", "{x} >= 61.8"),
        new("chop", "trending", "{x} <= 38.2"),
        new("chop", "undecided", "{x} > 38.2"),
        new("efficiency_ratio", "trending", "{x} >= 0.5"),
        new("efficiency_ratio", "choppy", "{x} < 0.3"),
    ];

    private static readonly ILookup<string, ReadingRule> ByName = All.ToLookup(r => r.Name);

    /// <summary>Rules of an indicator with its parameters; none where its values are not usually read.</summary>
    public static IEnumerable<ReadingRule> Of(IndicatorSetup setup)
    {
        IEnumerable<ReadingRule> rules = ByName[setup.Definition.Name];
        if (setup.Definition is { Kind: IndicatorKind.Average, Outputs: [{ } main, ..] })
        {
            rules = OfAverages.Select(r => r with { Condition = r.Condition.Replace("{x}", OutputOf(setup, main), StringComparison.Ordinal) });
        }

        return rules.Select(r => r with { Condition = r.Condition.Replace("{x}", setup.ToString(), StringComparison.Ordinal) });
    }

    /// <summary>An output of an indicator as an expression.</summary>
    public static string OutputOf(IndicatorSetup setup, string output) => setup.Definition.Outputs.Count == 1 ? setup.ToString() : $"{setup}.{output}";

    private static ReadingRule[] Oscillator(string name, string value, double high, double low, double middle) =>
    [
        new(name, "overbought", FormattableString.Invariant($"{value} >= {high}")),
        new(name, "oversold", FormattableString.Invariant($"{value} <= {low}")),
        .. Between(name, value, FormattableString.Invariant($"{middle}"), "bullish", "bearish"),
    ];

    private static ReadingRule[] Signed(string name, string value, string above, string below) => Between(name, value, "0", above, below);

    private static ReadingRule[] Channel(string name) =>
    [
        new(name, "above_upper", "close > {x}.upper"),
        new(name, "below_lower", "close < {x}.lower"),
        .. Between(name, "close", "{x}.middle", "upper_half", "lower_half"),
    ];

    private static ReadingRule[] Between(string name, string left, string right, string above, string below) =>
        [new(name, above, $"{left} > {right}"), new(name, below, $"{left} < {right}")];
}
