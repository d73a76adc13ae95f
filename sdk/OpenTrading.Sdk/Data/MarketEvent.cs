using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Data;

/// <summary>One thing the market told: a bar that has closed, or a tick.</summary>
/// <param name="Key">Series it belongs to; tells whether it is a bar or a tick.</param>
/// <param name="Time">UTC instant at which it became known: the end of the bar, or the tick's time.</param>
/// <param name="Bar">The bar; default for a tick.</param>
/// <param name="Tick">The tick; default for a bar.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct MarketEvent(SeriesKey Key, DateTime Time, Bar Bar, Tick Tick)
{
    /// <summary>Whether this is a tick.</summary>
    public bool IsTick => Key.IsTicks;
}
