using OpenTrading.Sdk.Capabilities;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests.Capabilities;

/// <summary>Whether a strategy knew the future.</summary>
internal sealed record LookAheadFindings : DataResult
{
    /// <summary>Instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>Bar length.</summary>
    public required Timeframe Timeframe { get; init; }

    /// <summary>Whether the market is closed now.</summary>
    public bool? MarketClosed { get; init; }

    /// <summary>Whether anything before a cut changed with what came after it.</summary>
    public required bool Leaked { get; init; }

    /// <summary>Of each cut, the first difference; none where there is none.</summary>
    public required IReadOnlyList<LookAheadMismatch> Mismatches { get; init; }

    /// <summary>Bars that were compared, over all cuts.</summary>
    public required long CheckedBars { get; init; }
}
