using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Trades.Reviews;

/// <summary>A closed trade: what was planned against what became of it.</summary>
public sealed record TradeReview : RecordResult
{
    /// <summary>How it was meant; null where the journal does not hold its order.</summary>
    public TradePlan? Plan { get; init; }

    /// <summary>What became of it.</summary>
    public required TradeOutcome Actual { get; init; }

    /// <summary>Result in multiples of initial risk; null where the risk is not known.</summary>
    public decimal? R { get; init; }

    /// <summary>Farthest against it, in multiples of initial risk, 0 or negative.</summary>
    public decimal? MaeR { get; init; }

    /// <summary>Farthest for it, in multiples of initial risk.</summary>
    public decimal? MfeR { get; init; }

    /// <summary>Share of the best price that the exit kept, 0 to 100; negative for a loss.</summary>
    public decimal? EfficiencyPct { get; init; }

    /// <summary>Entry against the price it was decided on, in points; positive is worse.</summary>
    public decimal? SlippagePoints { get; init; }

    /// <summary>Risk rules that refused something that was tried with the position.</summary>
    public required IReadOnlyList<RuleBreach> RuleBreaches { get; init; }

    /// <summary>The market around it.</summary>
    public required TradeContext Context { get; init; }

    /// <summary>What the figures say, in sentences.</summary>
    public required IReadOnlyList<string> Lessons { get; init; }

    /// <summary>What nothing is known about.</summary>
    public required IReadOnlyList<MissingSection> Unavailable { get; init; }
}

/// <summary>What became of a trade.</summary>
/// <param name="Symbol">Instrument.</param>
/// <param name="Side">Direction.</param>
/// <param name="Lots">Lots closed.</param>
/// <param name="Entry">Entry price.</param>
/// <param name="Exit">Exit price.</param>
/// <param name="OpenedAt">Market time of the entry.</param>
/// <param name="ClosedAt">Market time of the exit.</param>
/// <param name="ExitReason">Why it was closed.</param>
/// <param name="Profit">From the price alone, account currency.</param>
/// <param name="Costs">Swap and commission, negative where they cost.</param>
/// <param name="Pnl">Both together.</param>
/// <param name="Risk">Loss at the first stop; null without one.</param>
/// <param name="Currency">Currency of the money.</param>
public sealed record TradeOutcome(
    string Symbol, OrderSide Side, decimal Lots, decimal Entry, decimal Exit, DateTime OpenedAt, DateTime ClosedAt, string ExitReason, decimal Profit, decimal Costs, decimal Pnl, decimal? Risk, string Currency);

/// <summary>The market around a trade.</summary>
/// <param name="SpreadPoints">Spread of the bar it was opened in.</param>
/// <param name="MeasuredOn">Bars that excursions were measured on.</param>
public sealed record TradeContext(decimal? SpreadPoints, Timeframe? MeasuredOn);

/// <summary>A part of an answer that is missing.</summary>
/// <param name="Section">Which.</param>
/// <param name="Reason">Why.</param>
public sealed record MissingSection(string Section, string Reason);
