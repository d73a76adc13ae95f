using OpenTrading.Sdk.Market;

namespace OpenTrading.Sdk.Indicators;

/// <summary>An average of the close, and bands a multiple of the average true range (<see cref="Atr"/>) above and below it.</summary>
internal readonly struct RangeChannel(SeriesIndicator center, double multiplier, int atrPeriod)
{
    private readonly Atr _range = new(Arguments.InRange(atrPeriod, 1, Arguments.MaxPeriod));
    private readonly double _multiplier = Arguments.InRange(multiplier, 0.01, 100);

    public ChannelValue Add(in Bar bar)
    {
        double middle = center.Update(in bar);
        double reach = _range.Update(in bar).Atr * _multiplier;
        return ChannelValue.Between(middle + reach, middle, middle - reach);
    }

    public void Reset()
    {
        center.Reset();
        _range.Reset();
    }
}
