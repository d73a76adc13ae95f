using System.Text.Json;
using OpenTrading.Kernel.Backtesting.Breakdowns;
using OpenTrading.Kernel.Backtesting.Robustness.Significance;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Backtesting.Archive;

/// <summary>What a kept backtest was and what came of it, without its fills, trades and equity.</summary>
/// <threadsafety>Immutable.</threadsafety>
public sealed record RunCard
{
    /// <summary><c>bt_</c> and a ULID.</summary>
    public required string RunId { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>Whether it is a walk-forward: its equity is joined of windows that were chosen one after another.</summary>
    public bool IsWalkForward { get; init; }

    /// <summary>What was asked, so that it can be run again.</summary>
    public required JsonElement Request { get; init; }

    /// <summary>Instruments.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>Where the prices came from.</summary>
    public required string Source { get; init; }

    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Strategy.</summary>
    public required string StrategyId { get; init; }

    /// <summary>Values of its parameters.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Parameters { get; init; }

    /// <summary>Settings after defaults, as reports have them.</summary>
    public required JsonElement Config { get; init; }

    /// <summary>Currency of the account.</summary>
    public required string Currency { get; init; }

    /// <summary>Bars of all instruments.</summary>
    public required long Bars { get; init; }

    /// <summary>Opening time of the first bar, UTC.</summary>
    public required DateTime From { get; init; }

    /// <summary>Close of the last bar, UTC.</summary>
    public required DateTime To { get; init; }

    /// <summary>Fingerprint of the prices.</summary>
    public required string DataHash { get; init; }

    /// <summary>Fingerprint of the fills.</summary>
    public required string OrderListHash { get; init; }

    /// <summary>Metrics by key; those that are undefined are left out.</summary>
    public required IReadOnlyDictionary<string, double> Metrics { get; init; }

    /// <summary>What holding the instruments would have brought, percent; the mean over several.</summary>
    public required double BenchmarkPct { get; init; }

    /// <summary>Sharpe ratio a bar with the shape of the returns; null where equity never moved.</summary>
    public SharpeSample? BarSharpe { get; init; }

    /// <summary>What a reader must know.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>By instrument; null for one alone.</summary>
    public IReadOnlyList<SymbolResult>? BySymbol { get; init; }

    /// <summary>By calendar year.</summary>
    public required IReadOnlyList<PeriodResult> ByYear { get; init; }

    /// <summary>By calendar month.</summary>
    public required IReadOnlyList<PeriodResult> ByMonth { get; init; }

    /// <summary>By weekday of the entry.</summary>
    public required IReadOnlyList<PeriodResult> ByWeekday { get; init; }

    /// <summary>Long trades.</summary>
    public required SideResult Longs { get; init; }

    /// <summary>Short trades.</summary>
    public required SideResult Shorts { get; init; }

    /// <summary>Trades won and lost in a row.</summary>
    public required Streaks Streaks { get; init; }

    /// <summary>The deepest falls of equity.</summary>
    public required IReadOnlyList<DrawdownSpan> Drawdowns { get; init; }
}
