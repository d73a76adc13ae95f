namespace OpenTrading.Kernel.Trades;

/// <summary>By what trades are grouped. Hours, days and sessions are those of the entry.</summary>
public enum PerformanceGrouping
{
    /// <summary>Instrument.</summary>
    Symbol,

    /// <summary>Strategy that proposed it; <c>manual</c> where none did.</summary>
    Strategy,

    /// <summary>Day of the week, UTC.</summary>
    Weekday,

    /// <summary>Hour of the day, UTC.</summary>
    Hour,

    /// <summary>Trading centre.</summary>
    Session,

    /// <summary>Tags of the journal's notes on it.</summary>
    Tag,

    /// <summary>Buy or sell.</summary>
    Side,
}
