using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>
/// Shannon entropy of the latest <c>period</c> returns, sorted into equal bins between the smallest and the largest; 0 when all fall into one
/// bin, 1 when into all alike.
/// </summary>
/// <remarks>
/// C. E. Shannon, A Mathematical Theory of Communication (1948), over the logarithm of the number of bins. Logarithmic returns; first value at bar
/// <c>period + 1</c>. A value not above 0 starts the window anew.
/// </remarks>
[Indicator("entropy", Title = "Entropy of Returns", Kind = IndicatorKind.Statistic,
    Formula = "-sum of p * log(p) / log(bins); p = share of the latest period log returns in each of bins equal parts of their range")]
public sealed class Entropy : SeriesIndicator
{
    private LogReturn _return = new();
    private RollingHistogram _window;

    /// <summary>An entropy of <paramref name="period"/> returns.</summary>
    /// <param name="period">Returns in the window, 2 to 5000. Default 100.</param>
    /// <param name="bins">Parts of the range, 2 to 100. Default 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Entropy(
        [Parameter(2, Arguments.MaxPeriod, Description = "Returns in the window.")] int period = 100,
        [Parameter(2, 100, Description = "Parts of the range.")] int bins = 10)
        : base("entropy", period + 1)
    {
        _window = new RollingHistogram(Arguments.InRange(period, 2, Arguments.MaxPeriod), Arguments.InRange(bins, 2, 100));
    }

    /// <inheritdoc/>
    public override double Update(double value)
    {
        double change = _return.Add(value);
        if (double.IsNaN(change))
        {
            _window.Reset();
            return Value = double.NaN;
        }

        _window.Add(change);
        return Value = _window.IsFull ? _window.Entropy : double.NaN;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _return.Reset();
        _window.Reset();
    }
}
