namespace OpenTrading.Sdk.Indicators;

/// <summary>Exponential average that starts from its first number, not from a simple average as <see cref="Ema"/> does.</summary>
internal struct SeededEma(int period)
{
    private readonly double _weight = 2.0 / (period + 1);

    /// <summary>NaN before the first number.</summary>
    public double Value { get; private set; } = double.NaN;

    public double Add(double value) => Value = double.IsNaN(Value) ? value : Value + (_weight * (value - Value));

    public void Reset() => Value = double.NaN;
}
