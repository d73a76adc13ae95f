namespace OpenTrading.Sdk.Indicators;

/// <summary>One side of <see cref="Pivots"/>: its latest turning point, and what a new one reveals about the past.</summary>
/// <param name="firstOutput">Index of the side's point; its line and its trend follow.</param>
/// <param name="rise">Trend when the new point is above the one before it.</param>
/// <param name="fall">Trend when it is below.</param>
/// <param name="rightSpan">Bars between a turning point and the bar that confirms it.</param>
/// <param name="maxTrendPeriod">Most bars between two points that a line joins.</param>
internal struct PivotLine(int firstOutput, PivotTrend rise, PivotTrend fall, int rightSpan, int maxTrendPeriod)
{
    private double _point = double.NaN;
    private int _age;

    /// <param name="point">Turning point of the bar <c>rightSpan</c> bars ago; NaN if it is none.</param>
    /// <param name="revisions">Receives the point, and the line and trend from the point before it.</param>
    public PivotTrend? Advance(double point, ref RevisionBuffer revisions)
    {
        if (_age <= maxTrendPeriod)
        {
            _age++;
        }

        if (double.IsNaN(point))
        {
            return null;
        }

        revisions.Add(Revision.At(firstOutput, rightSpan, point));
        PivotTrend? trend = null;
        if (_age <= maxTrendPeriod && !double.IsNaN(_point) && point != _point)
        {
            trend = point > _point ? rise : fall;
            int from = rightSpan + _age;
            revisions.Add(new Revision(firstOutput + 1, from, _point, rightSpan, point));
            revisions.Add(new Revision(firstOutput + 2, from - 1, (double)trend, rightSpan, (double)trend));
        }

        (_point, _age) = (point, 0);
        return trend;
    }

    public void Reset() => (_point, _age) = (double.NaN, 0);
}
