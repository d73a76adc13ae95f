using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>An indicator of several outputs, computed from one series of numbers: closes, or the output of another indicator.</summary>
/// <typeparam name="TValue">The outputs at one number.</typeparam>
/// <param name="warmupBars">Numbers until every output has a value.</param>
public abstract class SeriesIndicator<TValue>(int warmupBars) : Indicator<TValue>(warmupBars)
    where TValue : struct, IIndicatorValue<TValue>
{
    /// <summary>Takes the next number and returns the outputs at it.</summary>
    /// <param name="value">A finite number.</param>
    public abstract TValue Update(double value);

    /// <summary>Takes the close of the next bar and returns the outputs at it.</summary>
    /// <param name="bar">Closed bar, later than the one before it.</param>
    public sealed override TValue Update(in Bar bar) => Update(bar.Close);
}
