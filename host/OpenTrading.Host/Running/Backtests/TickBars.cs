using OpenTrading.Sdk.Market;

namespace OpenTrading.Host.Running.Backtests;

/// <summary>Bars made of the bids of ticks.</summary>
internal static class TickBars
{
    /// <summary>The bars, the last one also where its period is not over.</summary>
    public static BarSeries Of(TickSeries ticks, Timeframe timeframe, BrokerDay day)
    {
        var aggregator = new BarAggregator(timeframe, day);
        var bars = new List<Bar>();
        for (int i = 0; i < ticks.Count; i++)
        {
            if (aggregator.Add(ticks[i], out Bar closed))
            {
                bars.Add(closed);
            }
        }

        if (aggregator.Flush(out Bar last))
        {
            bars.Add(last);
        }

        return BarSeries.From(ticks.Symbol, timeframe, ticks.Source, bars);
    }
}
