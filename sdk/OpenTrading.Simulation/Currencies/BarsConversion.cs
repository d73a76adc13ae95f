using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Bars;

namespace OpenTrading.Simulation.Currencies;

/// <summary>Rates from the bars of a pair that is not traded in the run.</summary>
internal sealed class BarsConversion(PointBars bars, Instrument traded, string account) : PairConversion(bars.Instrument, traded, account)
{
    private int _cursor = -1;

    protected override bool TryQuote(long time, RateMoment moment, out int bid, out int ask)
    {
        while (_cursor + 1 < bars.Count && bars[_cursor + 1].Time <= time)
        {
            _cursor++;
        }

        bool sameTime = _cursor >= 0 && bars[_cursor].Time == time;
        int index = sameTime && moment == RateMoment.Before ? _cursor - 1 : _cursor;
        if (index < 0)
        {
            (bid, ask) = (0, 0);
            return false;
        }

        bid = sameTime && moment == RateMoment.Open ? bars[index].Open : bars[index].Close;
        ask = bid + bars[index].Spread;
        return true;
    }
}
