using OpenTrading.Kernel.Trades;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Paper.Performance;

/// <summary>Whether paper trades show an edge.</summary>
public sealed record EdgeResult : DataResult
{
    /// <summary>Closed trades.</summary>
    public required int N { get; init; }

    /// <summary>Share that gained, 0 to 100; null of no trade.</summary>
    public decimal? WinPct { get; init; }

    /// <summary>Mean result in multiples of initial risk; null where none has a known risk.</summary>
    public decimal? AvgR { get; init; }

    /// <summary>All results over all initial risk: trades count by the money they risked; null where none has a known risk.</summary>
    public decimal? ExpectancyR { get; init; }

    /// <summary>Where the true mean lies in 95 of 100 cases, multiples of initial risk; null of fewer than two trades.</summary>
    public EdgeInterval? Ci95R { get; init; }

    /// <summary>Gains over losses; null where nothing was lost.</summary>
    public decimal? ProfitFactor { get; init; }

    /// <summary>By instrument, most trades first.</summary>
    public required IReadOnlyList<PerformanceGroup> BySymbol { get; init; }

    /// <summary>By strategy, most trades first; <c>manual</c> where none was behind them.</summary>
    public required IReadOnlyList<PerformanceGroup> ByStrategy { get; init; }

    /// <summary>Against backtests of the same strategy; null where there is none to compare with.</summary>
    public EdgeComparison? VsBacktest { get; init; }

    /// <summary>Whether there are at least 30 trades of known risk and the whole interval is above zero.</summary>
    public required bool EdgeProven { get; init; }

    /// <summary>Currency of the money.</summary>
    public required string Currency { get; init; }
}

/// <summary>An interval of mean results.</summary>
/// <param name="Low">Lower end, multiples of initial risk.</param>
/// <param name="High">Upper end.</param>
public sealed record EdgeInterval(double Low, double High);

/// <summary>Paper against backtest.</summary>
/// <param name="Delta">Mean result on paper less that of the backtest, multiples of initial risk.</param>
/// <param name="PValue">Probability of a difference at least so large by chance alone.</param>
public sealed record EdgeComparison(double Delta, double PValue);
