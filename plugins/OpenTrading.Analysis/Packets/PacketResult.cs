using OpenTrading.Sdk.Analysis.Levels;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Analysis.Packets;

/// <summary>What is known of a symbol in one answer. It recommends nothing.</summary>
public sealed record PacketResult : PricesResult
{
    /// <summary>The newest quote; absent where there is none.</summary>
    public PacketQuote? Quote { get; init; }

    /// <summary>One item a timeframe, shortest first.</summary>
    public required IReadOnlyList<PacketFrame> Frames { get; init; }

    /// <summary>The nearest levels of the middle timeframe, highest price first; their source and time are those of its frame.</summary>
    public required IReadOnlyList<PriceLevel> Levels { get; init; }

    /// <summary>Regime of the middle timeframe; absent where history is short.</summary>
    public PacketRegime? Regime { get; init; }

    /// <summary>Volatility of the middle timeframe; absent where history is short.</summary>
    public PacketVolatility? Volatility { get; init; }

    /// <summary>The market's hours.</summary>
    public PacketSessions? Sessions { get; init; }

    /// <summary>Events of the economic calendar that are near.</summary>
    public required IReadOnlyList<PacketEvent> Calendar { get; init; }

    /// <summary>The newest recorded signals on the symbol, newest first; opinions, never orders.</summary>
    public required IReadOnlyList<PacketSignal> Signals { get; init; }

    /// <summary>What the account holds of the symbol, and its risk headroom; absent where it is not known.</summary>
    public PacketExposure? Exposure { get; init; }

    /// <summary>What could not be had, and why.</summary>
    public required IReadOnlyList<Unavailable> Unavailable { get; init; }
}
