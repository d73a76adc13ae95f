namespace OpenTrading.Sdk.Market;

/// <summary>A weekly window in which an instrument trades, in UTC.</summary>
/// <param name="Day">Weekday on which the window starts.</param>
/// <param name="From">Start after midnight, inclusive.</param>
/// <param name="To">End after midnight, exclusive, at most 24 h.</param>
public readonly record struct TradingSession(DayOfWeek Day, TimeSpan From, TimeSpan To)
{
    /// <summary>Whether <paramref name="utc"/> lies inside the window.</summary>
    public bool Contains(DateTime utc) => utc.DayOfWeek == Day && utc.TimeOfDay >= From && utc.TimeOfDay < To;
}
