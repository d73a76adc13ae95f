using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Sdk.Indicators;

/// <summary>Pivots: turning points of the price, joined by lines on each side, with the trend from one to the next.</summary>
/// <remarks>
/// A turning point is a <see cref="Fractal"/> with spans of its own on the left and the right; it is known <c>rightSpan</c> bars after its
/// bar, and only then the line and trend that lead to it.
/// </remarks>
[Indicator("pivots", Title = "Pivots", Kind = IndicatorKind.Statistic,
    Formula = "high above (low below) those of leftSpan bars before and rightSpan bars after; lines join them")]
public sealed class Pivots : Indicator<PivotsValue>, IRevisesPast
{
    private SwingWindow _window;
    private PivotLine _high;
    private PivotLine _low;
    private RevisionBuffer _revisions = new(6);

    /// <summary>Turning points and the lines between them.</summary>
    /// <param name="leftSpan">Bars before a turning point, 1 to 500. Default 2.</param>
    /// <param name="rightSpan">Bars after it, 1 to 500. Default 2.</param>
    /// <param name="maxTrendPeriod">Most bars between two points that a line joins, 1 to 5000. Default 20.</param>
    /// <param name="price">Which prices can be a turning point. Default high and low.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Pivots(
        [Parameter(1, 500, Description = "Bars before a turning point.")] int leftSpan = 2,
        [Parameter(1, 500, Description = "Bars after a turning point.")] int rightSpan = 2,
        [Parameter(1, Arguments.MaxPeriod, Description = "Most bars between two points that a line joins.")] int maxTrendPeriod = 20,
        SwingPrice price = SwingPrice.HighLow)
        : base(leftSpan + rightSpan + 1)
    {
        Arguments.InRange(leftSpan, 1, 500);
        Arguments.InRange(rightSpan, 1, 500);
        Arguments.InRange(maxTrendPeriod, 1, Arguments.MaxPeriod);
        _window = new SwingWindow(leftSpan, rightSpan, Arguments.Defined(price));
        _high = new PivotLine(0, PivotTrend.HigherHigh, PivotTrend.LowerHigh, rightSpan, maxTrendPeriod);
        _low = new PivotLine(3, PivotTrend.HigherLow, PivotTrend.LowerLow, rightSpan, maxTrendPeriod);
    }

    /// <inheritdoc/>
    /// <remarks>True at bars that confirm a turning point.</remarks>
    public override bool IsReady => !double.IsNaN(Value.High) || !double.IsNaN(Value.Low);

    /// <inheritdoc/>
    public ReadOnlySpan<Revision> Revisions => _revisions.Span;

    /// <inheritdoc/>
    public override PivotsValue Update(in Bar bar)
    {
        (double high, double low) = _window.Add(in bar);
        _revisions.Clear();
        PivotTrend? highTrend = _high.Advance(high, ref _revisions);
        PivotTrend? lowTrend = _low.Advance(low, ref _revisions);
        return Value = new PivotsValue(high, low, highTrend, lowTrend);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _window.Reset();
        _high.Reset();
        _low.Reset();
        _revisions.Clear();
    }
}
