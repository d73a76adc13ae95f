using OpenTrading.Sdk.Market;
using OpenTrading.Simulation.Bars;

namespace OpenTrading.Simulation.Costs;

/// <summary>One spread per hour of the UTC day: the lower median of all spreads recorded in that hour.</summary>
/// <remarks>A cost model only: it knows the whole file, so its figures must stay hidden from strategies.</remarks>
public sealed class MedianByHourSpread : SpreadModel
{
    private readonly int[] _points;

    private MedianByHourSpread(int[] points) => _points = points;

    /// <summary>Spread by UTC hour 0 to 23, points; 0 for an hour without bars.</summary>
    public IReadOnlyList<int> ByHour => _points;

    /// <summary>Takes the medians, element (n - 1) / 2 of the n sorted spreads of an hour, from a series.</summary>
    public static MedianByHourSpread Of(Instrument instrument, BarSeries series)
    {
        var hours = new List<int>[24];
        for (int hour = 0; hour < 24; hour++)
        {
            hours[hour] = [];
        }

        for (int i = 0; i < series.Count; i++)
        {
            hours[HourOf(series.Times[i])].Add(PointPrices.Spread(instrument, series.Spread[i]));
        }

        return new MedianByHourSpread([.. hours.Select(LowerMedian)]);
    }

    /// <inheritdoc/>
    public override int Points(long time, int recorded) => _points[HourOf(time)];

    private static int HourOf(long time) => (int)(time / TimeSpan.TicksPerHour % 24);

    private static int LowerMedian(List<int> spreads)
    {
        spreads.Sort();
        return spreads.Count == 0 ? 0 : spreads[(spreads.Count - 1) / 2];
    }
}
