namespace OpenTrading.Sdk.Indicators;

/// <summary>Span of the bars that give the levels of <see cref="PivotPoints"/>, by the calendar of the bars' UTC opening times.</summary>
public enum PivotWindow
{
    /// <summary>Clock hour.</summary>
    Hour,

    /// <summary>Calendar day.</summary>
    Day,

    /// <summary>Sunday to Saturday.</summary>
    Week,

    /// <summary>Calendar month.</summary>
    Month,
}
