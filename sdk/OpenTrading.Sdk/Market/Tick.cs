namespace OpenTrading.Sdk.Market;

/// <summary>One change of the best quote.</summary>
/// <param name="Time">UTC instant, millisecond resolution. Several ticks may share one.</param>
/// <param name="Bid">Best bid, price units.</param>
/// <param name="Ask">Best ask, price units; never below the bid in sound data.</param>
/// <param name="Last">Last traded price; 0 when the source reports none.</param>
/// <param name="Volume">Volume of the last trade; 0 when the source reports none.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct Tick(DateTime Time, double Bid, double Ask, double Last = 0, double Volume = 0)
{
    /// <summary>Whether bid and ask are finite, positive and not crossed.</summary>
    public bool IsSound => Bid > 0 && double.IsFinite(Ask) && Ask >= Bid;
}
