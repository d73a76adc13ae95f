namespace OpenTrading.Host.Running.Backtests;

/// <summary>Costs and assumptions of a backtest as text, in the forms of the command's options.</summary>
internal sealed record BacktestTerms
{
    /// <summary>Value of <c>--risk</c> that lets orders pass unasked.</summary>
    public const string RiskOff = "off";

    /// <summary>Value of <c>--risk</c> that asks the rules of the configuration in force.</summary>
    public const string RiskOfConfiguration = "config";

    /// <summary><c>recorded</c>, <c>fixed:1.2pips</c>, <c>fixed:12points</c>, <c>median-by-hour</c> or <c>0</c>.</summary>
    public string Spread { get; init; } = "recorded";

    /// <summary><c>instrument</c>, <c>0</c>, or any of <c>per-lot:3.5</c>, <c>notional:0.00007</c>, <c>per-trade:1</c>, joined by commas.</summary>
    public string Commission { get; init; } = "instrument";

    /// <summary><c>0</c>, <c>fixed:3</c>, <c>random:0..5</c> or <c>volatility:0.1</c>, points.</summary>
    public string Slippage { get; init; } = "0";

    /// <summary><c>0</c>, <c>instrument</c>, <c>points:-2.1/0.8</c>, <c>money:-5/1</c> or <c>percent:-3/1</c>, long and short.</summary>
    public string Swap { get; init; } = "0";

    /// <summary><c>0</c>, <c>2bars</c> or, on ticks, <c>300ms</c>.</summary>
    public string Delay { get; init; } = "0";

    /// <summary><c>pessimistic</c>, <c>ohlc-path</c> or <c>lower:M1</c>.</summary>
    public string Intrabar { get; init; } = "pessimistic";

    /// <summary><c>extreme</c> or <c>close</c>.</summary>
    public string Trail { get; init; } = "extreme";

    /// <summary><c>netting</c> or <c>hedging</c>.</summary>
    public string Account { get; init; } = "netting";

    /// <summary>Units a unit of margin controls, or <c>none</c> for no margin rules.</summary>
    public string Leverage { get; init; } = "none";

    /// <summary><c>none</c> or <c>currency</c>.</summary>
    public string MoneyRounding { get; init; } = "none";

    /// <summary>Seed of everything random.</summary>
    public long Seed { get; init; }
}
