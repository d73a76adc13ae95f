using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Bars;

namespace OpenTrading.Simulation.Currencies;

/// <summary>Rates from the bars of a pair that is not traded in the run.</summary>
internal sealed class ColumnsConversion(PointColumns columns, Instrument traded, string account)
    : PairConversion(columns.Instrument, traded, account)
{
    private int _cursor = -1;

    protected override bool TryQuote(long time, RateMoment moment, out int bid, out int ask)
    {
        while (_cursor + 1 < columns.Count && columns.Times[_cursor + 1] <= time)
        {
            _cursor++;
        }

        bool sameTime = _cursor >= 0 && columns.Times[_cursor] == time;
        int index = sameTime && moment == RateMoment.Before ? _cursor - 1 : _cursor;
        if (index < 0)
        {
            (bid, ask) = (0, 0);
            return false;
        }

        bid = sameTime && moment == RateMoment.Open ? columns.Open[index] : columns.Close[index];
        ask = bid + columns.Spread[index];
        return true;
    }
}
