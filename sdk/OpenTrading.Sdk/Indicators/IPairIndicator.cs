using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>An indicator of one series against another, its reference: a market index, a second symbol.</summary>
/// <remarks>
/// Who feeds it brings the bars of both series together by their time. <see cref="IIndicator.Update"/> alone, for a bar that the reference
/// lacks, gives no value and leaves the windows as they are.
/// </remarks>
public interface IPairIndicator : IIndicator
{
    /// <summary>Takes the next bar of both series.</summary>
    /// <param name="bar">Closed bar, later than the one before it.</param>
    /// <param name="reference">Bar of the reference, of the same time.</param>
    /// <param name="outputs">Receives the value of each output at this bar, as in <see cref="IIndicator.Update"/>.</param>
    /// <exception cref="ArgumentException">The bars are of different times, or the span is too short.</exception>
    void Update(in Bar bar, in Bar reference, Span<double> outputs);
}
