using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Risk;

/// <summary>How much worse than its level a stop is assumed to fill, wherever the money at risk is reckoned.</summary>
/// <param name="Points">Points, 0 to 1,000.</param>
/// <param name="BySymbol">Points of symbols that have their own.</param>
/// <threadsafety>Immutable.</threadsafety>
public sealed record StopSlippage(decimal Points, IReadOnlyDictionary<string, decimal> BySymbol)
{
    /// <summary>Stops fill at their level.</summary>
    public static StopSlippage None { get; } = new(0, new Dictionary<string, decimal>());

    /// <summary>The instrument with what is assumed of it.</summary>
    public Instrument On(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        decimal points = BySymbol.TryGetValue(instrument.Symbol, out decimal own) ? own : Points;
        return points == instrument.StopSlippagePoints ? instrument : instrument with { StopSlippagePoints = points };
    }
}
