using OpenTrading.Kernel.Signals.Records;
using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Signals;

/// <summary>What several strategies say of a market.</summary>
public sealed record EnsembleResult : PricesResult
{
    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Id of the recorded signal; asked again on the same bar it is the same.</summary>
    public required string SignalId { get; init; }

    /// <summary>What they say to do.</summary>
    public required SignalVerb Action { get; init; }

    /// <summary>How sure, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Share of the strategies that say the same as the result, percent.</summary>
    public required double AgreementPct { get; init; }

    /// <summary>What each strategy says.</summary>
    public required IReadOnlyList<CastVote> Votes { get; init; }

    /// <summary>Price of the entry, that of the surest strategy; null where nothing is to be done.</summary>
    public decimal? Entry { get; init; }

    /// <summary>Protective stop, that of the surest strategy.</summary>
    public decimal? StopLoss { get; init; }

    /// <summary>Profit target, that of the surest strategy.</summary>
    public decimal? TakeProfit { get; init; }
}
