using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>What <see cref="Nvi"/> and <see cref="Pvi"/> have in common: an index that moves with the close on some bars.</summary>
/// <param name="sign">1 for bars whose volume is larger than that of the bar before, −1 for those whose is smaller.</param>
internal struct VolumeIndex(int sign)
{
    private const double Start = 1000;

    private RelativeChange _change = new();
    private double _index = Start;
    private double _previousVolume = double.NaN;

    public double Add(in Bar bar)
    {
        double change = _change.Add(bar.Close);
        if (sign * (bar.Volume - _previousVolume) > 0)
        {
            _index += _index * change;
        }

        _previousVolume = bar.Volume;
        return _index;
    }

    public void Reset()
    {
        _change.Reset();
        (_index, _previousVolume) = (Start, double.NaN);
    }
}
