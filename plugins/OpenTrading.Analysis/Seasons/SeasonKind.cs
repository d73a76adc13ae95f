namespace OpenTrading.Analysis.Seasons;

/// <summary>By what returns are grouped.</summary>
public enum SeasonKind
{
    /// <summary>Hour of the day, UTC.</summary>
    Hour,

    /// <summary>Weekday of the broker's day.</summary>
    Weekday,

    /// <summary>Month of the year.</summary>
    Month,

    /// <summary>Day of the month.</summary>
    MonthDay,
}
