namespace OpenTrading.Features.Conditions;

/// <summary>A condition over the past of one symbol.</summary>
public sealed record ConditionMatches
{
    /// <summary>Instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>Where its bars come from.</summary>
    public required string Source { get; init; }

    /// <summary>UTC time of the newest bar's close.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>Whether a newer bar should be there by now.</summary>
    public required bool Stale { get; init; }

    /// <summary>Whether the market is closed now; null where its hours are not known.</summary>
    public bool? MarketClosed { get; init; }

    /// <summary>Whether it holds at the newest closed bar; null where that is not known.</summary>
    public bool? TrueNow { get; init; }

    /// <summary>Bars at which it held.</summary>
    public required int Matches { get; init; }

    /// <summary>Share of the bars at which it is known, percent.</summary>
    public required double FrequencyPct { get; init; }

    /// <summary>Returns after the bars at which it held.</summary>
    public required ForwardReturns Forward { get; init; }

    /// <summary>Returns after all bars.</summary>
    public required ForwardReturns Baseline { get; init; }

    internal string InWords(int horizon) => FormattableString.Invariant(
        $"{Symbol} {Matches} times{(TrueNow == true ? ", also now" : "")}, {(Forward.MeanPct is { } mean ? $"mean {mean} % after {horizon} bars against {Baseline.MeanPct} %" : "nothing followed yet")}");
}
