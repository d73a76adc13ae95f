namespace OpenTrading.Sdk.Indicators;

/// <summary>Change of each number as a fraction of the one before it; 0 for the first number, and for a change from 0.</summary>
internal struct RelativeChange()
{
    private double _previous;

    public double Add(double value)
    {
        double change = _previous == 0 ? 0 : (value - _previous) / _previous;
        _previous = value;
        return change;
    }

    public void Reset() => _previous = 0;
}
