namespace OpenTrading.Sdk.Indicators;

/// <summary>Finds numbers that are larger than each of the <c>left</c> ones before and of the <c>right</c> ones after them.</summary>
internal struct SwingHigh(int left, int right)
{
    private RollingMax _before = new(left);
    private RollingMax _after = new(right);
    private Delay _beforeCandidate = new(right + 1);
    private Delay _candidate = new(right);

    /// <returns>The number that came <c>right</c> numbers ago, if it is such a one; NaN otherwise.</returns>
    public double Add(double value)
    {
        double before = _beforeCandidate.Add(_before.Add(value));
        double candidate = _candidate.Add(value);
        double after = _after.Add(value);
        return candidate > before && candidate > after ? candidate : double.NaN;
    }

    public void Reset()
    {
        _before.Reset();
        _after.Reset();
        _beforeCandidate.Reset();
        _candidate.Reset();
    }
}
