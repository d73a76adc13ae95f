using OpenTrading.Sdk.Calendars;
using OpenTrading.Sdk.Data;
using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Statistics;

namespace OpenTrading.Research.Impacts;

/// <summary>Moves around events: of each that has its hour, the bar in which it fell against the close before it. An event without such bars has no move.</summary>
internal sealed class ImpactReading
{
    // A weekend may lie between two bars that follow each other; what is older is no price before the event.
    private static readonly TimeSpan MostGap = TimeSpan.FromDays(4);

    private readonly double[] _sizes;

    /// <summary>Measures them.</summary>
    /// <param name="bars">Bars, oldest first.</param>
    /// <param name="events">Events by time.</param>
    public ImpactReading(MarketBars bars, IEnumerable<EconomicEvent> events)
    {
        Instrument instrument = bars.Symbol.Instrument;
        BarSeries series = bars.Bars;
        List<EventMove> moves = [];
        double spread = double.NaN;
        foreach (EconomicEvent one in events.Where(e => e.IsTimed))
        {
            int found = series.Times.BinarySearch(one.Time.Ticks);
            int bar = found >= 0 ? found : ~found - 1;
            if (bar < 1 || series[bar].Time + series.Timeframe.Length() <= one.Time || series[bar].Time - series[bar - 1].Time > MostGap)
            {
                continue;
            }

            Bar during = series[bar];
            moves.Add(new EventMove(one.Time, Pips(during.Close - series[bar - 1].Close), Pips(during.High - during.Low), one.Actual, one.Forecast, one.Source));
            spread = double.IsFinite(during.Spread) ? double.IsNaN(spread) ? during.Spread : Math.Max(spread, during.Spread) : spread;
        }

        Moves = moves;
        _sizes = [.. moves.Select(m => Math.Abs(m.MovePips)).Order()];
        SpreadPeakPoints = double.IsFinite(spread) ? Math.Round(spread * instrument.Scale, 1) : null;

        double Pips(double distance) => Math.Round(distance / (double)instrument.Pip, 1);
    }

    /// <summary>The moves, oldest first.</summary>
    public IReadOnlyList<EventMove> Moves { get; }

    /// <summary>Widest spread that these bars record, points; null where they record none.</summary>
    public double? SpreadPeakPoints { get; }

    /// <summary>Half of the moves are no larger, pips.</summary>
    public double MedianPips => Math.Round(Quantile.OfSorted(_sizes, 0.5), 1);

    /// <summary>19 of 20 moves are no larger, pips.</summary>
    public double P95Pips => Math.Round(Quantile.OfSorted(_sizes, 0.95), 1);

    /// <summary>Share of moves upward, percent; one that went nowhere is none.</summary>
    public double UpPct => Math.Round(100.0 * Moves.Count(m => m.MovePips > 0) / Moves.Count, 1);
}
