namespace OpenTrading.Kernel.Backtesting.Metrics;

/// <summary>What the number of a metric counts.</summary>
public enum MetricUnit
{
    /// <summary>Account currency.</summary>
    Money,
    /// <summary>A part of one, shown in percent.</summary>
    Fraction,
    /// <summary>Hundredths already.</summary>
    Percent,
    /// <summary>A bare ratio.</summary>
    Ratio,
    /// <summary>A whole number of things.</summary>
    Count,
    /// <summary>A number of things that need not be whole, such as an average of bars.</summary>
    Quantity,
    /// <summary>Days of 24 hours.</summary>
    Days,
    /// <summary>Years of 365.25 days.</summary>
    Years,
    /// <summary>Points of the instrument.</summary>
    Points,
}
