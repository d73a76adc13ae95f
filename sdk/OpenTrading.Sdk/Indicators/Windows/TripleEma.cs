namespace OpenTrading.Sdk.Indicators;

/// <summary>An exponential average, the average of that and the average of that again; all three start from one simple average.</summary>
internal struct TripleEma(int period)
{
    private readonly Ema _first = new(period);
    private SeededEma _second = new(period);
    private SeededEma _third = new(period);

    public readonly double First => _first.Value;

    public readonly double Second => _second.Value;

    /// <summary>NaN before bar <c>period</c>, as the others are.</summary>
    public readonly double Third => _third.Value;

    public void Add(double value) => _third.Add(_second.Add(_first.Update(value)));

    public void Reset()
    {
        _first.Reset();
        _second.Reset();
        _third.Reset();
    }
}
