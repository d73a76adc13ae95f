namespace OpenTrading.Sdk.Indicators;

/// <summary>A straight stretch of one output over past bars, both ends included. A single point has equal ends.</summary>
/// <param name="Output">Index into <see cref="IIndicator.Outputs"/>.</param>
/// <param name="FromBarsAgo">Its first bar, counted back from the latest one (0 = the latest).</param>
/// <param name="FromValue">Value at the first bar; <see cref="double.NaN"/> withdraws the values of the whole stretch.</param>
/// <param name="ToBarsAgo">Its last bar, at most <paramref name="FromBarsAgo"/>.</param>
/// <param name="ToValue">Value at the last bar.</param>
/// <threadsafety>Immutable.</threadsafety>
public readonly record struct Revision(int Output, int FromBarsAgo, double FromValue, int ToBarsAgo, double ToValue)
{
    /// <summary>One value at one bar.</summary>
    /// <param name="output">Index into <see cref="IIndicator.Outputs"/>.</param>
    /// <param name="barsAgo">Bar, counted back from the latest one.</param>
    /// <param name="value">Value at that bar.</param>
    public static Revision At(int output, int barsAgo, double value) => new(output, barsAgo, value, barsAgo, value);

    /// <summary>Value at a bar of the stretch, on the line between its ends.</summary>
    /// <param name="barsAgo">Bar between <see cref="FromBarsAgo"/> and <see cref="ToBarsAgo"/>, both included.</param>
    public double ValueAt(int barsAgo) =>
        barsAgo == ToBarsAgo
            ? ToValue
            : FromValue + ((ToValue - FromValue) / (FromBarsAgo - ToBarsAgo) * (FromBarsAgo - barsAgo));
}
